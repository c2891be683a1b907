/* A quiz page: saves the answer on every change, shows the time left, folds the list of questions on a phone. */
(() => {
  "use strict";
  const form = document.getElementById("quiz");
  const data = form.dataset;
  const field = (name) => form.elements.namedItem(name);
  const chosen = () => [...form.querySelectorAll("[name=choice]:checked")].map((input) => +input.value);
  const finish = form.querySelector("[data-time-up]");
  const ended = document.getElementById("ended");

  const saver = camketSaver({
    url: data.url,
    key: "camket.quiz." + data.attempt,
    status: document.getElementById("saved"),
    language: document.documentElement.lang,
    after: +data.after,
    onSaved: (answer, item) => {
      const counter = document.getElementById("answered");
      if (!counter) return;
      counter.textContent = data.answered.replace("{0}", answer.answered).replace("{1}", data.total);
      if (item.slot !== +data.slot) return;
      field("was").value = item.response.join(",");
      const here = document.querySelector(".ck-qnav [aria-current]");
      here.parentElement.classList.toggle("is-ans", item.response.length > 0);
      if (item.response.length) here.setAttribute("aria-label", data.label);
    },
    onRefused: (message) => {
      if (!ended) return;
      ended.hidden = false;
      ended.querySelector("p").textContent = message;
    },
  });

  form.addEventListener("change", () => {
    field("sequence").value = saver.save(
      { attempt: +data.attempt, slot: +data.slot, response: chosen() }, data.slot);
  });

  // While the server does not answer, leaving would only lead to an error page.
  const stay = (event) => {
    if (!saver.failing()) return;
    event.preventDefault();
    event.stopPropagation();
    saver.retry();
  };
  form.addEventListener("submit", stay);
  document.querySelectorAll(".ck-qnav a").forEach((link) => link.addEventListener("click", stay));

  const timer = document.getElementById("timer");
  if (timer) {
    const ahead = new Date(timer.dataset.now) - Date.now();
    const deadline = new Date(timer.dataset.deadline) - ahead;
    const news = document.getElementById("timer-news");
    let before = Infinity;
    const tick = () => {
      const left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
      timer.querySelector("span:not(.pi)").textContent =
        Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
      if (before > 300 && left <= 300 && left > 60) news.textContent = timer.dataset.five;
      if (before > 60 && left <= 60 && left > 0) news.textContent = timer.dataset.one;
      before = left;
      if (left > 0) setTimeout(tick, 1000);
      else if (!saver.failing()) form.requestSubmit(finish);
    };
    tick();
  }

  if (matchMedia("(max-width:64rem)").matches) {
    document.querySelectorAll(".ck-qd").forEach((list) => { list.open = false; });
  }
})();

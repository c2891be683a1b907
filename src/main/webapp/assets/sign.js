/* Personal commitments on the sign page: at once on the paper, and kept in this tab through an expired session. */
(() => {
  "use strict";
  const form = document.getElementById("pledge");
  const boxes = [...document.querySelectorAll("#pledge [name=chosen]")];
  const lines = [...document.querySelectorAll("#pledge [name=own]")];
  if (!form || !lines.length) return;
  const paper = form.querySelector(".ck-paper__own");
  const count = document.getElementById("commitments-count");
  const key = "camket-pledge-" + form.dataset.keep;
  const most = 5;
  const letters = "abcd\u0111egh";

  const clean = (text) => text.normalize("NFC").replace(/[ \t\n\v\f\r\u00a0]+/g, " ").trim();
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[\u0111\u0110]/g, "d").toLowerCase();
  const picked = () => boxes.filter((box) => box.checked);
  const own = () => lines.map((line) => clean(line.value)).filter((words) => words);

  const show = () => {
    const seen = new Set();
    const wordings = [...picked().map((box) => clean(box.closest("label").textContent)), ...own()]
      .filter((words) => !seen.has(folded(words)) && seen.add(folded(words)));
    paper.hidden = !wordings.length;
    paper.querySelector("ul").replaceChildren(...wordings.map((words, index) => {
      const line = document.createElement("li");
      line.textContent = letters[index] + ") " + words;
      return line;
    }));
    const ids = picked().map((box) => Number(box.value)).sort((left, right) => left - right);
    form.elements.shown.value = ids.join(",") + "|" + own().join("|");
    count.textContent = count.dataset.text.replace("{0}", picked().length).replace("{1}", most);
    const full = picked().length >= most;
    boxes.forEach((box) => { box.disabled = full && !box.checked; });
  };
  const keep = () => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ chosen: picked().map((box) => box.value), own: lines.map((line) => line.value) }));
    } catch {
      // Without storage nothing outlives the page; the form itself works.
    }
  };
  const restore = () => {
    if (form.dataset.fresh !== "true") return;
    try {
      const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
      if (!kept) return;
      boxes.forEach((box) => { box.checked = kept.chosen?.includes(box.value) ?? false; });
      lines.forEach((line, index) => { line.value = kept.own?.[index] ?? ""; });
    } catch {
      sessionStorage.removeItem(key);
    }
  };

  form.addEventListener("input", (event) => {
    if (!boxes.includes(event.target) && !lines.includes(event.target)) return;
    show();
    keep();
  });
  restore();
  show();
})();

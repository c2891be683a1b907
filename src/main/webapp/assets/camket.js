/* What a page does without the server: menu, showing a password, one submit only, focus on errors. */
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const menu = event.target.closest("[data-menu]");
    if (menu) {
      const open = document.getElementById(menu.dataset.menu).classList.toggle("is-open");
      menu.setAttribute("aria-expanded", open);
    }
    const reveal = event.target.closest("[data-reveal]");
    if (reveal) {
      const input = document.getElementById(reveal.dataset.reveal);
      input.type = input.type === "password" ? "text" : "password";
      reveal.setAttribute("aria-pressed", input.type === "text");
    }
    for (const open of document.querySelectorAll("details.ck-account[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const open of document.querySelectorAll("details.ck-account[open]")) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    else setTimeout(() => { event.target.dataset.sent = "true"; }, 0);
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });
  document.querySelector("[data-focus]")?.focus();
})();

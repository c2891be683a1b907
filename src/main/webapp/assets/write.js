/* Questions before what cannot be undone: a button with data-dialog opens the dialog with that id. */
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const open = event.target.closest("[data-dialog]");
    if (open) document.getElementById(open.dataset.dialog).showModal();
    if (event.target.closest("[data-dialog-close]")) event.target.closest("dialog").close();
  });
})();

/* Questions before what cannot be undone: a button with data-dialog opens the dialog with that id. Names for the editor. */
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const open = event.target.closest("[data-dialog]");
    if (open) document.getElementById(open.dataset.dialog).showModal();
    if (event.target.closest("[data-dialog-close]")) event.target.closest("dialog").close();
  });
  addEventListener("load", () => {
    for (const picker of document.querySelectorAll(".ql-picker")) {
      picker.querySelector(".ql-picker-label")?.setAttribute("aria-label", picker.title || picker.nextElementSibling?.title || "");
    }
    for (const editor of document.querySelectorAll(".ui-texteditor, .ql-editor")) editor.setAttribute("aria-labelledby", "bodyLabel");
    for (const box of document.querySelectorAll(".ui-texteditor > [id]")) box.setAttribute("aria-labelledby", "bodyLabel");
  });
})();

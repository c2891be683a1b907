/* Questions before what cannot be undone: a button with data-dialog opens the dialog with that id. Names for the editor,
   and only text, lists and links of what is pasted into it: the server keeps nothing else. */
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const open = event.target.closest("[data-dialog]");
    if (open) document.getElementById(open.dataset.dialog).showModal();
    if (event.target.closest("[data-dialog-close]")) event.target.closest("dialog").close();
  });
  document.addEventListener("paste", (event) => {
    const editor = event.target.closest?.(".ql-editor");
    const html = editor && event.clipboardData?.getData("text/html");
    if (!html) return;
    const quiet = html.replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, "");
    const copied = new DOMParser().parseFromString(quiet, "text/html");
    const strange = copied.querySelectorAll(
      "script, style, iframe, object, embed, svg, math, template, noscript, img, video, audio");
    if (quiet === html && !strange.length) return;
    event.preventDefault();
    event.stopPropagation();
    strange.forEach((one) => one.remove());
    const clean = new DataTransfer();
    clean.setData("text/html", copied.body.innerHTML);
    clean.setData("text/plain", copied.body.textContent);
    event.target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clean, bubbles: true, cancelable: true }));
  }, true);
  addEventListener("load", () => {
    // Shows a chosen picture from a blob: address, which the pages' policy forbids; the lesson shows it soon enough.
    const upload = window.PrimeFaces?.widget?.FileUpload;
    if (upload) upload.prototype.IMAGE_TYPES = /(?!)/;
    for (const picker of document.querySelectorAll(".ql-picker")) {
      picker.querySelector(".ql-picker-label")?.setAttribute("aria-label", picker.title || picker.nextElementSibling?.title || "");
    }
    for (const editor of document.querySelectorAll(".ui-texteditor, .ql-editor")) editor.setAttribute("aria-labelledby", "bodyLabel");
    for (const box of document.querySelectorAll(".ui-texteditor > [id]")) box.setAttribute("aria-labelledby", "bodyLabel");
  });
})();

// The terminal takes the keys from the start, and whenever its window does.
const takeKeys = () => document.querySelector(".xterm-helper-textarea")?.focus();
window.addEventListener("load", () => {
  new MutationObserver(takeKeys).observe(document.body, { attributeFilter: ["class"] });
});
window.addEventListener("focus", takeKeys);

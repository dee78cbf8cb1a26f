// Before anything is seen: the page is laid out for its script, unless that should fail.
document.documentElement.classList.add("js");
addEventListener("error", () => {
  if (!document.documentElement.classList.contains("ready")) document.documentElement.classList.remove("js");
});

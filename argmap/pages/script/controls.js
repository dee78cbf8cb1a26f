// Mouse, touch and keys; then the page begins.

// Mouse, touch and keys.
for (const control of document.querySelectorAll("[data-do]")) {
  control.addEventListener("click", () => acts[control.dataset.do]());
}
const pointers = new Map();
let travelled = 0;
const local = (event) => {
  const box = stage.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};
stage.addEventListener("pointerdown", (event) => {
  if (event.button || event.target.closest("#caption")) return;
  if (!pointers.size) travelled = 0;
  pointers.set(event.pointerId, local(event));
  cancelAnimationFrame(flight);
});
stage.addEventListener("pointermove", (event) => {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const now = local(event);
  const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
  travelled += Math.hypot(now.x - last.x, now.y - last.y);
  if (travelled > 4 && !stage.hasPointerCapture(event.pointerId)) {
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("moving");
  }
  pointers.set(event.pointerId, now);
  if (others.length) {
    const before = Math.hypot(last.x - others[0].x, last.y - others[0].y);
    const after = Math.hypot(now.x - others[0].x, now.y - others[0].y);
    if (before > 0) zoom(after / before, { x: (now.x + others[0].x) / 2, y: (now.y + others[0].y) / 2 });
    return;
  }
  view.x -= (now.x - last.x) / view.scale;
  view.y -= (now.y - last.y) / view.scale;
  glide();
});
const release = (event) => {
  pointers.delete(event.pointerId);
  if (!pointers.size) stage.classList.remove("moving");
};
stage.addEventListener("pointerup", release);
stage.addEventListener("pointercancel", release);
stage.addEventListener("wheel", (event) => {
  if (event.target.closest("#caption")) return;
  event.preventDefault();
  const lines = event.deltaMode === 1 ? 20 : 1;
  zoom(Math.exp(-clamp(event.deltaY * lines, -240, 240) * (event.ctrlKey ? 0.01 : 0.0022)), local(event));
}, { passive: false });
const cardAt = (event) => event.target.closest(".card")?.id ?? null;
stage.addEventListener("click", (event) => {
  if (event.target.closest("#caption")) return;
  const link = event.target.closest("a");
  if (link && !event.ctrlKey && !event.metaKey) event.preventDefault();
  if (travelled > 4) return;
  const folded = event.target.closest(".below");
  const elsewhere = referred.get(event.target.closest(".reference")?.id);
  if (folded) fold(folded.dataset.card);
  else if (elsewhere && state.moment < 0) goTo(elsewhere);
  else if (state.moment < 0) chooseWith(cardAt(event));
  else if (!cardAt(event)) acts.next();
});
// The words open a little later, so that a double click finds the card where it was.
let opening = 0;
const chooseWith = (id) => {
  clearTimeout(opening);
  choose(id, { follow: false });
  if (id && !state.words) opening = setTimeout(() => choose(id, { follow: false, open: true }), 280);
};
stage.addEventListener("dblclick", (event) => {
  const id = cardAt(event);
  if (id && state.moment < 0) fold(id);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest('#argument a[href^="#"], .item');
  const id = link?.getAttribute("href")?.replace(/^#(read-)?/, "") ?? link?.dataset.card;
  if (!id || !cards.has(id) || event.target.closest('a:not([href^="#"])')) return;
  event.preventDefault();
  if (!shown.cards.has(id)) uncover(id);
  choose(id);
});
byId("search").addEventListener("input", (event) => search(event.target.value));
byId("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter") goToHit(event.shiftKey ? -1 : 1);
  if (event.key === "Escape") {
    event.target.value = "";
    search("");
    stage.focus({ preventScroll: true });
  }
  if (["Enter", "Escape"].includes(event.key)) event.preventDefault();
  event.stopPropagation();
});
document.querySelector(".skip").addEventListener("click", () => words(true));
byId("section").addEventListener("change", (event) => filter(event.target.value));
byId("all-details").addEventListener("change", (event) =>
  root.classList.toggle("all-details", event.target.checked));
const keys = {
  "+": acts.zoomIn, "=": acts.zoomIn, "-": acts.zoomOut, "−": acts.zoomOut, 0: acts.fit,
  s: acts.standing, p: acts.present, t: acts.panel, d: acts.dark, "?": acts.help, u: unfold,
  "[": () => turnSection(-1), "]": () => turnSection(1),
  f: () => state.chosen && fold(state.chosen),
  "/": () => byId("search").focus(),
  Enter: () => state.chosen && choose(state.chosen, { open: true }),
  Escape: () => choose(null),
};
const presentKeys = {
  ArrowRight: acts.next, ArrowDown: acts.next, PageDown: acts.next, " ": acts.next, Enter: acts.next,
  ArrowLeft: acts.back, ArrowUp: acts.back, PageUp: acts.back, Backspace: acts.back,
  Home: () => goToMoment(0), End: () => goToMoment(plan.moments.length - 1), Escape: leave, p: leave,
  "+": acts.zoomIn, "=": acts.zoomIn, "-": acts.zoomOut, 0: acts.fit, s: acts.standing, d: acts.dark, "?": acts.help,
};
const moves = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  if (event.target.closest("input, select, textarea")) return;
  const onControl = event.target.closest("button, a[href], summary");
  if (onControl && ["Enter", " "].includes(event.key)) return;
  if (event.key in moves && !event.shiftKey && event.target.closest("#panel")) return;
  const act = state.moment >= 0 && !(event.key in moves && event.shiftKey) ? presentKeys[event.key]
    : event.key in moves ? () => (event.shiftKey ? pan(...moves[event.key]) : walk(event.key))
    : /^[1-9]$/.test(event.key) ? () => levels(Number(event.key)) : keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// The beginning.
stage.tabIndex = 0;
over.id = "over";
svg.querySelector(".graph").append(over);
for (const title of svg.querySelectorAll(".graph > title")) title.remove();
svg.removeAttribute("width");
svg.removeAttribute("height");
for (const mark of document.querySelectorAll("#legend span")) {
  mark.hidden = !svg.querySelector(`.card.${mark.className}`);
}
standing(root.dataset.standing === "true");
press("dark", isDark());
document.querySelector('[data-do="present"]').disabled = !plan.moments.length;
root.classList.add("ready");
show();
if (innerWidth >= 1000) words(true);
jump(beginning());
new ResizeObserver(settle).observe(stage);
addEventListener("beforeprint", () => {
  svg.style.transform = "";
  svg.setAttribute("viewBox", `${full.x} ${full.y} ${full.width} ${full.height}`);
});
addEventListener("afterprint", settle);
const goToAddress = () => {
  const wanted = location.hash.slice(1).replace(/^read-/, "");
  if (!cards.has(wanted)) return;
  if (!shown.cards.has(wanted)) uncover(wanted);
  choose(wanted, { open: true });
};
goToAddress();
addEventListener("hashchange", goToAddress);

// The argument as the plan gives it, and which part of it is shown. The files of this folder but early.js are one
// script, in the order that page.py names: they share their names, and what runs at once runs in that order.

const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const plan = JSON.parse(byId("plan").textContent);
const stage = byId("stage");
const svg = stage.querySelector("svg");
const over = document.createElementNS("http://www.w3.org/2000/svg", "g");
const cards = new Map();
const steps = plan.steps.map((step) => (
  { ...step, parts: [...step.parts, ...step.see].map(byId).filter(Boolean), cutBy: [] }));
const referred = new Map(plan.steps.flatMap((step) => step.see.map((id, place) => [id, step.from[place]])));
const still = matchMedia("(prefers-reduced-motion: reduce)");
const state = { chosen: null, folded: new Set(), section: "", hits: [], hit: -1, moment: -1, size: 1.3, words: false };
const view = { x: 0, y: 0, scale: 1 }; // the point of the drawing at the stage's corner, pixels a point

// The argument as a graph.
for (const [id, card] of Object.entries(plan.cards)) {
  const shape = byId(id);
  if (!shape) continue;
  const item = byId(`read-${id}`);
  cards.set(id, { id, shape, item, section: card.section, above: [], below: [], box: null, count: null });
  shape.classList.add("card");
  if (card.standing) shape.classList.add(card.standing);
}
steps.forEach((step, number) => {
  step.from = step.from.filter((id) => cards.has(id));
  if (step.on !== null) cards.get(step.on)?.below.push(number);
  else if (step.cuts !== null) steps[step.cuts].cutBy.push(number);
  for (const id of step.from) cards.get(id).above.push(number);
});
const targetOf = (number) => {
  const seen = new Set();
  while (steps[number].on === null && steps[number].cuts !== null && !seen.has(number)) {
    seen.add(number);
    number = steps[number].cuts;
  }
  return steps[number].on;
};
// The steps right below a card: those on it, each followed by the exceptions to it.
const stepsBelow = (id) => {
  const found = new Set();
  const waiting = [...cards.get(id).below].reverse();
  while (waiting.length) {
    const number = waiting.pop();
    if (found.has(number)) continue;
    found.add(number);
    for (const cut of [...steps[number].cutBy].reverse()) waiting.push(cut);
  }
  return [...found];
};
const cardsBelow = (id) => [...new Set(stepsBelow(id).flatMap((number) => steps[number].from))];
const countBelow = (id) => (cards.get(id).count ??= countAnew(id));
const countAnew = (id) => {
  const found = new Set();
  const waiting = cardsBelow(id);
  while (waiting.length) {
    const next = waiting.pop();
    if (next === id || found.has(next)) continue;
    found.add(next);
    for (const below of cardsBelow(next)) waiting.push(below);
  }
  return found.size;
};

// What is shown.
// What can be reached from the tops without going through a folded card.
const unfolded = () => {
  const shown = { cards: new Set(plan.tops.filter((id) => cards.has(id))), steps: new Set() };
  const waiting = [...shown.cards];
  while (waiting.length) {
    const id = waiting.pop();
    if (state.folded.has(id)) continue;
    for (const number of stepsBelow(id)) {
      shown.steps.add(number);
      for (const next of steps[number].from) {
        if (shown.cards.has(next)) continue;
        shown.cards.add(next);
        waiting.push(next);
      }
    }
  }
  return shown;
};
const inSection = (shown) => {
  const kept = { cards: new Set(), steps: new Set() };
  for (const id of shown.cards) if (cards.get(id).section === state.section) kept.cards.add(id);
  for (const number of shown.steps) {
    if (steps[number].section !== state.section) continue;
    kept.steps.add(number);
    const target = targetOf(number);
    for (const id of [...steps[number].from, target]) if (shown.cards.has(id)) kept.cards.add(id);
    for (let on = steps[number].cuts; on !== null && on !== undefined; on = steps[on].cuts) kept.steps.add(on);
  }
  return kept;
};
const reached = () => {
  const shown = { cards: new Set(), steps: new Set() };
  for (const moment of plan.moments.slice(0, state.moment + 1)) {
    for (const id of moment.cards) if (cards.has(id)) shown.cards.add(id);
    if (moment.step !== null) shown.steps.add(moment.step);
  }
  return shown;
};
let shown = unfolded();
const show = () => {
  shown = state.moment >= 0 ? reached() : unfolded();
  if (state.moment < 0 && state.section) shown = inSection(shown);
  for (const [id, card] of cards) card.shape.classList.toggle("away", !shown.cards.has(id));
  steps.forEach((step, number) => {
    for (const part of step.parts) {
      // A box holds cards, which hide by themselves; an invisible group would hide them too.
      const lines = part.classList.contains("linked") ? part.children : [part];
      const away = !shown.steps.has(number);
      for (const line of lines) if (!line.classList.contains("card")) hideLine(line, away);
    }
  });
  const sections = new Set([...shown.cards].map((id) => cards.get(id).section));
  for (const frame of svg.querySelectorAll(".section")) frame.classList.toggle("away", !sections.has(frame.id));
  for (const part of document.querySelectorAll("#argument section[data-section]")) {
    part.classList.toggle("out", Boolean(state.section) && part.dataset.section !== state.section);
  }
  for (const part of document.querySelectorAll("#argument section:not([data-section])")) {
    part.classList.toggle("out", Boolean(state.section));
  }
  for (const card of cards.values()) {
    if (!card.item) continue;
    const folded = state.folded.has(card.id);
    card.item.classList.toggle("folded", folded);
    if (folded) card.item.querySelector(".said").dataset.below = `+${countBelow(card.id)}`;
    const list = card.item.nextElementSibling;
    if (list) list.classList.toggle("out", folded);
  }
  drawOver();
};
const hideLine = (line, away) => {
  if (line.querySelector?.(".card")) for (const child of line.children) hideLine(child, away);
  else if (!line.closest(".card")) line.classList.toggle("away", away);
};

// The drawing on its stage: what is drawn over it, and how it moves.

// What is drawn over the drawing: the chosen claim, what was found, how much is folded.
const boxOf = (id) => {
  const card = cards.get(id);
  card.box ??= card.shape.getBBox();
  return card.box;
};
const element = (name, attributes, text) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
};
const frame = (id, name, gap) => {
  const box = boxOf(id);
  return element("rect", {
    class: name, x: box.x - gap, y: box.y - gap, width: box.width + 2 * gap, height: box.height + 2 * gap, rx: 5,
  });
};
const badge = (id) => {
  const box = boxOf(id);
  const words = `+${countBelow(id)}`;
  const width = 12 + 6 * words.length;
  const middle = box.x + box.width / 2;
  const group = element("g", { class: "below", "data-card": id });
  group.append(
    element("rect", { x: middle - width / 2, y: box.y + box.height - 4, width, height: 15, rx: 7.5 }),
    element("text", { x: middle, y: box.y + box.height + 7 }, words),
  );
  return group;
};
const drawOver = () => {
  const parts = [];
  for (const id of state.hits) if (shown.cards.has(id)) parts.push(frame(id, "hit", 3));
  if (state.moment >= 0) {
    for (const id of plan.moments[state.moment].cards) if (shown.cards.has(id)) parts.push(frame(id, "fresh", 3));
  } else {
    if (state.chosen && shown.cards.has(state.chosen)) parts.push(frame(state.chosen, "ring", 3));
    for (const id of state.folded) if (shown.cards.has(id) && cardsBelow(id).length) parts.push(badge(id));
  }
  over.replaceChildren(...parts);
};

// Moving the drawing.
const whole = svg.viewBox.baseVal;
const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
const shift = (() => {
  const moved = svg.querySelector(".graph").transform.baseVal.consolidate()?.matrix;
  return moved ? { x: moved.e, y: moved.f } : { x: 0, y: 0 };
})();
const size = () => {
  const box = stage.getBoundingClientRect();
  const caption = byId("caption");
  return { width: box.width, height: box.height - (caption.hidden ? 0 : caption.offsetHeight) };
};
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
// A new scale has every text laid out anew, so while something moves the picture is only stretched.
const settled = { ...view };
let rest = 0;
const settle = () => {
  clearTimeout(rest);
  const box = stage.getBoundingClientRect();
  svg.setAttribute("viewBox", `${view.x} ${view.y} ${box.width / view.scale} ${box.height / view.scale}`);
  svg.style.transform = "";
  Object.assign(settled, view);
};
const glide = () => {
  const [x, y] = [(settled.x - view.x) * view.scale, (settled.y - view.y) * view.scale];
  svg.style.transform = `translate(${x}px, ${y}px) scale(${view.scale / settled.scale})`;
  clearTimeout(rest);
  rest = setTimeout(settle, 160);
};
let flight = 0;
const jump = (goal) => {
  cancelAnimationFrame(flight);
  Object.assign(view, goal);
  settle();
};
const moveTo = (goal) => {
  if (still.matches) {
    jump(goal);
    return;
  }
  cancelAnimationFrame(flight);
  const from = { ...view };
  const begin = performance.now();
  const go = (now) => {
    const part = clamp((now - begin) / 280, 0, 1);
    const eased = 1 - (1 - part) ** 3;
    for (const key of ["x", "y", "scale"]) view[key] = from[key] + (goal[key] - from[key]) * eased;
    glide();
    if (part < 1) flight = requestAnimationFrame(go);
    else settle();
  };
  flight = requestAnimationFrame(go);
};
const smallest = () => Math.min(0.1, fitting(full).scale);
// The view that has a part of the drawing in the middle of the stage.
const fitting = (box, largest = 1.6) => {
  const room = size();
  const gap = 24;
  const scale = Math.min(
    Math.max(room.width - 2 * gap, 40) / box.width, Math.max(room.height - 2 * gap, 40) / box.height, largest);
  return {
    scale,
    x: box.x + box.width / 2 - room.width / scale / 2,
    y: box.y + box.height / 2 - room.height / scale / 2,
  };
};
const around = (ids) => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    const box = boxOf(id);
    left = Math.min(left, box.x + shift.x);
    top = Math.min(top, box.y + shift.y);
    right = Math.max(right, box.x + box.width + shift.x);
    bottom = Math.max(bottom, box.y + box.height + shift.y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
};
const everything = () =>
  shown.cards.size === cards.size || !shown.cards.size ? full : around(shown.cards);
const zoom = (factor, point) => {
  const room = size();
  const at = point ?? { x: room.width / 2, y: room.height / 2 };
  const scale = clamp(view.scale * factor, smallest(), 8);
  if (state.moment >= 0) state.size = scale;
  const goal = {
    scale, x: view.x + at.x / view.scale - at.x / scale, y: view.y + at.y / view.scale - at.y / scale,
  };
  if (!point) {
    moveTo(goal);
    return;
  }
  Object.assign(view, goal);
  glide();
};
const pan = (x, y) => moveTo({ scale: view.scale, x: view.x + x / view.scale, y: view.y + y / view.scale });
// Brings cards into view, and no further than needed.
const bring = (ids, wanted = view.scale) => {
  const present = ids.filter((id) => cards.has(id));
  if (!present.length) return;
  const box = around(present);
  const room = size();
  const scale = Math.max(wanted, Math.min(0.8, fitting(box).scale));
  const wide = room.width / scale;
  const high = room.height / scale;
  const [beside, above] = [Math.max(32 / scale, wide / 7), Math.max(32 / scale, high / 7)];
  const centre = { x: view.x + room.width / view.scale / 2, y: view.y + room.height / view.scale / 2 };
  if (box.width + 2 * beside > wide || box.height + 2 * above > high) {
    moveTo(fitting(box, scale));
    return;
  }
  moveTo({
    scale,
    x: clamp(centre.x - wide / 2, box.x + box.width + beside - wide, box.x - beside),
    y: clamp(centre.y - high / 2, box.y + box.height + above - high, box.y - above),
  });
};
const isInView = (id) => {
  const box = around([id]);
  const room = size();
  return box.x >= view.x && box.x + box.width <= view.x + room.width / view.scale
    && box.y >= view.y && box.y + box.height <= view.y + room.height / view.scale;
};
// What is small is shown whole; of what is large the beginning, at a size that can be read.
const beginning = () => {
  const goal = fitting(everything());
  const first = plan.moments.find((moment) => moment.cards.some((id) => shown.cards.has(id)));
  if (goal.scale >= 0.5 || !first) return goal;
  const box = around(first.cards.filter((id) => shown.cards.has(id)));
  const scale = 0.85;
  return { scale, x: box.x + box.width / 2 - size().width / scale / 2, y: box.y - 32 / scale };
};

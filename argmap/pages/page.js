"use strict";
// The page's behaviour. The argument is in the page already; this shows parts of it, and moves the drawing.
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const plan = JSON.parse(byId("plan").textContent);
  const stage = byId("stage");
  const svg = stage.querySelector("svg");
  const over = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const cards = new Map();
  const steps = plan.steps.map((step) => ({ ...step, parts: step.parts.map(byId).filter(Boolean), cutBy: [] }));
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const state = { chosen: null, folded: new Set(), section: "", hits: [], hit: -1, moment: -1, size: 1.3, words: false };
  const view = { x: 0, y: 0, scale: 1 }; // the point of the drawing at the stage's corner, pixels a point

  // -- The argument as a graph ---------------------------------------------------------------------------
  for (const [id, card] of Object.entries(plan.cards)) {
    const shape = byId(id);
    if (!shape) continue;
    const item = byId(`read-${id}`);
    cards.set(id, { id, shape, item, section: card.section, above: [], below: [], box: null });
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
    const found = [];
    const waiting = [...cards.get(id).below].reverse();
    while (waiting.length) {
      const number = waiting.pop();
      if (found.includes(number)) continue;
      found.push(number);
      waiting.push(...[...steps[number].cutBy].reverse());
    }
    return found;
  };
  const cardsBelow = (id) => [...new Set(stepsBelow(id).flatMap((number) => steps[number].from))];
  const countBelow = (id) => {
    const found = new Set();
    const waiting = cardsBelow(id);
    while (waiting.length) {
      const next = waiting.pop();
      if (next === id || found.has(next)) continue;
      found.add(next);
      waiting.push(...cardsBelow(next));
    }
    return found.size;
  };

  // -- What is shown -------------------------------------------------------------------------------------
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
    for (const frame of svg.querySelectorAll(".section")) {
      const own = [...shown.cards].some((id) => cards.get(id).section === frame.id);
      frame.classList.toggle("away", !own);
    }
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

  // -- What is drawn over the drawing: the chosen claim, what was found, how much is folded ----------------
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

  // -- Moving the drawing ----------------------------------------------------------------------------------
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
  // Small maps are shown whole; of large ones the beginning, at a size that can be read.
  const begin = () => {
    const goal = fitting(full);
    const first = plan.moments.find((moment) => moment.cards.some((id) => cards.has(id)));
    if (goal.scale < 0.5 && first) {
      const box = around(first.cards.filter((id) => cards.has(id)));
      const room = size();
      goal.scale = 0.85;
      goal.x = box.x + box.width / 2 - room.width / goal.scale / 2;
      goal.y = box.y - 32 / goal.scale;
    }
    jump(goal);
  };

  // -- Choosing a claim --------------------------------------------------------------------------------------
  const saidOf = (id) => cards.get(id).item?.querySelector(".said")?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const choose = (id, { follow = true, open = false } = {}) => {
    const covered = open && !state.words; // what opens takes room from the drawing
    state.chosen = id;
    for (const item of document.querySelectorAll(".item.chosen")) item.classList.remove("chosen");
    const details = byId("details");
    details.hidden = !id;
    if (id) {
      if (open) words(true);
      fillDetails(id);
      const item = cards.get(id).item;
      item?.classList.add("chosen");
      if (state.words) item?.scrollIntoView({ block: "center" });
      byId("speech").textContent = saidOf(id);
    }
    drawOver();
    if (id && (follow || covered)) bring([id]);
  };
  const fillDetails = (id) => {
    const details = byId("details");
    const actions = document.createElement("div");
    actions.className = "actions";
    if (cardsBelow(id).length) {
      actions.append(button(state.folded.has(id) ? "Unfold" : "Fold", "(f)", () => fold(id)));
    }
    actions.append(button("×", "(Esc)", () => choose(null), "Choose nothing"));
    const copies = [...(cards.get(id).item?.children ?? [])].map((part) => part.cloneNode(true));
    for (const copy of copies) for (const link of copy.querySelectorAll(".said a, a[href^='#']")) link.tabIndex = -1;
    details.replaceChildren(actions, ...copies);
    details.scrollTop = 0;
  };
  const button = (words, title, act, label) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "fold";
    made.textContent = words;
    made.title = `${label ?? words} ${title}`;
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };
  // Where an arrow leads: up to what a claim bears on, down to what bears on it, sideways among those.
  const neighbour = (id, key) => {
    const visible = (other) => shown.cards.has(other);
    const above = cards.get(id).above.map(targetOf).find((other) => other && visible(other));
    if (key === "ArrowUp") return above;
    if (key === "ArrowDown") return cardsBelow(id).find((other) => visible(other) && other !== id);
    const row = (above ? cardsBelow(above) : plan.tops.filter((top) => cards.has(top))).filter(visible);
    row.sort((a, b) => boxOf(a).x - boxOf(b).x);
    return row[row.indexOf(id) + (key === "ArrowRight" ? 1 : -1)];
  };
  const walk = (key) => {
    const start = state.chosen && shown.cards.has(state.chosen) ? neighbour(state.chosen, key) : [...shown.cards][0];
    if (start) choose(start);
  };

  // -- Folding -------------------------------------------------------------------------------------------------
  const fold = (id) => {
    if (!cardsBelow(id).length) return;
    if (!state.folded.delete(id)) state.folded.add(id);
    show();
    if (state.chosen === id) fillDetails(id);
    byId("speech").textContent = state.folded.has(id) ? `folded, ${countBelow(id)} claims below` : "unfolded";
    bring([id]);
  };
  const unfold = () => {
    state.folded.clear();
    show();
  };
  const levels = (count) => {
    state.folded.clear();
    let row = plan.tops.filter((id) => cards.has(id));
    const seen = new Set(row);
    for (let level = 1; level < count; level += 1) {
      row = row.flatMap(cardsBelow).filter((id) => !seen.has(id) && seen.add(id));
    }
    for (const id of row) if (cardsBelow(id).length) state.folded.add(id);
    show();
    moveTo(fitting(everything()));
  };
  // Unfolds whatever hides a card.
  const uncover = (id) => {
    if (state.section && !shown.cards.has(id)) filter("");
    const waiting = [id];
    const seen = new Set(waiting);
    while (waiting.length && !shown.cards.has(id)) {
      for (const number of cards.get(waiting.pop()).above) {
        const target = targetOf(number);
        if (!target || seen.has(target)) continue;
        state.folded.delete(target);
        seen.add(target);
        waiting.push(target);
      }
    }
    show();
  };

  // -- Searching and sections ------------------------------------------------------------------------------------
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const search = (wanted) => {
    const words = plain(wanted).split(/\s+/).filter(Boolean);
    for (const item of document.querySelectorAll(".item.hit")) item.classList.remove("hit");
    state.hits = words.length ? [...cards.keys()].filter((id) => {
      const card = cards.get(id);
      card.text ??= plain(`${card.item?.textContent ?? card.shape.textContent}`);
      return words.every((word) => card.text.includes(word));
    }) : [];
    state.hit = -1;
    for (const id of state.hits) cards.get(id).item?.classList.add("hit");
    byId("found").textContent = words.length ? `${state.hits.length || "nothing"} found` : "";
    drawOver();
  };
  const goToHit = (by) => {
    if (!state.hits.length) return;
    state.hit = (state.hit + by + state.hits.length) % state.hits.length;
    const id = state.hits[state.hit];
    if (!shown.cards.has(id)) uncover(id);
    byId("found").textContent = `${state.hit + 1} of ${state.hits.length}`;
    choose(id);
  };
  const filter = (section) => {
    state.section = section;
    byId("section").value = section;
    show();
    moveTo(fitting(everything()));
  };
  const turnSection = (by) => {
    const options = [...byId("section").options].map((option) => option.value);
    filter(options[(options.indexOf(state.section) + by + options.length) % options.length]);
  };

  // -- In class --------------------------------------------------------------------------------------------------------
  const present = () => {
    choose(null);
    root.classList.add("presenting");
    byId("caption").hidden = false;
    goToMoment(0);
    stage.focus({ preventScroll: true });
  };
  const leave = () => {
    state.moment = -1;
    root.classList.remove("presenting");
    byId("caption").hidden = true;
    show();
    settle();
  };
  const goToMoment = (number) => {
    state.moment = clamp(number, 0, plan.moments.length - 1);
    const moment = plan.moments[state.moment];
    const sentence = document.createElement("p");
    sentence.className = "sentence";
    const said = moment.step === null ? "" : ` · ${steps[moment.step].said}`;
    sentence.textContent = `${state.moment + 1} of ${plan.moments.length}${said}`;
    const texts = moment.cards
      .map((id) => cards.get(id)?.item?.querySelector(".said")?.cloneNode(true)).filter(Boolean);
    for (const text of texts) for (const link of text.querySelectorAll("a")) link.tabIndex = -1;
    byId("moment").replaceChildren(sentence, ...texts);
    show();
    const target = moment.step === null ? null : targetOf(moment.step);
    bring([...moment.cards, ...(target && shown.cards.has(target) ? [target] : [])], state.size);
  };

  // -- Light and dark, standing, words -----------------------------------------------------------------------------------
  const press = (name, on) =>
    document.querySelector(`[data-do="${name}"]`).setAttribute("aria-pressed", String(on));
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const words = (on) => {
    if (state.words === on) return;
    const room = size();
    const middle = { x: view.x + room.width / view.scale / 2, y: view.y + room.height / view.scale / 2 };
    state.words = on;
    root.classList.toggle("words", on);
    press("panel", on);
    const now = size();
    view.x = middle.x - now.width / view.scale / 2;
    view.y = middle.y - now.height / view.scale / 2;
    settle();
  };
  const standing = (on) => {
    root.classList.toggle("show-standing", on);
    press("standing", on);
  };
  const acts = {
    zoomIn: () => zoom(1.3),
    zoomOut: () => zoom(1 / 1.3),
    fit: () => moveTo(fitting(everything())),
    standing: () => standing(!root.classList.contains("show-standing")),
    present,
    panel: () => words(!state.words),
    dark: () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      press("dark", isDark());
    },
    help: () => byId("help").showModal(),
    back: () => goToMoment(state.moment - 1),
    next: () => goToMoment(state.moment + 1),
    leave,
  };

  // -- Mouse, touch and keys ---------------------------------------------------------------------------------------------------
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
    if (folded) fold(folded.dataset.card);
    else if (state.moment < 0) choose(cardAt(event), { follow: false, open: Boolean(cardAt(event)) });
    else if (!cardAt(event)) acts.next();
  });
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

  // -- The beginning -----------------------------------------------------------------------------------------------------------------
  stage.tabIndex = 0;
  over.id = "over";
  svg.querySelector(".graph").append(over);
  for (const title of svg.querySelectorAll(".graph > title")) title.remove();
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  standing(root.dataset.standing === "true");
  press("dark", isDark());
  root.classList.add("ready");
  show();
  if (innerWidth >= 1000) words(true);
  begin();
  new ResizeObserver(settle).observe(stage);
  addEventListener("beforeprint", () => {
    svg.style.transform = "";
    svg.setAttribute("viewBox", `${full.x} ${full.y} ${full.width} ${full.height}`);
  });
  addEventListener("afterprint", settle);
  const wanted = decodeURIComponent(location.hash.slice(1)).replace(/^read-/, "");
  if (cards.has(wanted)) choose(wanted, { open: true });
})();

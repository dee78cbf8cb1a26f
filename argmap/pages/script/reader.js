// What a reader can do: choose, fold, search, filter by section, present, switch things on and off.

// Choosing a claim.
const saidOf = (id) => cards.get(id).item?.querySelector(".said")?.textContent.replace(/\s+/g, " ").trim() ?? "";
const choose = (id, { follow = true, open = false } = {}) => {
  const covered = open && !state.words; // what opens takes room from the drawing
  state.chosen = id;
  for (const item of document.querySelectorAll(".item.chosen")) markChosen(item, false);
  const details = byId("details");
  details.hidden = !id;
  if (id) {
    if (open) words(true);
    fillDetails(id);
    const item = cards.get(id).item;
    if (item) markChosen(item, true);
    if (state.words) item?.scrollIntoView({ block: "center" });
    byId("speech").textContent = saidOf(id);
  }
  drawOver();
  if (id && (follow || (covered && !isInView(id)))) bring([id]);
};
const markChosen = (item, on) => {
  item.classList.toggle("chosen", on);
  const link = item.querySelector(".said a");
  if (on) link?.setAttribute("aria-current", "true");
  else link?.removeAttribute("aria-current");
};
const fillDetails = (id) => {
  const details = byId("details");
  const actions = document.createElement("div");
  actions.className = "actions";
  if (cardsBelow(id).length) {
    actions.append(button(state.folded.has(id) ? "Unfold" : "Fold", "(f)", () => {
      fold(id);
      byId("details").querySelector("button").focus({ preventScroll: true }); // made anew, with the rest
    }));
  }
  actions.append(button("×", "(Esc)", () => {
    choose(null);
    stage.focus({ preventScroll: true });
  }, "Choose nothing"));
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

// Folding.
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
  moveTo(beginning());
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
const goTo = (id) => {
  if (!shown.cards.has(id)) uncover(id);
  choose(id);
};

// Searching and sections.
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
  byId("found").textContent = `${state.hit + 1} of ${state.hits.length}`;
  goTo(id);
};
const filter = (section) => {
  state.section = section;
  byId("section").value = section;
  show();
  moveTo(beginning());
};
const turnSection = (by) => {
  const options = [...byId("section").options].map((option) => option.value);
  filter(options[(options.indexOf(state.section) + by + options.length) % options.length]);
};

// In class.
const present = () => {
  if (!plan.moments.length) return;
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
  stage.focus({ preventScroll: true });
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

// Light and dark, standing, words.
const press = (name, on) =>
  document.querySelector(`[data-do="${name}"]`).setAttribute("aria-pressed", String(on));
const isDark = () =>
  root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const words = (on) => {
  state.words = on;
  root.classList.toggle("words", on);
  press("panel", on);
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
  help: () => {
    byId("help").showModal();
    byId("help-title").focus(); // what is long begins at its top
  },
  back: () => goToMoment(state.moment - 1),
  next: () => goToMoment(state.moment + 1),
  leave,
};

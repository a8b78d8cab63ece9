"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const summary = $("#summary"), source = $("#source"), search = $("#search");
  const cards = all(".card"), filters = all("select[data-filter]");
  const quote = (value) => '"' + CSS.escape(value) + '"';
  let lit = [];

  function unlight() {
    for (const element of lit) element.classList.remove("lit");
    lit = [];
    for (const card of all(".card.current")) card.classList.remove("current");
  }
  function light(elements) {
    for (const element of elements) { element.classList.add("lit"); lit.push(element); }
  }
  function pane(name) {
    document.body.dataset.pane = name;
    for (const tab of all(".tabs button")) tab.setAttribute("aria-pressed", String(tab.dataset.pane === name));
  }
  // Blocks outside the view have an estimated height only, so the first jump may land beside its
  // target: aim again while the blocks around it are laid out.
  function reveal(element, tries = 4) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    if (tries > 1) requestAnimationFrame(() => reveal(element, tries - 1));
  }
  function toSource(unit, place) {
    unlight();
    const parts = unit ? all(".u[data-u=" + quote(unit) + "]", source) : [];
    const anchors = place ? all(".a[data-s~=" + quote(place) + "]", source) : [];
    light(parts); light(anchors);
    const card = unit && $(".card[data-u=" + quote(unit) + "]", summary);
    if (card) card.classList.add("current");
    const target = anchors[0] || parts[0];
    if (target) { pane("source"); reveal(target); }
  }
  function toSummary(unit) {
    const card = unit && $(".card[data-u=" + quote(unit) + "]", summary);
    if (!card) return;
    unlight();
    card.hidden = false;
    for (let box = card.parentElement; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") { box.open = true; box.hidden = false; }
    }
    light(all(".u[data-u=" + quote(unit) + "]", source));
    card.classList.add("current");
    pane("summary"); reveal(card);
  }
  summary.addEventListener("click", (event) => {
    const button = event.target.closest("[data-go]");
    if (button) toSource(button.dataset.u || "", button.dataset.s || "");
  });
  source.addEventListener("click", (event) => {
    if (String(getSelection())) return;
    const part = event.target.closest("[data-u]");
    if (part) toSummary(part.dataset.u);
  });
  for (const tab of all(".tabs button")) tab.addEventListener("click", () => pane(tab.dataset.pane));

  function apply() {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const text = words.length ? card.textContent.toLowerCase() + " " + (card.dataset.more || "").toLowerCase() : "";
      const fits = filters.every((filter) => !filter.value || card.dataset[filter.dataset.filter] === filter.value)
        && words.every((word) => text.includes(word));
      card.hidden = !fits;
      if (fits) shown += 1;
    }
    const filtering = words.length > 0 || filters.some((filter) => filter.value);
    for (const section of all(".section").reverse()) {
      const any = $(".card:not([hidden])", section) !== null;
      section.hidden = filtering && !any;
      if (filtering && any) section.open = true;
    }
    $("#count").textContent = shown + " / " + cards.length;
    $("#nothing").hidden = shown > 0 || cards.length === 0;
  }
  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); });
  for (const filter of filters) filter.addEventListener("change", apply);
  $("#reset").addEventListener("click", () => {
    search.value = "";
    for (const filter of filters) filter.value = "";
    unlight(); apply();
  });
  const fold = $("#fold");
  fold.addEventListener("click", () => {
    const close = fold.getAttribute("aria-pressed") !== "true";
    fold.setAttribute("aria-pressed", String(close));
    for (const section of all(".section")) section.open = !close;
  });
  $("#theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  const keys = $("#keys");
  $("#help").addEventListener("click", () => keys.showModal());
  function step(by) {
    const shown = cards.filter((card) => !card.hidden);
    if (!shown.length) return;
    const at = shown.findIndex((card) => card.classList.contains("current"));
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
    toSummary(next.dataset.u);
    const first = $(".u[data-u=" + quote(next.dataset.u) + "]", source);
    if (first && matchMedia("(min-width: 801px)").matches) reveal(first);
    $("[data-go]", next).focus({ preventScroll: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.key === "Escape") { event.target.blur(); unlight(); return; }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const act = {
      "/": () => search.focus(), j: () => step(1), k: () => step(-1), f: () => fold.click(),
      t: () => $("#theme").click(), "?": () => keys.showModal(),
      s: () => pane(document.body.dataset.pane === "source" ? "summary" : "source"),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  window.addEventListener("beforeprint", () => { for (const box of all("details")) box.open = true; });
  pane("summary");
  apply();
})();

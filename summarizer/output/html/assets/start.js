"use strict";
const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const quote = (value) => '"' + CSS.escape(value) + '"';
const words = JSON.parse(document.body.dataset.page);
const summary = $("#summary"), source = $("#source"), search = $("#search");
const narrow = matchMedia("(max-width: 800px)");

/* What a reader chose is remembered where the browser allows it. */
const memory = {
  get(name) { try { return localStorage.getItem("summarize." + name); } catch { return null; } },
  set(name, value) { try { localStorage.setItem("summarize." + name, value); } catch { /* not kept */ } },
};

let saying = 0;
function say(text) {
  $("#said").textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => { $("#said").textContent = ""; }, 2500);
}

function setTheme(theme) { if (theme) document.documentElement.dataset.theme = theme; }
setTheme(memory.get("theme"));
$("#theme").addEventListener("click", () => {
  const now = document.documentElement.dataset.theme
    || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  setTheme(now === "dark" ? "light" : "dark");
  memory.set("theme", document.documentElement.dataset.theme);
});

/* Only one menu is open, and none after a click elsewhere. */
document.addEventListener("click", (event) => {
  for (const menu of all(".menu[open]")) {
    if (!menu.contains(event.target) || event.target.closest(".menu a")) menu.open = false;
  }
});

/* The width of the panes, by pointer or arrow keys. */
const split = $("#split");
function setSplit(share) {
  const value = Math.round(Math.min(80, Math.max(20, share)));
  document.documentElement.style.setProperty("--split", value);
  split.setAttribute("aria-valuenow", value);
  memory.set("split", value);
}
if (split) {
  if (memory.get("split")) setSplit(Number(memory.get("split")));
  split.addEventListener("pointerdown", (event) => {
    split.setPointerCapture(event.pointerId);
    split.classList.add("moving");
  });
  split.addEventListener("pointermove", (event) => {
    if (split.hasPointerCapture(event.pointerId)) setSplit(100 * event.clientX / innerWidth);
  });
  split.addEventListener("pointerup", () => split.classList.remove("moving"));
  split.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (by) { event.preventDefault(); setSplit(Number(split.getAttribute("aria-valuenow")) + by); }
  });
}

function pane(name) {
  document.body.dataset.pane = name;
  document.body.classList.remove("reading");
  for (const tab of all(".tabs button")) tab.setAttribute("aria-pressed", String(tab.dataset.pane === name));
}
for (const tab of all(".tabs button")) tab.addEventListener("click", () => pane(tab.dataset.pane));

/* On a phone the head gives way while one reads on, and comes back when one turns back. */
for (const part of all(".pane")) {
  let last = 0;
  part.addEventListener("scroll", () => {
    const by = part.scrollTop - last;
    if (Math.abs(by) < 8) return;
    document.body.classList.toggle("reading", by > 0 && part.scrollTop > 60);
    last = part.scrollTop;
  }, { passive: true });
}
window.addEventListener("beforeprint", () => {
  for (const box of all("#summary details")) box.open = true;
});

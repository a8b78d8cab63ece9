/* The keyboard alone is enough. */
const keys = $("#keys");
$("#help").addEventListener("click", () => keys.showModal());
function step(by) {
  const shown = all(".card, .claimed").filter((card) => !card.hidden && card.offsetParent);
  if (!shown.length) return;
  const here = shown.findIndex((card) => card.classList.contains("current"));
  const next = shown[here < 0 ? (by > 0 ? 0 : shown.length - 1) : (here + by + shown.length) % shown.length];
  go("#" + next.id, "");
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
  if (event.key === "Escape") {
    for (const menu of all(".menu[open]")) menu.open = false;
    event.target.blur(); unlight();
    return;
  }
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  const act = {
    "/": () => search.focus(), j: () => step(1), k: () => step(-1), f: () => fold && fold.click(),
    t: () => $("#theme").click(), "?": () => keys.showModal(),
    s: () => pane(document.body.dataset.pane === "source" ? "summary" : "source"),
  }[event.key];
  if (act) { event.preventDefault(); act(); }
});
pane("summary");
look();
if (location.hash) follow();

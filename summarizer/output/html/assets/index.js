/* The entries: what a search leaves of them, and their order. */
const entries = all(".entry"), list = $("#entries"), order = $("select[data-order]");
const texts = entries.map((entry) => entry.textContent.replace(/\s+/g, "").toLowerCase());
const language = new Intl.Collator(document.documentElement.lang);
const number = (name) => (one, other) => Number(other.dataset[name]) - Number(one.dataset[name]);
const ORDERS = {
  newest: (one, other) => other.dataset.newest.localeCompare(one.dataset.newest),
  title: (one, other) => language.compare(one.dataset.title, other.dataset.title),
  open: number("open"), doubts: number("doubts"),
};
function look() {
  const asked = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  entries.forEach((entry, at) => {
    entry.hidden = !asked.every((term) => texts[at].includes(term));
    if (!entry.hidden) shown += 1;
  });
  $("#nothing").hidden = shown > 0;
  $("#count").textContent = asked.length ? shown + " / " + entries.length : "";
}
function arrange() {
  const by = ORDERS[order.value];
  list.append(...(by ? entries.slice().sort(by) : entries));
}
let waiting = 0;
search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, 100); });
order.addEventListener("change", arrange);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") event.target.blur();
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === "/") { event.preventDefault(); search.focus(); }
  if (event.key === "t") $("#theme").click();
});
look();

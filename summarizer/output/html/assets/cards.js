/* The cards: what a search and the filters leave of them, and their order. */
const cards = all(".card"), slots = all(".slot");
const filters = all("select[data-filter]"), order = $("select[data-order]"), flat = $("#flat");
const UNFINISHED = ["problem", "in_progress", "mostly_completed", "planned"];
const DOUBTS = ["contradicted", "unverifiable", "approximated"];
const rank = (list, value) => (list.indexOf(value) + list.length + 1) % (list.length + 1);
const ORDERS = {
  doubt: (card) => rank(DOUBTS, card.dataset.verdict),
  status: (card) => rank(UNFINISHED, card.dataset.status),
  figures: (card) => -Number(card.dataset.figures),
};
let texts = null;

function showCards(asked) {
  if (!cards.length) return "";
  if (asked.length) texts = texts || cards.map((card) => card.textContent.replace(/\s+/g, "").toLowerCase());
  let shown = 0;
  cards.forEach((card, number) => {
    const fits = filters.every((filter) => !filter.value || card.dataset[filter.dataset.filter] === filter.value)
      && asked.every((term) => texts[number].includes(term));
    card.hidden = !fits;
    if (fits) shown += 1;
  });
  const narrowed = filters.some((filter) => filter.value);
  const filtering = asked.length > 0 || narrowed;
  for (const section of all("#outline .section").reverse()) {
    const any = $(".card:not([hidden])", section) !== null;
    section.hidden = filtering && !any;
    if (filtering && any) section.open = true;
  }
  $("#nothing").hidden = shown > 0;
  $("#filters").classList.toggle("used", narrowed || Boolean(order.value));
  return filtering ? shown + " / " + cards.length : "";
}
function arrange() {
  const by = ORDERS[order.value];
  $("#outline").hidden = Boolean(by);
  cards.forEach((card, number) => slots[number].append(card));
  if (by) {
    const keyed = cards.map((card, number) => [by(card), number, card]);
    keyed.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    flat.append(...keyed.map((row) => row[2]));
  }
  look();
}
for (const filter of filters) filter.addEventListener("change", look);
if (order) order.addEventListener("change", arrange);
if ($("#reset")) $("#reset").addEventListener("click", () => {
  search.value = "";
  for (const filter of filters) filter.value = "";
  if (order) order.value = "";
  unlight(); arrange();
});
const fold = $("#fold");
if (fold) fold.addEventListener("click", () => {
  const close = fold.getAttribute("aria-pressed") !== "true";
  fold.setAttribute("aria-pressed", String(close));
  for (const section of all("#outline .section")) section.open = !close;
});

/* Addresses: #2.1.4 is a unit, #f-12-15 a place in the source. Back and forward follow. */
let lit = [];
function unlight() {
  for (const element of lit) element.classList.remove("lit", "hit", "current");
  lit = [];
}
function light(elements, name) {
  for (const element of elements) { element.classList.add(name); lit.push(element); }
}
/* Blocks outside the view have an estimated height only, so the first jump may land beside its
   target: aim again while the blocks around it are laid out. */
function reveal(element, tries = 6) {
  const block = element.offsetHeight * 2 > innerHeight ? "start" : "center";
  element.scrollIntoView({ block, behavior: "instant" });
  if (tries > 1) requestAnimationFrame(() => reveal(element, tries - 1));
}
function openAround(element) {
  for (let box = element; box; box = box.parentElement) {
    if (box.tagName === "DETAILS") { box.open = true; box.hidden = false; }
  }
}
const unitParts = (unit) => all(".u[data-u=" + quote(unit) + "]", source);

function toSource(place) {
  const parts = all(".s[data-s~=" + quote(place) + "]", source);
  if (!parts.length) return;
  unlight();
  const within = parts[0].closest("[data-u]");
  if (within) {
    light(unitParts(within.dataset.u), "lit");
    const card = document.getElementById(within.dataset.u);
    if (card) light([card], "current");
  }
  light(parts, "lit"); light(parts, "hit");
  pane("source"); reveal(parts[0]);
}
function toUnit(id) {
  const target = document.getElementById(id);
  if (!target || !summary.contains(target)) { toUnitOfSource(id); return; }
  unlight();
  target.hidden = false;
  openAround(target);
  light([target], "current");
  const place = target.dataset.s;
  const parts = place ? all(".s[data-s~=" + quote(place) + "]", source) : unitParts(id);
  light(parts, "lit");
  if (place) light(parts, "hit");
  pane("summary"); reveal(target);
  if (parts.length && !narrow.matches) reveal(parts[0]);
}
/* The page of somebody's own text has no cards: a unit is what the source has of it. */
function toUnitOfSource(id) {
  const below = all(".u[data-u^=" + quote(id + ".") + "]", source), parts = [...unitParts(id), ...below];
  if (!parts.length) return;
  unlight();
  light(parts, "lit");
  pane("source"); reveal(parts[0]);
}
function follow() {
  const name = decodeURIComponent(location.hash.slice(1));
  if (name.startsWith("f-")) toSource(name.slice(2));
  else if (name) toUnit(name);
  else { unlight(); pane("summary"); }
}
function go(hash, from) {
  // Back leads to where the reader was, not to an older address.
  if (from && location.hash !== "#" + from) history.replaceState(null, "", "#" + from);
  if (location.hash !== hash) history.pushState(null, "", hash);
  follow();
}
window.addEventListener("popstate", follow);
summary.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const holder = event.target.closest(".card, .claimed");
  if (link) {
    event.preventDefault();
    go(link.getAttribute("href"), holder && link.hash.startsWith("#f-") ? holder.id : "");
    return;
  }
  const point = event.target.closest("[data-p]");
  if (point && !event.target.closest("button") && !String(getSelection())) go("#f-" + point.dataset.p, holder && holder.id);
});
source.addEventListener("click", (event) => {
  if (String(getSelection())) return;
  const place = event.target.closest("[data-s]"), part = event.target.closest("[data-u]");
  const claims = place ? place.dataset.s.split(" ").map((name) => $(".claimed[data-s=" + quote(name) + "]", summary)) : [];
  const claim = claims.find(Boolean);
  if (claim) go("#" + claim.id);
  else if (part && document.getElementById(part.dataset.u)) go("#" + part.dataset.u);
});

/* Copy a sentence with its source. */
async function copy(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* an older way */ }
  const box = document.createElement("textarea");
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  return done;
}
summary.addEventListener("click", async (event) => {
  const button = event.target.closest(".cite");
  if (!button) return;
  const named = button.closest("[data-unit]"), unit = named ? named.dataset.unit : button.closest("[id]").id;
  const chosen = String(getSelection()).trim() || $(".t", button.parentElement).textContent.trim();
  const fill = { text: chosen, title: words.title, facts: words.facts, unit };
  let cited = (unit ? words.cite_form : words.cite_whole).replace(/\{(\w+)\}/g, (_, name) => fill[name]);
  if (location.protocol.startsWith("http")) cited += " " + location.href.split("#")[0] + (named ? location.hash : "#" + unit);
  say((await copy(cited)) ? words.copied : words.copy_failed);
});

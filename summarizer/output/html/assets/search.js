/* Search in the summary and the source: counts, marks, and a walk through the places. */
const MOST_MARKS = 3000;
let index = null, waiting = 0, found = [], at = -1;

/* The text of a pane without white space, so that a line break hides nothing, and where in which
   text node each stretch of it stands. */
function indexed(root) {
  const nodes = [], starts = [], pieces = [];
  let length = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const bare = walker.currentNode.data.replace(/\s+/g, "").toLowerCase();
    if (!bare) continue;
    nodes.push(walker.currentNode); starts.push(length); pieces.push(bare);
    length += bare.length;
  }
  return { nodes, starts, text: pieces.join("") };
}
function nodeAt(part, offset) {
  let low = 0, high = part.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (part.starts[middle] <= offset) low = middle; else high = middle - 1;
  }
  const node = part.nodes[low];
  let left = offset - part.starts[low], raw = 0;
  while (raw < node.data.length && (left > 0 || /\s/.test(node.data[raw]))) {
    if (!/\s/.test(node.data[raw])) left -= 1;
    raw += 1;
  }
  return [node, raw];
}
function rangeOf(part, start, length) {
  const range = new Range();
  range.setStart(...nodeAt(part, start));
  const [node, last] = nodeAt(part, start + length - 1);
  range.setEnd(node, last + 1);
  return range;
}
function places(part, terms) {
  const spans = [];
  for (const term of terms) {
    for (let from = part.text.indexOf(term); from >= 0; from = part.text.indexOf(term, from + term.length)) {
      spans.push([from, term.length]);
    }
  }
  return spans.sort((one, other) => one[0] - other[0]);
}
function mark(name, ranges) {
  if (!CSS.highlights) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges)); else CSS.highlights.delete(name);
}
function terms() { return search.value.trim().toLowerCase().split(/\s+/).filter(Boolean); }

function look() {
  const asked = terms();
  const shown = showCards(asked);
  at = -1; found = [];
  mark("here", []);
  if (!asked.length) {
    mark("found", []);
    $("#steps").hidden = true;
    $("#count").textContent = shown;
    return;
  }
  index = index || { summary: indexed(summary), source: indexed(source) };
  const left = places(index.summary, asked), right = places(index.source, asked);
  found = right.map((span) => [index.source, ...span]).concat(left.map((span) => [index.summary, ...span]));
  mark("found", found.slice(0, MOST_MARKS).map((span) => rangeOf(...span)));
  $("#steps").hidden = found.length === 0;
  $("#count").textContent = words.found_in_summary + " " + left.length + " · " + words.found_in_source + " " + right.length;
}
function walk(by) {
  if (!found.length) return;
  at = (at + by + found.length) % found.length;
  const range = rangeOf(...found[at]);
  const holder = range.startContainer.parentElement;
  openAround(holder);
  pane(source.contains(holder) ? "source" : "summary");
  mark("here", [range]);
  reveal(holder);
}
search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, 120); });
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") { event.preventDefault(); walk(event.shiftKey ? -1 : 1); }
});
$("#next").addEventListener("click", () => walk(1));
$("#previous").addEventListener("click", () => walk(at < 0 ? 0 : -1));

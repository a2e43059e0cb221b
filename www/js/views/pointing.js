/**
 * Pointing at places in the drawn text that are no marks: a pronoun, a passage that was let go, hits of a search. In: elements of blocks, where these
 * start, and spans; out: the spans stand out until others are pointed at. No element changes. Example: `point(element, block, {start: 124, end: 127})`.
 * Limits: a browser without custom highlights is told so by `false`.
 */

/** Names of what is pointed at, as the style sheet knows them. */
const POINTED = 'pointed';
const FOUND = 'found';

/** Points at a span; with none, at nothing any more.
 * @returns {boolean} whether this browser can */
export function point(element = null, block = null, span = null) {
  return highlight(POINTED, element ? rangesIn(element, block, [span]) : []);
}

/** Points at all hits of a search.
 * @param {Range[]} ranges
 * @returns {boolean} whether this browser can */
export const pointAtHits = (ranges) => highlight(FOUND, ranges);

function highlight(name, ranges) {
  if (!globalThis.CSS?.highlights) return false;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
  return ranges.length > 0;
}

/** The ranges of spans in a block's own words, cut off at its ends; hidden words and the numbers of findings are not counted.
 * @param {{start: number, end: number}[]} spans sorted by start */
export function rangesIn(element, {start, end}, spans) {
  const inside = spans.filter((span) => span.start < end && span.end > start);
  if (!inside.length) return [];
  const nodes = ownText(element);
  return inside.map((span) => rangeOf(nodes, Math.max(span.start, start) - start, Math.min(span.end, end) - start)).filter(Boolean);
}

function ownText(element) {
  const own = (node) => (node.parentElement.closest('.unseen, .reference') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, own);
  const nodes = [];
  for (let at = 0, node = walker.nextNode(); node; at += node.length, node = walker.nextNode()) nodes.push({node, at});
  return nodes;
}

function rangeOf(nodes, from, to) {
  const first = nodes.find(({node, at}) => from < at + node.length);
  const last = nodes.findLast(({at}) => at < to);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.max(0, from - first.at));
  range.setEnd(last.node, Math.min(last.node.length, to - last.at));
  return range;
}

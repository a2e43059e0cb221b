/**
 * Pointing at a place in the drawn text that is no mark: a pronoun, a passage that was let go. In: the element of a block,
 * where the block starts, and a span; out: the span stands out until another is pointed at. No element changes.
 * Example: `point(element, 120, {start: 124, end: 127})`. Limits: a browser without custom highlights is told so by `false`.
 */

const NAME = 'pointed';

/** Points at a span; with none, at nothing any more.
 * @returns {boolean} whether this browser can */
export function point(element = null, blockStart = 0, {start, end} = {}) {
  if (!globalThis.CSS?.highlights) return false;
  const range = element && rangeOf(element, start - blockStart, end - blockStart);
  if (range) CSS.highlights.set(NAME, new Highlight(range));
  else CSS.highlights.delete(NAME);
  return Boolean(range);
}

/** The range of a span of a block's own words; hidden words and the numbers of findings are not counted. */
function rangeOf(element, from, to) {
  const own = (node) => (node.parentElement.closest('.unseen, .reference') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, own);
  const range = document.createRange();
  let begun = false;
  for (let at = 0, node = walker.nextNode(); node; at += node.length, node = walker.nextNode()) {
    if (!begun && from < at + node.length) {
      range.setStart(node, Math.max(0, from - at));
      begun = true;
    }
    if (begun) range.setEnd(node, Math.min(node.length, to - at));
    if (begun && to <= at + node.length) return range;
  }
  return begun ? range : null;
}

/**
 * Marks to disjoint segments. In: marks that may nest or cross, and a range of the text; out: the range cut wherever a
 * mark starts or ends, each segment with the marks that cover it, smallest first. Pure. Offsets are UTF-16 units.
 * Example: marks [0,5) and [3,8) over [0,9) give [0,3) {a}, [3,5) {a,b}, [5,8) {b}, [8,9) {}.
 * Limits: marks must be sorted by start; empty marks and marks outside the range are left out.
 */

/**
 * @typedef {{start: number, end: number, id: string}} Span
 * @typedef {{start: number, end: number, marks: Span[], first: Span[], last: Span[]}} Segment `first` lists the marks
 *   whose first segment of this range this is, `last` those that end with it: hidden words are put in once per mark.
 */

/**
 * @param {Span[]} marks sorted by start
 * @param {number} from
 * @param {number} to
 * @returns {Segment[]}
 */
export function segments(marks, from, to) {
  const inside = marks.filter((mark) => mark.start < to && mark.end > from && mark.start < mark.end);
  const cuts = new Set([from, to]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, from));
    cuts.add(Math.min(mark.end, to));
  }
  const borders = [...cuts].sort((a, b) => a - b);
  const result = [];
  let active = [];
  let next = 0;
  for (let i = 0; i + 1 < borders.length; i += 1) {
    const start = borders[i];
    const end = borders[i + 1];
    active = active.filter((mark) => mark.end > start);
    const first = [];
    while (next < inside.length && inside[next].start <= start) {
      if (inside[next].end > start) first.push(inside[next]);
      next += 1;
    }
    active = [...active, ...first].sort(bySize);
    result.push({start, end, marks: active, first, last: active.filter((mark) => mark.end === end)});
  }
  return result;
}

/**
 * The marks of each of a list of disjoint, sorted ranges, in one sweep, so that a long text is not searched once a block.
 * @param {Span[]} marks sorted by start
 * @param {{start: number, end: number}[]} ranges
 * @returns {Span[][]}
 */
export function marksByRange(marks, ranges) {
  let next = 0;
  let open = [];
  return ranges.map((range) => {
    open = open.filter((mark) => mark.end > range.start);
    while (next < marks.length && marks[next].start < range.end) {
      if (marks[next].end > range.start) open.push(marks[next]);
      next += 1;
    }
    return open.slice();
  });
}

/** Lines of a text that is not analysed yet, as blocks; empty lines give none. */
export function plainBlocks(text) {
  const blocks = [];
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    if (text.slice(start, Math.min(end, start + 2000)).trim() !== '') blocks.push({start, end, role: 'body'});
    start = end + 1;
  }
  return blocks;
}

/** Smallest first; of equals the one that begins later, then by id, so that the order is always the same. */
function bySize(a, b) {
  return a.end - a.start - (b.end - b.start) || b.start - a.start || (a.id < b.id ? -1 : 1);
}

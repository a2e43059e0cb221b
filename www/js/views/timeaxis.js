/**
 * Axis, lanes and marks of the timeline as SVG. In: boxes and scale from ticks.js and how tall things are; out: elements. An event is a disc, a statement
 * pointed, a publication a hollow square; the longer the bar the less exact; each article has a hue and a pattern. Example: `shape(box, 40, 'event')`.
 */

import {M} from '../messages.js';
import {s} from '../svg.js';
import {ticksOf} from '../ticks.js';

export const ROW = 26;
const BAR = 12;

/** Overlays that tell articles apart without colour; the first has none. */
const PATTERNS = [null, 'M0 6 6 0M-1 1l2-2M5 7l2-2', 'M3 0v6', 'M0 3h6', 'M0 0l6 6M5-1l2 2M-1 5l2 2'];
export const patternOf = (letter) => (letter ?? 0) % PATTERNS.length;

export function patterns() {
  return s('defs', null, PATTERNS.map((d, i) => d && s('pattern', {id: `lane-pattern-${i}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse'}, s('path', {d, class: 'lane__pattern'}))));
}

/** Ticks with lines down all lanes, the stretch each band covers, and a break between bands. */
export function axis(scale, top, bottom) {
  const {bands} = scale;
  return s('g', {class: 'axis', 'aria-hidden': 'true'}, bands.map((band, i) => [
    s('rect', {class: 'axis__band', x: band.left, y: top, width: band.right - band.left, height: bottom - top}),
    words(band, top),
    ticks(band, top, bottom),
    i > 0 && s('path', {class: 'axis__break', d: `M${band.left - 15} ${top + 5}l4-10M${band.left - 10} ${top + 5}l4-10`}, s('title', null, M.timeline.gap)),
  ]));
}

/** The stretch in words where there is room for them; else its years. */
function words(band, top) {
  const [first, last] = [M.timeline.year(band.from), M.timeline.year(band.to)];
  const long = M.timeline.band(band.from, band.to);
  const text = long.length * 6.2 <= band.right - band.left ? long : first === last ? first : `${first}–${last}`;
  return s('text', {class: 'axis__words', x: band.left, y: top - 20}, text);
}

function ticks(band, top, bottom) {
  return ticksOf(band).map(({day, x, unit}) => {
    const late = x > band.right - 30;
    return [s('line', {class: 'axis__tick', x1: x, x2: x, y1: top - 4, y2: bottom}), s('text', {class: 'axis__label', x: late ? Math.min(x, band.right) : x, y: top - 7, 'text-anchor': late ? 'end' : 'start'}, M.timeline.tick(day, unit))];
  });
}

/** The mark of an event in its row. */
export function shape({event, parts, left, right}, y, pattern) {
  const middle = y + ROW / 2;
  const short = right - left < BAR;
  if (short) return point(event.kind, (left + right) / 2, middle);
  return parts.map((part) => {
    const bar = outline(event.kind, part.left, Math.max(part.right, part.left + 4), middle, part.begins, part.ends);
    return [s('path', {class: `event__bar event__bar--${event.precision}`, d: bar}), pattern > 0 && s('path', {d: bar, fill: `url(#lane-pattern-${pattern})`})];
  });
}

function point(kind, x, y) {
  if (kind === 'publication') return s('rect', {class: 'event__page', x: x - 5, y: y - 6, width: 10, height: 12, rx: 1});
  if (kind === 'statement') return s('path', {class: 'event__bar', d: `M${x} ${y - 8}l8 8-8 8-8-8z`});
  return s('circle', {class: 'event__bar', cx: x, cy: y, r: 6.5});
}

/** A bar; the ends of a statement are pointed, and a bar that goes on in another band is cut straight. */
function outline(kind, left, right, y, first, last) {
  const half = BAR / 2;
  const tip = Math.min(kind === 'statement' ? 6 : 3, (right - left) / 2);
  const start = first ? `M${left} ${y}L${left + tip} ${y - half}` : `M${left} ${y + half}V${y - half}`;
  const end = last ? `H${right - tip}L${right} ${y}L${right - tip} ${y + half}` : `H${right}V${y + half}`;
  return `${start}${end}H${first ? left + tip : left}Z`;
}

/**
 * Scales and rows of the timeline. In: bands, events and a width; out: where a day stands, ticks at days, weeks, months or years as there is room, and a row
 * for each event so that none covers another. Pure. Example: `scaleOf(bands, 480).x(20300)`. Limits: ticks are labelled by the caller.
 */

import {dateOf} from './chronology.js';

/** Room between ticks, between bands, and the least width of a band, in pixels. */
const ROOM = 46;
const BREAK = 22;
const LEAST = 64;

/** The least room an event takes, so that it can be hit: a target of 24 pixels. */
const TARGET = 24;

/** From fine to coarse: unit and count. */
const STEPS = [['day', 1], ['day', 2], ['day', 7], ['day', 14], ['month', 1], ['month', 3], ['month', 6], ['year', 1], ['year', 2], ['year', 5], ['year', 10], ['year', 25], ['year', 50], ['year', 100], ['year', 250], ['year', 1000]];

/**
 * Bands side by side. Each gets room by how much stands in it.
 * @returns {{bands: {from: number, to: number, left: number, right: number}[], x: (day: number) => number|null}} `x` gives the start of a day, of a day between bands the nearest edge
 */
export function scaleOf(bands, width) {
  const room = width - BREAK * (bands.length - 1);
  const least = Math.min(LEAST, room / bands.length);
  const weights = bands.map(({count}) => Math.sqrt(count));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = 0;
  const placed = bands.map((band, i) => {
    const wide = least + (room - least * bands.length) * (weights[i] / total);
    const one = {...band, left, right: left + wide};
    left += wide + BREAK;
    return one;
  });
  return {bands: placed, x: (day) => place(placed, day)};
}

function place(bands, day) {
  for (const {from, to, left, right} of bands) {
    if (day < from) return left;
    if (day <= to + 1) return left + ((day - from) / (to + 1 - from)) * (right - left);
  }
  return bands.at(-1).right;
}

/** The ticks of a band: days that begin a day, a week, a month or a year. */
export function ticksOf({from, to, left, right}) {
  const perDay = (right - left) / (to + 1 - from);
  const days = {day: 1, month: 30, year: 365};
  const [unit, count] = STEPS.find(([name, n]) => days[name] * n * perDay >= ROOM) ?? STEPS.at(-1);
  const ticks = [];
  for (let day = first(from, unit, count); day <= to; day = after(day, unit, count)) ticks.push({day, x: left + (day - from) * perDay, unit});
  // A band shorter than the step still says where it stands.
  return ticks.length ? ticks : [{day: from, x: left, unit: to - from < 31 ? 'day' : 'month'}];
}

const DAY = 86_400_000;
const utc = (year, month) => new Date(0).setUTCFullYear(year, month, 1) / DAY;

/** The first tick on or after a day. Weeks begin on Monday; the epoch was a Thursday. */
function first(from, unit, count) {
  if (unit === 'day') return count < 7 ? from : from + ((4 - from) % 7 + 7) % 7;
  const date = dateOf(from);
  const step = unit === 'month' ? count : 12;
  const month = Math.floor(date.getUTCMonth() / step) * step;
  let day = utc(unit === 'year' ? Math.ceil(date.getUTCFullYear() / count) * count : date.getUTCFullYear(), unit === 'year' ? 0 : month);
  while (day < from) day = after(day, unit, count);
  return day;
}

function after(day, unit, count) {
  if (unit === 'day') return day + count;
  const date = dateOf(day);
  return unit === 'month' ? utc(date.getUTCFullYear(), date.getUTCMonth() + count) : utc(date.getUTCFullYear() + count, 0);
}

/**
 * Boxes of events in lanes, one lane an article: where an event stands, cut at the edges of the bands, and in which row of its lane.
 * @returns {{boxes: {event: object, left: number, right: number, parts: {left: number, right: number, begins: boolean, ends: boolean}[], row: number}[], rows: Map<number, number>}}
 */
export function lanesOf(events, scale) {
  const ends = new Map();
  const boxes = events.map((event) => {
    const parts = scale.bands.filter(({from, to}) => event.from <= to && event.to >= from)
      .map((band) => ({
        left: scale.x(Math.max(event.from, band.from)), right: Math.min(band.right, scale.x(Math.min(event.to, band.to) + 1)), begins: event.from >= band.from, ends: event.to <= band.to,
      }));
    const [{left}, {right}] = [parts[0], parts.at(-1)];
    const middle = (left + right) / 2;
    const hit = [Math.min(left, middle - TARGET / 2), Math.max(right, middle + TARGET / 2)];
    const rows = ends.get(event.article) ?? [];
    const free = rows.findIndex((end) => end <= hit[0]);
    const row = free < 0 ? rows.length : free;
    rows[row] = hit[1];
    ends.set(event.article, rows);
    return {event, left, right, parts, row};
  });
  return {boxes, rows: new Map([...ends].map(([article, rows]) => [article, rows.length]))};
}

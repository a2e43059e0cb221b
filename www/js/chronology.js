/**
 * The timeline of a report. In: a report; out: its dated events, statements and publications with their days as whole numbers, which of them
 * findings set against each other, and the bands that a very uneven range falls into. Pure. Example: `eventsOf(report)[0].from`.
 * Limits: days of the proleptic Gregorian calendar, years 1 to 9999, as the report has them.
 */

const DAY = 86_400_000;

/** A gap of at least this share of a band, and this many days, is left out of the drawing, as long as there are not too many bands. */
const GAP = 0.25;
const DAYS = 10;
const BANDS = 4;

/** What lasts at least this share of a band and holds shorter things does not keep a band together; where enough shorter things
 * stand close by, it does not widen a band either: it is cut at the edges. */
const COARSE = 0.3;
const ENOUGH = 3;

/** Kinds of values that are times. */
const TIMES = new Set(['date', 'time', 'duration']);

/** Whole days since 1 January 1970, or null. */
export function dayOf(text) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
  if (!parts) return null;
  const date = new Date(0);
  return date.setUTCFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY;
}

export const dateOf = (day) => new Date(day * DAY);

/** How exact a span of days is: what the drawing and the words about it go by. */
export function precisionOf(from, to) {
  if (from === to) return 'day';
  const [a, b] = [dateOf(from), dateOf(to + 1)];
  const wholeMonths = a.getUTCDate() === 1 && b.getUTCDate() === 1;
  if (!wholeMonths) return 'days';
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  if (months === 1) return 'month';
  return months === 12 && a.getUTCMonth() === 0 ? 'year' : 'months';
}

/**
 * @typedef {{id: number, from: number, to: number, precision: string, kind: 'event'|'statement'|'publication', article: number, places: object[], text: string|null, speaker: number|null, findings: number[]}} Event
 */

const memo = new WeakMap();

/** @returns {Event[]} by day, then by article */
export function eventsOf(report) {
  if (!memo.has(report)) {
    const list = [...told(report), ...published(report)].sort((a, b) => a.from - b.from || a.to - b.to || a.article - b.article);
    memo.set(report, list.map((event, id) => ({...event, id})));
  }
  return memo.get(report);
}

/** What an article tells twice in the same words is one event with two places. */
function told(report) {
  const passages = byArticle(timeFindings(report).flatMap(({id, evidence}) => evidence.map((one) => ({id, article: one.article, start: one.start, end: one.end}))));
  const quotations = byArticle(report.quotations);
  const events = new Map();
  for (const {from, to, text, article, start, end} of report.timeline) {
    const [first, last] = [dayOf(from), dayOf(to)];
    if (first === null || last === null || last < first) continue;
    const key = [article, from, to, text].join('\u0000');
    const known = events.get(key);
    const place = {article, start, end};
    const findings = [...new Set(passages(article).filter((one) => overlap(one, place)).map(({id}) => id))];
    if (known) Object.assign(known, {places: [...known.places, place], findings: [...new Set([...known.findings, ...findings])]});
    else events.set(key, {from: first, to: last, precision: precisionOf(first, last), article, places: [place], text, findings, ...spoken(quotations(article), place)});
  }
  return [...events.values()];
}

/** A sentence that a quotation takes up for the most part is a statement of its speaker. */
function spoken(quotations, place) {
  const quotation = quotations.find((one) => overlap(one, place) && Math.min(one.end, place.end) - Math.max(one.start, place.start) >= (place.end - place.start) / 2);
  return quotation ? {kind: 'statement', speaker: quotation.speaker} : {kind: 'event', speaker: null};
}

function published(report) {
  return report.articles.flatMap(({date, blocks}, article) => {
    const day = dayOf(date);
    const [first] = blocks;
    return day === null ? [] : [{from: day, to: day, precision: 'day', kind: 'publication', article, places: [{article, start: first?.start ?? 0, end: first?.end ?? 0}], text: null, speaker: null, findings: []}];
  });
}

const overlap = (a, b) => a.article === b.article && a.start < b.end && b.start < a.end;

/** What stands in an article, by its index: what overlaps a place is looked for there alone. */
function byArticle(places) {
  const lists = new Map();
  for (const place of places) {
    if (!lists.has(place.article)) lists.set(place.article, []);
    lists.get(place.article).push(place);
  }
  return (article) => lists.get(article) ?? [];
}

const findingMemo = new WeakMap();

/** Findings about times: those of the rule for times, and those whose differing words are times on two sides. */
export function timeFindings(report) {
  if (!findingMemo.has(report)) {
    const times = byArticle(report.entities.filter(({kind}) => TIMES.has(kind)).flatMap(({mentions}) => mentions));
    const isTime = ({article, focus}) => Boolean(focus) && times(article).some((one) => overlap(one, {article, ...focus}));
    findingMemo.set(report, report.findings.filter(({kind, evidence}) => kind === 'date-time' || kind === 'temporal-impossibility' || evidence.filter(isTime).length > 1));
  }
  return findingMemo.get(report);
}

/** Pairs of events that a finding sets against each other: each with the first of another article. */
export function conflictsOf(report) {
  const events = byArticle(eventsOf(report));
  return timeFindings(report).flatMap(({id, evidence}) => {
    const found = evidence.map((one) => events(one.article).find((event) => event.places.some((place) => overlap(one, place)))).filter(Boolean);
    const [first, ...others] = [...new Set(found)];
    return others.slice(0, 1).map((other) => ({finding: id, events: [first, other]}));
  });
}

/**
 * The stretches of time that are drawn, each with a scale of its own. What lies in none is far from everything that is told.
 * @returns {{from: number, to: number, count: number}[]} in order; `to` is the last day
 */
export function bandsOf(events) {
  if (!events.length) return [];
  let bands = [bandOf(events)];
  while (bands.length < BANDS) {
    const best = bands.map(widest).reduce((one, other) => (other && (!one || other.share > one.share) ? other : one), null);
    if (!best || best.share < GAP) break;
    bands = bands.flatMap((band) => (band === best.band ? cut(best) : [band]));
  }
  return bands.map(({from, to, events: list}) => ({from, to, count: list.length}));
}

/** A band round some events: round the short ones alone where there are enough of them in a small part of what the long ones cover. */
function bandOf(events) {
  const band = {events, from: Math.min(...events.map(({from}) => from)), to: Math.max(...events.map(({to}) => to))};
  const short = shortIn(band);
  if (short.length === events.length || short.length < ENOUGH) return band;
  const inner = bandOf(short);
  return inner.to - inner.from + 1 < (band.to - band.from + 1) * COARSE ? inner : band;
}

/** What is short beside a band, or holds nothing that is shorter. */
function shortIn({events, from, to}) {
  const long = (to - from + 1) * COARSE;
  // Many events share their days, so that spans are fewer than events.
  const spans = [...new Map(events.map((event) => [`${event.from} ${event.to}`, event])).values()];
  return events.filter((one) => one.to - one.from + 1 < long || !spans.some((other) => other.from >= one.from && other.to <= one.to && other.to - other.from < one.to - one.from));
}

/** The widest gap of a band between things that are short beside it. */
function widest(band) {
  const span = band.to - band.from + 1;
  const short = shortIn(band);
  let end = -Infinity;
  let gap = null;
  for (const {from, to} of [...short].sort((a, b) => a.from - b.from)) {
    if (end > -Infinity && from - end - 1 > (gap?.size ?? 0)) gap = {size: from - end - 1, from: end, to: from};
    end = Math.max(end, to);
  }
  return gap && gap.size >= DAYS ? {band, short, gap, share: gap.size / span} : null;
}

function cut({short, gap}) {
  return [short.filter(({to}) => to <= gap.from), short.filter(({from}) => from >= gap.to)].map(bandOf);
}

/**
 * A report to marks. In: a report and the index of an article; out: the marks of that article, sorted by start, each
 * with its group (what the legend switches), and look-ups from a mark's id to what it marks. Pure. Ids are a letter and
 * the report's own number: `e3.0` first mention of entity 3, `q5` quotation 5, `f7.1` second passage of finding 7, `o7.1` the words in it that differ.
 */

/** The legend's groups in the order it shows them, and whether each is drawn at first. */
export const GROUPS = {
  finding: true, quotation: true, indirect: false, person: true, organization: true, place: true, group: true, other: true, time: false, figure: false,
};

const GROUP_OF = {
  person: 'person', organization: 'organization', place: 'place', group: 'group', event: 'other', law: 'other', product: 'other', work: 'other',
  date: 'time', duration: 'time', time: 'time', quantity: 'figure', percent: 'figure', money: 'figure',
};

const memo = new WeakMap();

/**
 * @typedef {{id: string, start: number, end: number, group: string, kind: string, ref: number, whole?: boolean, focus?: boolean}} Mark
 * @returns {Mark[][]} one sorted list for each article of the report
 */
export function marksOf(report) {
  const known = memo.get(report);
  if (known) return known;
  const lists = report.articles.map(() => []);
  for (const entity of report.entities) entity.mentions.forEach((mention, i) => put(lists, mention, entityMark(entity, mention, i)));
  for (const quotation of report.quotations) put(lists, quotation, quotationMark(quotation));
  for (const finding of report.findings) {
    finding.evidence.forEach((evidence, i) => [findingMark, focusMark].forEach((make) => put(lists, evidence, make(finding, i))));
  }
  for (const list of lists) list.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  memo.set(report, lists);
  return lists;
}

/** How many marks of each group an article has. */
export function counts(marks) {
  const result = Object.fromEntries(Object.keys(GROUPS).map((group) => [group, 0]));
  for (const mark of marks) if (!mark.focus) result[mark.group] += 1;
  return result;
}

/** What a mark's id stands for: `{type, item, index}`, or null when the report has no such thing. */
export function lookUp(report, id) {
  const [ref, index] = id.slice(1).split('.').map(Number);
  const {type, list} = KINDS_OF_ID[id[0]];
  const item = itemOf(report, list, ref);
  return item ? {type, item, index: index ?? 0} : null;
}

const KINDS_OF_ID = {e: {type: 'entity', list: 'entities'}, q: {type: 'quotation', list: 'quotations'}, f: {type: 'finding', list: 'findings'}, o: {type: 'finding', list: 'findings'}};
const itemMemo = new WeakMap();

/** The item of one of a report's lists (`entities`, `quotations`, `findings`) by its number; a long text asks for thousands. */
export function itemOf(report, list, id) {
  const items = report[list];
  if (!itemMemo.has(items)) itemMemo.set(items, new Map(items.map((item) => [item.id, item])));
  return itemMemo.get(items).get(id);
}

function put(lists, {article}, mark) {
  if (mark) lists[article]?.push(mark);
}

/** Pronouns and nominals are counted on the card but not drawn: a text full of marked pronouns can not be read. */
function entityMark(entity, mention, i) {
  if (mention.form === 'pronoun' || mention.form === 'nominal') return null;
  const group = GROUP_OF[entity.kind] ?? 'other';
  return {id: `e${entity.id}.${i}`, start: mention.start, end: mention.end, group, kind: entity.kind, ref: entity.id};
}

function quotationMark(quotation) {
  // The words in marks of a mixed quotation are a quotation of their own; the clause around them is reported speech.
  const group = quotation.kind === 'indirect' || quotation.kind === 'mixed' ? 'indirect' : 'quotation';
  return {id: `q${quotation.id}`, start: quotation.start, end: quotation.end, group, kind: quotation.kind, ref: quotation.id};
}

function findingMark(finding, i) {
  const {start, end, focus} = finding.evidence[i];
  return {id: `f${finding.id}.${i}`, start, end, group: 'finding', kind: finding.severity, ref: finding.id, whole: !focus};
}

/** The differing words inside a passage: drawn more strongly, but no mark of their own to count or to stop at. */
function focusMark(finding, i) {
  const {focus} = finding.evidence[i];
  return focus && {id: `o${finding.id}.${i}`, start: focus.start, end: focus.end, group: 'finding', kind: finding.severity, ref: finding.id, focus: true};
}

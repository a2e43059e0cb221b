/**
 * What the names view shows of a report. In: a report and what the reader filters by; out: names in order, their forms by
 * article, offices by status, whom they are named with, and what needs a look. Pure; knows codes of the report and no
 * language. Example: `shownNames(report, {kind: 'person', text: '', sort: 'name'})`. Limits: dates and figures are no names.
 */

import {once} from './once.js';

/** Kinds that are names, in the order in which they are offered. */
export const NAME_KINDS = ['person', 'organization', 'place', 'group', 'event', 'law', 'product', 'work'];

/** Kinds of findings that say that a name or an office needs a look, and as what it is flagged. */
const LOOK_KINDS = {'name-error': 'name', 'title-role': 'office'};

const collator = once(() => new Intl.Collator('en-GB', {sensitivity: 'base', numeric: true}));
const articleMemo = new WeakMap();
const officeMemo = new WeakMap();
const keyMemo = new WeakMap();
const sentenceMemo = new WeakMap();

/** Key → entity for all names of a report. A key is the name itself, so that it holds from one report to the next and when
 * the reader changes the kind; of two with one name the second has a sign more. */
export function namesOf(report) {
  if (!report) return new Map();
  if (!keyMemo.has(report)) {
    const keys = new Map();
    for (const entity of report.entities) {
      if (!NAME_KINDS.includes(entity.kind) || !entity.mentions.length) continue;
      let key = entity.name;
      while (keys.has(key)) key += '+';
      keys.set(key, entity);
    }
    keyMemo.set(report, keys);
  }
  return keyMemo.get(report);
}

/** The names that pass the filter, in the wanted order.
 * @returns {[string, object][]} */
export function shownNames(report, {kind, text, sort}) {
  const wanted = folded(text.trim());
  const fits = (entity) => (!kind || entity.kind === kind) && (!wanted || [entity.name, ...entity.forms.map((form) => form.text)].some((name) => folded(name).includes(wanted)));
  return [...namesOf(report)].filter(([, entity]) => fits(entity)).sort(([, a], [, b]) => orders[sort](a, b) || orders.spread(a, b) || a.id - b.id);
}

const orders = {
  spread: (a, b) => spread(b) - spread(a) || b.mentions.length - a.mentions.length,
  name: (a, b) => collator().compare(a.name, b.name),
  kind: (a, b) => NAME_KINDS.indexOf(a.kind) - NAME_KINDS.indexOf(b.kind),
  first: (a, b) => a.mentions[0].article - b.mentions[0].article || a.mentions[0].start - b.mentions[0].start,
};

/** Without case and marks on letters, as words are searched for. */
export const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const spread = (entity) => articlesOf(entity).length;

/** The articles that name an entity, in order; remembered, since sorting asks for them many times.
 * @returns {number[]} */
export function articlesOf(entity) {
  if (!articleMemo.has(entity)) articleMemo.set(entity, [...new Set(entity.mentions.map((mention) => mention.article))].sort((a, b) => a - b));
  return articleMemo.get(entity);
}

/** A row a form, with its places; mentions that are no name (pronouns, descriptions) are the last, with `text` null.
 * @returns {{text: string|null, note: string|null, places: object[]}[]} */
export function formRows(report, entity) {
  const rows = entity.forms.map(({text, note}) => ({text, note, places: []}));
  const byText = new Map(rows.map((row) => [spaced(row.text), row]));
  const rest = {text: null, note: null, places: []};
  for (const mention of entity.mentions) {
    const named = mention.form === 'name' || mention.form === 'title';
    const words = named && report.articles[mention.article].text.slice(mention.start, mention.end);
    ((words && byText.get(spaced(words))) || rest).places.push(mention);
  }
  return rest.places.length ? [...rows, rest] : rows;
}

const spaced = (text) => text.replace(/\s+/gu, ' ');

/** Offices by title and polity, each with the places of its statuses, one place an article. A title without a polity goes with the only one that has it.
 * @returns {{title: string, of: string|null, statuses: {status: string, places: object[]}[]}[]} */
export function officesOf(entity) {
  if (!officeMemo.has(entity)) officeMemo.set(entity, grouped(entity));
  return officeMemo.get(entity);
}

function grouped(entity) {
  const polities = new Map();
  for (const {title, of} of entity.offices) if (of !== null) into(polities, title.toLowerCase(), () => new Set()).add(of);
  const groups = new Map();
  for (const office of entity.offices) {
    const title = office.title.toLowerCase();
    const known = polities.get(title);
    const of = office.of ?? (known?.size === 1 ? [...known][0] : null);
    const {statuses} = into(groups, `${title}\u0000${of}`, () => ({title: office.title, of, statuses: new Map()}));
    const places = into(statuses, office.status, () => []);
    if (!places.some(({article}) => article === office.article)) places.push(office);
  }
  return [...groups.values()].map((group) => ({...group, statuses: [...group.statuses].map(([status, places]) => ({status, places}))}));
}

/** Whether two articles, or one with itself, give offices that do not go together: one office held and not held any more
 * (or not yet), or titles that have no word in common in one polity. What was held at the time told of goes with anything. */
export function officesDiffer(entity) {
  if (officesOf(entity).some(({statuses}) => statuses.filter(({status}) => status !== 'then').length > 1)) return true;
  const polities = new Map();
  for (const {title, of, status, article} of entity.offices) {
    if (status === 'current' && of !== null) into(into(polities, of, () => new Map()), article, () => new Set()).add(title.toLowerCase());
  }
  return [...polities.values()].map((byArticle) => [...byArticle.values()]).some((lists) => lists.some((titles, i) => lists.slice(i + 1).some((others) => unlike([...titles], [...others]))));
}

function unlike(some, others) {
  return !some.some((a) => others.some((b) => a.split(' ').some((word) => b.split(' ').includes(word))));
}

const lookMemo = new WeakMap();

/** Entity id → the findings that say that it needs a look. */
function lookFindings(report) {
  if (!lookMemo.has(report)) {
    const byEntity = new Map();
    for (const finding of report.findings.filter(({kind}) => LOOK_KINDS[kind])) for (const id of new Set(finding.entities)) into(byEntity, id, () => []).push(finding);
    lookMemo.set(report, byEntity);
  }
  return lookMemo.get(report);
}

/** What to look at: `name`, `given-name`, `office` need a look, `spelling` is only flagged; and the findings that tell more.
 * @returns {{needs: boolean, flags: string[], findings: object[]}} */
export function lookOf(report, entity) {
  const findings = lookFindings(report).get(entity.id) ?? [];
  const notes = new Set(entity.forms.map(({note}) => note));
  const told = new Set(findings.map(({kind}) => LOOK_KINDS[kind]));
  const flags = [
    notes.has('given-name') && 'given-name',
    told.has('name') && !notes.has('given-name') && 'name',
    (told.has('office') || (entity.kind === 'person' && officesDiffer(entity))) && 'office',
  ].filter(Boolean);
  return {needs: flags.length > 0, flags: notes.has('spelling') ? [...flags, 'spelling'] : flags, findings};
}

/** Whom an entity is named with in one sentence, the most frequent first; each with the entity's own places in those sentences.
 * @returns {{entity: object, places: object[]}[]} */
export function companionsOf(report, entity, most) {
  const sentences = sentencesOf(report);
  const found = new Map();
  for (const mentions of sentences.get(entity.id)?.values() ?? []) {
    for (const other of mentions.others) {
      if (other === entity) continue;
      into(found, other, () => []).push(mentions.first.get(entity.id));
    }
  }
  const list = [...found].map(([other, places]) => ({entity: other, places}));
  return list.sort((a, b) => b.places.length - a.places.length || a.entity.id - b.entity.id).slice(0, most);
}

/** Entity id → the sentences it stands in; a sentence knows its entities and the first mention of each. */
function sentencesOf(report) {
  if (sentenceMemo.has(report)) return sentenceMemo.get(report);
  const byPlace = new Map();
  const byEntity = new Map();
  for (const entity of namesOf(report).values()) {
    const own = new Map();
    for (const mention of entity.mentions) {
      const at = sentenceAt(report.articles[mention.article].sentences, mention.start);
      if (at < 0) continue;
      const place = `${mention.article}:${at}`;
      const sentence = into(byPlace, place, () => ({others: new Set(), first: new Map()}));
      sentence.others.add(entity);
      if (!sentence.first.has(entity.id)) sentence.first.set(entity.id, mention);
      own.set(place, sentence);
    }
    byEntity.set(entity.id, own);
  }
  sentenceMemo.set(report, byEntity);
  return byEntity;
}

/** The sentence an offset stands in, by halving; -1 when it stands in none. */
function sentenceAt(sentences, offset) {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < sentences.length && sentences[low].start <= offset ? low : -1;
}

/** What a map has under a key, made first where it has nothing. */
function into(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}

/**
 * What the quotations view shows of a report. In: a report and what the reader filters by; out: statements (an utterance with its versions,
 * or words that one passage alone prints) and indirect reports by speaker, in order of weight, and counts. Pure; knows codes of the report and
 * no language. Example: `speakersOf(report, {text: '', show: 'differing', article: null})`. Limits: words are searched as they stand, without their forms.
 */

import {folded} from './entities.js';

/** What the reader can narrow the list to; `all` is first. */
export const SHOWN = ['all', 'differing', 'several', 'single', 'indirect', 'unknown'];

/** Codes that say that versions do not tell the same: how a version stands to the reference, and in what it differs. */
const DIFFERING = ['altered', 'spliced', 'truncated'];
const WEIGHTY = ['order', 'denial', 'figure', 'likelihood', 'condition', 'degree'];
/** Kinds of findings that say the same. */
const TELLING = ['misquotation', 'quote-truncation', 'quote-splicing', 'paraphrase-as-quote'];

const memo = new WeakMap();

/**
 * @typedef {{key: string, speaker: number|null, sources: string[], cluster: object|null, quotations: object[], places: object[], articles: number[], tier: number}} Statement
 *   `places` are the versions, or the one place of words that no other passage prints; `tier` is 0 where versions differ, 1 in several articles, 2 in one.
 */

/** Everything said in a report: statements in the order of the text, and the indirect reports that belong to none of them.
 * @returns {{statements: Statement[], indirect: Statement[]}} */
export function saidIn(report) {
  if (!report) return {statements: [], indirect: []};
  if (!memo.has(report)) memo.set(report, said(report));
  return memo.get(report);
}

function said(report) {
  const statements = [...report.clusters.map((cluster) => shared(report, cluster)), ...alone(report)].sort(byPlace);
  const links = linked(report, statements);
  const isTold = ({key, cluster}) => cluster && links.findings.get(key)?.some(({id, kind}) => TELLING.includes(kind) && links.clusters.get(id) === cluster);
  return {statements: statements.map((one) => (isTold(one) ? {...one, tier: 0} : one)), indirect: indirectOf(report), links};
}

/** The words in marks of a mixed quotation are listed by themselves; the clause around them is reported speech. */
const isReported = ({kind}) => kind === 'indirect' || kind === 'mixed';

function shared(report, cluster) {
  const quotations = [...new Set(cluster.versions.map(({quotation}) => quotation))].map((id) => report.quotations[id]);
  const articles = [...new Set(cluster.versions.map(({article}) => article))];
  const differs = cluster.versions.some(({status, differences}) => DIFFERING.includes(status) || differences.some(({kind}) => WEIGHTY.includes(kind)));
  return {...statement(report, `c${cluster.id}`, cluster.speaker, quotations, cluster.versions), cluster, articles, tier: differs ? 0 : articles.length > 1 ? 1 : 2};
}

/** What no other passage prints: whole quotations, and the rest of those that share only a part. */
function alone(report) {
  const taken = new Map();
  for (const {quotation, start, end} of report.clusters.flatMap(({versions}) => versions)) taken.set(quotation, [...(taken.get(quotation) ?? []), {start, end}]);
  return report.quotations.filter((quotation) => !isReported(quotation)).flatMap((quotation) => {
    const {text} = report.articles[quotation.article];
    return left(quotation.content, taken.get(quotation.id) ?? []).filter(({start, end}) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
      .map(({start, end}) => statement(report, `q${quotation.id}.${start}`, quotation.speaker, [quotation], [{article: quotation.article, start, end}]));
  });
}

/** A range without those that are taken from it. */
function left({start, end}, taken) {
  const parts = [];
  let at = start;
  for (const one of taken.toSorted((a, b) => a.start - b.start)) {
    if (one.start > at) parts.push({start: at, end: one.start});
    at = Math.max(at, one.end);
  }
  return at < end ? [...parts, {start: at, end}] : parts;
}

function indirectOf(report) {
  const known = new Set(report.clusters.flatMap(({reported}) => reported));
  return report.quotations.filter((quotation) => isReported(quotation) && !known.has(quotation.id))
    .map((quotation) => statement(report, `q${quotation.id}`, quotation.speaker, [quotation], [quotation]));
}

function statement(report, key, speaker, quotations, places) {
  const sources = [...new Set(quotations.map((quotation) => wordsAt(report, quotation.article, quotation.source)).filter(Boolean))];
  return {key, speaker, sources, cluster: null, quotations, places, articles: [places[0].article], tier: 2};
}

/** The words of a range of an article, or null. */
export function wordsAt(report, article, range) {
  return range && report.articles[article].text.slice(range.start, range.end);
}

const byPlace = ({places: [a]}, {places: [b]}) => a.article - b.article || a.start - b.start;

/** The utterances that a quotation prints a version of.
 * @returns {object[]} clusters */
export function clustersOf(report, id) {
  return report.clusters.filter(({versions}) => versions.some(({quotation}) => quotation === id));
}

/** Statement key → the findings about it, finding id → the utterance whose versions it compares. A finding that names two quotations of one
 * utterance is about that one, any other is about each statement of its quotations.
 * @returns {{findings: Map<string, object[]>, clusters: Map<number, object>}} */
export function linksOf(report) {
  return saidIn(report).links;
}

function linked(report, statements) {
  const [findings, clusters, byQuotation] = [new Map(), new Map(), new Map()];
  const into = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
  for (const one of statements) for (const {id} of one.quotations) into(byQuotation, id, one);
  for (const finding of report.findings) {
    const named = new Map();
    for (const one of [...new Set(finding.quotations)].flatMap((id) => byQuotation.get(id) ?? [])) named.set(one, (named.get(one) ?? 0) + 1);
    const [[most, count] = []] = [...named].sort((a, b) => b[1] - a[1]);
    if (count > 1) clusters.set(finding.id, most.cluster);
    for (const one of count > 1 ? [most] : named.keys()) into(findings, one.key, finding);
  }
  return {findings, clusters};
}

/** Whether a choice shows a statement; indirect reports stand with everything, with the unknown, and by themselves. */
const fits = {
  all: () => true,
  indirect: ({quotations: [quotation], cluster}) => !cluster && isReported(quotation),
  differing: ({tier}) => tier === 0,
  several: ({articles}) => articles.length > 1,
  single: (one) => one.articles.length === 1 && !fits.indirect(one),
  unknown: ({speaker}) => speaker === null,
};

/** How many statements and reports each choice would show, with the text and the article as they are. */
export function countsOf(report, filter) {
  const {statements, indirect} = saidIn(report);
  const found = [...statements, ...indirect].filter((one) => isWanted(report, one, filter));
  return Object.fromEntries(SHOWN.map((show) => [show, found.filter(fits[show]).length]));
}

/** Speakers with what passes the filter: those whose versions differ first, then those whom several articles quote, then the rest; the unknown last.
 * @returns {{speaker: number|null, statements: Statement[], indirect: Statement[]}[]} */
export function speakersOf(report, filter) {
  const groups = new Map();
  const into = (name, list) => list.filter((one) => fits[filter.show](one) && isWanted(report, one, filter)).forEach((one) => {
    if (!groups.has(one.speaker)) groups.set(one.speaker, {speaker: one.speaker, statements: [], indirect: []});
    groups.get(one.speaker)[name].push(one);
  });
  const {statements, indirect} = saidIn(report);
  into('statements', statements);
  into('indirect', indirect);
  for (const group of groups.values()) group.statements.sort((a, b) => a.tier - b.tier || b.articles.length - a.articles.length);
  return [...groups.values()].sort((a, b) => (a.speaker === null) - (b.speaker === null) || byWeight(a, b) || a.speaker - b.speaker);
}

function byWeight(a, b) {
  const count = ({statements}, most) => statements.filter(({tier}) => tier <= most).length;
  return Math.sign(count(b, 0)) - Math.sign(count(a, 0)) || Math.sign(count(b, 1)) - Math.sign(count(a, 1)) || count(b, 0) - count(a, 0) || count(b, 1) - count(a, 1)
    || b.statements.length - a.statements.length || b.indirect.length - a.indirect.length;
}

const searched = new WeakMap();

function isWanted(report, one, {text, article}) {
  if (article !== null && !one.articles.includes(article)) return false;
  const wanted = folded(text.trim());
  if (!wanted) return true;
  if (!searched.has(one)) searched.set(one, folded([report.entities[one.speaker]?.name, ...one.sources, ...one.places.map((place) => wordsAt(report, place.article, place))].join('\n')));
  return searched.get(one).includes(wanted);
}

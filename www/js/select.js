/**
 * What is derived from the state. In: a state; out: what views show. Pure; what is costly is remembered by the object it
 * was made from. Example: `flatOrder(state)` lists the ids of the findings in the order the panel shows them.
 */

import {namesOf} from './entities.js';
import {marksOf} from './marks.js';
import {articleProblem, totalProblem} from './limits.js';
import {remembered} from './remembering.js';

/** Most serious first. */
export const SEVERITIES = ['high', 'medium', 'low', 'info'];

const RANK = Object.fromEntries(SEVERITIES.map((severity, i) => [severity, i]));

/** The letter of an article, A to T, by its place among those that are compared; a dash when it is left out. */
export const letterOf = (article) => (article.letter === null ? '–' : String.fromCharCode(65 + article.letter));

export const articleById = (state, id) => state.articles.find((article) => article.id === id) ?? null;

export const currentArticle = (state) => articleById(state, state.current);

/** Whether an article has nothing to compare; looks no further than the first sign of text. */
export const isBlank = (article) => !/\S/.test(article.text);

const problemMemo = new WeakMap();

/** What is wrong with an article's text, or null. Remembered by article, since the text may be large. */
export function problemOf(article) {
  if (!problemMemo.has(article)) problemMemo.set(article, articleProblem(article.text));
  return problemMemo.get(article);
}

const totalMemo = new WeakMap();

/** What is wrong with all articles together, or null. */
export function totalOf(state) {
  if (!totalMemo.has(state.articles)) totalMemo.set(state.articles, totalProblem(eligible(state).map((article) => article.text)));
  return totalMemo.get(state.articles);
}

/** The articles to be compared now; none when all together are too large. */
export function comparable(state) {
  return totalOf(state) ? [] : eligible(state);
}

function eligible(state) {
  return state.articles.filter(isCompared);
}

/** Whether an article takes part in the comparison: not left out, not empty, not too long. */
export function isCompared(article) {
  return !article.hidden && !isBlank(article) && !problemOf(article);
}

/** An article's place in the report, or -1 when the report was not made from its present text. */
export function reportIndex(state, article) {
  return state.compared.findIndex(({id, text}) => id === article.id && text === article.text);
}

/** The marks of an article's present text; those of findings that the filter hides are left out. */
export function marksFor(state, article) {
  const at = state.report ? reportIndex(state, article) : -1;
  return at < 0 ? [] : visibleMarks(state)(at);
}

/** The marks of an article of the report by its index; filtered when they are asked for, and once. */
const visibleMarks = remembered((state) => [state.report, hiddenFindings(state)], (state) => {
  const hidden = hiddenFindings(state);
  const lists = [];
  return (at) => (lists[at] ??= marksOf(state.report)[at].filter((mark) => mark.group !== 'finding' || !hidden.has(mark.ref)));
});

let hiddenMemo = {of: [], key: '', hidden: new Set()};

/** What the choice of findings hangs on. */
const choiceOf = (state) => [state.report, state.filter, state.reviews, state.compared];

/** Ids of the findings that pass the filter.
 * @returns {Set<number>} */
const passing = remembered(choiceOf, (state) => new Set((state.report?.findings ?? []).filter((finding) => passes(state, finding)).map(({id}) => id)));

/** The findings whose marks are not drawn; the same set as long as nothing changes for the text.
 * @returns {Set<number>} */
export function hiddenFindings(state) {
  const of = choiceOf(state);
  if (of.every((value, i) => value === hiddenMemo.of[i])) return hiddenMemo.hidden;
  const shown = passing(state);
  const ids = (state.report?.findings ?? []).map(({id}) => id).filter((id) => !shown.has(id));
  const key = ids.join();
  const same = state.report === hiddenMemo.of[0] && key === hiddenMemo.key;
  hiddenMemo = {of, key, hidden: same ? hiddenMemo.hidden : new Set(ids)};
  return hiddenMemo.hidden;
}

/** The article a report's index stands for; null when it was deleted since. */
export function articleAt(state, index) {
  return articleById(state, state.compared[index]?.id);
}

/** Title, outlet and date: what was given, or what the core found in the head of the text. */
export function headOf(state, article) {
  const at = state.compared.findIndex(({id}) => id === article.id);
  const found = state.report?.articles[at];
  return {
    title: article.title ?? found?.title ?? firstLine(article.text),
    outlet: article.outlet ?? found?.outlet ?? null,
    date: article.date ?? found?.date ?? null,
  };
}

function firstLine(text) {
  const line = /\S[^\n]{0,120}/.exec(text.slice(0, 4000))?.[0].trim() ?? '';
  return line.length > 110 ? `${line.slice(0, 110)}…` : line || null;
}

/** How an article is called where there is little room: its outlet, or its title. */
export function shortName(state, article) {
  const {outlet, title} = headOf(state, article);
  return outlet ?? title ?? null;
}

/** A finding of the report by its number there, or undefined. */
export const findingById = (state, id) => state.report?.findings.find((finding) => finding.id === id);

/** What the reader made of a finding. */
export function reviewOf(state, finding) {
  return state.reviews[keyOf(state.report, finding)] ?? NO_REVIEW;
}

/** What a finding has that nobody looked at.
 * @type {import('./reviewing.js').Review} */
export const NO_REVIEW = Object.freeze({status: null, reason: null, words: '', followUp: false, note: ''});

export const isDismissed = (state, finding) => reviewOf(state, finding).status === 'dismissed';

/** The findings that count as differences: no notes of style, and none that the reader dismissed. */
export const differences = remembered((state) => [state.report, state.reviews], (state) =>
  (state.report?.findings ?? []).filter((finding) => finding.severity !== 'info' && !isDismissed(state, finding)));

/** Choices of the review filter beside all: what each lets through. */
export const REVIEWS = {
  open: ({status, followUp}) => status === null && !followUp, accepted: ({status}) => status === 'accepted', followed: ({followUp}) => followUp,
  noted: ({note}) => note !== '', dismissed: ({status}) => status === 'dismissed',
};

/** Whether a finding passes the filter. */
export function passes(state, finding) {
  const {severity, kind, article, entity, scope, review} = state.filter;
  if (RANK[finding.severity] > RANK[severity]) return false;
  if (kind && finding.kind !== kind) return false;
  if (scope && finding.scope !== scope) return false;
  if (entity && !finding.entities.includes(namesOf(state.report).get(entity)?.id)) return false;
  if (!REVIEWS[review]?.(reviewOf(state, finding)) && (review || isDismissed(state, finding))) return false;
  return !article || finding.evidence.some((evidence) => String(state.compared[evidence.article]?.id) === article);
}

/** The findings that the reader dismissed, most serious first; they are folded away whatever the filter. */
export const dismissedOf = remembered((state) => [state.report, state.reviews], (state) =>
  (state.report?.findings ?? []).filter((finding) => isDismissed(state, finding)).sort(bySeriousness));

const bySeriousness = (a, b) => RANK[a.severity] - RANK[b.severity] || b.confidence - a.confidence || a.id - b.id;

/** Topics with the findings that pass the filter, most serious first in both. */
export const topics = remembered(choiceOf, (state) => topicsOf(state.report, (id) => passing(state).has(id)));

/** All topics with all findings. */
export const allTopics = remembered((state) => [state.report], (state) => topicsOf(state.report, () => true));

function topicsOf(report, isWanted) {
  if (!report) return [];
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  return report.topics
    .map((topic) => ({...topic, findings: topic.findings.map((id) => byId.get(id)).filter((finding) => finding && isWanted(finding.id)).sort(bySeriousness)}))
    .filter((topic) => topic.findings.length)
    .sort((a, b) => bySeriousness(a.findings[0], b.findings[0]));
}

/** Ids of the shown findings in the order of the panel. */
export const flatOrder = remembered(choiceOf, (state) => topics(state).flatMap((topic) => topic.findings.map((finding) => finding.id)));

const numberMemo = new WeakMap();

/** Finding id → the number shown for it; the same whatever the filter. */
export function numbers(state) {
  if (!state.report) return new Map();
  if (!numberMemo.has(state.report)) {
    const order = allTopics(state).flatMap((topic) => topic.findings);
    numberMemo.set(state.report, new Map(order.map((finding, i) => [finding.id, i + 1])));
  }
  return numberMemo.get(state.report);
}

const keyMemo = new WeakMap();

/** What makes a finding the same in two reports: its kind and the words of its passages, in whatever order the articles stand. */
export function keyOf(report, finding) {
  if (!keyMemo.has(finding)) {
    const words = finding.evidence.slice(0, 2).map((evidence) => report.articles[evidence.article].text.slice(evidence.start, evidence.end));
    keyMemo.set(finding, [finding.kind, ...words.sort()].join('\u0000'));
  }
  return keyMemo.get(finding);
}

/** The title of a kind of finding: the core's own, or the page's. */
export function kindTitle(state, kind, messages) {
  return state.rules.find((rule) => rule.id === kind)?.title ?? messages.findingKinds[kind] ?? kind;
}

/** Most characters of a sentence shown on either side of a passage: of a short passage, and of one that stands by itself. */
const AROUND = {short: 260, long: 80};

/** The rest of the sentences a passage stands in, so that it is shown in its place; an ellipsis where that is cut. */
export function contextOf(report, evidence) {
  const {text, sentences} = report.articles[evidence.article];
  let {start, end} = evidence;
  for (const sentence of sentences) {
    if (sentence.start >= evidence.end || sentence.end <= evidence.start) continue;
    start = Math.min(start, sentence.start);
    end = Math.max(end, sentence.end);
  }
  const room = evidence.end - evidence.start < 90 ? AROUND.short : AROUND.long;
  const from = start >= evidence.start - room ? start : afterSpace(text, evidence.start - room, evidence.start);
  const to = end <= evidence.end + room ? end : beforeSpace(text, evidence.end + room, evidence.end);
  return {before: (from > start ? '… ' : '') + text.slice(from, evidence.start), after: text.slice(evidence.end, to) + (to < end ? ' …' : '')};
}

function afterSpace(text, from, limit) {
  const at = text.indexOf(' ', from);
  return at < 0 || at >= limit ? limit : at + 1;
}

function beforeSpace(text, from, limit) {
  return Math.max(text.lastIndexOf(' ', from), limit);
}

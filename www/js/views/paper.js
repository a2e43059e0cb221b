/**
 * The report on paper. In: the root and the state; out: articles, findings with all their passages, reviews and notes, without a control; the
 * style sheet shows it in place of the page when it is printed. It is drawn when printing begins and taken away after it. Example: `paper(root)(state)`.
 */

import {fill, h} from '../dom.js';
import {chosen} from '../forms.js';
import {M} from '../messages.js';
import {articleAt, contextOf, headOf, isBlank, kindTitle, letterOf, numbers, reviewOf, shortName, allTopics} from '../select.js';
import {dateText, severity} from './parts.js';

export function paper(root) {
  return (state) => {
    if (!state) return fill(root);
    return fill(root, h('h1', null, M.program()), h('p', {class: 'paper__made'}, M.taking.paper.made), articles(state), state.report && findings(state));
  };
}

function articles(state) {
  const rows = state.articles.filter((article) => !isBlank(article)).map((article) => {
    const {title, outlet, date} = headOf(state, article);
    return h('tr', null, h('th', {scope: 'row'}, letterOf(article)), h('td', {dir: 'auto'}, outlet ?? ''), h('td', null, dateText(date) ?? ''), h('td', {dir: 'auto'}, title ?? M.untitled, article.address && h('span', {class: 'paper__address'}, article.address)));
  });
  return h('section', null, h('h2', null, M.taking.paper.articles), h('table', null, h('tbody', null, rows)));
}

function findings(state) {
  const taken = new Set(chosen(state).map(({id}) => id));
  const grouped = allTopics(state).map((topic) => ({...topic, findings: topic.findings.filter(({id}) => taken.has(id))})).filter((topic) => topic.findings.length);
  if (!grouped.length) return h('p', null, state.report.findings.length ? M.taking.paper.nothing : `${M.none} ${M.noneMeaning}`);
  return grouped.map((topic) => h('section', null, h('h2', null, topic.title), topic.findings.map((finding) => one(state, finding))));
}

function one(state, finding) {
  return h('article', {class: 'paper__finding'},
    h('h3', null, `${numbers(state).get(finding.id)}. ${kindTitle(state, finding.kind, M)}`),
    h('p', {class: 'paper__facts'}, severity(finding.severity), ' · ', M.scopes[finding.scope], ' · ', M.confidence(finding.confidence)),
    h('p', null, finding.summary.charAt(0).toUpperCase() + finding.summary.slice(1)),
    h('div', {class: 'paper__passages'}, finding.evidence.map((evidence) => passage(state, evidence))),
    h('p', null, finding.explanation),
    review(reviewOf(state, finding)));
}

function passage(state, evidence) {
  const article = articleAt(state, evidence.article);
  const {before, after} = contextOf(state.report, evidence);
  const {text} = state.report.articles[evidence.article];
  const {start, end, focus} = evidence;
  const words = focus && focus.start < focus.end ? [text.slice(start, focus.start), h('strong', {class: 'focus'}, text.slice(focus.start, focus.end)), text.slice(focus.end, end)] : text.slice(start, end);
  return h('figure', null,
    h('figcaption', null, article ? `${letterOf(article)}, ${shortName(state, article) ?? M.untitled}` : M.untitled),
    h('blockquote', {dir: 'auto'}, before, words, after));
}

function review({status, reason, words, followUp, note}) {
  const verdict = [status && M.reviewing[status], followUp && M.taking.paper.followed, reason && M.reviewing.reasons[reason], words].filter(Boolean).join('; ');
  const lines = [[M.taking.paper.verdict, verdict], [M.taking.paper.note, note]].filter(([, text]) => text);
  return lines.length > 0 && h('dl', {class: 'paper__review'}, lines.map(([name, text]) => [h('dt', null, name), h('dd', {dir: 'auto'}, text)]));
}

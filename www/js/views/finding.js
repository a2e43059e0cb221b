/**
 * One finding. In: the state, a finding and `send`; out: its line in the list, and when it is open the passages side by
 * side with the differing words emphasised, the reason, and the steps that led there. It never says which side is right.
 * Example: `item(state, finding, 3, send)`.
 */

import {fill, h} from '../dom.js';
import {RELATION, sourceLink} from '../fragments.js';
import {M} from '../messages.js';
import {linksOf} from '../quotations.js';
import {articleAt, contextOf, headOf, kindTitle, letterOf, shortName} from '../select.js';
import {desk} from './desk.js';
import {action, dateText, letter, letters, severity} from './parts.js';
import {review} from './review.js';
import {sides} from './sides.js';

export function item(state, finding, n, send) {
  const title = kindTitle(state, finding.kind, M);
  return h('li', {class: `finding finding--${finding.severity}`, id: `finding-${n}`},
    h('h4', {class: 'finding__head'},
      h('button', {type: 'button', class: 'finding__open', 'aria-expanded': 'false', 'aria-controls': `detail-${n}`, 'data-key': `finding-${finding.id}`, onclick: () => send({type: 'finding-toggled', id: finding.id})},
        h('span', {class: 'finding__number'}, n),
        h('span', {class: 'finding__title'}, title),
        severity(finding.severity),
        letters(state, finding.evidence),
        h('span', {class: 'finding__badges'}))),
    h('p', {class: 'finding__summary'}, finding.summary.charAt(0).toUpperCase() + finding.summary.slice(1)),
    h('div', {class: 'finding__detail', id: `detail-${n}`}));
}

/** What an open finding shows below its line, and how it is kept up to date. */
export function detail(root, state, finding, n, getState, send) {
  const [first, second, ...more] = finding.evidence;
  const cluster = linksOf(state.report).clusters.get(finding.id);
  const shown = (evidence) => (article) => send({type: 'passage-shown', article: article.id, start: evidence.start, end: evidence.end, finding: finding.id});
  const controls = h('div', {class: 'review'});
  const note = desk(M.desk.heading, () => [finding], getState, send);
  fill(root,
    h('div', {class: 'passages'}, [first, second].filter(Boolean).map((evidence) => passage(state, evidence, shown(evidence)))),
    h('p', {class: 'finding__reason'}, finding.explanation),
    h('p', {class: 'finding__facts'}, M.scopes[finding.scope], ' · ', M.confidence(finding.confidence)),
    cluster && action('jump', M.quotations.compare, () => send({type: 'utterance-opened', cluster: cluster.id})),
    controls,
    sides(state, finding, send),
    more.length > 0 && fold(M.more(more.length), h('div', {class: 'passages'}, more.map((evidence) => passage(state, evidence, shown(evidence))))),
    finding.trace.length > 0 && fold(M.why, h('ol', {class: 'trace'}, finding.trace.map((step) => h('li', null, step)))),
    note.element);
  const updateReview = review(controls, finding, n, send);
  return (next) => {
    updateReview(next);
    note.update();
  };
}

/** A passage with its article, in its sentence where it is short, the differing words emphasised; `show` is what its button does. */
export function passage(state, evidence, show, key = null) {
  const article = articleAt(state, evidence.article);
  const date = article && headOf(state, article).date;
  const name = (article && shortName(state, article)) ?? M.untitled;
  const {before, after} = contextOf(state.report, evidence);
  return h('figure', {class: article ? `passage hue-${article.hue}` : 'passage'},
    h('figcaption', {class: 'passage__source'}, letter(article), h('span', null, h('strong', {class: 'passage__name'}, name), date && h('span', {class: 'passage__date'}, dateText(date)))),
    h('blockquote', {class: 'passage__text', dir: 'auto'},
      before && h('span', {class: 'passage__context'}, before), h('span', {class: 'passage__evidence'}, focused(state, evidence)), after && h('span', {class: 'passage__context'}, after)),
    article && action('jump', M.showInText, () => show(article), {'data-key': key, 'aria-label': `${M.showInText}: ${letterOf(article)}`}),
    article && source(article, state.report.articles[evidence.article].text, evidence));
}

/** Leads to the words in the page they come from, where its address is known; opened on a click only, and without telling it where from. */
function source(article, text, {start, end}) {
  const href = sourceLink(article.address, text, start, end);
  return href && h('a', {class: 'link passage__link', href, target: '_blank', rel: RELATION, referrerpolicy: 'no-referrer', 'aria-label': M.taking.sourceOf(letterOf(article))}, M.taking.source);
}

function focused(state, {article, start, end, focus}) {
  const {text} = state.report.articles[article];
  if (!focus || focus.start >= focus.end) return text.slice(start, end);
  return [text.slice(start, focus.start), h('strong', {class: 'focus'}, text.slice(focus.start, focus.end)), text.slice(focus.end, end)];
}

/** Something to look at on request. */
export function fold(title, ...content) {
  return h('details', {class: 'fold'}, h('summary', null, title), content);
}

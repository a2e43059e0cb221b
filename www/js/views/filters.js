/**
 * The filter of the findings. In: the state and `send`; out: the choices, folded away, and how many findings pass.
 * Only kinds that were found are offered. Example: `filters(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {namesOf} from '../entities.js';
import {M} from '../messages.js';
import {articleAt, flatOrder, kindTitle, letterOf, REVIEWS, shortName} from '../select.js';
import {FILTER} from '../state.js';
import {whenChanged} from './parts.js';

export function filters(root, send) {
  const summary = h('summary');
  const fields = h('div');
  const details = h('details', {class: 'fold fold--filter'}, summary, fields);
  root.append(details);
  let latest = null;
  const draw = whenChanged((state) => [state.report, state.filter, state.articles, state.rules, state.reviews, details.open], (state) => {
    root.hidden = !state.report || state.report.findings.length === 0;
    if (root.hidden) return;
    const focus = fields.contains(document.activeElement) ? document.activeElement.name : null;
    const changed = Object.keys(FILTER).some((name) => state.filter[name] !== FILTER[name]);
    fill(summary, M.filters, h('span', {class: 'hint'}, M.shownOf(flatOrder(state).length, state.report.findings.length)));
    // What is folded away is made when it is unfolded: to sort the names alone takes as long as to draw all findings.
    fill(fields, details.open && h('div', {class: 'filters__fields'}, Object.keys(FILTER).map((name) => field(state, name, send))),
      changed && h('button', {type: 'button', class: 'link', onclick: () => send({type: 'filter-reset'})}, M.filter.reset));
    if (focus) root.querySelector(`[name="${focus}"]`)?.focus();
  });
  details.addEventListener('toggle', () => latest && draw(latest));
  return (state) => {
    latest = state;
    draw(state);
  };
}

function field(state, name, send) {
  const value = state.filter[name];
  const offered = choices[name](state);
  // What was chosen can be missing from a new report; it stays in force and so in sight.
  const options = (offered.some(([key]) => key === value) ? offered : [...offered, [value, value]]).map(([key, text]) => h('option', {value: key, selected: key === value}, text));
  const select = h('select', {name, onchange: (event) => send({type: 'filter-changed', name, value: event.target.value})}, options);
  return h('label', {class: 'field'}, h('span', null, M.filter[name]), select);
}

/** What can be chosen: pairs of a value and its words. */
export const choices = {
  severity: () => Object.entries(M.severityFilter),
  kind: (state) => {
    const kinds = [...new Set(state.report.findings.map((finding) => finding.kind))].map((kind) => [kind, kindTitle(state, kind, M)]);
    return [['', M.any], ...kinds.sort((a, b) => (a[1] < b[1] ? -1 : 1))];
  },
  article: (state) => {
    const articles = state.compared.map((_, i) => articleAt(state, i)).filter(Boolean);
    return [['', M.any], ...articles.map((article) => [String(article.id), [letterOf(article), shortName(state, article)].filter(Boolean).join(' · ').slice(0, 40)])];
  },
  /** Names that findings are about, with how many are. */
  entity: (state) => {
    const count = new Map();
    for (const finding of state.report.findings) for (const id of new Set(finding.entities)) count.set(id, (count.get(id) ?? 0) + 1);
    const names = [...namesOf(state.report)].filter(([, {id}]) => count.has(id)).map(([key, {id, name}]) => [key, `${name} (${M.number(count.get(id))})`]);
    return [['', M.any], ...names.sort((a, b) => a[1].localeCompare(b[1], 'en-GB'))];
  },
  review: () => [['', M.any], ...Object.keys(REVIEWS).map((name) => [name, M.reviewing.filter[name]])],
  scope: () => [['', M.any], ...Object.entries(M.scopes)],
};

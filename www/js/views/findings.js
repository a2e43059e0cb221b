/**
 * The list of findings. In: the state and `send`; out: the filter, the findings by topic, most serious first, what was
 * looked at and dropped, and the notices. Opening one redraws that one alone, so that focus stays where it is.
 * Example: `findings(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {articleAt, comparable, flatOrder, numbers, topics} from '../select.js';
import {dropped} from './dropped.js';
import {filters} from './filters.js';
import {detail, item} from './finding.js';
import {letter, whenChanged} from './parts.js';
import {save} from './save.js';

export function findings(root, send) {
  const filterRoot = h('div', {class: 'filters'});
  const list = h('div', {class: 'topics'});
  const rest = h('div', {class: 'rest'});
  root.append(filterRoot, list, rest);
  const updateFilters = filters(filterRoot, send);
  let items = new Map();
  let open = null;

  const drawList = whenChanged((state) => [state.report, state.filter, state.articles.length, state.rules, state.reviews], (state) => {
    const focus = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    items = new Map();
    open = null;
    fill(list, state.report && state.report.findings.length ? groups(state, items, send) : empty(state));
    const dug = rest.querySelector('.fold--dropped')?.open;
    fill(rest, state.report && [hiddenNotes(state, send), dropped(state, send), notices(state), save(state, send)]);
    // What the reader unfolded stays so when a new report comes.
    if (dug) rest.querySelector('.fold--dropped')?.setAttribute('open', '');
    if (focus) list.querySelector(`[data-key="${focus}"]`)?.focus();
  });

  return (state) => {
    updateFilters(state);
    drawList(state);
    if (open === state.finding) return;
    const before = items.get(open);
    const now = items.get(state.finding);
    if (before) close(before);
    if (now) expand(now, state, send);
    open = state.finding;
  };
}

function groups(state, items, send) {
  const shown = numbers(state);
  const grouped = topics(state);
  if (!grouped.length) return h('p', {class: 'hint'}, M.noneShown);
  return grouped.map((topic) => h('section', {class: 'topic', 'aria-label': topic.title},
    h('h3', {class: 'topic__title'}, topic.title, h('span', {class: 'count'}, topic.findings.length)),
    h('ol', {class: 'topic__list'}, topic.findings.map((finding) => {
      const element = item(state, finding, shown.get(finding.id), send);
      items.set(finding.id, {element, finding});
      return element;
    }))));
}

function close({element}) {
  element.removeAttribute('data-open');
  element.querySelector('button').setAttribute('aria-expanded', 'false');
  element.querySelector('.finding__detail').replaceChildren();
}

function expand({element, finding}, state, send) {
  element.setAttribute('data-open', '');
  element.querySelector('button').setAttribute('aria-expanded', 'true');
  fill(element.querySelector('.finding__detail'), detail(state, finding, send));
}

/** Finding nothing is not agreement, and the page says so together with what it looked at. */
function empty(state) {
  if (!state.report) return h('p', {class: 'hint'}, comparable(state).length ? M.state.starting : M.nothing);
  const {quotations, entities} = state.report;
  const count = comparable(state).length;
  return h('div', {class: 'nothing'}, h('p', {class: 'nothing__title'}, M.none),
    h('p', null, M.noneMeaning), h('p', {class: 'hint'}, M.compared(count, quotations.length, entities.length)), count === 1 && h('p', null, M.single));
}

function hiddenNotes(state, send) {
  const notes = state.report.findings.filter((finding) => finding.severity === 'info').length;
  if (!notes || state.filter.severity === 'info') return null;
  return h('p', {class: 'hint'}, M.hiddenNotes(notes), ' ', h('button', {type: 'button', class: 'link', onclick: () => send({type: 'filter-changed', name: 'severity', value: 'info'})}, M.showNotes));
}

function notices(state) {
  if (!state.report.notices.length) return null;
  return h('section', {class: 'notices', 'aria-label': M.notices}, h('h3', {class: 'topic__title'}, M.notices),
    h('ul', null, state.report.notices.map((notice) => h('li', null, notice.article === null || notice.article === undefined ? null : letter(articleAt(state, notice.article)), h('span', null, notice.text)))));
}

/** Brings the open finding into view and gives its button the focus. */
export function focusFinding(root, state) {
  if (!flatOrder(state).includes(state.finding)) return;
  const button = root.querySelector(`[data-key="finding-${state.finding}"]`);
  button?.focus({preventScroll: true});
  button?.closest('.finding').scrollIntoView({block: 'nearest'});
}

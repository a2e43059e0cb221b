/**
 * The list of findings. In: the state and `send`; out: the filter, the findings by topic, most serious first, what was
 * looked at and dropped, and the notices. Opening one redraws that one alone, so that focus stays where it is.
 * Example: `findings(root, send)(state)`.
 */

import {forDesk} from '../desk.js';
import {arrange, fill, h, icon} from '../dom.js';
import {namesOf} from '../entities.js';
import {M} from '../messages.js';
import {articleAt, comparable, dismissedOf, flatOrder, reviewOf, topics} from '../select.js';
import {desk} from './desk.js';
import {dropped} from './dropped.js';
import {filters} from './filters.js';
import {detail} from './finding.js';
import {itemFor, section} from './findingitem.js';
import {action, focusedKey, letter, whenChanged} from './parts.js';

export function findings(root, send) {
  const filterRoot = h('div', {class: 'filters'});
  const list = h('div', {class: 'topics'});
  const rest = h('div', {class: 'rest'});
  root.append(filterRoot, list, rest);
  const updateFilters = filters(filterRoot, send);
  let latest = null;
  /** Every finding of the report that was drawn, by its number; those that are shown; the topics. A filter only puts them elsewhere. */
  let made = new Map();
  let items = new Map();
  let sections = new Map();
  let open = null;
  let updateOpen = null;
  let note = null;

  const forget = whenChanged((state) => [state.report, state.articles.length, state.rules], () => {
    made = new Map();
    sections = new Map();
    open = null;
  });
  const madeOf = (state, finding) => {
    if (!made.has(finding.id)) made.set(finding.id, itemFor(state, finding, send));
    return made.get(finding.id);
  };
  const itemOf = (state, finding) => {
    items.set(finding.id, madeOf(state, finding));
    return items.get(finding.id).element;
  };
  const sectionOf = (topic) => {
    if (!sections.has(topic.id)) sections.set(topic.id, section(topic.title));
    return sections.get(topic.id);
  };

  const drawList = whenChanged((state) => [state.report, state.filter, state.articles.length, state.rules, orderOf(state)], (state) => {
    items = new Map();
    const unfolded = FOLDS.filter((name) => rest.querySelector(name)?.open);
    arrange(list, [state.report && notices(state, true), ...(state.report?.findings.length ? groups(state, sectionOf, itemOf) : [empty(state)])].filter(Boolean));
    note = desk(M.desk.all(forDesk(state).length), () => forDesk(latest), () => latest, send);
    note.element.classList.add('fold--desk');
    fill(rest, state.report && [dismissed(state, itemOf), note.element, hiddenNotes(state, send), dropped(state, send), notices(state, false), action('take', M.taking.open, () => send({type: 'takeaway-asked'}))]);
    // What the reader unfolded stays so when a new report comes.
    for (const name of unfolded) rest.querySelector(name)?.setAttribute('open', '');
  });
  const drawBadges = whenChanged((state) => [state.reviews, items], (state) => {
    for (const one of items.values()) one.badge(reviewOf(state, one.finding));
    const count = forDesk(state).length;
    if (!note) return;
    note.element.hidden = count === 0;
    note.element.querySelector('summary').textContent = M.desk.all(count);
    note.update();
  });

  /** Makes what is to be shown; putting it there is left for later. */
  return (state) => {
    forget(state);
    for (const topic of state.report ? topics(state) : []) topic.findings.forEach((finding) => madeOf(state, finding));
    return draw;
  };

  function draw(state) {
    latest = state;
    const focus = focusedKey(root);
    updateFilters(state);
    drawList(state);
    drawBadges(state);
    // What is open but not shown any more is closed, so that it comes back as one of many.
    const wanted = items.has(state.finding) ? state.finding : null;
    if (open !== wanted) {
      const [before, now] = [made.get(open), items.get(wanted)];
      if (before) close(before);
      updateOpen = now ? expand(now, state, () => latest, send) : null;
      open = wanted;
    }
    updateOpen?.(state);
    if (focus && !root.contains(document.activeElement)) root.querySelector(`[data-key="${focus}"]`)?.focus({preventScroll: true});
  }
}

/** The folds whose state outlives a new report. */
const FOLDS = ['.fold--dropped', '.fold--dismissed', '.fold--desk'];

/** What the list depends on of the reviews: which findings it shows, and which are folded away. */
function orderOf(state) {
  return [flatOrder(state), dismissedOf(state).map(({id}) => id)].join(';');
}

/** What the reader dismissed, to be looked at and brought back. */
function dismissed(state, itemOf) {
  const found = state.filter.review === 'dismissed' ? [] : dismissedOf(state);
  if (!found.length) return null;
  return h('details', {class: 'fold fold--dismissed'}, h('summary', null, M.reviewing.fold(found.length)), h('p', {class: 'hint'}, M.reviewing.foldIntro), h('ol', {class: 'topic__list'}, found.map((finding) => itemOf(state, finding))));
}

function groups(state, sectionOf, itemOf) {
  const grouped = topics(state);
  if (!grouped.length) return [h('p', {class: 'hint'}, M.noneShown)];
  return grouped.map((topic) => {
    const {element, count, list} = sectionOf(topic);
    count.textContent = topic.findings.length;
    arrange(list, topic.findings.map((finding) => itemOf(state, finding)));
    return element;
  });
}

function close({element}) {
  element.removeAttribute('data-open');
  element.querySelector('button').setAttribute('aria-expanded', 'false');
  element.querySelector('.finding__detail').replaceChildren();
}

function expand({element, finding, n}, state, getState, send) {
  element.setAttribute('data-open', '');
  element.closest('.fold')?.setAttribute('open', '');
  element.querySelector('button').setAttribute('aria-expanded', 'true');
  return detail(element.querySelector('.finding__detail'), state, finding, n, getState, send);
}

/** Finding nothing is not agreement, and the page says so together with what it looked at. */
function empty(state) {
  if (!state.report) return h('p', {class: 'hint'}, comparable(state).length ? M.state.starting : M.nothing);
  const {articles, quotations, claims, dropped: pairs} = state.report;
  const sentences = articles.reduce((sum, article) => sum + article.sentences.length, 0);
  return h('div', {class: 'nothing'}, h('p', {class: 'nothing__title'}, M.none),
    h('p', null, M.noneMeaning), h('p', {class: 'hint'}, M.compared(articles.length, sentences, quotations.length, namesOf(state.report).size, claims.length)),
    pairs.length > 0 && h('p', {class: 'hint'}, M.droppedOnly(pairs.length)), articles.length === 1 && h('p', null, M.single));
}

function hiddenNotes(state, send) {
  const notes = state.report.findings.filter((finding) => finding.severity === 'info').length;
  if (!notes || state.filter.severity === 'info') return null;
  return h('p', {class: 'hint'}, M.hiddenNotes(notes), ' ', h('button', {type: 'button', class: 'link', onclick: () => send({type: 'filter-changed', name: 'severity', value: 'info'})}, M.showNotes));
}

/** What is said of all articles together, such as that some are about another event, stands first; what is said of one stands at the end. */
function notices(state, ofAll) {
  const told = state.report.notices.filter(({article}) => ((article ?? null) === null) === ofAll);
  if (!told.length) return null;
  const title = ofAll ? M.noticesOfAll : M.notices;
  return h('section', {class: ofAll ? 'notices notices--all' : 'notices', 'aria-label': title}, h('h3', {class: 'topic__title'}, title),
    h('ul', null, told.map(({article, text}) => h('li', null, ofAll ? icon('info') : letter(articleAt(state, article)), h('span', null, text)))));
}

/** Brings the open finding into view and gives its button the focus. */
export function focusFinding(root, state) {
  const button = root.querySelector(`[data-key="finding-${state.finding}"]`);
  if (!button) return root.focus({preventScroll: true});
  button.focus({preventScroll: true});
  button.closest('.finding').scrollIntoView({block: 'nearest'});
}

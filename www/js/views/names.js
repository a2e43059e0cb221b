/**
 * The names view. In: the state and `send`; out: the reader's corrections, the filter, and one row a name, those that need
 * a look first. Opening or choosing one touches that row alone, so that focus stays where it is.
 * Example: `names(root, send)(state)`. Limits: dates and figures are left to the reading view.
 */

import {fill, h} from '../dom.js';
import {lookOf, shownNames} from '../entities.js';
import {M} from '../messages.js';
import {corrections} from './corrections.js';
import {merge} from './merge.js';
import {detail, row} from './name.js';
import {nameFilters} from './namefilters.js';
import {focusControl, focusedKey, whenChanged} from './parts.js';
import {finishLists, pieces} from './slices.js';

/** Rows drawn; more than a reader goes through, and what keeps the list of a large text quick. */
const ROWS = 250;
/** Rows drawn at once; the others follow. */
const AT_ONCE = 40;

export function names(root, send) {
  const roots = ['corrections', 'name-filters', 'names', 'merge'].map((name) => h('div', {class: name}));
  const [correctionsRoot, filterRoot, list, mergeRoot] = roots;
  root.append(...roots);
  const updates = [corrections(correctionsRoot, send), nameFilters(filterRoot, send)];
  const updateMerge = merge(mergeRoot, send);
  let rows = new Map();
  const rest = pieces(AT_ONCE);
  let latest = null;
  list.addEventListener('keydown', arrows);
  /** The control to be focused again after the list was drawn anew, and its name for when the control is gone. */
  let focus = null;

  const drawList = whenChanged((state) => [state.report, state.nameFilter, state.articles.length], (state) => {
    focus = list.contains(document.activeElement) && [focusedKey(list), document.activeElement.closest('.name')?.querySelector('.name__open').dataset.key];
    rows = new Map();
    const jobs = [];
    fill(list, groups(state, rows, jobs, send));
    rest.begin(jobs, () => mark(latest));
  });
  const mark = (state) => {
    for (const [key, {element, entity}] of rows) {
      open(element, state.openNames.includes(key), () => detail(state, key, entity, send));
      choose(element, state.chosenNames.includes(key));
    }
  };

  return (state) => {
    latest = state;
    updates.forEach((update) => update(state));
    drawList(state);
    mark(state);
    if (focus) refocus(root.closest('[tabindex]') ?? root, list, focus);
    focus = null;
    updateMerge(state);
  };
}

function groups(state, rows, jobs, send) {
  if (!state.report) return null;
  const all = shownNames(state.report, state.nameFilter);
  if (!all.length) return h('p', {class: 'hint'}, state.nameFilter.text || state.nameFilter.kind ? M.names.noneShown : M.names.none);
  const looks = new Map(all.map(([key, entity]) => [key, lookOf(state.report, entity)]));
  const parts = [[M.names.look, all.filter(([key]) => looks.get(key).needs)], [M.names.rest, all.filter(([key]) => !looks.get(key).needs)]];
  let room = ROWS;
  return [parts.filter(([, list]) => list.length).map(([title, list]) => {
    const shown = list.slice(0, room);
    room -= shown.length;
    const drawn = h('ul', {class: 'topic__list'});
    jobs.push(...shown.map(([key, entity]) => () => {
      const element = row(state, key, entity, looks.get(key), send);
      rows.set(key, {element, entity});
      drawn.append(element);
    }));
    return h('section', {class: 'topic', 'aria-label': title}, h('h3', {class: 'topic__title'}, title, h('span', {class: 'count'}, list.length)), drawn);
  }), all.length > ROWS && h('p', {class: 'hint'}, M.names.more(all.length - ROWS))];
}

/** Back to the control, to its name, or to the results, so that the focus is never lost. */
function refocus(results, list, keys) {
  finishLists();
  const key = keys.find((one) => one && list.querySelector(`[data-key="${CSS.escape(one)}"]`));
  focusControl(results, key ?? null);
}

function open(element, on, makeDetail) {
  if (element.hasAttribute('data-open') === on) return;
  element.toggleAttribute('data-open', on);
  element.querySelector('.name__open').setAttribute('aria-expanded', String(on));
  fill(element.querySelector('.name__detail'), on && makeDetail());
}

function choose(element, on) {
  element.toggleAttribute('data-chosen', on);
  element.querySelector('.name__choose input').checked = on;
}

/** The up and down keys go from name to name, so that a long list is not walked control by control. */
function arrows(event) {
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!by || !event.target.matches('.name__open')) return;
  const buttons = [...event.currentTarget.querySelectorAll('.name__open')];
  const next = buttons[buttons.indexOf(event.target) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/**
 * The quotations view. In: the state and `send`; out: the filter, and by speaker what was said: each utterance with its versions, words that one
 * article alone prints (folded when there are many), indirect reports (folded). Unknown speakers come last and are called so.
 * Example: `quotations(root, send)(state)`. What is folded is drawn only when it is opened.
 */

import {fill, h} from '../dom.js';
import {namesOf} from '../entities.js';
import {M} from '../messages.js';
import {quoteFilterOf} from '../quoting.js';
import {saidIn, speakersOf} from '../quotations.js';
import {focusControl, focusedKey, whenChanged} from './parts.js';
import {quoteFilters} from './quotefilters.js';
import {pieces} from './slices.js';
import {report, statement} from './statement.js';

/** Statements of one article alone that stand open with a speaker, and how many when the reader asks for nothing else. */
const SINGLES = 3;
const WANTED = 12;
/** Speakers drawn at once; the others follow. */
const AT_ONCE = 8;

export function quotations(root, send) {
  const [filterRoot, list] = ['quote-filters', 'speakers'].map((name) => h('div', {class: name}));
  root.append(filterRoot, list);
  const updateFilters = quoteFilters(filterRoot, send);
  /** Keys of the folds that the reader opened; they stay open when a new report comes. */
  const opened = new Set();
  const rest = pieces(AT_ONCE);
  list.addEventListener('keydown', arrows);

  const drawList = whenChanged((state) => [state.report, state.quoteFilter, state.articles.length], (state) => {
    const focus = focusedKey(list);
    const jobs = [];
    fill(list, groups(state, opened, jobs, send));
    rest.begin(jobs.map((make) => () => list.append(make())));
    if (focus) focusControl(root.closest('[tabindex]') ?? root, focus);
  });
  return (state) => {
    updateFilters(state);
    drawList(state);
  };
}

/** What is said of all, or nothing but the jobs that draw the speakers. */
function groups(state, opened, jobs, send) {
  if (!state.report) return null;
  const {statements, indirect} = saidIn(state.report);
  if (!statements.length && !indirect.length) return h('p', {class: 'hint'}, M.quotations.none);
  const filter = quoteFilterOf(state);
  const shown = speakersOf(state.report, filter);
  if (!shown.length) return h('p', {class: 'hint'}, M.quotations.noneShown);
  const keys = new Map([...namesOf(state.report)].map(([key, {id}]) => [id, key]));
  jobs.push(...shown.map((group) => () => speaker(state, group, {filter, opened, key: keys.get(group.speaker), send})));
  return null;
}

function speaker(state, {speaker: id, statements, indirect}, {filter, opened, key, send}) {
  const name = state.report.entities[id]?.name ?? M.unknownSpeaker;
  const differing = statements.filter(({tier}) => tier === 0).length;
  const shared = statements.filter(({cluster}) => cluster);
  const singles = statements.filter(({cluster}) => !cluster);
  const wanted = filter.show === 'single' || filter.show === 'unknown';
  const open = singles.slice(0, wanted ? WANTED : SINGLES);
  const rest = singles.slice(open.length);
  const list = (items, draw) => h('ul', {class: 'statements'}, items.map((one) => h('li', null, draw(state, one, send))));
  return h('section', {class: statements.length ? 'speaker' : 'speaker speaker--indirect', 'aria-label': name},
    h('h3', {class: 'speaker__head'},
      key ? h('button', {type: 'button', class: 'speaker__name', 'data-key': `speaker-${key}`, title: M.names.open, onclick: () => send({type: 'name-opened', key})}, name) : h('span', {class: 'speaker__name'}, name),
      statements.length > 0 && h('span', {class: 'count'}, M.quotations.count(statements.length), differing > 0 && [', ', M.quotations.differing(differing)])),
    (shared.length > 0 || open.length > 0) && list([...shared, ...open], statement),
    rest.length > 0 && lazy(opened, `more-${name}`, M.quotations.more(rest.length), () => list(rest, statement), filter.text),
    indirect.length > 0 && lazy(opened, `indirect-${name}`, M.quotations.indirectHidden(indirect.length), () => list(indirect, report), filter.text || filter.show === 'indirect' || wanted));
}

/** Something to look at on request, drawn only then; what was asked for stands open. */
function lazy(opened, key, title, make, asked) {
  const content = h('div');
  const draw = (open) => content.hasChildNodes() || !open || fill(content, make());
  const isOpen = Boolean(asked) || opened.has(key);
  draw(isOpen);
  return h('details', {class: 'fold', open: isOpen, ontoggle: ({target}) => {
    draw(target.open);
    if (!asked) opened[target.open ? 'add' : 'delete'](key);
  }}, h('summary', {'data-key': key}, title), content);
}

/** The up and down keys go from statement to statement, wherever in one the focus is. */
function arrows(event) {
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  const own = event.target.closest('.statement');
  if (!by || !own) return;
  const all = [...event.currentTarget.querySelectorAll('.statement')].filter((one) => one.getClientRects().length);
  const next = all[all.indexOf(own) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

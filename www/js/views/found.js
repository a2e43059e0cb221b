/**
 * The search. In: the state and `send`; out: a field, the number of hits, and each hit in its context by article, leading into the text; or in place of a
 * search, each mention of a name. The field keeps the focus while Enter goes from hit to hit. Example: `found(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {entityOf, foundIn, MOST_HITS} from '../searching.js';
import {articleById, headOf} from '../select.js';
import {action, focusedKey, letter, whenChanged} from './parts.js';
import {finishLists, pieces} from './slices.js';

/** Hits listed of one article before more are asked for, and characters of context on either side. */
const SHOWN = 30;
const CONTEXT = 70;
/** Articles whose hits are listed at once; the others follow. */
const AT_ONCE = 4;
/** Quiet time after a key before the articles are searched, in milliseconds. */
const PAUSE = 80;

export function found(root, send) {
  let latest = null;
  let timer = null;
  const all = new Set();
  const rest = pieces(AT_ONCE);
  const field = h('input', {type: 'search', class: 'search__field', 'aria-label': M.search.label, placeholder: M.search.label, autocomplete: 'off', spellcheck: 'false', 'data-key': 'search', oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  }, onkeydown: keys});
  const word = h('input', {type: 'checkbox', onchange: () => send({type: 'search-changed', word: word.checked})});
  const step = (by) => () => go(by);
  const box = h('div', {class: 'search', role: 'search'}, field,
    action('previous', M.search.previous, step(-1), {iconOnly: true}), action('jump', M.search.next, step(1), {iconOnly: true}), h('label', {class: 'check search__word'}, word, M.search.word));
  const top = h('div', {class: 'search__top'});
  const list = h('div', {class: 'hits'});
  root.append(box, top, list);
  list.addEventListener('keydown', (event) => (event.key === 'Escape' ? send({type: 'search-left'}) : arrows(event)));

  function search() {
    clearTimeout(timer);
    timer = null;
    if (field.value !== latest.search.text) send({type: 'search-changed', text: field.value});
  }

  /** From hit to hit, with the focus where it is. */
  function go(by) {
    if (timer !== null) search();
    queueMicrotask(() => {
      const {hits} = foundIn(latest);
      if (!hits.length) return;
      const at = latest.tour?.tab === 'search' ? (latest.tour.at + by + hits.length) % hits.length : by > 0 ? 0 : hits.length - 1;
      send(walk(latest, at, true));
    });
  }

  function keys(event) {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      send({type: 'search-left'});
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.querySelector('.hit')?.focus();
    }
  }

  const drawList = whenChanged((state) => [foundIn(state), state.search.entity, state.articles, state.report, all.size], (state) => {
    const focus = focusedKey(list);
    const {hits, all: count} = foundIn(state);
    const articles = [...new Set(hits.map(({id}) => id))];
    const entity = state.search.entity === null ? null : entityOf(state.report, state.search.entity);
    fill(top, heading(state, entity, count, articles.length, send), count > MOST_HITS && h('p', {class: 'hint'}, M.search.kept(MOST_HITS)));
    const widen = (id) => {
      all.add(id);
      update(latest);
    };
    list.replaceChildren();
    rest.begin(articles.map((id) => () => list.append(group(state, id, hits, all.has(id), widen, send))));
    if (focus) finishLists();
    if (focus) list.querySelector(`[data-key="${focus}"]`)?.focus();
  });
  const drawAt = whenChanged((state) => [state.tour, foundIn(state)], (state) => {
    const at = state.tour?.tab === 'search' ? state.tour.at : -1;
    list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    if (at >= 0) finishLists();
    const hit = list.querySelector(`[data-key="hit-${at}"]`);
    hit?.setAttribute('aria-current', 'true');
    if (hit && !list.contains(document.activeElement)) hit.scrollIntoView({block: 'nearest'});
  });

  function update(state) {
    latest = state;
    if (timer === null && field.value !== state.search.text) field.value = state.search.text;
    word.checked = state.search.word;
    box.hidden = state.search.entity !== null;
    drawList(state);
    drawAt(state);
  }

  return update;
}

function heading(state, entity, count, articles, send) {
  const {text, entity: key} = state.search;
  if (key !== null) {
    return [h('h3', {class: 'topic__title search__name', dir: 'auto'}, M.search.mentions(entity?.name ?? key)), h('p', {class: 'search__count'}, entity ? M.search.mentionCount(count, articles) : M.search.gone),
      h('button', {type: 'button', class: 'link', onclick: () => send({type: 'search-opened'})}, M.search.back)];
  }
  if (!text.trim()) return h('p', {class: 'hint'}, M.search.hint);
  return h('p', {class: 'search__count'}, count ? M.search.count(count, articles) : M.search.none(text.trim()));
}

/** The hits of one article, the first of them and the rest on request. */
function group(state, id, hits, whole, widen, send) {
  const article = articleById(state, id);
  const own = hits.map((hit, at) => ({...hit, at})).filter((hit) => hit.id === id);
  const shown = whole ? own : own.slice(0, SHOWN);
  const {outlet, title} = headOf(state, article);
  return h('section', {class: 'topic'},
    h('h3', {class: 'topic__title'}, letter(article), h('span', {dir: 'auto'}, outlet ?? title ?? M.untitled), h('span', {class: 'count'}, own.length)),
    h('ol', {class: 'hits__list'}, shown.map((hit) => h('li', null, row(state, article.text, hit, send)))),
    own.length > shown.length && h('button', {type: 'button', class: 'link', onclick: () => widen(id)}, M.search.more(own.length - shown.length)));
}

function row(state, text, {start, end, form, at}, send) {
  const {before, after} = around(text, start, end);
  return h('button', {type: 'button', class: 'hit', 'data-key': `hit-${at}`, onclick: () => send(walk(state, at, false))},
    h('span', {class: 'hit__text', dir: 'auto'}, before, h('strong', {class: 'hit__word'}, text.slice(start, end)), after), M.search.forms[form] && h('span', {class: 'note'}, M.search.forms[form]));
}

/** The words on either side of a hit, in its own block, cut at blanks. */
function around(text, start, end) {
  const from = Math.max(0, text.lastIndexOf('\n', start - 1) + 1, start - CONTEXT);
  const stop = text.indexOf('\n', end);
  const to = Math.min(stop < 0 ? text.length : stop, end + CONTEXT);
  const cut = from > 0 && text[from - 1] !== '\n';
  return {before: (cut ? '… ' : '') + text.slice(from, start).replace(cut ? /^\S*\s+/u : /^$/, ''), after: text.slice(end, to) + (to < text.length && text[to] !== '\n' ? ' …' : '')};
}

/** The walk through all hits, at one of them. */
function walk(state, at, stay) {
  const {hits} = foundIn(state);
  const entity = state.search.entity === null ? null : entityOf(state.report, state.search.entity);
  return {type: 'mentions-shown', label: entity?.name ?? `“${state.search.text.trim()}”`, from: `hit-${at}`, places: hits.map(({id, start, end}) => ({holder: id, start, end})), at, tab: 'search', stay};
}

/** The up and down keys go from hit to hit, and from the first back to the field. */
function arrows(event) {
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!by || !event.target.matches('.hit')) return;
  const hits = [...event.currentTarget.querySelectorAll('.hit')];
  const next = hits[hits.indexOf(event.target) + by];
  event.preventDefault();
  (next ?? (by < 0 ? event.currentTarget.parentElement.querySelector('.search__field') : event.target)).focus();
}

/**
 * The article rail. In: the state and `send`; out: one card an article (letter, title, outlet, date, words, what is
 * wrong with it), the way to add one, and the ways to remove all or bring the examples back. Redrawn when articles,
 * report or choice change; focus returns to the control it was on. Example: `rail(root, send)(state)`.
 */

import {fill, h, icon} from '../dom.js';
import {words} from '../limits.js';
import {M} from '../messages.js';
import {headOf, isBlank, letterOf, problemOf, totalOf} from '../select.js';
import {chooser} from './choosing.js';
import {action, dateText, letter, problemText, whenChanged} from './parts.js';

const wordMemo = new WeakMap();

export function rail(root, send) {
  // Made once: a dialog that is open belongs to its field.
  const files = h('div', {class: 'rail__files'}, chooser(send, {'data-key': 'files'}), h('p', {class: 'hint'}, M.ways.filesHint));
  return whenChanged((state) => [state.articles, state.report, state.current, state.note], (state) => {
    const focus = root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    fill(root,
      h('div', {class: 'rail__head'},
        h('h2', {class: 'region-title'}, M.articles, h('span', {class: 'count'}, state.articles.length)),
        action('add', M.add, () => send({type: 'article-added'}), {'data-key': 'add'})),
      note(state),
      h('ol', {class: 'article-cards'}, state.articles.map((article) => card(state, article, send))),
      files,
      h('div', {class: 'rail__foot'},
        state.articles.length > 0 && plain(M.clear, 'clear', () => send({type: 'articles-cleared'})),
        plain(M.examples, 'examples', () => send({type: 'examples-restored'}))));
    // What was deleted can not keep the focus; the chosen card is the nearest thing to it.
    if (focus) (root.querySelector(`[data-key="${focus}"]`) ?? root.querySelector('[aria-current], [data-key="add"]'))?.focus();
  });
}

function note(state) {
  const total = totalOf(state);
  const text = total ? problemText(total) : state.note?.kind === 'too-many' ? M.tooMany : null;
  return text && h('p', {class: 'problem', 'data-problem': total ? 'total' : 'count'}, text);
}

function plain(label, key, onclick) {
  return h('button', {type: 'button', class: 'link', 'data-key': key, onclick}, label);
}

function card(state, article, send) {
  const {title, outlet, date} = headOf(state, article);
  const name = title ?? (isBlank(article) ? M.fresh : M.untitled);
  const chosen = state.current === article.id;
  const problem = problemText(problemOf(article));
  return h('li', {class: `article-card${article.hidden ? ' article-card--left' : ''}`, 'data-current': chosen},
    h('button', {type: 'button', class: 'article-card__open', 'aria-current': chosen ? 'true' : null, 'data-key': `open-${article.id}`, onclick: () => send({type: 'article-chosen', id: article.id})},
      letter(article),
      h('span', {class: outlet ? 'article-card__outlet' : 'article-card__outlet unknown'}, isBlank(article) ? '' : (outlet ?? M.noOutlet)),
      h('span', {class: 'article-card__title', dir: 'auto'}, name),
      h('span', {class: 'article-card__facts'}, facts(article, date))),
    h('div', {class: 'article-card__actions'},
      control(article.hidden ? 'show' : 'hide', article.hidden ? M.show : M.hide, article, () => send({type: 'article-hidden', id: article.id, hidden: !article.hidden})),
      control('remove', M.remove, article, () => send({type: 'article-removed', id: article.id}))),
    problem && h('p', {class: 'problem', 'data-problem': 'article'}, problem));
}

function facts(article, date) {
  if (isBlank(article)) return M.empty;
  return [dateText(date) ?? M.noDate, M.words(wordsOf(article)), article.hidden && M.left].filter(Boolean).join(' · ');
}

function wordsOf(article) {
  if (!wordMemo.has(article)) wordMemo.set(article, words(article.text));
  return wordMemo.get(article);
}

function control(name, label, article, onclick) {
  const text = `${label}: ${letterOf(article)}`;
  return h('button', {type: 'button', class: 'round', 'aria-label': text, title: label, 'data-key': `${name}-${article.id}`, onclick}, icon(name));
}

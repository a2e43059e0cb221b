/**
 * The card of an article in the rail. In: the state, an article, `send`, and the form for its head; out: letter, title, outlet, date, words, what is wrong with
 * it, and what can be done with it. Only the chosen card shows all that can be done, so that twenty cards stay calm. Example: `articleCard(state, article, send, form)`.
 */

import {h, icon} from '../dom.js';
import {RELATION} from '../fragments.js';
import {words} from '../limits.js';
import {M} from '../messages.js';
import {headOf, isBlank, letterOf, problemOf} from '../select.js';
import {addressOf} from '../ways/head.js';
import {action, dateText, letter, problemText} from './parts.js';

const wordMemo = new WeakMap();

export function articleCard(state, article, send, form) {
  const {title, outlet, date} = headOf(state, article);
  const chosen = state.current === article.id;
  const describing = state.describing === article.id;
  const problem = problemText(problemOf(article));
  return h('li', {class: `article-card${article.hidden ? ' article-card--left' : ''}`, 'data-current': chosen, onkeydown: (event) => movedByKey(event, article, send)},
    h('button', {type: 'button', class: 'article-card__open', 'aria-current': chosen ? 'true' : null, 'data-key': `open-${article.id}`, onclick: () => send({type: 'article-chosen', id: article.id})},
      letter(article),
      h('span', {class: outlet ? 'article-card__outlet' : 'article-card__outlet unknown'}, isBlank(article) ? '' : (outlet ?? M.noOutlet)),
      h('span', {class: 'article-card__title', dir: 'auto'}, title ?? (isBlank(article) ? M.fresh : M.untitled)),
      h('span', {class: 'article-card__facts'}, facts(article, date))),
    h('div', {class: 'article-card__actions'},
      control(article.hidden ? 'show' : 'hide', article.hidden ? M.show : M.hide, article, () => send({type: 'article-hidden', id: article.id, hidden: !article.hidden})),
      control('remove', M.remove, article, () => send({type: 'article-removed', id: article.id}))),
    chosen && h('div', {class: 'article-card__more'}, more(state, article, send, describing)),
    describing && h('div', {class: 'article-card__describe', onkeydown: (event) => event.key === 'Escape' && send({type: 'describing-switched', id: null})},
      form, action('done', M.ways.describeDone, () => send({type: 'describing-switched', id: null}), {'data-key': 'describe-done'})),
    problem && h('p', {class: 'problem', 'data-problem': 'article'}, problem));
}

function more(state, article, send, describing) {
  const at = state.articles.indexOf(article);
  const address = addressOf(article.address ?? '');
  return [
    control('edit', M.ways.describe, article, () => send({type: 'describing-switched', id: describing ? null : article.id}), {'aria-expanded': String(describing), 'data-key': `describe-${article.id}`}),
    control('up', M.ways.up, article, () => send({type: 'article-moved', id: article.id, by: -1}), {'aria-disabled': at === 0 ? 'true' : null, title: M.ways.upKeys}),
    control('down', M.ways.down, article, () => send({type: 'article-moved', id: article.id, by: 1}), {'aria-disabled': at === state.articles.length - 1 ? 'true' : null, title: M.ways.downKeys}),
    address && h('a', {
      class: 'round', href: address, target: '_blank', rel: RELATION, referrerpolicy: 'no-referrer', 'data-key': `address-${article.id}`,
      'aria-label': M.ways.openArticle, title: `${M.ways.openArticle}: ${address}`,
    }, icon('link'))];
}

/** A card moves by Alt and the arrow keys, from wherever the focus is in it. */
function movedByKey(event, article, send) {
  const by = {ArrowUp: -1, ArrowDown: 1}[event.key];
  if (!by || !event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  send({type: 'article-moved', id: article.id, by});
}

function facts(article, date) {
  if (isBlank(article)) return M.empty;
  return [dateText(date) ?? M.noDate, M.words(wordsOf(article)), article.hidden && M.left].filter(Boolean).join(' · ');
}

function wordsOf(article) {
  if (!wordMemo.has(article)) wordMemo.set(article, words(article.text));
  return wordMemo.get(article);
}

function control(name, label, article, onclick, others = {}) {
  const text = `${label}: ${letterOf(article)}`;
  return h('button', {type: 'button', class: 'round', 'aria-label': text, title: label, 'data-key': `${name}-${article.id}`, onclick, ...others}, icon(name));
}

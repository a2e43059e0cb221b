/**
 * The matrix of claims. In: the state and `send`; out: a table with a row a claim and a column an article: states,
 * hedges, denies, disputes or silent, in words and with a sign; each leads to its passage. Claims of one article are
 * flagged. Example: `claims(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {articleAt} from '../select.js';
import {letter, whenChanged} from './parts.js';

const ROWS = 300;

export function claims(root, send) {
  return whenChanged((state) => [state.report, state.articles.length], (state) => {
    const all = state.report?.claims ?? [];
    if (!all.length) return fill(root, h('p', {class: 'hint'}, M.claims.none));
    const columns = state.compared.map((_, index) => index);
    return fill(root, h('div', {class: 'table', tabindex: '0', role: 'region', 'aria-label': M.claims.caption}, h('table', null,
      h('caption', {class: 'unseen'}, M.claims.caption),
      h('thead', null, h('tr', null, h('th', {scope: 'col'}, M.claims.claim), columns.map((index) => h('th', {scope: 'col', class: 'narrow'}, letter(articleAt(state, index)))))),
      h('tbody', null, all.slice(0, ROWS).map((claim) => row(state, claim, columns, send))))));
  });
}

function row(state, claim, columns, send) {
  const cells = new Map(claim.cells.map((cell) => [cell.article, cell]));
  return h('tr', null,
    h('th', {scope: 'row'}, claim.text, note(claim)),
    columns.map((index) => h('td', {class: 'narrow'}, stance(state, cells.get(index), send))));
}

/** How many articles stand behind a claim, where that is fewer than tell it: agreement in copied words counts once. */
function note(claim) {
  const told = claim.cells.filter((cell) => cell.stance !== 'silent').length;
  const text = claim.independent < told ? M.claims.copied(told, claim.independent) : claim.single_source && M.claims.single;
  return text && h('span', {class: 'note'}, text);
}

function stance(state, cell, send) {
  const name = cell?.stance ?? 'silent';
  const text = M.claims.stances[name];
  const article = cell && articleAt(state, cell.article);
  if (name === 'silent' || !article) return h('span', {class: 'stance stance--silent', title: text}, h('span', {class: 'unseen'}, text), h('span', {'aria-hidden': 'true'}, '–'));
  return h('button', {
    type: 'button', class: `stance stance--${name}`, title: cell.value ? `${text}: ${cell.value}` : text,
    onclick: () => send({type: 'passage-shown', article: article.id, start: cell.start, end: cell.end}),
  }, text);
}

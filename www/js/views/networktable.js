/**
 * The table twin of the network. In: the state and `send`; out: a row a tie: both names, how often they stand together, and in which articles. Example: `networkTable(state, send)`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {networkOf} from '../network.js';
import {articleAt, letterOf} from '../select.js';
import {letter} from './parts.js';

const COLUMNS = ['a', 'b', 'weight', 'articles'];

/** @param {(jobs: (() => void)[]) => void} later draws the rows, the first at once */
export function networkTable(state, send, later) {
  const {ties} = networkOf(state.report, state.networkFilter);
  const body = h('tbody');
  later(ties.map((tie) => () => body.append(row(state, tie, send))));
  return h('div', {class: 'table'}, h('table', {class: 'chart__rows'}, h('caption', {class: 'unseen'}, M.network.caption),
    h('thead', null, h('tr', null, COLUMNS.map((column) => h('th', {scope: 'col'}, M.network.columns[column])))),
    body));
}

function row(state, {a, b, weight, places}, send) {
  const choose = ({key, entity}) => h('button', {type: 'button', class: 'link', title: M.network.choose(entity.name), 'data-key': `row-${a.key}-${b.key}-${key}`, onclick: () => send({type: 'network-chosen', key})}, entity.name);
  const articles = [...new Set(places.map(({article}) => article))];
  return h('tr', null, h('th', {scope: 'row'}, choose(a)), h('td', null, choose(b)), h('td', null, M.network.together(weight, state.networkFilter.unit)),
    h('td', null, h('span', {class: 'network__letters'}, articles.map((index) => {
      const article = articleAt(state, index);
      const from = `row-${a.key}-${b.key}-at-${index}`;
      return article && h('button', {type: 'button', class: 'jump', 'data-key': from, 'aria-label': M.showPassage(letterOf(article)), title: M.showPassage(letterOf(article)),
        onclick: () => send({type: 'mentions-shown', label: M.network.both(a.entity.name, b.entity.name), from, places, at: places.findIndex((place) => place.article === index), tab: 'network'})}, letter(article));
    }))));
}

/**
 * Looked at and dropped. In: the state and `send`; out: a folded list of pairs that look like a difference: what they would have been, at which step they were let
 * go and why, and both passages beside each other, each leading into the text and back. The list is made when it is opened, since few readers do.
 * Example: `dropped(state, send)`. Limits: null where nothing was dropped.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {kindTitle} from '../select.js';
import {passage} from './finding.js';

export function dropped(state, send) {
  const list = state.report.dropped.map((pair, i) => ({...pair, i}));
  if (!list.length) return null;
  const kinds = [...new Set(list.map(({kind}) => kind))].map((kind) => [kind, kindTitle(state, kind, M)]).sort((a, b) => (a[1] < b[1] ? -1 : 1));
  const body = h('ol', {class: 'dropped__list'});
  const count = h('p', {class: 'hint'});
  const draw = () => {
    const shown = list.filter(({kind}) => !select.value || kind === select.value);
    fill(body, shown.map((pair) => entry(state, pair, send)));
    count.textContent = M.shownOf(shown.length, list.length);
  };
  const select = h('select', {'data-key': 'dropped-kind', onchange: draw}, h('option', {value: ''}, M.any), kinds.map(([kind, title]) => h('option', {value: kind}, title)));
  const details = h('details', {class: 'fold fold--dropped'}, h('summary', null, M.dropped.title(list.length)), h('p', {class: 'hint'}, M.dropped.intro),
    kinds.length > 1 && h('div', {class: 'dropped__filter'}, h('label', {class: 'field'}, h('span', null, M.filter.kind), select), count), body);
  details.addEventListener('toggle', () => details.open && !body.firstChild && draw());
  return details;
}

function entry(state, pair, send) {
  const title = kindTitle(state, pair.kind, M);
  const from = (at) => `dropped-${pair.i}-${at}`;
  const walk = (at) => send({type: 'mentions-shown', label: M.dropped.pair, from: from(at), places: pair.evidence, at, tab: 'findings'});
  return h('li', {class: 'dropped__pair'},
    h('h4', {class: 'dropped__title'}, title),
    h('div', {class: 'passages'}, pair.evidence.map((evidence, at) => passage(state, evidence, () => walk(at), from(at)))),
    h('p', {class: 'dropped__reason'}, h('strong', null, M.dropped.because), ' ', pair.reason, ' ', h('span', {class: 'note'}, M.dropped.step(M.dropped.steps[pair.step] ?? pair.step))));
}

/**
 * What narrows and orders the names. In: the state and `send`; out: a field for a part of a name, the kinds that occur,
 * and the order. The fields stay while the list changes, so that typing is not disturbed. Example: `nameFilters(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {NAME_KINDS, namesOf} from '../entities.js';
import {M} from '../messages.js';
import {whenChanged} from './parts.js';

export function nameFilters(root, send) {
  const changed = (event) => send({type: 'names-filtered', name: event.target.name, value: event.target.value});
  const text = h('input', {type: 'search', name: 'text', autocomplete: 'off', spellcheck: 'false', oninput: changed});
  const kind = h('select', {name: 'kind', onchange: changed});
  const sort = h('select', {name: 'sort', onchange: changed}, Object.entries(M.names.sorts).map(([value, label]) => h('option', {value}, label)));
  root.append(h('div', {class: 'filters__fields'}, [[M.names.find, text], [M.names.kind, kind], [M.names.sort, sort]].map(([label, field]) =>
    h('label', {class: 'field'}, h('span', null, label), field))));

  const drawKinds = whenChanged((state) => [state.report, state.nameFilter.kind], ({report, nameFilter}) => {
    const found = new Set([...namesOf(report).values()].map((entity) => entity.kind).concat(nameFilter.kind || []));
    fill(kind, h('option', {value: ''}, M.any), NAME_KINDS.filter((one) => found.has(one)).map((one) => h('option', {value: one}, M.entityKinds[one])));
    kind.value = nameFilter.kind;
  });
  return (state) => {
    root.hidden = namesOf(state.report).size === 0;
    drawKinds(state);
    sort.value = state.nameFilter.sort;
    if (text.value !== state.nameFilter.text) text.value = state.nameFilter.text;
  };
}

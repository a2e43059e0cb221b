/**
 * What narrows the network. In: the state and `send`; out: the kinds with counts, the least number of mentions, and what makes a tie. Example: `networkFilters(root, send)(state)`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {KINDS, LEASTS, networkOf, UNITS} from '../network.js';
import {whenChanged} from './parts.js';

export function networkFilters(root, send) {
  const change = (name, value) => send({type: 'network-filtered', name, value});
  const counts = KINDS.map(() => h('span', {class: 'count'}));
  const kinds = KINDS.map((kind, i) => h('button', {type: 'button', class: 'switch', onclick: (event) => change(kind, event.currentTarget.getAttribute('aria-pressed') !== 'true')}, h('span', {class: `sample sample--${kind}`}, M.network.kinds[kind]), ' ', counts[i]));
  const least = h('select', {name: 'least', onchange: ({target}) => change('least', Number(target.value))}, LEASTS.map((n) => h('option', {value: n}, M.network.times(n))));
  const unit = h('select', {name: 'unit', onchange: ({target}) => change('unit', target.value)}, UNITS.map((name) => h('option', {value: name}, M.network.units[name])));
  root.append(h('div', {class: 'switches', role: 'group', 'aria-label': M.network.kind}, kinds),
    h('div', {class: 'filters__fields'}, [[M.network.least, least], [M.network.unit, unit]].map(([label, field]) => h('label', {class: 'field'}, h('span', null, label), field))));

  return whenChanged((state) => [state.report, state.networkFilter], (state) => {
    root.hidden = !state.report;
    if (root.hidden) return;
    const {found} = networkOf(state.report, state.networkFilter);
    KINDS.forEach((kind, i) => {
      counts[i].textContent = M.number(found[kind]);
      kinds[i].setAttribute('aria-pressed', String(state.networkFilter[kind]));
    });
    least.value = state.networkFilter.least;
    unit.value = state.networkFilter.unit;
  });
}

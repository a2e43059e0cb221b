/**
 * The network of names. In: the state and `send`; out: the choice, a drawing of who is named with whom, its twin, a table, and for the chosen name all whom it stands with and
 * the sentences. Example: `network(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {networkOf} from '../network.js';
import {networkDetail} from './networkdetail.js';
import {networkDrawing} from './networkdrawing.js';
import {networkFilters} from './networkfilters.js';
import {networkTable} from './networktable.js';
import {focusControl, focusedKey, whenChanged} from './parts.js';
import {pieces} from './slices.js';
import {forms, pictures, twin} from './twin.js';

/** Rows of the table drawn at once; the others follow. */
const AT_ONCE = 40;

export function network(root, send) {
  const [head, filterRoot, drawing, tableRoot, detail] = ['chart__head', 'network__filters', 'drawing', 'chart__table', 'network__detail'].map((name) => h('div', {class: name}));
  const switchForm = forms(M.network, (form) => send({type: 'network-shown', form}));
  const count = h('p', {class: 'hint'});
  const updateFilters = networkFilters(filterRoot, send);
  const updateDrawing = networkDrawing(drawing, send);
  head.append(count, h('div', {class: 'chart__tools'}, switchForm.root, pictures(() => drawing.querySelector('svg'), M.tabs.network, send)));
  root.append(filterRoot, head, drawing, tableRoot, detail);

  const rows = pieces(AT_ONCE);
  let latest = null;

  const drawCount = whenChanged((state) => [state.report, state.networkFilter], (state) => {
    const found = state.report && networkOf(state.report, state.networkFilter);
    root.dataset.empty = String(!found?.nodes.length);
    fill(count, countLine(state, found));
  });
  const drawTable = whenChanged((state) => [state.report, state.articles, state.networkFilter, state.networkForm], (state) => {
    const focus = focusedKey(tableRoot);
    fill(tableRoot, state.report && networkTable(state, send, (jobs) => rows.begin(jobs, () => twin(drawing, tableRoot, latest.networkForm))));
    twin(drawing, tableRoot, state.networkForm);
    if (focus) focusControl(tableRoot, focus);
  });
  const drawDetail = whenChanged((state) => [state.report, state.articles, state.networkFilter, state.networkName], (state) => {
    const focus = focusedKey(detail);
    fill(detail, state.report && networkDetail(state, send));
    if (focus) focusControl(detail.querySelector(`[data-key="${CSS.escape(focus)}"]`) ? detail : root.closest('[tabindex]') ?? root, focus);
  });
  return (state) => {
    latest = state;
    updateFilters(state);
    drawCount(state);
    switchForm.update(state.networkForm);
    drawTable(state);
    updateDrawing(state);
    drawDetail(state);
  };
}

function countLine(state, found) {
  if (!found) return M.nothing;
  if (!found.nodes.length) return Object.values(found.found).some((n) => n > 0) || state.networkFilter.least > 1 ? M.network.noneShown : M.network.none;
  return [M.network.count(found.nodes.length, found.ties.length), found.left > 0 && [' ', M.network.left(found.left)], ' ', M.network.meaning];
}

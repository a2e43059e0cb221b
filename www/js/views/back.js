/**
 * The way back from the text. In: the state and `send`; out: the button that leads back to the finding, the name or the
 * quotation one came from, and beside it the other passages of the finding, or the steps through the mentions or versions.
 * Example: `back(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {numbers} from '../select.js';
import {jump} from './card.js';
import {action, focusedKey, whenChanged} from './parts.js';

export function back(root, send) {
  return whenChanged((state) => [state.back, state.tour, state.report], (state) => {
    const n = numbers(state).get(state.back);
    const focus = focusedKey(root);
    root.hidden = n === undefined && !state.tour;
    if (root.hidden) return fill(root);
    fill(root, action('back', state.tour ? M.tour.back[state.tour.tab] : M.backTo(n), () => send({type: 'went-back'})), state.tour ? steps(state.tour, send) : passages(state, send));
    if (focus) root.querySelector(`[data-key="${focus}"]`)?.focus();
  });
}

function steps({label, at, places, tab}, send) {
  const step = (name, by, text) => action(name, text, () => send({type: 'mention-stepped', by, stay: true}), {iconOnly: true, 'data-key': `step-${by}`});
  return h('div', {class: 'reader__passages', role: 'group', 'aria-label': label},
    places.length > 1 && step('previous', -1, M.tour.previous[tab]), h('span', {class: 'reader__step'}, M.tour.at(label, at + 1, places.length)), places.length > 1 && step('jump', 1, M.tour.next[tab]));
}

/** The other passages of the finding one came from, so that going between them needs no way back. */
function passages(state, send) {
  const {id, evidence} = state.report.findings.find((finding) => finding.id === state.back);
  return h('div', {class: 'reader__passages', role: 'group', 'aria-label': M.passages}, evidence.slice(0, 6).map((one) => jump(state, one, send, {finding: id})));
}

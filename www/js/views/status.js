/**
 * The status line, the only live region, and the offer to undo. In: the state and `send`; out: one short sentence that
 * changes only when there is something new to say, so that a screen reader is not talked over while typing.
 * Example: `status({line, toast}, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {differences} from '../select.js';
import {noticeText} from './notices.js';
import {faultText} from './panel.js';
import {refusalText} from './refusals.js';
import {whenChanged} from './parts.js';

/** How long the offer to undo stays, in milliseconds; it waits while it has the focus or the pointer. */
const OFFER = 12_000;

export function status({line, toast}, send) {
  let timer = null;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (toast.matches(':hover, :focus-within') ? wait() : send({type: 'undo-passed'})), OFFER);
  };
  const drawToast = whenChanged((state) => [state.undo], (state) => {
    clearTimeout(timer);
    toast.hidden = !state.undo?.shown;
    if (toast.hidden) return fill(toast);
    fill(toast, h('span', null, M.undos[state.undo.kind]),
      h('button', {type: 'button', class: 'quiet', onclick: () => send({type: 'undone'})}, M.undo));
    return wait();
  });
  return (state) => {
    const text = sentence(state);
    if (line.textContent !== text) line.textContent = text;
    line.dataset.engine = state.engine;
    drawToast(state);
  };
}

function sentence(state) {
  if (state.said) return state.said;
  if (state.fault) return faultText(state);
  if (state.tour) return M.tour.at(state.tour.label, state.tour.at + 1, state.tour.places.length);
  if (state.undo?.shown) return M.undos[state.undo.kind];
  if (state.refusals.length) return [state.note?.kind === 'put' && M.ways.put(state.note.count), ...state.refusals.slice(0, 3).map((one) => [one.name, refusalText(one)].filter(Boolean).join(': '))].filter(Boolean).join(' ');
  if (state.reading) return M.ways.reading(state.reading);
  if (state.note?.kind === 'moved') return M.ways.moved(state.note.place, state.articles.length);
  if (state.note?.kind === 'put') return M.ways.put(state.note.count);
  if (state.note?.kind === 'split') return M.splitInto(state.note.count);
  if (state.note?.kind === 'told') return state.note.text;
  if (state.notices.length) return noticeText(state.notices.at(-1));
  if (!state.report) return state.engine === 'starting' ? M.state.starting : '';
  return M.state.done(differences(state).length);
}

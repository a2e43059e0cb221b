/**
 * Looked at and dropped. In: the state and `send`; out: a folded list of pairs that look like a difference, each with the
 * step that stopped it and why. The list is made when it is first opened, since few readers do.
 * Example: `dropped(state, send)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {kindTitle} from '../select.js';
import {jump} from './card.js';

/** Longest passage shown here, in characters. */
const LONG = 160;

export function dropped(state, send) {
  const list = state.report.dropped;
  if (!list.length) return null;
  const body = h('div', {class: 'dropped'});
  const details = h('details', {class: 'fold fold--dropped'}, h('summary', null, M.dropped(list.length)), h('p', {class: 'hint'}, M.droppedIntro), body);
  details.addEventListener('toggle', () => {
    if (details.open && !body.firstChild) fill(body, h('ul', null, list.map((pair) => entry(state, pair, send))));
  });
  return details;
}

function entry(state, pair, send) {
  return h('li', {class: 'dropped__pair'},
    h('p', {class: 'dropped__reason'}, h('strong', null, kindTitle(state, pair.kind, M)), ' · ', pair.reason),
    pair.evidence.map((evidence) => h('p', {class: 'dropped__passage'}, jump(state, evidence, send), h('span', null, cut(state.report.articles[evidence.article].text.slice(evidence.start, evidence.end))))));
}

function cut(text) {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

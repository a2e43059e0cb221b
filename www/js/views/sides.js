/**
 * Who else says so. In: the state, a finding and `send`; out: other passages by the version they side with, each leading to its place, and who is silent.
 * Example: `sides(state, finding, send)`. Limits: null where no other passage is known.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {articleAt, letterOf, shortName} from '../select.js';
import {sidesOf} from '../sides.js';
import {jump} from './card.js';
import {letter} from './parts.js';

/** Longest passage shown here, in characters. */
const LONG = 180;

export function sides(state, finding, send) {
  const found = sidesOf(state.report, finding);
  const [a, b] = finding.evidence;
  const names = {first: name(state, a), second: name(state, b)};
  const groups = ['first', 'second', 'other'].filter((side) => found[side].length);
  if (!groups.length && !found.silent.length) return null;
  return h('section', {class: 'sides', 'aria-label': M.sides.title},
    h('h5', {class: 'sides__title'}, M.sides.title),
    groups.map((side) => h('div', {class: 'side'}, h('p', {class: 'side__name'}, side === 'other' ? M.sides.other : M.sides.as(names[side])),
      h('ul', null, found[side].map((place) => row(state, finding, place, send))))),
    found.silent.length > 0 && h('div', {class: 'side'}, h('p', {class: 'side__name'}, M.sides.silent),
      h('p', {class: 'letters'}, found.silent.map((index) => articleAt(state, index)).map((article) => h('span', null, letter(article), article && h('span', {class: 'unseen'}, shortName(state, article)))))));
}

function row(state, finding, place, send) {
  const text = state.report.articles[place.article].text.slice(place.start, place.end).replace(/\s+/gu, ' ').trim();
  return h('li', {class: 'side__passage'}, jump(state, place, send, {finding: finding.id}),
    h('span', {dir: 'auto'}, place.stance && h('span', {class: `stance stance--${place.stance}`}, [M.claims.stances[place.stance], place.value].filter(Boolean).join(': '), ' '),
      text.length > LONG ? `${text.slice(0, LONG)}…` : text));
}

function name(state, evidence) {
  const article = articleAt(state, evidence?.article);
  return article ? letterOf(article) : '–';
}

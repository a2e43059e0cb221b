/**
 * What the list of findings is made of, each made once for a report and then only put elsewhere. In: a finding or a title; out: the element and what keeps
 * it up to date. Example: `itemFor(state, finding, send).badge(review)`.
 */

import {fill, h} from '../dom.js';
import {numbers} from '../select.js';
import {item} from './finding.js';
import {whenChanged} from './parts.js';
import {badges} from './review.js';

/** One finding of the list, with what keeps its badges up to date. */
export function itemFor(state, finding, send) {
  const n = numbers(state).get(finding.id);
  const element = item(state, finding, n, send);
  const root = element.querySelector('.finding__badges');
  return {element, finding, n, badge: whenChanged((review) => [review], (review) => fill(root, badges(review)))};
}

/** A topic of the list, to be filled. */
export function section(title) {
  const count = h('span', {class: 'count'});
  const list = h('ol', {class: 'topic__list'});
  return {count, list, element: h('section', {class: 'topic', 'aria-label': title}, h('h3', {class: 'topic__title'}, title, count), list)};
}

/**
 * Going to a passage. In: the panes, the state with what is to be shown; out: the passage in sight and standing out, and where a finding has another
 * passage in another pane, that one at the same height. Example: `show(panes, state)`. Limits: near the ends of a text two passages can not always be brought to one height.
 */

import {findingById, marksFor, articleById} from '../select.js';
import {point} from './pointing.js';
import {focus} from './roving.js';

/** How far down a passage comes to stand, as a part of the height. */
const HEIGHT = 0.32;

export function show(panes, state) {
  const {article, start, end, stay, finding} = state.flash;
  const pane = panes.find((one) => one.article() === article);
  point();
  if (!pane) return;
  const mark = markAt(pane, state, state.flash);
  const others = partners(panes, pane, state, finding);
  for (const one of [pane, ...others.map(([other]) => other)]) one.unsettle();
  // The column first: what is not in sight sideways has no height to be brought to.
  if (panes.length > 1) pane.element.scrollIntoView({inline: 'nearest', block: 'nearest'});
  align([{pane, place: topOf(pane, start, mark)}, ...others.map(([other, evidence]) => ({pane: other, place: topOf(other, evidence.start, markAt(other, state, evidence))}))]);
  const block = pane.text.blockAt(start);
  if (block && (mark || !point(block.element, block, {start, end}))) flash(mark ? pane.text.all(idOf(mark, pane, state)) : [block.element]);
  for (const [other, evidence] of others) {
    const twin = markAt(other, state, evidence);
    if (twin) flash(other.text.all(idOf(twin, other, state, evidence)));
  }
  if (stay) return;
  if (mark) focus(mark, {preventScroll: true});
  else pane.body.focus({preventScroll: true});
}

/** The other panes in which the finding has a passage, each with the first. */
function partners(panes, pane, state, id) {
  const finding = panes.length > 1 && id !== null && id !== undefined ? findingById(state, id) : null;
  if (!finding) return [];
  return panes.filter((other) => other !== pane && other.isNear()).map((other) => [other, finding.evidence.find((evidence) => state.compared[evidence.article]?.id === other.article())]).filter(([, evidence]) => evidence);
}

/** Brings places to one height, as far as the ends of the texts allow. */
function align(list) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const measured = list.filter(({place}) => place !== null).map(({pane: {scroll}, place}) => ({scroll, place, most: scroll.scrollHeight - scroll.clientHeight, height: scroll.clientHeight}));
  if (!measured.length) return;
  const wanted = Math.min(measured[0].height * HEIGHT, ...measured.map(({place}) => place));
  const height = Math.max(wanted, ...measured.map(({place, most}) => place - most));
  for (const {scroll, place} of measured) scroll.scrollTo({top: place - height, behavior: calm ? 'auto' : 'smooth'});
}

/** How far down in its text a place stands. */
function topOf(pane, offset, mark) {
  const block = mark ? null : pane.text.blockAt(offset);
  const element = mark ?? block?.element;
  if (!element) return null;
  const {top, height} = element.getBoundingClientRect();
  const inside = block ? (height * (offset - block.start)) / Math.max(1, block.end - block.start) : 0;
  return top + inside - pane.scroll.getBoundingClientRect().top + pane.scroll.scrollTop;
}

function markAt(pane, state, span) {
  const id = idAt(pane, state, span);
  return id ? pane.text.find(id) : null;
}

function idAt(pane, state, {start, end}) {
  const article = articleById(state, pane.article());
  return article && marksFor(state, article).find((mark) => mark.start === start && mark.end === end && !mark.focus && state.kinds[mark.group])?.id;
}

const idOf = (mark, pane, state, span = state.flash) => idAt(pane, state, span) ?? mark.dataset.marks.split(' ')[0];

function flash(parts) {
  for (const part of parts) {
    part.classList.remove('flash');
    part.getBoundingClientRect(); // restarts the animation when the same passage is shown again
    part.classList.add('flash');
  }
}

/**
 * The reading view. In: the state and `send`; out: the chosen article's head, legend and marked text, or the editor. It
 * scrolls to a passage when one is asked for, and lets the arrow keys go from mark to mark, so that the text is one
 * stop of the tab key however many marks it has. Example: `reader(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {currentArticle, headOf, isBlank, letterOf, marksFor, problemOf, reportIndex} from '../select.js';
import {plainBlocks} from '../segments.js';
import {markWords} from './words.js';
import {back} from './back.js';
import {action, dateText, letter, problemText, whenChanged} from './parts.js';
import {createText} from './text.js';
import {editor} from './editor.js';
import {leftOut} from './leftout.js';
import {refusals} from './refusals.js';
import {emphasis} from './emphasis.js';
import {legend} from './legend.js';
import {point} from './pointing.js';
import {focus, roving} from './roving.js';
import {hovering} from './hovering.js';

export function reader(root, send) {
  const head = h('header', {class: 'reader__head'});
  const legendRoot = h('div', {class: 'legend', role: 'group', 'aria-label': M.marks});
  const body = h('div', {class: 'text', role: 'group', tabindex: '0'});
  const page = h('div', {class: 'reader__page'}, legendRoot, body);
  const field = h('div', {class: 'reader__edit', hidden: true});
  const backRoot = h('div', {class: 'reader__back', hidden: true});
  const told = h('div', {class: 'refusals', hidden: true});
  const left = h('div', {class: 'left-out', hidden: true});
  root.append(h('h2', {class: 'unseen'}, M.reading), head, told, left, page, field, backRoot);
  const text = createText(body);
  const updateEditor = editor(field, send);
  const updateTold = refusals(told, send);
  const updateLeft = leftOut(left, send);
  const updateBack = back(backRoot, send);
  const updateLegend = legend(legendRoot, send);
  roving(body, (element, pointer) => chosen(element, pointer, send));
  hovering(body, (element) => send({type: 'card-opened', hover: true, marks: element.dataset.marks.split(' '), anchor: anchorOf(element)}), () => send({type: 'hover-ended'}));
  let shown = null;

  const drawText = whenChanged((state) => [state.current, textOf(state), state.report, state.kinds, state.filter, state.reviews, state.editing], (state) => {
    const article = currentArticle(state);
    if (!article || state.editing) return text.clear();
    body.setAttribute('aria-label', M.textOf(letterOf(article)));
    text.draw(viewOf(state, article));
    if (shown !== article.id) root.scrollTop = 0;
    shown = article.id;
  });
  const emphasise = emphasis(body, text);
  const drawHead = whenChanged((state) => [state.current, state.articles, state.report, state.editing], (state) => fill(head, headLine(state, send)));
  const flash = whenChanged((state) => [state.flash], (state) => state.flash && state.flash.article === state.current && show(body, text, state));

  return (state) => {
    page.hidden = state.editing || !currentArticle(state);
    drawHead(state);
    updateTold(state);
    updateLeft(state);
    updateEditor(state);
    updateLegend(state);
    drawText(state);
    emphasise(state);
    updateBack(state);
    flash(state);
  };
}

function textOf(state) {
  return currentArticle(state)?.text;
}

function headLine(state, send) {
  const article = currentArticle(state);
  if (!article) return h('p', {class: 'hint'}, M.nothing);
  const {outlet, date} = headOf(state, article);
  const problem = problemText(problemOf(article));
  return [
    letter(article),
    isBlank(article) ? h('p', {class: 'reader__source'}, M.fresh)
      : h('p', {class: 'reader__source'}, outlet ? h('strong', null, outlet) : h('span', null, M.noOutlet), h('span', null, dateText(date) ?? M.noDate)),
    h('div', {class: 'reader__actions'}, !state.editing && action('edit', M.edit, () => send({type: 'editing-switched', on: true}))),
    problem && !state.editing && h('p', {class: 'problem'}, problem)];
}

function viewOf(state, article) {
  const at = state.report ? reportIndex(state, article) : -1;
  if (at < 0) return {text: article.text, blocks: plainBlocks(article.text), marks: [], words: markWords(state)};
  const found = state.report.articles[at];
  const marks = marksFor(state, article).filter((mark) => state.kinds[mark.group]);
  return {text: article.text, blocks: found.blocks, marks, words: markWords(state)};
}

/** A click on a mark: a finding opens in the panel, anything else shows its card. The smallest mark wins. */
function chosen(element, pointer, send) {
  const marks = element.dataset.marks.split(' ');
  if (marks[0][0] === 'f' || marks[0][0] === 'o') return send({type: 'finding-opened', id: Number(marks[0].slice(1).split('.')[0])});
  return send({type: 'card-opened', marks, anchor: pointer ?? anchorOf(element)});
}

/** Where a card goes: under the first line of a mark, or above it where there is no room. */
function anchorOf(element) {
  const [box] = element.getClientRects();
  return {x: box.left + 24, y: box.bottom + 2, above: box.top - 2};
}

function show(body, text, state) {
  const {start, end, stay} = state.flash;
  const id = flashMark(state);
  const mark = id && text.find(id);
  const block = text.blockAt(start);
  const element = mark || block?.element;
  point();
  if (!element) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({block: 'center', behavior: calm ? 'auto' : 'smooth'});
  if (mark || !point(element, block.start, {start, end})) flashOn(mark ? text.all(id) : [element]);
  if (stay) return;
  if (mark) focus(mark, {preventScroll: true});
  else body.focus({preventScroll: true});
}

function flashOn(parts) {
  for (const part of parts) {
    part.classList.remove('flash');
    part.getBoundingClientRect(); // restarts the animation when the same passage is shown again
    part.classList.add('flash');
  }
}

function flashMark(state) {
  const {start, end} = state.flash;
  const article = currentArticle(state);
  return marksFor(state, article).find((mark) => mark.start === start && mark.end === end && !mark.focus && state.kinds[mark.group])?.id;
}

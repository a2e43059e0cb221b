/**
 * One article in the reading view. In: a root, `send`, and what to do when something was drawn; out: an update that shows an article with its marks, and
 * what the reading view needs of it: its text, where a place stands, and how to go there. The arrow keys go from mark to mark, so that the text is
 * one stop of the tab key however many marks it has. Example: `const one = pane(send, drawn); one.update(state, article)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {headOf, hiddenFindings, isBlank, letterOf, marksFor, problemOf, reportIndex} from '../select.js';
import {plainBlocks} from '../segments.js';
import {articleNotices, languageOf} from './articlenotices.js';
import {emphasis} from './emphasis.js';
import {hovering} from './hovering.js';
import {action, dateText, letter, problemText, whenChanged} from './parts.js';
import {roving} from './roving.js';
import {createText} from './text.js';
import {markWords} from './words.js';

export function pane(send, drawn) {
  const head = h('header', {class: 'pane__head'});
  const body = h('div', {class: 'text', role: 'group', tabindex: '0'});
  const told = h('div', {class: 'pane__notices', hidden: true});
  const page = h('div', {class: 'reader__page'}, told, body);
  const updateNotices = articleNotices(told);
  const scroll = h('div', {class: 'pane__scroll'}, page);
  const element = h('div', {class: 'pane'}, head, scroll);
  const text = createText(body, (whole) => {
    settle(whole);
    if (whole) emphasise.again();
    drawn();
  });
  const emphasise = emphasis(body, text);
  const about = (mark, hover) => ({type: 'card-opened', hover, marks: mark.dataset.marks.split(' '), anchor: anchorOf(mark)});
  const hover = hovering(body, (mark) => send(about(mark, true)), () => send({type: 'hover-ended'}));
  roving(body, (mark, pointer) => chosen(mark, pointer, send), hover);
  /** Where each article was left, so that coming back to one is no search. */
  const places = new Map();
  let shown = null;
  let near = true;
  /** Where the text is to be scrolled to as soon as it is long enough, and how often it was put away. */
  let goal = null;
  let cleared = 0;
  let top = 0;
  /** Which part of the text is looked at; measured when the reader scrolls, since the page is laid out then. */
  let part = 0;
  scroll.addEventListener('scroll', () => {
    top = scroll.scrollTop;
    part = top / scroll.scrollHeight;
    if (shown !== null && goal === null) places.set(shown, top);
  }, {passive: true});
  element.addEventListener('focusin', () => shown !== null && send({type: 'pane-entered', id: shown}));

  const drawHead = whenChanged((state, article, {alone}) => [article, state.report, state.layout, state.articles, alone], (state, article, {alone}) => fill(head, !alone && headLine(state, article, send, {choice: state.layout === 'two'})));
  const drawText = whenChanged((state, article) => [article.id, article.text, state.report, state.kinds, hiddenFindings(state), near, cleared], (state, article, {limit}) => {
    body.setAttribute('aria-label', M.textOf(letterOf(article)));
    const language = languageOf(state, article);
    // Said again, it makes the browser work out the style of the whole text anew.
    if (body.lang !== language) body.lang = language;
    if (shown !== article.id) goal = places.get(article.id) ?? 0;
    shown = article.id;
    // The top is gone to before there is another text to lay out for it; asking where one is would lay out all that has changed.
    if (goal === 0) {
      if (top !== 0) scroll.scrollTop = 0;
      goal = null;
    }
    text.draw(viewOf(state, article, near), near ? limit : 0, part);
  });

  function settle(whole) {
    if (goal === null) return;
    scroll.scrollTop = goal;
    if (whole || Math.abs(scroll.scrollTop - goal) < 1) goal = null;
  }

  /** @param {{limit: number, alone: boolean}} how for how long to draw at once, and whether this is the only pane */
  function update(state, article, how) {
    element.toggleAttribute('data-current', article.id === state.current);
    drawHead(state, article, how);
    // What is out of sight is brought up to date when it comes into sight.
    if (!near && shown === article.id) return;
    drawText(state, article, how);
    updateNotices(state, article);
    if (near) emphasise.update(state, article);
  }

  return {
    element, head, page, body, scroll, text, update,
    article: () => shown,
    isNear: () => near,
    /** Whether the pane is in sight or close to it: marks are drawn only then. */
    setNear: (on) => (near = on),
    /** Something else decides where the text is scrolled to. */
    unsettle: () => (goal = null),
    clear() {
      shown = null;
      // What comes next is drawn, even when it is the same again.
      cleared += 1;
      text.clear();
    },
  };
}

/** Letter, outlet, date, and what can be done with an article; with two side by side, which one stands here. */
export function headLine(state, article, send, {choice = false, alone = false} = {}) {
  const {outlet, date} = headOf(state, article);
  const problem = problemText(problemOf(article));
  return [
    letter(article),
    choice && select(state, article, send),
    isBlank(article) ? h('p', {class: 'reader__source'}, M.fresh)
      : h('p', {class: 'reader__source'}, !choice && (outlet ? h('strong', null, outlet) : h('span', null, M.noOutlet)), h('span', null, dateText(date) ?? M.noDate)),
    h('div', {class: 'reader__actions'}, !state.editing && action('edit', M.edit, () => {
      send({type: 'pane-entered', id: article.id});
      send({type: 'editing-switched', on: true});
    }, alone ? {} : {iconOnly: true, 'aria-label': `${M.edit}: ${letterOf(article)}`})),
    problem && !state.editing && h('p', {class: 'problem'}, problem)];
}

function select(state, article, send) {
  const name = (one) => [letterOf(one), headOf(state, one).outlet ?? headOf(state, one).title ?? M.untitled].join(' · ').slice(0, 60);
  return h('select', {class: 'pane__choice', 'aria-label': M.layouts.which, 'data-key': `pane-${article.id}`, onchange: (event) => send({type: 'pane-changed', id: article.id, to: Number(event.target.value)})},
    state.articles.map((one) => h('option', {value: one.id, selected: one.id === article.id}, name(one))));
}

function viewOf(state, article, near) {
  const at = state.report ? reportIndex(state, article) : -1;
  if (at < 0) return {text: article.text, blocks: plainBlocks(article.text), marks: [], words: markWords(state)};
  const marks = near ? marksFor(state, article).filter((mark) => state.kinds[mark.group]) : [];
  return {text: article.text, blocks: state.report.articles[at].blocks, marks, words: markWords(state)};
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

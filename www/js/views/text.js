/**
 * The text of one article with its marks. In: blocks, marks and words for them; out: elements, drawn in slices that all texts share (slices.js), so that
 * neither a long text nor many at once hold the page up. A block whose marks are the same as before is left alone. A mark is a real element; where marks nest or cross, the text is cut into segments
 * (segments.js). Hidden words tell a screen reader where a quotation or a difference begins and ends, once a mark.
 * Example: `const text = createText(root); text.draw(view); text.find('f3.0')`.
 */

import {h} from '../dom.js';
import {marksByRange, segments} from '../segments.js';
import {rangesIn} from './pointing.js';
import {goOnWith, isDone} from './slices.js';

const TAGS = {headline: 'h3', subhead: 'h3'};

/**
 * @typedef {object} View
 * @property {string} text
 * @property {{start: number, end: number, role: string}[]} blocks
 * @property {import('../marks.js').Mark[]} marks those to be drawn, sorted by start
 * @property {{start: (mark: object) => string, end: (mark: object) => string, reference: (mark: object) => Node|null}} words
 */

/** @param {(whole: boolean) => void} drawn is told whenever something was drawn, and whether that was the last */
export function createText(root, drawn = () => {}) {
  let view = null;
  let elements = [];
  /** The marks that each block was drawn with. */
  let drawnMarks = [];
  let pending = [];

  function slice(limit) {
    const until = performance.now() + limit;
    while (pending.length && performance.now() < until) pending.shift()();
    if (pending.length) goOnWith(slice);
    else isDone(slice);
    drawn(pending.length === 0);
  }

  /** @param {number} limit how long to draw at once; the rest follows
   * @param {number} from which part of the text is looked at, from 0 to 1: asking where an element stands would lay out the page */
  function draw(next, limit, from = 0) {
    const sameText = view !== null && view.text === next.text && sameBlocks(view.blocks, next.blocks);
    const whole = sameText && elements.length === next.blocks.length;
    view = next;
    if (!sameText) {
      elements = [];
      drawnMarks = [];
      root.replaceChildren();
    }
    const marks = marksByRange(next.marks, next.blocks);
    const job = (i) => () => {
      elements[i] ??= root.appendChild(emptyBlock(next.blocks[i]));
      fillBlock(elements[i], next, next.blocks[i], marks[i]);
      drawnMarks[i] = marks[i];
    };
    const jobs = next.blocks.map((_, i) => (sameMarks(drawnMarks[i], marks[i]) ? null : job(i)));
    // What is in sight is drawn first, where everything has its place already.
    const first = whole ? Math.max(0, next.blocks.findIndex(({end}) => end >= from * next.text.length) - 1) : 0;
    pending = [...jobs.slice(first), ...jobs.slice(0, first)].filter(Boolean);
    // Other marks on a text that stands there can wait until the rest of the page has answered.
    slice(whole ? 0 : limit);
  }

  return {
    draw,
    /** The first element of a mark; draws what is not drawn yet. */
    find(id) {
      slice(Infinity);
      return root.querySelector(`[data-marks~="${id}"]`);
    },
    /** Every element of a mark. */
    all: (id) => [...root.querySelectorAll(`[data-marks~="${id}"]`)],
    /** The block an offset stands in: its element, and where it starts and ends. */
    blockAt(offset) {
      slice(Infinity);
      const at = view?.blocks.findIndex((block) => block.end >= offset) ?? -1;
      return elements[at] ? {element: elements[at], start: view.blocks[at].start, end: view.blocks[at].end} : null;
    },
    /** Ranges of the document for spans of the text, as far as they are drawn; sorted by start. */
    rangesOf: (spans) => elements.flatMap((element, i) => rangesIn(element, view.blocks[i], spans)),
    /** Blocks with their elements, as far as they are drawn. */
    blocks: () => elements.map((element, i) => ({element, ...view.blocks[i]})),
    clear() {
      pending = [];
      elements = [];
      drawnMarks = [];
      view = null;
      isDone(slice);
      root.replaceChildren();
    },
  };
}

/** Marks of one report are the same objects as long as the report stays. */
function sameMarks(before, now) {
  return before !== undefined && before.length === now.length && before.every((mark, i) => mark === now[i]);
}

function sameBlocks(a, b) {
  return a.length === b.length && a.every((block, i) => block.start === b[i].start && block.end === b[i].end && block.role === b[i].role);
}

function emptyBlock(block) {
  return h(TAGS[block.role] ?? 'p', {class: `block block--${block.role}`, dir: 'auto'});
}

function fillBlock(element, view, block, marks) {
  const parts = document.createDocumentFragment();
  const pieces = marks.length ? segments(marks, block.start, block.end) : [{...block, marks: [], first: [], last: []}];
  for (const piece of pieces) {
    const text = view.text.slice(piece.start, piece.end);
    const begins = piece.first.filter((mark) => mark.start >= block.start && !mark.focus);
    const ends = piece.last.filter((mark) => mark.end <= block.end && !mark.focus);
    parts.append(piece.marks.length ? markElement(view, piece, text, begins, ends) : text);
    for (const mark of ends) {
      const reference = view.words.reference(mark);
      if (reference) parts.append(reference);
    }
  }
  element.replaceChildren(parts);
}

function markElement(view, piece, text, begins, ends) {
  const groups = new Set(piece.marks.map((mark) => mark.group));
  const names = ['mark'];
  for (const group of groups) names.push(`mark--${group}`);
  // The smallest name's pattern is drawn where names nest; the largest finding's severity colours its passage.
  const name = piece.marks.find((mark) => mark.id[0] === 'e');
  if (name) names.push(`line--${name.group}`);
  const finding = piece.marks.find((mark) => mark.group === 'finding');
  if (finding) names.push(`severity--${finding.kind}`);
  if (piece.marks.some((mark) => mark.focus || mark.whole)) names.push('mark--focus');
  if (begins.some((mark) => mark.group === 'quotation')) names.push('mark--begins');
  if (ends.some((mark) => mark.group === 'quotation')) names.push('mark--ends');
  return h('mark', {class: names.join(' '), 'data-marks': piece.marks.map((mark) => mark.id).join(' '), 'data-begins': begins.length > 0},
    begins.map((mark) => hidden(view.words.start(mark))), text, ends.map((mark) => hidden(view.words.end(mark))));
}

function hidden(words) {
  return words ? h('span', {class: 'unseen'}, words) : null;
}

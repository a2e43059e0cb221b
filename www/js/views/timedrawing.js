/**
 * The drawing of the timeline. In: a root and `send`; out: an update that draws lanes, bands and events to the width there is. One stop of the tab key: left
 * and right go through time, up and down to the nearest event of the article above or below, Enter shows the passage. What is under the pointer or has the focus is told in a card.
 * Example: `timeDrawing(root, send)(state)`.
 */

import {bandsOf, conflictsOf, eventsOf} from '../chronology.js';
import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {articleAt, letterOf, numbers} from '../select.js';
import {s} from '../svg.js';
import {lanesOf, scaleOf} from '../ticks.js';
import {chartCard} from './chartcard.js';
import {focusedKey, whenChanged} from './parts.js';
import {finishLists, pieces} from './slices.js';
import {axis, patternOf, patterns, ROW, shape} from './timeaxis.js';
import {eventCard} from './timecard.js';
import {eventShown, eventWords} from './timewords.js';

const GUTTER = 38;
const EDGE = 9;
const TOP = 46;
const PAD = 5;
const LEAST = 280;
/** Events drawn at once; the others follow. */
const AT_ONCE = 60;

export function timeDrawing(root, send) {
  const canvas = h('div', {class: 'drawing__canvas'});
  let state = null;
  let width = 0;
  const card = chartCard(canvas, '.event', (id) => eventCard(state, eventsOf(state.report)[id], send));
  root.append(canvas, legend());
  const marks = pieces(AT_ONCE);
  let chosen = null;
  let events = [];

  const draw = whenChanged((now) => [now.report, now.articles, width], () => {
    const focus = focusedKey(canvas);
    events = state.report ? eventsOf(state.report) : [];
    card.close();
    card.keep(fillDrawing);
    if (focus) finishLists();
    if (focus) canvas.querySelector(`[data-key="${focus}"]`)?.focus();
  });
  function fillDrawing() {
    fill(canvas, events.length > 0 && width > 0 && drawing(state, events, Math.max(LEAST, width), (jobs) => marks.begin(jobs, setStop)));
    setStop();
  }
  function setStop() {
    const stop = canvas.querySelector(`.event[data-id="${chosen}"]`) ?? canvas.querySelector('.event');
    canvas.querySelector('.event[tabindex="0"]')?.setAttribute('tabindex', '-1');
    stop?.setAttribute('tabindex', '0');
  }
  // What is hidden has no width and keeps its drawing. The width is told; asking for it would lay out the page in the middle of an action.
  new ResizeObserver(([{contentRect}]) => {
    width = contentRect.width || width;
    if (state && contentRect.width > 0) draw(state);
  }).observe(canvas);

  canvas.addEventListener('focusin', ({target}) => {
    if (!target.matches('.event')) return;
    canvas.querySelector('.event[tabindex="0"]')?.setAttribute('tabindex', '-1');
    target.setAttribute('tabindex', '0');
    chosen = target.dataset.id;
  });
  canvas.addEventListener('keydown', (event) => keys(canvas, event, (id) => send(eventShown(events[id], `time-${id}`))));
  canvas.addEventListener('click', ({target}) => {
    const mark = target.closest('.event');
    if (mark && !card.touched(mark)) send(eventShown(events[mark.dataset.id], `time-${mark.dataset.id}`));
  });
  return (now) => {
    state = now;
    draw(now);
  };
}

/** @param {(jobs: (() => void)[]) => void} later draws the events, the first at once */
function drawing(state, events, width, later) {
  const scale = scaleOf(bandsOf(events), width - GUTTER - EDGE);
  const {boxes, rows} = lanesOf(events, scale);
  const lanes = [...rows.keys()].sort((a, b) => a - b);
  const tops = new Map();
  let y = TOP;
  for (const article of lanes) {
    tops.set(article, y);
    y += rows.get(article) * ROW + 2 * PAD;
  }
  const rowOf = ({event, row}) => tops.get(event.article) + PAD + row * ROW;
  const marks = s('g', {transform: `translate(${GUTTER} 0)`}, conflictsOf(state.report).map((conflict) => tie(conflict, boxes, rowOf)));
  later(boxes.map((box) => () => marks.append(mark(state, box, rowOf(box)))));
  return s('svg', {class: 'timeline', viewBox: `0 0 ${width} ${y + 2}`, width, height: y + 2, role: 'group', 'aria-label': M.timeline.label(events.length)}, patterns(),
    s('g', {transform: `translate(${GUTTER} 0)`}, axis(scale, TOP, y)),
    lanes.map((article, i) => lane(state, article, tops.get(article), width, i)),
    marks);
}

function lane(state, article, top, width, i) {
  const own = articleAt(state, article);
  return s('g', {class: own ? `lane hue-${own.hue}` : 'lane', 'aria-hidden': 'true'}, i > 0 && s('line', {class: 'lane__line', x1: 0, x2: width, y1: top, y2: top}),
    s('rect', {class: 'lane__chip', x: 8, y: top + PAD + 2, width: 22, height: 22, rx: 5}), s('text', {class: 'lane__letter', x: 19, y: top + PAD + 17, 'text-anchor': 'middle'}, own ? letterOf(own) : '–'));
}

function mark(state, box, y) {
  const {event, left, right} = box;
  const article = articleAt(state, event.article);
  const middle = (left + right) / 2;
  const shown = numbers(state);
  const findings = event.findings.map((id) => shown.get(id));
  const label = [M.timeline.when(event), eventWords(state, event), event.text, findings.length ? M.timeline.mark(findings) : null].filter(Boolean).join('. ');
  return s('g', {class: `event event--${event.kind}${article ? ` hue-${article.hue}` : ''}`, role: 'button', tabindex: '-1', 'data-id': event.id, 'data-key': `time-${event.id}`, 'aria-label': M.timeline.place(article ? letterOf(article) : '–', label)},
    s('rect', {class: 'event__room', x: Math.min(left, middle - 12), y: y + 1, width: Math.max(right - left, 24), height: 24, rx: 5}), shape(box, y, patternOf(article?.letter)),
    findings.length > 0 && s('path', {class: 'event__conflict', d: `M${middle} ${y - 4}l6 10h-12z`}));
}

/** A line between what a finding sets against each other. */
function tie({events}, boxes, rowOf) {
  const [one, other] = events.map((event) => boxes.find((box) => box.event === event));
  const at = (box) => `${(box.left + box.right) / 2} ${rowOf(box) + ROW / 2}`;
  return s('path', {class: 'event__tie', d: `M${at(one)}L${at(other)}`, 'aria-hidden': 'true'});
}

function keys(canvas, event, show) {
  const marks = [...canvas.querySelectorAll('.event')].sort((a, b) => a.dataset.id - b.dataset.id);
  const at = marks.indexOf(event.target);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = {ArrowRight: () => marks[at + 1], ArrowLeft: () => marks[at - 1], Home: () => marks[0], End: () => marks.at(-1), ArrowDown: () => beside(marks, event.target, 1), ArrowUp: () => beside(marks, event.target, -1)};
  if (event.key === 'Enter' || event.key === ' ') show(event.target.dataset.id);
  else if (!Object.hasOwn(steps, event.key)) return;
  else steps[event.key]()?.focus();
  event.preventDefault();
}

/** The event nearest in time in the next row that has one. */
function beside(marks, from, by) {
  const centre = (mark) => {
    const {left, top, width, height} = mark.querySelector('.event__room').getBoundingClientRect();
    return {x: left + width / 2, y: top + height / 2};
  };
  const here = centre(from);
  const far = marks.map((mark) => ({mark, ...centre(mark)})).filter(({y}) => (y - here.y) * by > 4);
  const row = Math.min(...far.map(({y}) => Math.abs(y - here.y)));
  return far.filter(({y}) => Math.abs(Math.abs(y - here.y) - row) < 4).sort((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0]?.mark;
}

function legend() {
  const y = -ROW / 2 + 8;
  const sample = (kind, left, right) => s('svg', {class: 'event hue-0', viewBox: '-1 -1 26 18', 'aria-hidden': 'true'}, shape({event: {kind, precision: 'days'}, parts: [{left, right, begins: true, ends: true}], left, right}, y, 0));
  const conflict = s('svg', {viewBox: '0 0 16 16', 'aria-hidden': 'true'}, s('path', {class: 'event__conflict', d: 'M8 2l6 11H2z'}));
  const signs = {event: sample('event', 12, 12), statement: sample('statement', 12, 12), publication: sample('publication', 12, 12), span: sample('event', 1, 24), conflict};
  return h('ul', {class: 'drawing__legend'}, Object.entries(signs).map(([name, sign]) => h('li', null, sign, M.timeline.legend[name])));
}

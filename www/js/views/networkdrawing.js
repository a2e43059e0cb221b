/**
 * The drawing of the network. In: a root and `send`; out: an update that draws names and ties to the width there is. One stop of the tab key: arrow keys go from name to name, most
 * named first; Enter or a click chooses one. Whose name is chosen, has the focus or the pointer stands out with those it is named with, and the ties say how often.
 * Example: `networkDrawing(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {placesOf} from '../forces.js';
import {M} from '../messages.js';
import {networkOf} from '../network.js';
import {s} from '../svg.js';
import {focusedKey, whenChanged} from './parts.js';

const HIGH = 26;
const LEAST = 260;
const LONGEST = 24;
const SHAPES = {person: 13, organization: 2, place: 7};

export function networkDrawing(root, send) {
  const canvas = h('div', {class: 'drawing__canvas'});
  root.append(canvas);
  const wide = measure();
  let state = null;
  let width = 0;

  const draw = whenChanged((now) => [now.report, now.networkFilter, width], () => {
    const focus = focusedKey(canvas);
    const network = state.report && networkOf(state.report, state.networkFilter);
    fill(canvas, network?.nodes.length > 0 && width > 0 && drawing(network, Math.max(LEAST, width), wide));
    const stop = find(canvas, state.networkName) ?? canvas.querySelector('.node');
    stop?.setAttribute('tabindex', '0');
    if (focus) canvas.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
    mark(canvas, state.networkName, state.networkName);
  });
  const choose = whenChanged((now) => [now.networkName, now.report, now.networkFilter], () => mark(canvas, state.networkName, state.networkName));
  // What is hidden has no width and keeps its drawing. The width is told; asking for it would lay out the page in the middle of an action.
  new ResizeObserver(([{contentRect}]) => {
    width = contentRect.width || width;
    if (state && contentRect.width > 0) draw(state);
  }).observe(canvas);

  canvas.addEventListener('focusin', ({target}) => {
    if (!target.matches('.node')) return;
    canvas.querySelector('.node[tabindex="0"]')?.setAttribute('tabindex', '-1');
    target.setAttribute('tabindex', '0');
    mark(canvas, target.dataset.name, state.networkName);
  });
  const rest = () => mark(canvas, canvas.querySelector('.node:focus-visible')?.dataset.name ?? state.networkName, state.networkName);
  canvas.addEventListener('focusout', rest);
  canvas.addEventListener('pointerover', ({target}) => (target.closest('.node') ? mark(canvas, target.closest('.node').dataset.name, state.networkName) : rest()));
  canvas.addEventListener('pointerleave', rest);
  const chosen = ({dataset: {name}}) => send({type: 'network-chosen', key: name === state.networkName ? null : name});
  canvas.addEventListener('click', ({target}) => target.closest('.node') && chosen(target.closest('.node')));
  canvas.addEventListener('keydown', (event) => keys(canvas, event, chosen));
  return (now) => {
    state = now;
    draw(now);
    choose(now);
  };
}

const find = (canvas, key) => key === null ? null : canvas.querySelector(`.node[data-name="${CSS.escape(key)}"]`);

/** How wide a label is, as the page's own face draws it. */
function measure() {
  const context = h('canvas').getContext('2d');
  return (text, size) => {
    context.font = `600 ${size}px ${getComputedStyle(document.body).fontFamily}`;
    return context.measureText(text).width;
  };
}

function drawing({nodes, ties}, width, wide) {
  const most = Math.sqrt(nodes[0].mentions);
  const labels = nodes.map(({entity: {name}}) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name));
  const sizes = nodes.map(({mentions}) => Math.round(11 + 4 * (Math.sqrt(mentions) / most)));
  const boxes = nodes.map((_, i) => ({width: Math.min(width - 16, wide(labels[i], sizes[i]) + 20), height: HIGH}));
  const at = new Map(nodes.map((node, i) => [node, i]));
  const {points, height} = placesOf(boxes, ties.map(({a, b, weight}) => ({a: at.get(a), b: at.get(b), weight})), width);
  return s('svg', {class: 'network', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': M.network.label(nodes.length)},
    s('g', {'aria-hidden': 'true'}, ties.map((tie) => line(tie, points[at.get(tie.a)], points[at.get(tie.b)]))),
    nodes.map((node, i) => label(node, labels[i], sizes[i], boxes[i], points[i])));
}

function line({a, b, weight}, from, to) {
  const middle = {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2};
  return s('g', {class: 'tie', 'data-a': a.key, 'data-b': b.key}, s('line', {x1: from.x, y1: from.y, x2: to.x, y2: to.y, 'stroke-width': Math.min(4, 1 + Math.log2(weight) * 0.75)}),
    s('text', {x: middle.x, y: middle.y + 4, 'text-anchor': 'middle'}, M.number(weight)));
}

function label({key, entity, mentions, degree}, text, size, box, {x, y}) {
  return s('g', {class: `node node--${entity.kind}`, role: 'button', tabindex: '-1', 'aria-pressed': 'false', 'data-name': key, 'data-key': `node-${key}`, 'aria-label': M.network.node(entity.name, M.entityKinds[entity.kind], mentions, degree)},
    s('title', null, entity.name), s('rect', {class: 'node__room', x: x - box.width / 2 - 3, y: y - HIGH / 2 - 3, width: box.width + 6, height: HIGH + 6, rx: SHAPES[entity.kind] + 3}),
    s('rect', {class: 'node__box', x: x - box.width / 2, y: y - HIGH / 2, width: box.width, height: HIGH, rx: SHAPES[entity.kind]}),
    s('text', {x, y: y + size * 0.36, 'text-anchor': 'middle', 'font-size': size}, text));
}

/** Lets a name stand out with its ties and whom it is named with. */
function mark(canvas, near, chosen) {
  const known = find(canvas, near) !== null;
  const beside = new Set([near]);
  for (const tie of canvas.querySelectorAll('.tie')) {
    const own = known && (tie.dataset.a === near || tie.dataset.b === near);
    tie.classList.toggle('tie--near', own);
    tie.classList.toggle('tie--far', known && !own);
    if (own) beside.add(tie.dataset.a === near ? tie.dataset.b : tie.dataset.a);
  }
  for (const node of canvas.querySelectorAll('.node')) {
    node.classList.toggle('node--near', node.dataset.name === near);
    node.classList.toggle('node--far', known && !beside.has(node.dataset.name));
    node.setAttribute('aria-pressed', String(node.dataset.name === chosen));
  }
}

function keys(canvas, event, choose) {
  const nodes = [...canvas.querySelectorAll('.node')];
  const at = nodes.indexOf(event.target);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: nodes.length - 1}[event.key];
  if (to !== undefined) nodes[to]?.focus();
  else if (event.key === 'Enter' || event.key === ' ') choose(event.target);
  else return;
  event.preventDefault();
}

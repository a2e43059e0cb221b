/**
 * The chosen name of the network. In: the state and `send`; out: how often it is named, and whom it is named with, most often first, each with the shared sentences on request
 * and the way to them. Example: `networkDetail(state, send)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {networkOf, tiesWith} from '../network.js';
import {jump} from './card.js';
import {action} from './parts.js';

/** Longest sentence shown here whole, in characters. */
const LONG = 300;

export function networkDetail(state, send) {
  const network = networkOf(state.report, state.networkFilter);
  const node = network.nodes.find(({key}) => key === state.networkName);
  if (!node) return null;
  const ties = tiesWith(network, node.key);
  const {name, kind} = node.entity;
  return h('section', {class: 'topic', 'aria-label': name},
    h('div', {class: 'network__head'}, h('h3', {class: 'network__name'}, name), h('span', {class: 'hint'}, M.entityKinds[kind], ', ', M.network.mentions(node.mentions)),
      action('jump', M.names.open, () => send({type: 'name-opened', key: node.key}), {'data-key': 'network-open'}), action('close', M.network.clear, () => send({type: 'network-chosen', key: null}), {iconOnly: true, 'data-key': 'network-clear'})),
    ties.length ? h('h4', {class: 'topic__title'}, M.network.with, h('span', {class: 'count'}, ties.length)) : h('p', {class: 'hint'}, M.network.alone),
    h('ul', {class: 'network__ties'}, ties.map((tie) => entry(state, node, tie, send))));
}

function entry(state, node, tie, send) {
  const body = h('ul', {class: 'network__sentences'});
  const key = `tie-${node.key}-${tie.other.key}`;
  const draw = ({target}) => target.open && !body.firstChild && fill(body, tie.places.map((place, i) => sentence(state, node, tie, i, `${key}-${i}`, send)));
  return h('li', null,
    h('details', {class: 'fold', ontoggle: draw}, h('summary', {'data-key': key}, h('span', {class: 'network__other'}, tie.other.entity.name), h('span', {class: 'hint'}, M.network.together(tie.weight, state.networkFilter.unit))), body),
    action('jump', M.network.choose(tie.other.entity.name), () => send({type: 'network-chosen', key: tie.other.key}), {iconOnly: true}));
}

function sentence(state, node, {other, places}, at, from, send) {
  const place = places[at];
  const show = () => send({type: 'mentions-shown', label: M.network.both(node.entity.name, other.entity.name), from, places, at, tab: 'network'});
  // The letter is the way to the place; it takes the walk of this tie instead of showing the place alone.
  const way = jump(state, place, show);
  way?.setAttribute('data-key', from);
  return h('li', {class: 'network__sentence'}, way, h('span', {dir: 'auto'}, emphasised(state.report, place, [node.entity, other.entity])));
}

/** The text of a place with the mentions of both names in it. */
function emphasised(report, {article, start, end}, entities) {
  const {text} = report.articles[article];
  const stop = Math.min(end, start + LONG);
  const mentions = entities.flatMap((entity) => entity.mentions).filter((one) => one.article === article && one.start >= start && one.end <= stop).sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let at = start;
  for (const mention of mentions) {
    if (mention.start < at) continue;
    parts.push(text.slice(at, mention.start), h('strong', null, text.slice(mention.start, mention.end)));
    at = mention.end;
  }
  return [...parts, text.slice(at, stop), stop < end && '…'];
}

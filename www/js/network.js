/**
 * Who is named with whom. In: a report and what the reader wants to see of it; out: people, organisations and places with how often they are named, and ties between
 * those that stand in one sentence or paragraph, each with the places. Pure; it counts and knows nothing of language.
 * Example: `networkOf(report, {...NETWORK_FILTER})`. Limits: the names with most mentions, as many as a drawing can hold.
 */

import {namesOf} from './entities.js';

export const KINDS = ['person', 'organization', 'place'];

/** What a tie is made by. */
export const UNITS = ['sentence', 'paragraph'];

/** Least numbers of mentions that are offered. */
export const LEASTS = [1, 2, 3, 5, 10];

/** Names in one drawing; more can not be told apart. */
export const NODES = 40;

const memo = new WeakMap();
const unitMemo = new WeakMap();

/**
 * @typedef {{key: string, entity: object, mentions: number, degree: number}} Node
 * @typedef {{a: Node, b: Node, weight: number, places: {article: number, start: number, end: number}[]}} Tie
 * @returns {{nodes: Node[], ties: Tie[], left: number, found: Record<string, number>}} most mentions first, most shared units first; `left` names that fit the choice but are too many
 */
export function networkOf(report, filter) {
  const known = memo.get(report);
  if (known?.filter === filter) return known.network;
  const network = made(report, filter);
  memo.set(report, {filter, network});
  return network;
}

function made(report, filter) {
  const all = [...namesOf(report)].filter(([, entity]) => KINDS.includes(entity.kind)).map(([key, entity]) => ({key, entity, mentions: entity.mentions.length, degree: 0}));
  const found = Object.fromEntries(KINDS.map((kind) => [kind, all.filter(({entity, mentions}) => entity.kind === kind && mentions >= filter.least).length]));
  const fitting = all.filter(({entity, mentions}) => filter[entity.kind] && mentions >= filter.least).sort((a, b) => b.mentions - a.mentions || a.entity.id - b.entity.id);
  const nodes = fitting.slice(0, NODES);
  const ties = tiesOf(report, nodes, filter.unit);
  for (const {a, b} of ties) for (const node of [a, b]) node.degree += 1;
  return {nodes, ties, left: fitting.length - nodes.length, found};
}

function tiesOf(report, nodes, unit) {
  const byId = new Map(nodes.map((node) => [node.entity.id, node]));
  const order = new Map(nodes.map((node, i) => [node, i]));
  const ties = new Map();
  for (const {place, ids} of unitsOf(report, unit)) {
    const here = [...ids].map((id) => byId.get(id)).filter(Boolean).sort((a, b) => order.get(a) - order.get(b));
    here.forEach((a, i) => here.slice(i + 1).forEach((b) => {
      const key = `${a.entity.id} ${b.entity.id}`;
      if (!ties.has(key)) ties.set(key, {a, b, weight: 0, places: []});
      const tie = ties.get(key);
      tie.weight += 1;
      tie.places.push(place);
    }));
  }
  return [...ties.values()].sort((x, y) => y.weight - x.weight || order.get(x.a) - order.get(y.a) || order.get(x.b) - order.get(y.b));
}

/** Every sentence or paragraph with the names that stand in it, in the order of the articles. */
function unitsOf(report, unit) {
  if (!unitMemo.has(report)) unitMemo.set(report, new Map());
  const byUnit = unitMemo.get(report);
  if (!byUnit.has(unit)) {
    const units = report.articles.map((article, at) => spansOf(article, unit).map(({start, end}) => ({place: {article: at, start, end}, ids: new Set()})));
    for (const entity of namesOf(report).values()) {
      for (const mention of entity.mentions) holder(units[mention.article], mention.start)?.ids.add(entity.id);
    }
    byUnit.set(unit, units.flat().filter(({ids}) => ids.size > 1));
  }
  return byUnit.get(unit);
}

/** What is no part of the report, such as an agency's line of credits, ties nobody. */
function spansOf({sentences, blocks}, unit) {
  const own = blocks.filter(({role}) => role !== 'boilerplate');
  return unit === 'paragraph' ? own : sentences.filter(({start}) => own.some((block) => block.start <= start && start < block.end));
}

/** The unit an offset stands in, by halving. */
function holder(units, offset) {
  let [low, high] = [0, units.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle].place.end <= offset) low = middle + 1;
    else high = middle;
  }
  return units[low]?.place.start <= offset ? units[low] : null;
}

/** The ties of one name, most shared units first. */
export const tiesWith = ({ties}, key) => ties.filter(({a, b}) => a.key === key || b.key === key).map((tie) => ({...tie, other: tie.a.key === key ? tie.b : tie.a}));

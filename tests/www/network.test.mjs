/** The network: which names, ties by sentence and paragraph, the choice; places without overlap, always the same; the actions. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {NETWORK_FILTER} from '../../www/js/charting.js';
import {placesOf} from '../../www/js/forces.js';
import {networkOf, NODES, tiesWith} from '../../www/js/network.js';
import {initial, reduce} from '../../www/js/state.js';

const entity = (id, kind, name, ...starts) => ({id, kind, name, forms: [], offices: [], mentions: starts.map(([article, start]) => ({article, start, end: start + 2, form: 'name', nested: false}))});

/** Two articles of two paragraphs; sentences are ten long, paragraphs twenty; the last paragraph of the first is no part of the report. */
function made() {
  const article = {text: 'x'.repeat(60), sentences: [0, 10, 20, 30, 40].map((start) => ({start, end: start + 10})), blocks: [{start: 0, end: 20, role: 'body'}, {start: 20, end: 40, role: 'body'}, {start: 40, end: 60, role: 'boilerplate'}]};
  return {
    articles: [article, {...article, blocks: article.blocks.map((block) => ({...block, role: 'body'}))}],
    entities: [
      entity(0, 'person', 'Ann', [0, 1], [0, 12], [1, 2], [0, 42]), entity(1, 'person', 'Bo', [0, 3], [1, 5]), entity(2, 'place', 'Norton', [0, 14], [1, 15], [0, 45]),
      entity(3, 'organization', 'Mill', [0, 25]), entity(4, 'date', 'Monday', [0, 2]), entity(5, 'group', 'miners', [0, 2]),
    ],
  };
}

const ties = (report, filter) => networkOf(report, {...NETWORK_FILTER, ...filter}).ties.map(({a, b, weight}) => [a.key, b.key, weight]);

test('people, organisations and places are tied where one sentence names both; dates and groups are not there', () => {
  const report = made();
  const {nodes} = networkOf(report, {...NETWORK_FILTER, least: 1});
  assert.deepEqual(nodes.map(({key, mentions}) => [key, mentions]), [['Ann', 4], ['Norton', 3], ['Bo', 2], ['Mill', 1]]);
  assert.deepEqual(ties(report, {}), [['Ann', 'Bo', 2], ['Ann', 'Norton', 1]], 'what is no part of the report ties nobody');
});

test('by paragraph there are more ties, and each knows its places', () => {
  const report = made();
  assert.deepEqual(ties(report, {unit: 'paragraph'}), [['Ann', 'Norton', 2], ['Ann', 'Bo', 2], ['Norton', 'Bo', 2]]);
  const network = networkOf(report, NETWORK_FILTER);
  assert.deepEqual(tiesWith(network, 'Bo').map(({other, places}) => [other.key, places]), [['Ann', [{article: 0, start: 0, end: 10}, {article: 1, start: 0, end: 10}]]]);
});

test('the choice leaves out kinds and what is named less, and says how many there are of each', () => {
  const report = made();
  const network = networkOf(report, {...NETWORK_FILTER, place: false, least: 1});
  assert.deepEqual(network.nodes.map(({key}) => key), ['Ann', 'Bo', 'Mill']);
  assert.deepEqual(network.found, {person: 2, organization: 1, place: 1});
  assert.deepEqual(network.nodes.map(({degree}) => degree), [1, 1, 0]);
});

test('no more names are drawn than can be told apart, those named most', () => {
  const report = {...made(), entities: Array.from({length: NODES + 5}, (_, id) => entity(id, 'person', `P${id}`, ...Array.from({length: id < 5 ? 2 : 3}, () => [0, 1])))};
  const network = networkOf(report, NETWORK_FILTER);
  assert.equal(network.nodes.length, NODES);
  assert.equal(network.left, 5);
  assert.ok(network.nodes.every(({mentions}) => mentions === 3));
});

const overlapping = (boxes, points) => boxes.flatMap((box, i) => boxes.slice(i + 1).map((other, k) => [i, i + 1 + k]).filter(([a, b]) =>
  Math.abs(points[a].x - points[b].x) < (boxes[a].width + boxes[b].width) / 2 && Math.abs(points[a].y - points[b].y) < (boxes[a].height + boxes[b].height) / 2));

test('labels never overlap nor leave the drawing, on a phone and on a screen, and the same network always looks the same', () => {
  for (const width of [280, 520]) {
    for (const [count, tied] of [[1, 0], [7, 9], [NODES, 150], [NODES, 780]]) {
      const boxes = Array.from({length: count}, (_, i) => ({width: 50 + ((i * 37) % 120), height: 26}));
      const pairs = Array.from({length: tied}, (_, i) => ({a: i % count, b: (i * 7 + 1) % count, weight: 1 + (i % 12)})).filter(({a, b}) => a !== b);
      const {points, height} = placesOf(boxes, pairs, width);
      assert.deepEqual(overlapping(boxes, points), [], `${count} names, ${tied} ties, ${width} wide`);
      points.forEach(({x, y}, i) => assert.ok(x - boxes[i].width / 2 >= 0 && x + boxes[i].width / 2 <= width && y >= 0 && y + 13 <= height));
      assert.deepEqual(placesOf(boxes, pairs, width).points, points);
    }
  }
  assert.equal(placesOf([], [], 300).height, 0);
});

test('names that are tied stand nearer than names that are not', () => {
  const boxes = Array.from({length: 12}, () => ({width: 60, height: 26}));
  const pairs = [0, 6].flatMap((from) => [0, 1, 2, 3, 4].map((i) => ({a: from + i, b: from + i + 1, weight: 4})));
  const {points} = placesOf(boxes, pairs, 500);
  const far = (a, b) => Math.hypot(points[a].x - points[b].x, points[a].y - points[b].y);
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const apart = points.flatMap((_, a) => points.map((__, b) => [a, b]).filter(([x, y]) => x < 6 && y >= 6));
  assert.ok(mean(pairs.map(({a, b}) => far(a, b))) < 0.8 * mean(apart.map(([a, b]) => far(a, b))));
});

test('a name is chosen and let go', () => {
  const state = reduce(initial(), {type: 'network-chosen', key: 'Ann'});
  assert.equal(state.networkName, 'Ann');
  assert.equal(reduce(state, {type: 'network-filtered', name: 'least', value: 5}).networkFilter.least, 5);
});

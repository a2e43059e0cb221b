/** Anchors between two articles rise on both sides, and the places between them are linear. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {anchorsOf, between} from '../../www/js/anchors.js';

const at = (article, start) => ({article, start, end: start + 5});
const articles = [{text: 'x'.repeat(1000)}, {text: 'y'.repeat(500)}, {text: 'z'.repeat(10)}];

test('findings, utterances, claims and shared words are anchors', () => {
  const report = {
    articles, findings: [{evidence: [at(0, 100), at(1, 50)]}], clusters: [{versions: [at(1, 100), at(0, 200)]}],
    claims: [{cells: [{...at(0, 300), stance: 'states'}, {...at(1, 150), stance: 'denies'}]}, {cells: [{...at(0, 350), stance: 'states'}, {...at(1, 160), stance: 'silent'}]}],
    reuse: [{words: 9, a: at(0, 400), b: at(1, 200)}, {words: 9, a: at(0, 450), b: at(2, 5)}],
  };
  assert.deepEqual(anchorsOf(report, 0, 1), [[0, 0], [100, 50], [200, 100], [300, 150], [400, 200], [1000, 500]]);
  assert.deepEqual(anchorsOf(report, 1, 0)[1], [50, 100]);
});

test('of anchors that cross, the heaviest set that does not is kept', () => {
  const report = {articles, findings: [{evidence: [at(0, 100), at(1, 400)]}], clusters: [{versions: [at(0, 200), at(1, 100)]}, {versions: [at(0, 300), at(1, 150)]}]};
  assert.deepEqual(anchorsOf(report, 0, 1), [[0, 0], [200, 100], [300, 150], [1000, 500]]);
});

test('between anchors the way is linear, and beyond them it ends', () => {
  const points = [[0, 0], [100, 50], [200, 250]];
  assert.deepEqual([0, 50, 100, 150, 200].map((place) => between(points, place)), [0, 25, 50, 150, 250]);
  assert.equal(between([[0, 0], [0, 0], [10, 20]], 0), 0);
});

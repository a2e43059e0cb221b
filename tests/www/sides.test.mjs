/** Who else says so: passages go with the version whose words or stance they share. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sidesOf} from '../../www/js/sides.js';

const TEXTS = ['The flood killed 12 people.', 'The flood killed 30 people.', 'In all, 30 died.', 'Twelve or 12 or 30 died.', 'Nothing.', 'It said 12, then.'];

function report(evidence, claims = [], more = {}) {
  const finding = {id: 0, kind: 'numeric', evidence, quotations: [], entities: []};
  return {articles: TEXTS.map((text) => ({text, blocks: [], sentences: []})), entities: [], quotations: [], clusters: [], findings: [finding], claims, ...more};
}

function passage(article, word) {
  const text = TEXTS[article];
  const start = word ? text.indexOf(word) : 0;
  return {article, start: 0, end: text.length, focus: word ? {start, end: start + word.length} : null};
}

const articles = (places) => places.map(({article}) => article);

test('further evidence goes with the side whose words it has; with both or none it is told apart', () => {
  const made = report([passage(0, '12'), passage(1, '30'), passage(2, '30'), passage(3), passage(4), passage(5, '12')]);
  const found = sidesOf(made, made.findings[0]);
  assert.deepEqual([articles(found.first), articles(found.second), articles(found.other)], [[5], [2], [3, 4]]);
});

test('cells of a claim that holds both passages go by stance and value, and silence is told', () => {
  const cell = (article, stance, value) => ({article, stance, value, start: 0, end: stance === 'silent' ? 0 : TEXTS[article].length});
  const cells = [cell(0, 'states', '12'), cell(1, 'states', '30'), cell(2, 'states', '30'), cell(3, 'hedges', '12'), cell(4, 'silent', null)];
  const made = report([passage(0, '12'), passage(1, '30')], [{id: 0, cells}]);
  const found = sidesOf(made, made.findings[0]);
  assert.deepEqual([articles(found.first), articles(found.second), articles(found.other), found.silent], [[], [2], [3], [4]]);
});

test('a claim that holds only one of the passages says nothing, and a place stands once', () => {
  const cells = [{article: 0, stance: 'states', value: null, start: 0, end: 9}, {article: 2, stance: 'states', value: null, start: 0, end: 9}];
  const made = report([passage(0, '12'), passage(1, '30'), passage(2, '30')], [{id: 0, cells}]);
  const found = sidesOf(made, made.findings[0]);
  assert.deepEqual([articles(found.first), articles(found.second), articles(found.other)], [[], [2], []]);
});

test('with one passage there are no sides', () => {
  const made = report([passage(0, '12')]);
  assert.deepEqual(sidesOf(made, made.findings[0]), {first: [], second: [], other: [], silent: []});
});

/** Answers that are remembered: made anew when, and only when, something they hang on is another. */

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {remembered} from '../../www/js/remembering.js';
import {differences, dismissedOf, flatOrder, hiddenFindings, marksFor, topics} from '../../www/js/select.js';
import {initial, reduce} from '../../www/js/state.js';

test('an answer is made once for the same values, and the one before it is kept too', () => {
  let made = 0;
  const sum = remembered(({a, b}) => [a, b], ({a, b}) => {
    made += 1;
    return [a, b];
  });
  const first = sum({a: 1, b: 2, other: 1});
  assert.equal(sum({a: 1, b: 2, other: 2}), first);
  const second = sum({a: 1, b: 3});
  assert.equal(sum({a: 1, b: 2}), first);
  assert.equal(sum({a: 1, b: 3}), second);
  assert.equal(made, 2);
  sum({a: 4, b: 4});
  sum({a: 5, b: 5});
  assert.deepEqual(sum({a: 1, b: 2}), [1, 2]);
  assert.equal(made, 5);
});

const text = 'The bridge was shut. It was open.';
const finding = (id, severity, start, end) => ({
  id, kind: 'number', severity, confidence: 90, scope: 'cross', topic: 0, summary: '', explanation: '', entities: [], quotations: [], trace: [],
  evidence: [{article: 0, start, end, focus: null}, {article: 1, start, end, focus: null}],
});
const report = {
  articles: [text, text].map((words) => ({text: words, title: null, outlet: null, date: null, blocks: [{start: 0, end: words.length, role: 'body'}], sentences: [], language: 'en'})),
  entities: [], quotations: [], clusters: [], dropped: [], claims: [], reuse: [], timeline: [], notices: [],
  findings: [finding(0, 'high', 0, 20), finding(1, 'low', 21, 33)], topics: [{id: 0, title: '', findings: [0, 1]}],
};

function state() {
  const loaded = reduce(initial(), {type: 'examples-loaded', articles: [{text}, {text}]});
  return reduce(loaded, {type: 'report-arrived', report, compared: loaded.articles.map(({id}) => ({id, text})), ms: 1});
}

test('what is not about the choice of findings leaves the answers about it as they are', () => {
  const before = state();
  const after = reduce(reduce(before, {type: 'tab-chosen', tab: 'names'}), {type: 'kind-switched', kind: 'person'});
  for (const ask of [topics, flatOrder, differences, dismissedOf, hiddenFindings, (one) => marksFor(one, one.articles[0])]) assert.equal(ask(after), ask(before));
});

test('a filter and a review change the answers, and taking them back gives those of before', () => {
  const before = state();
  const filtered = reduce(before, {type: 'filter-changed', name: 'severity', value: 'high'});
  assert.deepEqual(flatOrder(filtered), [0]);
  assert.deepEqual(marksFor(filtered, filtered.articles[0]).map(({ref}) => ref), [0]);
  assert.deepEqual(marksFor(before, before.articles[0]).map(({ref}) => ref), [0, 1]);
  const dismissed = reduce(filtered, {type: 'finding-dismissed', id: 0, reason: 'minor'});
  assert.deepEqual(flatOrder(dismissed), []);
  assert.deepEqual(dismissedOf(dismissed).map(({id}) => id), [0]);
  assert.deepEqual(differences(dismissed).map(({id}) => id), [1]);
  assert.deepEqual(flatOrder(reduce(dismissed, {type: 'undone'})), [0]);
});

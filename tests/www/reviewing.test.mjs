/** What the reader makes of findings: it is kept by what a finding is, counts follow, and nothing is taken on trust. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LIMITS, reviewsFrom} from '../../www/js/reviewing.js';
import {differences, dismissedOf, flatOrder, reviewOf} from '../../www/js/select.js';
import {initial, reduce} from '../../www/js/state.js';

const TEXTS = ['Fire kills 12.', 'Fire kills 30.', 'Fire kills 5.'];
const run = (state, ...actions) => actions.reduce(reduce, state);

/** A report of the texts in which each pair of neighbours differs; `order` gives the places of the articles. */
function report(order = [0, 1, 2]) {
  const at = (text) => ({article: order.indexOf(text), start: 0, end: 13, focus: null});
  const finding = (id, a, b) => ({id, kind: 'numeric', severity: 'high', confidence: 90 - id, scope: 'cross', topic: 0, evidence: [at(a), at(b)], entities: [0], quotations: [], trace: []});
  return {
    articles: order.map((text) => ({text: TEXTS[text], title: null, outlet: null, date: null, blocks: [], sentences: []})),
    entities: [{id: 0, kind: 'place', name: 'Norton', mentions: [{article: 0, start: 0, end: 4, form: 'name'}], forms: [], offices: []}],
    quotations: [], clusters: [], findings: [finding(0, 0, 1), finding(1, 1, 2), finding(2, 0, 2)], topics: [{id: 0, title: 'Fire', findings: [0, 1, 2]}],
  };
}

function opened() {
  const state = reduce(initial(), {type: 'examples-loaded', articles: TEXTS.map((text) => ({text}))});
  return arrive(state, report());
}

const arrive = (state, made) => reduce(state, {type: 'report-arrived', report: made, compared: state.articles.map(({id, text}) => ({id, text})), ms: 1});
const review = (state, id) => reviewOf(state, state.report.findings[id]);

test('accepting is switched on and off, and can be undone', () => {
  const accepted = run(opened(), {type: 'finding-accepted'});
  assert.equal(review(accepted, 0).status, 'accepted');
  assert.equal(review(run(accepted, {type: 'finding-accepted'}), 0).status, null);
  assert.equal(review(run(accepted, {type: 'undone'}), 0).status, null);
});

test('a dismissed finding is out of the list and of the counts, with its reason, and the next one is open', () => {
  const state = run(opened(), {type: 'dismissal-begun'}, {type: 'finding-dismissed', id: 0, reason: 'other', words: 'An old count'});
  assert.deepEqual(flatOrder(state), [1, 2]);
  assert.equal(state.finding, 1);
  assert.equal(state.dismissing, null);
  assert.equal(differences(state).length, 2);
  assert.deepEqual(dismissedOf(state).map(({id}) => id), [0]);
  assert.deepEqual(review(state, 0), {status: 'dismissed', reason: 'other', words: 'An old count', followUp: false, note: ''});
  const back = run(state, {type: 'finding-restored', id: 0});
  assert.deepEqual(flatOrder(back), [0, 1, 2]);
  assert.equal(back.finding, 0);
  assert.deepEqual(back.reviews, {}, 'nothing is kept of what nothing is said about');
});

test('beginning to dismiss what is dismissed brings it back', () => {
  const state = run(opened(), {type: 'finding-dismissed', id: 0, reason: 'same'}, {type: 'dismissal-begun', id: 0});
  assert.equal(review(state, 0).status, null);
});

test('a follow-up mark and a note stand beside the status, and marking for follow-up brings a dismissed one back', () => {
  const state = run(opened(), {type: 'finding-accepted', id: 1}, {type: 'follow-up-switched', id: 1}, {type: 'note-written', id: 1, text: 'Ask Norton'});
  assert.deepEqual(review(state, 1), {status: 'accepted', reason: null, words: '', followUp: true, note: 'Ask Norton'});
  assert.equal(review(run(state, {type: 'finding-dismissed', id: 1, reason: 'minor'}), 1).followUp, false);
  assert.equal(review(run(state, {type: 'finding-dismissed', id: 1, reason: 'minor'}, {type: 'follow-up-switched', id: 1}), 1).status, null);
});

test('a review stays with its finding when a new report numbers and orders things otherwise', () => {
  const state = run(opened(), {type: 'finding-dismissed', id: 0, reason: 'same'});
  const turned = report([2, 1, 0]);
  turned.findings.forEach((finding) => finding.evidence.reverse());
  turned.findings.reverse();
  turned.findings.forEach((finding, i) => (finding.id = i));
  turned.topics[0].findings = [0, 1, 2];
  const next = arrive(state, turned);
  assert.deepEqual(turned.findings.map((finding) => reviewOf(next, finding).status), [null, null, 'dismissed']);
});

test('the filter takes reviews and names', () => {
  const state = run(opened(), {type: 'finding-accepted', id: 0}, {type: 'follow-up-switched', id: 1}, {type: 'finding-dismissed', id: 2, reason: 'same'}, {type: 'note-written', id: 0, text: 'x'});
  const shown = (name, value) => flatOrder(run(state, {type: 'filter-changed', name, value}));
  assert.deepEqual(shown('review', ''), [0, 1]);
  assert.deepEqual(shown('review', 'open'), []);
  assert.deepEqual(shown('review', 'accepted'), [0]);
  assert.deepEqual(shown('review', 'followed'), [1]);
  assert.deepEqual(shown('review', 'noted'), [0]);
  assert.deepEqual(shown('review', 'dismissed'), [2]);
  assert.deepEqual(shown('entity', 'Norton'), [0, 1]);
  assert.deepEqual(shown('entity', 'Nobody'), []);
});

test('a finding that is asked for is shown whatever the filter', () => {
  const state = run(opened(), {type: 'filter-changed', name: 'review', value: 'accepted'}, {type: 'finding-opened', id: 1});
  assert.ok(flatOrder(state).includes(1));
});

test('reviews of a session are taken only as far as they are what they should be', () => {
  const {reviews} = run(opened(), {type: 'finding-dismissed', id: 0, reason: 'minor'}, {type: 'note-written', id: 1, text: 'n'});
  assert.deepEqual(reviewsFrom(JSON.parse(JSON.stringify(reviews))), reviews);
  for (const wrong of [null, undefined, 'x', 3, [], [{status: 'accepted'}], {a: null}, {a: []}, {a: {}}, {a: {status: 'nonsense'}}]) assert.deepEqual(reviewsFrom(wrong), {});
  const taken = reviewsFrom({a: {status: 'dismissed', reason: '<b>', words: 5, followUp: true, note: 'x'.repeat(LIMITS.note + 1)}, ['k'.repeat(LIMITS.key + 1)]: {status: 'accepted'}});
  assert.deepEqual(Object.keys(taken), ['a']);
  assert.equal(taken.a.note.length, LIMITS.note);
  assert.deepEqual({...taken.a, note: ''}, {status: 'dismissed', reason: 'other', words: '', followUp: false, note: ''});
  const odd = reviewsFrom(JSON.parse('{"__proto__": {"status": "accepted"}, "b": {"status": "accepted", "extra": 1}}'));
  assert.equal(Object.getPrototypeOf(odd), Object.prototype);
  assert.equal(odd.b.extra, undefined);
});

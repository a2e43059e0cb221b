/** The reducer and what is derived: articles come and go, nothing typed is lost, the open finding stays open. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {counts, lookUp, marksOf} from '../../www/js/marks.js';
import {comparable, contextOf, flatOrder, letterOf, marksFor, numbers, topics} from '../../www/js/select.js';
import {initial, reduce} from '../../www/js/state.js';

const run = (state, ...actions) => actions.reduce(reduce, state);
const withTexts = (...texts) => run(initial(), {type: 'examples-loaded', articles: texts.map((text) => ({text}))});

function finding(id, severity, confidence, topic, evidence, kind = 'numeric') {
  return {id, kind, severity, confidence, scope: 'cross', topic, summary: '', explanation: '', evidence, entities: [], quotations: [], trace: []};
}

function report(texts, findings) {
  const ids = [...new Set(findings.map(({topic}) => topic))];
  return {
    articles: texts.map((text) => ({text, title: null, outlet: null, date: null, blocks: [{start: 0, end: text.length, role: 'body'}], sentences: [{start: 0, end: text.length}]})),
    entities: [{id: 0, kind: 'person', name: 'Ann Smyth', mentions: [{article: 0, start: 0, end: 3, form: 'name'}, {article: 0, start: 4, end: 5, form: 'pronoun'}], forms: [], offices: []}],
    quotations: [], findings, dropped: [], claims: [], notices: [],
    topics: ids.map((id) => ({id, title: `topic ${id}`, findings: findings.filter(({topic}) => topic === id).map((one) => one.id)})),
  };
}

const at = (article, start, end) => ({article, start, end, focus: null});
const arrive = (state, made) => reduce(state, {type: 'report-arrived', report: made, compared: state.articles.map(({id, text}) => ({id, text})), ms: 1});

test('an unknown action changes nothing', () => {
  const state = initial();
  assert.equal(reduce(state, {type: 'no-such-thing'}), state);
  assert.equal(reduce(state, {type: 'toString'}), state);
});

test('letters go by place among the compared articles, hues stay with the article', () => {
  const state = withTexts('one', 'two', 'three');
  assert.deepEqual(state.articles.map(letterOf), ['A', 'B', 'C']);
  const hidden = run(state, {type: 'article-hidden', id: state.articles[1].id, hidden: true});
  assert.deepEqual(hidden.articles.map(letterOf), ['A', '–', 'B']);
  const less = run(state, {type: 'article-removed', id: state.articles[0].id});
  assert.deepEqual(less.articles.map(letterOf), ['A', 'B']);
  assert.deepEqual(less.articles.map(({hue}) => hue), [1, 2]);
  const more = run(less, {type: 'article-added'});
  assert.deepEqual(more.articles.map(letterOf), ['A', 'B', '–']);
  assert.equal(more.articles[2].hue, 0);
});

test('deleting and clearing can be undone', () => {
  const state = withTexts('one', 'two');
  const removed = run(state, {type: 'article-removed', id: state.articles[0].id});
  assert.equal(removed.articles.length, 1);
  assert.deepEqual(run(removed, {type: 'undone'}).articles, state.articles);
  assert.deepEqual(run(state, {type: 'articles-cleared'}, {type: 'undone'}).articles, state.articles);
});

test('undo brings back what was removed and keeps what was typed since', () => {
  const state = withTexts('one', 'two');
  const own = run(state, {type: 'own-begun'});
  const typed = run(own, {type: 'article-changed', id: own.current, text: 'mine'});
  const back = run(typed, {type: 'undone'});
  assert.deepEqual(back.articles.map(({text}) => text), ['one', 'two', 'mine']);
  assert.deepEqual(back.articles.map(letterOf), ['A', 'B', 'C']);
  const removed = run(state, {type: 'article-removed', id: state.articles[0].id}, {type: 'article-changed', id: state.articles[1].id, text: 'two more'}, {type: 'undone'});
  assert.deepEqual(removed.articles.map(({text}) => text), ['one', 'two more']);
});

test('an offer to undo that has gone can still be taken up by its key', () => {
  const state = run(withTexts('one', 'two'), {type: 'articles-cleared'}, {type: 'undo-passed'});
  assert.equal(state.undo.shown, false);
  assert.equal(run(state, {type: 'undone'}).articles.length, 2);
});

test('a card that was asked for is not replaced by one the pointer rests on', () => {
  const asked = run(initial(), {type: 'card-opened', marks: ['e1.0'], anchor: {}});
  assert.deepEqual(run(asked, {type: 'card-opened', marks: ['e2.0'], anchor: {}, hover: true}).card.marks, ['e1.0']);
  assert.notEqual(run(asked, {type: 'hover-ended'}).card, null);
});

test('one’s own articles begin with an empty card, and the examples come back', () => {
  const own = run(withTexts('one', 'two'), {type: 'own-begun'});
  assert.deepEqual([own.articles.length, own.articles[0].text, own.editing], [1, '', true]);
  assert.deepEqual(run(own, {type: 'examples-restored'}).articles.map(({text}) => text), ['one', 'two']);
});

test('a text put in the place of another loses what was said of the first; an edited one keeps it', () => {
  const given = {text: `${'The first report of the fire. '.repeat(5)}`, title: 'Fire', outlet: 'Echo', date: '2025-01-02'};
  const state = run(initial(), {type: 'examples-loaded', articles: [given]});
  const {id} = state.articles[0];
  const edited = run(state, {type: 'article-changed', id, text: `${given.text} More.`}).articles[0];
  assert.deepEqual([edited.title, edited.outlet, edited.date], ['Fire', 'Echo', '2025-01-02']);
  const replaced = run(state, {type: 'article-changed', id, text: 'Another event altogether.'}).articles[0];
  assert.deepEqual([replaced.title, replaced.outlet, replaced.date], [null, null, null]);
});

test('a second empty card is not made', () => {
  const once = run(initial(), {type: 'article-added'});
  assert.equal(run(once, {type: 'article-added'}).articles.length, 1);
});

test('a paste with separator lines makes several articles', () => {
  const state = run(initial(), {type: 'article-added'});
  const pasted = run(state, {type: 'article-pasted', id: state.current, text: 'One.\n---\nTwo.\n===\nThree.'});
  assert.deepEqual(pasted.articles.map(({text}) => text), ['One.', 'Two.', 'Three.']);
  assert.equal(pasted.note.kind, 'split');
});

test('a paste that would make more than twenty articles stays one text', () => {
  const state = run(initial(), {type: 'article-added'});
  const text = Array(21).fill('One.').join('\n---\n');
  const pasted = run(state, {type: 'article-pasted', id: state.current, text});
  assert.equal(pasted.articles.length, 1);
  assert.equal(pasted.articles[0].text, text);
  assert.deepEqual(pasted.note, {kind: 'too-many-pieces', count: 21});
});

test('the twenty-first article is refused with a note', () => {
  const state = run(withTexts(...Array.from({length: 20}, (_, i) => `text ${i}`)), {type: 'article-added'});
  assert.equal(state.articles.length, 20);
  assert.equal(state.note.kind, 'too-many');
});

test('empty, hidden and too large articles are not compared', () => {
  const state = withTexts('one', ' \n', 'three', 'x'.repeat(1_000_001));
  const hidden = run(state, {type: 'article-hidden', id: state.articles[0].id, hidden: true});
  assert.deepEqual(comparable(hidden).map(({text}) => text), ['three']);
});

test('nothing is compared while all together are too large', () => {
  assert.deepEqual(comparable(withTexts(...Array(6).fill('x'.repeat(1_000_000)))), []);
});

test('findings are ordered by severity, then confidence, topics by their most serious finding', () => {
  const texts = ['aaaa bbbb', 'cccc dddd'];
  const pair = [at(0, 0, 4), at(1, 0, 4)];
  const state = arrive(withTexts(...texts), report(texts, [finding(0, 'low', 90, 0, pair), finding(1, 'medium', 50, 0, pair), finding(2, 'high', 60, 1, pair), finding(3, 'high', 80, 1, pair)]));
  assert.deepEqual(flatOrder(state), [3, 2, 1, 0]);
  assert.deepEqual(topics(state).map(({id}) => id), [1, 0]);
  assert.equal(state.finding, 3);
  assert.equal(numbers(state).get(0), 4);
});

test('stepping goes through the shown findings and stops at both ends', () => {
  const texts = ['aaaa bbbb', 'cccc dddd'];
  const pair = [at(0, 0, 4), at(1, 0, 4)];
  const state = arrive(withTexts(...texts), report(texts, [finding(0, 'high', 90, 0, pair), finding(1, 'info', 90, 0, pair), finding(2, 'medium', 50, 0, pair)]));
  const step = (from, by) => reduce(from, {type: 'finding-stepped', by});
  assert.equal(step(state, 1).finding, 2);
  assert.equal(step(step(state, 1), 1).finding, 2);
  assert.equal(step(state, -1).finding, 0);
});

test('the open finding stays open when a new report still has it under another number', () => {
  const texts = ['aaaa bbbb', 'cccc dddd'];
  const first = [at(0, 0, 4), at(1, 0, 4)];
  const second = [at(0, 5, 9), at(1, 5, 9)];
  const state = run(arrive(withTexts(...texts), report(texts, [finding(0, 'high', 90, 0, first), finding(1, 'low', 50, 0, second)])), {type: 'finding-opened', id: 1});
  const next = arrive(state, report(texts, [finding(0, 'low', 50, 0, second), finding(1, 'high', 90, 0, first)]));
  assert.equal(next.finding, 0);
  assert.equal(arrive(next, report(texts, [finding(0, 'high', 90, 0, first)])).finding, 0);
});

test('a finding that was closed by the reader stays closed', () => {
  const texts = ['aaaa', 'cccc'];
  const made = () => report(texts, [finding(0, 'high', 90, 0, [at(0, 0, 4), at(1, 0, 4)])]);
  const closed = run(arrive(withTexts(...texts), made()), {type: 'finding-toggled', id: 0});
  assert.equal(closed.finding, null);
  assert.equal(arrive(closed, made()).finding, null);
});

test('a text that was changed since has no marks until its report comes', () => {
  const texts = ['Ann, she said.', 'other'];
  const state = arrive(withTexts(...texts), report(texts, [finding(0, 'high', 90, 0, [at(0, 0, 4), at(1, 0, 4)])]));
  assert.equal(marksFor(state, state.articles[0]).length, 2);
  const changed = run(state, {type: 'article-changed', id: state.articles[0].id, text: 'x'});
  assert.equal(marksFor(changed, changed.articles[0]).length, 0);
});

test('marks: pronouns are not drawn, hidden findings neither, and each leads back to what it marks', () => {
  const texts = ['Ann, she said.', 'other'];
  const state = arrive(withTexts(...texts), report(texts, [finding(0, 'info', 90, 0, [at(0, 0, 4), at(1, 0, 4)])]));
  assert.deepEqual(marksFor(state, state.articles[0]).map(({id}) => id), ['e0.0']);
  assert.deepEqual(marksOf(state.report)[0].map(({id}) => id), ['f0.0', 'e0.0']);
  assert.equal(lookUp(state.report, 'e0.0').item.name, 'Ann Smyth');
  assert.equal(lookUp(state.report, 'f9.0'), null);
});

test('the differing words are marked inside their passage, and neither counted nor stopped at', () => {
  const texts = ['Ann, she said.', 'other'];
  const evidence = [{...at(0, 0, 14), focus: {start: 5, end: 8}}, at(1, 0, 4)];
  const state = arrive(withTexts(...texts), report(texts, [finding(0, 'high', 90, 0, evidence)]));
  const marks = marksFor(state, state.articles[0]);
  assert.deepEqual(marks.map(({id}) => id), ['f0.0', 'e0.0', 'o0.0']);
  assert.equal(counts(marks).finding, 1);
  assert.equal(lookUp(state.report, 'o0.0').item.id, 0);
});

test('a passage leads to its article, and back leads to the finding', () => {
  const texts = ['aaaa', 'cccc'];
  const state = arrive(withTexts(...texts), report(texts, [finding(0, 'high', 90, 0, [at(0, 0, 4), at(1, 0, 4)])]));
  const there = run(state, {type: 'passage-shown', article: state.articles[1].id, start: 0, end: 4, finding: 0});
  assert.deepEqual([there.current, there.region, there.back], [state.articles[1].id, 'reader', 0]);
  const back = run(there, {type: 'went-back'});
  assert.deepEqual([back.region, back.finding, back.back], ['panel', 0, null]);
});

test('a passage is shown in its sentence, cut at a word where the sentence is long', () => {
  const text = 'Before. The count was 12 in all. After.';
  const made = {articles: [{text, sentences: [{start: 0, end: 7}, {start: 8, end: 32}, {start: 33, end: 39}]}]};
  assert.deepEqual(contextOf(made, at(0, 22, 24)), {before: 'The count was ', after: ' in all.'});
  const long = 'word '.repeat(200);
  const around = contextOf({articles: [{text: long, sentences: [{start: 0, end: 1000}]}]}, at(0, 400, 500));
  assert.match(around.before, /^… (word )+$/);
  assert.match(around.after, /^(word ?)+ …$/);
  assert.ok(around.before.length + around.after.length < 180);
});

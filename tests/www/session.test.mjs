/** Sessions: what is kept comes back the same, and nothing that is not whole is taken. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {contents, FORMAT, read, sessionOf, write} from '../../www/js/session.js';
import {initial, reduce} from '../../www/js/state.js';

const run = (state, ...actions) => actions.reduce(reduce, state);
const begun = () => run(initial(), {type: 'examples-loaded', articles: [
  {text: 'Fire in Norton\n\nTwelve people were hurt.', outlet: 'The Norton Echo', date: '2025-08-08'}, {text: 'Norton fire\n\nThirty people were hurt.'},
]});
const review = {status: 'dismissed', reason: 'other', words: 'another fire', followUp: false, note: 'Ask the brigade.'};
const whole = () => {
  const state = begun();
  return {
    ...state, articles: [{...state.articles[1], hidden: true, address: 'https://example.org/fire'}, state.articles[0]], corrections: [{id: 7, type: 'merge', names: ['Ann Smyth', 'A. Smyth'], apart: [], kind: null}],
    reviews: {'numeric\u0000Twelve\u0000Thirty': review}, filter: {...state.filter, severity: 'high', article: String(state.articles[0].id)}, current: state.articles[0].id,
  };
};

test('a session written and read again is the same', () => {
  const session = sessionOf(whole());
  assert.deepEqual(read(write(session)).session, {...session, corrections: [{...session.corrections[0], id: 1}]});
});

test('an opened session puts articles, order, corrections, reviews, filter and place back, with ids of their own', () => {
  const {session} = read(write(sessionOf(whole())));
  const before = run(initial(), {type: 'examples-loaded', articles: [{text: 'Other words.'}]});
  const state = run(before, {type: 'session-opened', session});
  assert.deepEqual(state.articles.map(({title, outlet, date, address, hidden, text, hue}) => ({title, outlet, date, address, hidden, text, hue})), session.articles.map(({title, outlet, date, address, hidden, text, hue}) => ({title, outlet, date, address, hidden, text, hue})));
  assert.equal(new Set([...before.articles, ...state.articles].map(({id}) => id)).size, 3, 'no id is used again');
  assert.deepEqual(state.reviews, session.reviews);
  assert.equal(state.filter.severity, 'high');
  assert.equal(state.filter.article, String(state.articles[1].id));
  assert.equal(state.current, state.articles[1].id);
  assert.deepEqual(sessionOf(state), session);
});

test('opening a session can be undone, and the undo as well', () => {
  const before = begun();
  const opened = run(before, {type: 'session-opened', session: sessionOf(whole())});
  const back = run(opened, {type: 'undone'});
  assert.deepEqual(sessionOf(back), sessionOf(before));
  assert.deepEqual(sessionOf(run(back, {type: 'undone'})), sessionOf(opened));
});

test('a session that is offered changes nothing until it is opened', () => {
  const before = begun();
  const offered = run(before, {type: 'session-offered', session: sessionOf(whole()), from: 'link'});
  assert.equal(offered.articles, before.articles);
  assert.equal(run(offered, {type: 'session-declined'}).articles, before.articles);
  assert.equal(run(offered, {type: 'session-declined'}).offered, null);
  assert.equal(run(offered, {type: 'session-opened'}).articles.length, 2);
});

const with_ = (change) => {
  const session = structuredClone(sessionOf(whole()));
  change(session);
  return JSON.stringify(session);
};
const WRONG = {
  'nothing': ['', 'empty'],
  'no JSON': ['Dear all, see the article.', 'not-json'],
  'cut short': [write(sessionOf(whole())).slice(0, 300), 'cut'],
  'a list': ['[]', 'other'],
  'another file': ['{"format": "something"}', 'other'],
  'a report': ['{"format": "crosscheck-report/1", "articles": []}', 'report'],
  'a later version': ['{"format": "crosscheck-session/2"}', 'version'],
  'no articles': [`{"format": "${FORMAT}"}`, 'damaged', 'articles'],
  'too many articles': [with_((one) => (one.articles = Array(21).fill(one.articles[0]))), 'damaged', 'articles'],
  'a text that is a number': [with_((one) => (one.articles[1].text = 5)), 'damaged', 'articles[1].text'],
  'a title that is an object': [with_((one) => (one.articles[0].title = {toString: 'x'})), 'damaged', 'articles[0].title'],
  'a hue that is no hue': [with_((one) => (one.articles[0].hue = 1e9)), 'damaged', 'articles[0].hue'],
  'a place that is none': [with_((one) => (one.current = 2)), 'damaged', 'current'],
  'a kind the core does not know': [with_((one) => (one.corrections[0].kind = 'dragon')), 'damaged', 'corrections[0].kind'],
  'names that are no list': [with_((one) => (one.corrections[0].names = 'Ann')), 'damaged', 'corrections[0].names'],
  'a severity that is none': [with_((one) => (one.filter.severity = 'dreadful')), 'damaged', 'filter.severity'],
  'a review that is a text': [with_((one) => (one.reviews.x = 'yes')), 'damaged', 'reviews[1]'],
  'a note that is a list': [with_((one) => (Object.values(one.reviews)[0].note = [])), 'damaged', 'reviews[0].note'],
};
for (const [what, [text, kind, at]] of Object.entries(WRONG)) {
  test(`not taken, not even in part: ${what}`, () => {
    const {session, problem} = read(text);
    assert.equal(session, undefined);
    assert.equal(problem.kind, kind);
    if (at) assert.equal(problem.at, at);
  });
}

test('names of JavaScript in a session do nothing', () => {
  const text = `{"format": "${FORMAT}", "articles": [{"text": "a"}], "reviews": {"__proto__": {"status": "accepted"}, "constructor": {"note": "x"}}, "filter": {"__proto__": "x"}}`;
  const state = run(begun(), {type: 'session-opened', session: read(text).session});
  assert.equal({}.status, undefined);
  assert.equal(Object.getPrototypeOf(state.reviews), Object.prototype);
  assert.equal(state.articles.length, 1);
});

test('what is in a session is told before it is opened', () => {
  assert.deepEqual(contents(sessionOf(whole())), {
    articles: [{title: 'Norton fire', outlet: null}, {title: 'Fire in Norton', outlet: 'The Norton Echo'}], reviews: 1, notes: 1, corrections: 1,
  });
});

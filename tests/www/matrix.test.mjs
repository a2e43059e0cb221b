/** The matrix of claims: groups and their order, what differs, copied words, the choices and their counts, shared stretches, the actions. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {claimFilterOf, CLAIM_FILTER, ROWS} from '../../www/js/claiming.js';
import {countsOf, findingsOf, rowsOf, sharedOf, shownRows} from '../../www/js/matrix.js';
import {initial, reduce} from '../../www/js/state.js';

const cell = (article, stance, value = null, start = article * 10) => ({article, stance, start, end: stance === 'silent' ? start : start + 5, value});
const claim = (id, text, independent, ...cells) => ({id, text, kind: 'meeting', independent, single_source: independent === 1, cells});
const ALL = {show: 'all', article: null, stance: ''};

function made() {
  return {
    claims: [
      claim(0, 'one alone', 1, cell(0, 'states'), cell(1, 'silent'), cell(2, 'silent')),
      claim(1, 'alike', 2, cell(0, 'states', 'a fact'), cell(1, 'states', 'a fact'), cell(2, 'silent')),
      claim(2, 'another figure', 2, cell(0, 'states', '12'), cell(1, 'states', '14'), cell(2, 'silent')),
      claim(3, 'copied', 1, cell(0, 'states', null, 50), cell(1, 'states', null, 60), cell(2, 'silent')),
      claim(4, 'denied', 3, cell(0, 'states'), cell(1, 'denies'), cell(2, 'hedges')),
      claim(5, 'one alone', 1, cell(0, 'silent'), cell(1, 'silent'), cell(2, 'states')),
    ],
    reuse: [
      {words: 9, quoted: false, a: {article: 0, start: 48, end: 58}, b: {article: 1, start: 58, end: 68}},
      {words: 20, quoted: true, a: {article: 0, start: 0, end: 5}, b: {article: 1, start: 10, end: 15}},
      {words: 30, quoted: false, a: {article: 1, start: 200, end: 300}, b: {article: 2, start: 100, end: 200}},
    ],
    findings: [
      {id: 0, evidence: [{article: 0, start: 1, end: 3}, {article: 1, start: 12, end: 14}]},
      {id: 1, evidence: [{article: 0, start: 1, end: 3}, {article: 2, start: 90, end: 95}]},
    ],
  };
}

const texts = (rows) => rows.map((row) => row.claim.text);

test('claims on which articles differ come first, most told first, then what several tell, then one source', () => {
  const rows = rowsOf(made());
  assert.deepEqual(rows.map(({group}) => group), ['differ', 'differ', 'several', 'single', 'single', 'single']);
  assert.deepEqual(texts(rows), ['denied', 'another figure', 'alike', 'copied', 'one alone', 'one alone']);
});

test('a row differs by stance or by value, and has a key of its own', () => {
  const rows = rowsOf(made());
  assert.deepEqual(rows.filter(({differs}) => differs).map(({stances, values}) => [stances, values]), [[true, false], [false, true]]);
  assert.equal(new Set(rows.map(({key}) => key)).size, rows.length);
});

test('copied words are marked where they make the core count fewer articles, and quoted speech is not copied', () => {
  const rows = rowsOf(made());
  const copied = rows.find(({claim: {text}}) => text === 'copied');
  assert.deepEqual([...copied.copied], [[0, [1]], [1, [0]]]);
  assert.ok(rows.filter((row) => row !== copied).every((row) => row.copied.size === 0));
});

test('a choice narrows the rows, by article and by what the article does', () => {
  const report = made();
  const shown = (filter) => texts(shownRows(report, {...ALL, ...filter}));
  assert.deepEqual(shown({show: 'differ'}), ['denied', 'another figure']);
  assert.deepEqual(shown({show: 'copied'}), ['copied']);
  assert.deepEqual(shown({stance: 'denies'}), ['denied']);
  assert.deepEqual(shown({article: 2}), ['denied', 'one alone'], 'what the article tells');
  assert.deepEqual(shown({article: 2, stance: 'silent', show: 'several'}), ['alike'], 'what it leaves out');
  assert.deepEqual(countsOf(report, ALL), {all: 6, differ: 2, several: 1, single: 3, copied: 1});
  assert.equal(countsOf(report, {...ALL, article: 2}).all, 2);
});

test('a finding belongs to a row when two of its passages do', () => {
  const report = made();
  const alike = rowsOf(report).find(({claim: {text}}) => text === 'alike');
  assert.deepEqual(findingsOf(report, alike).map(({id}) => id), [0]);
});

test('shared stretches stand by pair of articles, most words first', () => {
  const pairs = sharedOf(made());
  assert.deepEqual(pairs.map(({articles, words, longest, quoted}) => [articles, words, longest, quoted]), [[[1, 2], 30, 30, 0], [[0, 1], 29, 20, 20]]);
  assert.deepEqual(pairs[1].runs.map(({words}) => words), [20, 9]);
});

test('the actions: narrowed, drawn further, opened and closed, reset', () => {
  let state = {...initial(), compared: [{id: 7}, {id: 9}]};
  state = reduce(state, {type: 'claims-extended'});
  assert.equal(state.claimRows, 2 * ROWS);
  state = reduce(state, {type: 'claims-filtered', name: 'article', value: '9'});
  assert.equal(state.claimRows, ROWS, 'another choice begins at the top');
  assert.equal(claimFilterOf(state).article, 1);
  assert.equal(claimFilterOf({...state, compared: []}).article, null);
  state = reduce(reduce(state, {type: 'claim-toggled', key: 'a'}), {type: 'claim-toggled', key: 'b'});
  state = reduce(state, {type: 'claim-toggled', key: 'a'});
  state = reduce(state, {type: 'claims-reset'});
  assert.deepEqual([state.openClaims, state.claimFilter], [['b'], CLAIM_FILTER], 'what is open stays open');
});

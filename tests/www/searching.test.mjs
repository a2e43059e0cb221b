/** Search in all articles: literal, whatever the case and the marks on letters, at the places where the words stand. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {foundIn, hitsIn, MOST_HITS} from '../../www/js/searching.js';
import {initial, reduce} from '../../www/js/state.js';

const words = (text, wanted, options) => hitsIn(text, wanted, options).map(({start, end}) => text.slice(start, end));

test('case, marks on letters, quotation marks and dashes make no difference, and places are those of the text', () => {
  assert.deepEqual(words('Café CAFE cafe\u0301.', 'café'), ['Café', 'CAFE', 'cafe\u0301']);
  assert.deepEqual(words('She said “no” – twice. It’s so.', '"NO" - twice'), ['“no” – twice']);
  assert.deepEqual(words('It’s so.', 'it\'s'), ['It’s']);
  assert.deepEqual(words('Łódź and Straße and ﬁre', 'lodz'), ['Łódź']);
  assert.deepEqual(words('Straße, STRASSE', 'strasse'), ['Straße', 'STRASSE']);
  assert.deepEqual(words('👩‍👩‍👧 said yes 👩‍👩‍👧', 'yes'), ['yes']);
});

test('blanks of any kind are blanks, and the search is literal', () => {
  assert.deepEqual(words('New\u00a0York, New\nYork', ' new  york '), ['New\u00a0York', 'New\nYork']);
  assert.deepEqual(words('a.b axb', 'a.b'), ['a.b']);
  assert.deepEqual(words('abc', ''), []);
  assert.deepEqual(words('abc', '   '), []);
  assert.deepEqual(words('aaaa', 'aa'), ['aa', 'aa']);
});

test('whole words stand between what is no letter or figure', () => {
  assert.deepEqual(words('Ann, Annie and ann.', 'ann', {word: true}), ['Ann', 'ann']);
  assert.deepEqual(words('12 people, 120 people', '12', {word: true}), ['12']);
});

const opened = () => reduce(initial(), {type: 'examples-loaded', articles: [{text: 'Ann said so.'}, {text: 'ANN and Ánn.'}]});

test('hits come by article, in articles that are left out as well', () => {
  const [, second] = opened().articles;
  const state = [{type: 'article-hidden', id: second.id, hidden: true}, {type: 'search-changed', text: 'ann'}].reduce(reduce, opened());
  assert.deepEqual(foundIn(state).hits.map(({id, start}) => [id === second.id, start]), [[false, 0], [true, 0], [true, 8]]);
  assert.equal(foundIn(state), foundIn(state), 'it is found once');
});

test('more hits than can be shown are counted', () => {
  const state = [{type: 'examples-loaded', articles: [{text: 'a '.repeat(MOST_HITS + 5)}]}, {type: 'search-changed', text: 'a'}].reduce(reduce, initial());
  assert.equal(foundIn(state).hits.length, MOST_HITS);
  assert.equal(foundIn(state).all, MOST_HITS + 5);
});

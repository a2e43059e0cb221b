/** What the page takes: sizes in bytes, and pasted texts cut at separator lines. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ARTICLE_BYTES, articleProblem, split, totalProblem, words} from '../../www/js/limits.js';

test('an article of exactly the limit is taken, one byte more is not', () => {
  assert.equal(articleProblem('a'.repeat(ARTICLE_BYTES)), null);
  assert.deepEqual(articleProblem('a'.repeat(ARTICLE_BYTES + 1)), {limit: 'article', bytes: ARTICLE_BYTES + 1});
});

test('sizes are bytes, not characters', () => {
  assert.equal(articleProblem('é'.repeat(ARTICLE_BYTES / 2)), null);
  assert.equal(articleProblem('é'.repeat(ARTICLE_BYTES / 2 + 1)).limit, 'article');
  assert.equal(articleProblem('😀'.repeat(ARTICLE_BYTES / 4 + 1)).bytes, ARTICLE_BYTES + 4);
});

test('all articles together have a limit of their own', () => {
  const text = 'a'.repeat(ARTICLE_BYTES);
  assert.equal(totalProblem(Array(5).fill(text)), null);
  assert.deepEqual(totalProblem([...Array(5).fill(text), 'b']), {limit: 'total', bytes: 5 * ARTICLE_BYTES + 1});
});

test('a pasted text is cut at lines of three or more dashes or equals signs', () => {
  assert.deepEqual(split('One.\n---\nTwo.\n=====\nThree.'), ['One.', 'Two.', 'Three.']);
  assert.deepEqual(split('One.\r\n---\r\nTwo.\r\n'), ['One.', 'Two.']);
});

test('dashes inside a line, two dashes, and empty pieces do not make articles', () => {
  assert.deepEqual(split('One --- still one.\n--\nOne.'), ['One --- still one.\n--\nOne.']);
  assert.deepEqual(split('---\nOne.\n---\n---\n'), ['One.']);
  assert.deepEqual(split(' \n '), []);
});

test('words are runs between white space', () => {
  assert.equal(words(''), 0);
  assert.equal(words('  one\ttwo\u00a0three\n'), 3);
});

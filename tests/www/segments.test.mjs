/** Marks cut to disjoint segments: nothing is lost, nothing is drawn twice, the smallest mark is the one a click picks. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {marksByRange, plainBlocks, segments} from '../../www/js/segments.js';

const mark = (id, start, end) => ({id, start, end});
const shape = (list) => list.map(({start, end, marks}) => [start, end, marks.map(({id}) => id).join('')]);

test('a text without marks is one segment', () => {
  assert.deepEqual(shape(segments([], 0, 9)), [[0, 9, '']]);
});

test('nested marks: the smallest comes first', () => {
  const marks = [mark('a', 0, 9), mark('b', 2, 5), mark('c', 3, 4)];
  assert.deepEqual(shape(segments(marks, 0, 9)), [[0, 2, 'a'], [2, 3, 'ba'], [3, 4, 'cba'], [4, 5, 'ba'], [5, 9, 'a']]);
});

test('crossing marks are cut where either begins or ends', () => {
  assert.deepEqual(shape(segments([mark('a', 0, 5), mark('b', 3, 8)], 0, 9)), [[0, 3, 'a'], [3, 5, 'ab'], [5, 8, 'b'], [8, 9, '']].map(([s, e, m]) => [s, e, m === 'ab' ? 'ba' : m]));
});

test('marks of equal extent keep one order', () => {
  const one = segments([mark('a', 1, 3), mark('b', 1, 3)], 0, 4);
  const other = segments([mark('b', 1, 3), mark('a', 1, 3)], 0, 4);
  assert.deepEqual(shape(one), shape(other));
});

test('a mark that crosses the border of a block is cut there', () => {
  assert.deepEqual(shape(segments([mark('a', 0, 20)], 5, 9)), [[5, 9, 'a']]);
});

test('hidden words are put in once a mark: one first and one last segment each', () => {
  const marks = [mark('a', 0, 9), mark('b', 2, 5), mark('c', 4, 7)];
  const list = segments(marks, 0, 9);
  for (const id of ['a', 'b', 'c']) {
    assert.equal(list.filter(({first}) => first.some((one) => one.id === id)).length, 1);
    assert.equal(list.filter(({last}) => last.some((one) => one.id === id)).length, 1);
  }
});

test('empty marks and marks outside are left out', () => {
  assert.deepEqual(shape(segments([mark('a', 2, 2), mark('b', 10, 12)], 0, 5)), [[0, 5, '']]);
});

test('any marks: segments rebuild the range and list exactly the marks that cover them', () => {
  let seed = 7;
  const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 200; round += 1) {
    const marks = Array.from({length: random(12)}, (_, i) => {
      const start = random(40);
      return mark(`m${i}`, start, start + random(15));
    }).sort((a, b) => a.start - b.start);
    const list = segments(marks, 5, 35);
    assert.equal(list[0].start, 5);
    assert.equal(list.at(-1).end, 35);
    list.forEach(({start, end, marks: covering}, i) => {
      assert.ok(start < end);
      if (i > 0) assert.equal(list[i - 1].end, start);
      const expected = marks.filter((one) => one.start < one.end && one.start <= start && one.end >= end).map(({id}) => id).sort();
      assert.deepEqual(covering.map(({id}) => id).sort(), expected);
    });
  }
});

test('marks are given to every range they touch', () => {
  const marks = [mark('a', 0, 12), mark('b', 3, 4), mark('c', 11, 14)];
  const ranges = [{start: 0, end: 5}, {start: 6, end: 10}, {start: 10, end: 20}];
  assert.deepEqual(marksByRange(marks, ranges).map((list) => list.map(({id}) => id).join('')), ['ab', 'a', 'ac']);
});

test('a text that is not analysed yet is shown by lines', () => {
  assert.deepEqual(plainBlocks('one\n\n  \ntwo').map(({start, end}) => [start, end]), [[0, 3], [8, 11]]);
  assert.deepEqual(plainBlocks(''), []);
});

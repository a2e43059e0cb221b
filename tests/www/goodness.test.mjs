/** How good is this: every set of the accuracy file is shown or left out by its own field, every measure has a sentence in plain words, goals are told as they are. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {M} from '../../www/js/messages.js';
import {isReached, sentence} from '../../www/js/views/goodness.js';

const {sets} = JSON.parse(readFileSync(new URL('../accuracy.json', import.meta.url), 'utf8'));

test('a set is shown, or its own field says why not', () => {
  for (const set of sets) {
    assert.ok(set.left_out === undefined || set.left_out.length > 10, `${set.id} says why it is left out`);
    if (set.left_out === undefined) assert.ok(M.goodness.tasks[set.task] && M.goodness.meaning[set.task], `${set.id}: the page has a heading for ${set.task}`);
  }
});

test('every measure has a sentence that a reader understands, with its figure', () => {
  for (const {id, task, measures} of sets.filter((set) => set.left_out === undefined)) {
    for (const measure of measures) {
      assert.ok(M.goodness.measures[task][measure.name], `${id}: ${measure.name}`);
      assert.match(sentence(task, measure), /^(?:Of 100 |No |\d).*\.$/);
    }
  }
});

test('no sentence is there for a measure that is gone', () => {
  const known = new Set(sets.flatMap(({task, measures}) => measures.map(({name}) => `${task} ${name}`)));
  for (const [task, words] of Object.entries(M.goodness.measures)) for (const name of Object.keys(words)) assert.ok(known.has(`${task} ${name}`), `${task} ${name}`);
});

test('shares are not rounded to none or all, and goals are told as they are', () => {
  assert.equal(sentence('pairs', {name: 'contradictions found', figure: 23.5}), 'Of 100 pairs that contradict each other, 24 raise an alarm.');
  assert.match(sentence('pairs', {name: 'contradictions found', figure: 0.4}), /less than one/);
  assert.match(sentence('pairs', {name: 'contradictions found', figure: 99.6}), /more than 99/);
  assert.match(sentence('findings', {name: 'known false alarms', figure: 0}), /^No alarms/);
  const reached = (better, figure, goal) => isReached({better, figure, goal});
  assert.deepEqual([reached('higher', 44.2, 50), reached('higher', 50, 50), reached('lower', 0, 6), reached('lower', 7, 6), reached('higher', 1, null)], [false, true, true, false, true]);
});

/** The first drawing: view by view, what a view leaves comes after the next frame, and whoever acts meanwhile finds everything drawn. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {drawing, whole} from '../../www/js/drawing.js';

globalThis.requestAnimationFrame = (call) => setTimeout(call, 5);

function setUp() {
  const log = [];
  let state = 'first';
  const plain = (name) => () => {
    log.push(`make ${name}`);
    return (now) => void log.push(`${name} ${now}`);
  };
  const slow = () => {
    log.push('make slow');
    return (now) => {
      log.push(`slow head ${now}`);
      return (later) => void log.push(`slow rest ${later}`);
    };
  };
  const drawn = drawing([plain('one'), slow, plain('two')], () => state, () => log.push('done'));
  const ended = async () => {
    while (log.at(-1) !== 'done') await wait(1);
  };
  return {log, drawn, ended, set: (next) => (state = next), get: () => state};
}

test('each view is made and drawn in its turn, and the end is told once', async () => {
  const {log, drawn, ended, get} = setUp();
  drawn.follow(get());
  assert.deepEqual(log, [], 'nothing is drawn before the page could answer');
  await ended();
  assert.deepEqual(log, ['make one', 'one first', 'make slow', 'slow head first', 'slow rest first', 'make two', 'two first', 'done']);
});

test('what changed meanwhile is drawn by all at the end', async () => {
  const {log, drawn, ended, get, set} = setUp();
  drawn.follow(get());
  await wait(1);
  set('second');
  drawn.follow(get());
  await ended();
  assert.deepEqual(log.slice(-5), ['one second', 'slow head second', 'slow rest second', 'two second', 'done']);
});

test('who acts during the first drawing finds everything there', () => {
  const {log, drawn, get} = setUp();
  drawn.follow(get());
  drawn.finish();
  assert.deepEqual(log, ['make one', 'make slow', 'make two', 'one first', 'slow head first', 'slow rest first', 'two first']);
});

test('a later change is drawn at once and whole', async () => {
  const {log, drawn, ended, get, set} = setUp();
  drawn.follow(get());
  await ended();
  log.length = 0;
  set('second');
  drawn.follow(get());
  assert.deepEqual(log, ['one second', 'slow head second', 'slow rest second', 'two second']);
});

test('a page that has no frames goes on all the same', async () => {
  const frame = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = () => {};
  try {
    const {log, drawn, ended, get} = setUp();
    drawn.follow(get());
    await ended();
    assert.equal(log.filter((line) => line.startsWith('two')).length, 1);
  } finally {
    globalThis.requestAnimationFrame = frame;
  }
});

test('whole draws what an update leaves, and what that leaves', () => {
  const log = [];
  whole((now) => {
    log.push(now);
    return (later) => {
      log.push(later + 1);
      return (last) => void log.push(last + 2);
    };
  }, 1);
  assert.deepEqual(log, [1, 2, 3]);
});

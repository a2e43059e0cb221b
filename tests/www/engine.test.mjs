/** The worker's client with a fake worker: newest wins, slow runs give way, traps lose nothing. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {Engine} from '../../www/js/engine.js';

/** Workers that answer when the test says so. */
function setUp(options = {}) {
  const workers = [];
  const log = {reports: [], failures: [], states: []};
  const engine = new Engine({
    spawn() {
      const worker = {posted: [], ended: false, postMessage: (message) => worker.posted.push(message), terminate: () => (worker.ended = true)};
      worker.say = (message) => worker.onmessage({data: message});
      workers.push(worker);
      return worker;
    },
    onReport: (report, request, ms) => log.reports.push({report, tag: request.tag, ms}),
    onFailure: (reason, kind) => log.failures.push([kind, reason]),
    onState: (state) => log.states.push(state),
    ...options,
  });
  return {engine, workers, log, ready: (i = workers.length - 1) => workers[i].say({type: 'ready', version: '1', rules: []})};
}

const answer = (worker) => {
  const {id, articles} = worker.posted.at(-1);
  worker.say({id, json: JSON.stringify({of: articles}), ms: 1});
};

test('a check asked for before the worker is ready is sent when it is', () => {
  const {engine, workers, log, ready} = setUp();
  engine.check(['a'], {}, 'tag');
  assert.equal(workers[0].posted.length, 0);
  ready();
  answer(workers[0]);
  assert.deepEqual(log.reports, [{report: {of: ['a']}, tag: 'tag', ms: 1}]);
});

test('newest wins: of many that wait only the last is sent, and an outdated report is not shown', () => {
  const {engine, workers, log, ready} = setUp();
  ready();
  for (const text of ['a', 'b', 'c', 'd']) engine.check([text], {});
  answer(workers[0]);
  answer(workers[0]);
  assert.deepEqual(workers[0].posted.map(({articles}) => articles[0]), ['a', 'd']);
  assert.deepEqual(log.reports.map(({report}) => report.of[0]), ['d']);
});

test('a slow run is ended when a newer one waits, and the newer one is answered by a new worker', async () => {
  const {engine, workers, log, ready} = setUp({slow: 20});
  ready();
  engine.check(['slow'], {});
  engine.check(['new'], {});
  await wait(50);
  assert.equal(workers.length, 2);
  assert.ok(workers[0].ended);
  ready();
  answer(workers[1]);
  assert.deepEqual(log.reports.map(({report}) => report.of[0]), ['new']);
});

test('a slow run with nothing waiting is left to finish', async () => {
  const {engine, workers, log, ready} = setUp({slow: 20});
  ready();
  engine.check(['slow'], {});
  await wait(50);
  answer(workers[0]);
  assert.equal(workers.length, 1);
  assert.equal(log.reports.length, 1);
});

test('after a trap the worker is replaced, the reader is told, and what waited goes on', () => {
  const {engine, workers, log, ready} = setUp();
  ready();
  engine.check(['bad'], {});
  engine.check(['good'], {});
  workers[0].say({id: 1, error: 'unreachable', trap: true});
  assert.ok(workers[0].ended);
  assert.deepEqual(log.failures, [['trap', 'unreachable']]);
  ready();
  answer(workers[1]);
  assert.deepEqual(log.reports.map(({report}) => report.of[0]), ['good']);
});

test('the request that trapped is not tried again by itself, and the next one works', () => {
  const {engine, workers, log, ready} = setUp();
  ready();
  engine.check(['bad'], {});
  workers[0].say({id: 1, error: 'unreachable', trap: true});
  ready();
  assert.equal(workers[1].posted.length, 0);
  engine.check(['good'], {});
  answer(workers[1]);
  assert.equal(log.reports.length, 1);
});

test('what is typed is read before its check, the newest only, and a check does not wait for what nobody wants any more', () => {
  const {engine, workers, log, ready} = setUp();
  const article = (text) => ({text});
  engine.readAhead(article('before the start'));
  ready();
  for (const text of ['a', 'ab', 'abc']) engine.readAhead(article(text));
  const read = () => workers[0].posted.filter(({type}) => type === 'read');
  assert.deepEqual(read().map((message) => message.article.text), ['a']);
  workers[0].say({id: read()[0].id});
  assert.deepEqual(read().map((message) => message.article.text), ['a', 'abc']);
  engine.readAhead(article('abcd'));
  engine.check([article('abcd')], {});
  workers[0].say({id: read()[1].id, error: 'too large'});
  engine.readAhead(article('while a check runs'));
  answer(workers[0]);
  assert.deepEqual(workers[0].posted.map(({type}) => type), ['read', 'read', 'check']);
  assert.deepEqual([log.reports.length, log.failures.length], [1, 0]);
});

test('a text that takes long to read is not read ahead, and a trap in reading replaces the worker', () => {
  const {engine, workers, ready} = setUp();
  ready();
  engine.readAhead({text: 'a'.repeat(1_000_000)});
  assert.equal(workers[0].posted.length, 0);
  engine.readAhead({text: 'a'});
  workers[0].say({id: 1, error: 'unreachable', trap: true});
  ready();
  engine.readAhead({text: 'ab'});
  assert.deepEqual(workers[1].posted.map(({type, article}) => [type, article.text]), [['read', 'ab']]);
});

test('a refusal is told and the worker kept', () => {
  const {engine, workers, log, ready} = setUp();
  ready();
  engine.check(['x'], {});
  workers[0].say({id: 1, error: 'too large'});
  assert.deepEqual(log.failures, [['refused', 'too large']]);
  assert.equal(workers.length, 1);
  assert.equal(log.states.at(-1), 'idle');
});

test('a worker that never starts is given up after three tries', () => {
  const {workers, log} = setUp();
  for (let i = 0; i < 3; i += 1) workers[i].say({error: 'no wasm', trap: true});
  assert.equal(workers.length, 3);
  assert.deepEqual(log.failures, [['start', 'no wasm']]);
  assert.equal(log.states.at(-1), 'stopped');
});

test('where no worker may be made the reader is told at once, and a form is refused', async () => {
  const failures = [];
  const states = [];
  const engine = new Engine({
    spawn() {
      throw new Error('refused');
    },
    onState: (name) => states.push(name), onReport() {}, onFailure: (reason, kind) => failures.push([kind, reason]),
  });
  assert.deepEqual(failures, [['start', 'refused']]);
  assert.equal(states.at(-1), 'stopped');
  await assert.rejects(engine.export({}, 'csv'));
});

test('a message of a replaced worker is nobody’s', () => {
  const {engine, workers, log, ready} = setUp();
  ready();
  engine.check(['a'], {});
  engine.stop();
  workers[0].say({id: 1, json: '{"of":["a"]}', ms: 1});
  assert.equal(log.reports.length, 0);
});

test('another form of the report comes back as text, and a replaced worker rejects', async () => {
  const {engine, workers, ready} = setUp();
  ready();
  const form = engine.export({}, 'csv');
  workers[0].say({id: workers[0].posted.at(-1).id, text: 'a,b'});
  assert.equal(await form, 'a,b');
  const lost = engine.export({}, 'csv');
  engine.abort();
  await assert.rejects(lost);
});

/** Actions on names: choosing, merging, splitting, undoing, and the walk through mentions; the engine is told by a fake. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {aliasesOf} from '../../www/js/corrections.js';
import {Engine} from '../../www/js/engine.js';
import {initial, reduce} from '../../www/js/state.js';

const run = (state, ...actions) => actions.reduce(reduce, state);
const TEXTS = ['Ann Smyth met Bo Li.', 'Ann Smith left.'];

function entity(id, name, kind, places, ...more) {
  return {id, name, kind, value: null, offices: [], forms: [name, ...more].map((text) => ({text, note: null, count: 1, articles: []})), mentions: places.map(([article, start]) => ({article, start, end: start + name.length, form: 'name', nested: false}))};
}

const report = (...entities) => ({articles: TEXTS.map((text) => ({text, sentences: [], blocks: []})), entities, quotations: [], findings: [], topics: [], dropped: [], claims: [], notices: []});
const ENTITIES = [entity(0, 'Ann Smyth', 'person', [[0, 0]], 'Anne Smyth'), entity(1, 'Ann Smith', 'person', [[1, 0]]), entity(2, 'Bo Li', 'person', [[0, 14]])];

function arrived(...entities) {
  const state = run(initial(), {type: 'examples-loaded', articles: TEXTS.map((text) => ({text}))});
  return arrive(state, report(...(entities.length ? entities : ENTITIES)));
}

const arrive = (state, made) => reduce(state, {type: 'report-arrived', report: made, compared: state.articles.map(({id, text}) => ({id, text})), ms: 1});
const choose = (...keys) => keys.map((key) => ({type: 'name-chosen', key}));

test('chosen names are merged under the one the reader takes as the main one', () => {
  const chosen = run(arrived(), ...choose('Ann Smyth', 'Ann Smith'), {type: 'main-chosen', key: 'Ann Smith'});
  const merged = run(chosen, {type: 'names-merged'});
  assert.deepEqual(aliasesOf(merged.corrections), [{names: ['Ann Smith', 'Ann Smyth', 'Anne Smyth']}]);
  assert.deepEqual([merged.chosenNames, merged.undo.kind], [[], 'merged']);
});

test('one name alone is not merged, and choosing twice chooses nothing', () => {
  const one = run(arrived(), ...choose('Ann Smyth'));
  assert.equal(run(one, {type: 'names-merged'}), one);
  assert.deepEqual(run(one, ...choose('Ann Smyth')).chosenNames, []);
});

test('each correction can be undone, and what it took back comes back with it', () => {
  const merged = run(arrived(), ...choose('Ann Smyth', 'Ann Smith'), {type: 'names-merged'});
  assert.deepEqual(run(merged, {type: 'undone'}).corrections, []);
  const joined = arrive(merged, report(entity(0, 'Ann Smyth', 'person', [[0, 0], [1, 0]], 'Ann Smith')));
  const parted = run(joined, {type: 'form-split', key: 'Ann Smyth', form: 'Ann Smith'});
  assert.deepEqual(aliasesOf(parted.corrections).filter(({apart}) => apart), [{names: ['Ann Smith'], apart: ['Ann Smyth']}]);
  assert.deepEqual(run(parted, {type: 'undone'}).corrections, merged.corrections);
  const kind = run(merged, {type: 'kind-corrected', key: 'Bo Li', kind: 'organization'});
  assert.equal(kind.corrections.length, 2);
  assert.deepEqual(run(kind, {type: 'undone'}).corrections, merged.corrections);
  assert.equal(run(merged, {type: 'kind-corrected', key: 'Bo Li', kind: 'person'}), merged);
});

test('a correction can be removed from the list, and that can be undone too', () => {
  const merged = run(arrived(), ...choose('Ann Smyth', 'Ann Smith'), {type: 'names-merged'});
  const removed = run(merged, {type: 'correction-removed', id: merged.corrections[0].id});
  assert.deepEqual(removed.corrections, []);
  assert.deepEqual(run(removed, {type: 'undone'}).corrections, merged.corrections);
  assert.deepEqual(run(merged, {type: 'corrections-cleared'}).corrections, []);
});

test('corrections survive every change of the articles; undoing a correction leaves the articles as they are', () => {
  const merged = run(arrived(), ...choose('Ann Smyth', 'Ann Smith'), {type: 'names-merged'});
  const {id} = merged.articles[0];
  for (const action of [{type: 'article-changed', id, text: 'Other.'}, {type: 'article-removed', id}, {type: 'articles-cleared'}, {type: 'examples-restored'}, {type: 'report-cleared'}]) {
    assert.deepEqual(run(merged, action).corrections, merged.corrections, action.type);
  }
  const typed = run(merged, {type: 'article-changed', id, text: 'Ann Smyth met Bo Li. More.'}, {type: 'undone'});
  assert.equal(typed.articles[0].text, 'Ann Smyth met Bo Li. More.');
});

test('open and chosen names stay with a new report that has them, and are forgotten with one that has not', () => {
  const state = run(arrived(), {type: 'name-toggled', key: 'Bo Li'}, {type: 'name-toggled', key: 'Ann Smith'}, ...choose('Ann Smith', 'Bo Li'));
  const next = arrive(state, report({...ENTITIES[2], id: 0}));
  assert.deepEqual([next.openNames, next.chosenNames], [['Bo Li'], ['Bo Li']]);
});

test('a name is opened from its card whatever the filter', () => {
  const state = run(arrived(), {type: 'names-filtered', name: 'text', value: 'zzz'}, {type: 'names-filtered', name: 'sort', value: 'name'}, {type: 'name-opened', key: 'Bo Li'});
  assert.deepEqual([state.tab, state.region, state.openNames, state.nameFilter], ['names', 'panel', ['Bo Li'], {text: '', kind: '', sort: 'name'}]);
});

const PLACES = [{article: 0, start: 0, end: 9}, {article: 1, start: 0, end: 9}];
const walk = {type: 'mentions-shown', label: 'Ann Smyth', from: 'places-1', places: PLACES};

test('a count leads to the first mention and, pressed again, to the next one and round', () => {
  let state = run(arrived(), walk);
  assert.deepEqual([state.region, state.tour.at, state.flash.article], ['reader', 0, state.articles[0].id]);
  state = run(state, walk);
  assert.deepEqual([state.tour.at, state.current], [1, state.articles[1].id]);
  assert.equal(run(state, walk).tour.at, 0);
  assert.equal(run(state, {...walk, from: 'places-2'}).tour.at, 0);
});

test('a place that is a quotation leads to its article, whatever number the quotation has', () => {
  const state = run(arrived(), {...walk, places: PLACES.map((place, i) => ({...place, id: 40 + i}))});
  assert.deepEqual([state.tour.at, state.flash.article], [0, state.articles[0].id]);
});

test('a place may name its article by number, as those of a search do', () => {
  const start = arrived();
  const state = run(start, {...walk, places: [{holder: start.articles[1].id, start: 0, end: 9}]});
  assert.deepEqual([state.current, state.flash.article], [start.articles[1].id, start.articles[1].id]);
});

test('steps go both ways and round; a step from the bar leaves the focus there', () => {
  const state = run(arrived(), walk);
  assert.equal(run(state, {type: 'mention-stepped', by: -1}).tour.at, 1);
  assert.equal(run(state, {type: 'mention-stepped', by: 1, stay: true}).flash.stay, true);
  const none = arrived();
  assert.equal(run(none, {type: 'mention-stepped', by: 1}), none);
});

test('back leads to the names; a new report, or a passage of a finding, ends the walk', () => {
  const state = run(arrived(), walk);
  const back = run(state, {type: 'went-back'});
  assert.deepEqual([back.tab, back.region, back.tour], ['names', 'panel', null]);
  assert.equal(arrive(state, report(...ENTITIES)).tour, null);
  assert.equal(run(state, {type: 'passage-shown', article: state.articles[0].id, start: 0, end: 3, finding: 1}).tour, null);
  assert.equal(run({...state, back: 1}, walk).back, null);
});

test('a walk can begin at one certain place, and back leads to the view it began in', () => {
  const versions = {...walk, tab: 'quotations', at: 1};
  const state = run(arrived(), versions);
  assert.deepEqual([state.tour.at, state.current], [1, state.articles[1].id]);
  assert.equal(run(state, versions).tour.at, 1, 'asked for again, it is the same place');
  assert.equal(run(state, {type: 'mention-stepped', by: 1}).tour.at, 0);
  assert.equal(run(state, {type: 'went-back'}).tab, 'quotations');
});

test('a walk does not lead into an article that is gone', () => {
  const state = run(arrived(), {type: 'article-removed', id: 1});
  assert.equal(run(state, walk), state);
});

test('what the engine is asked carries the corrections, and a report that follows them is shown as such', () => {
  const posted = [];
  const worker = {postMessage: (message) => posted.push(message), terminate() {}};
  let answered = null;
  const engine = new Engine({spawn: () => worker, onReport: (made) => (answered = made), onFailure() {}, onState() {}});
  worker.onmessage({data: {type: 'ready', version: '1', rules: []}});
  const merged = run(arrived(), ...choose('Ann Smyth', 'Ann Smith'), {type: 'names-merged'});
  engine.check(TEXTS.map((text) => ({text})), {aliases: aliasesOf(merged.corrections)});
  const [{id, options}] = posted;
  assert.deepEqual(options, {aliases: [{names: ['Ann Smyth', 'Ann Smith', 'Anne Smyth']}]});
  const joined = entity(0, options.aliases[0].names[0], 'person', [[0, 0], [1, 0]], ...options.aliases[0].names.slice(1));
  worker.onmessage({data: {id, json: JSON.stringify(report(joined)), ms: 1}});
  assert.equal(arrive(merged, answered).report.entities.length, 1);
});

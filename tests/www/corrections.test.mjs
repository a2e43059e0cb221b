/** The reader's corrections: what the core is told, and that the newest word counts. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {add, aliasesOf, kindOf, mergeOf, splitOf, splittable, standing} from '../../www/js/corrections.js';

const form = (text, note = null) => ({text, note, count: 1, articles: [0]});
const entity = (name, kind, ...forms) => ({name, kind, forms: forms.length ? forms : [form(name)]});
const all = (...made) => made.reduce(add, []);
const merge = (...names) => ({type: 'merge', names, apart: [], kind: null});
const split = (name, ...apart) => ({type: 'split', names: [name], apart, kind: null});
const kind = (name, to) => ({type: 'kind', names: [name], apart: [], kind: to});

const smyth = entity('Ann Smyth', 'person', form('Ann Smyth'), form('Smyth', 'short'), form('governor', 'title'), form('Anne Smyth', 'given-name'));
const smith = entity('Ann Smith', 'person', form('Ann Smith'), form('Smith', 'short'));

test('merged names are one line, the main one first, with the other full forms and no short ones', () => {
  assert.deepEqual(aliasesOf(all(mergeOf([smith, smyth], [smyth, smith]))), [{names: ['Ann Smith', 'Ann Smyth', 'Anne Smyth']}]);
});

test('a form that a third name shares joins nothing', () => {
  const other = entity('Anne Smyth', 'person');
  assert.deepEqual(mergeOf([smith, smyth], [smyth, smith, other]).names, ['Ann Smith', 'Ann Smyth']);
});

test('merging over kinds takes the kind of the main name', () => {
  const town = entity('Smythe', 'place');
  assert.deepEqual(aliasesOf(all(mergeOf([smyth, town], [smyth, town])))[0].kind, 'person');
  assert.equal('kind' in aliasesOf(all(mergeOf([smyth, smith], [])))[0], false);
});

test('a form that is split off is kept from the full forms of what it was part of', () => {
  assert.deepEqual(aliasesOf(all(splitOf(smyth, 'Anne Smyth'))), [{names: ['Anne Smyth'], apart: ['Ann Smyth']}]);
  assert.deepEqual(aliasesOf(all(splitOf(smyth, 'Smyth'))), [{names: ['Smyth'], apart: ['Ann Smyth', 'Anne Smyth']}]);
  assert.deepEqual(aliasesOf(all(splitOf(smyth, 'Ann Smyth'))), [{names: ['Ann Smyth'], apart: ['Anne Smyth']}]);
});

test('where there is one full form only, splitting it off keeps it from the short ones', () => {
  assert.deepEqual(splitOf(smith, 'Ann Smith').apart, ['Smith']);
});

test('titles can not be split off, nor the only form', () => {
  assert.deepEqual(splittable(smyth), ['Ann Smyth', 'Smyth', 'Anne Smyth']);
  assert.deepEqual(splittable(entity('Ann', 'person', form('Ann'), form('governor', 'title'))), []);
});

test('the kind of a name is told with its full forms', () => {
  assert.deepEqual(aliasesOf(all(kindOf(smyth, 'organization', [smyth, smith]))), [{names: ['Ann Smyth', 'Anne Smyth'], kind: 'organization'}]);
});

test('merges that share a name are one line, under the main name of the newest', () => {
  assert.deepEqual(aliasesOf(all(merge('A', 'B'), merge('D', 'E'), merge('C', 'B'))), [{names: ['C', 'B', 'A']}, {names: ['D', 'E']}]);
  assert.deepEqual(aliasesOf(all(merge('A', 'B'), merge('C', 'D'), merge('B', 'D'))), [{names: ['B', 'D', 'A', 'C']}]);
});

test('merging what was kept apart takes the older word back, and the other way round', () => {
  assert.deepEqual(aliasesOf(all(split('B', 'A'), merge('A', 'B'))), [{names: ['A', 'B']}]);
  assert.deepEqual(aliasesOf(all(merge('A', 'B'), split('B', 'A'))), [{names: ['B'], apart: ['A']}]);
  assert.deepEqual(aliasesOf(all(merge('A', 'B', 'C'), split('B', 'A', 'C'))), [{names: ['A', 'C']}, {names: ['B'], apart: ['A', 'C']}]);
});

test('what is split off one name can be merged with another and stays apart', () => {
  assert.deepEqual(aliasesOf(all(split('B', 'A'), merge('C', 'B'))), [{names: ['C', 'B'], apart: ['A']}]);
});

test('the newest kind counts and replaces the older correction', () => {
  const list = all(kind('A', 'place'), kind('A', 'organization'));
  assert.equal(list.length, 1);
  assert.deepEqual(aliasesOf(list), [{names: ['A'], kind: 'organization'}]);
  assert.deepEqual(aliasesOf(all(merge('A', 'B'), kind('A', 'group'))), [{names: ['A', 'B'], kind: 'group'}]);
});

test('corrections have numbers of their own, also after one was removed', () => {
  const list = all(merge('A', 'B'), merge('C', 'D'));
  assert.deepEqual(add(list.slice(1), merge('E', 'F')).map(({id}) => id), [2, 3]);
});

test('corrections survive being written down', () => {
  const list = all(merge('A', 'B'), split('C', 'D'), kind('E', 'place'));
  assert.deepEqual(JSON.parse(JSON.stringify(list)), list);
});

test('a correction is told as followed, not followed yet, or without its names in the texts', () => {
  const apart = {entities: [entity('A', 'person'), entity('B', 'person')]};
  const joined = {entities: [entity('A', 'person', form('A'), form('B'))]};
  const only = {entities: [entity('A', 'person')]};
  assert.deepEqual([apart, joined, only].map((report) => standing(report, merge('A', 'B'))), ['open', 'done', 'absent']);
  assert.deepEqual([apart, joined, only].map((report) => standing(report, split('B', 'A'))), ['done', 'open', 'absent']);
  assert.deepEqual([only, {entities: []}].map((report) => standing(report, kind('A', 'place'))), ['open', 'absent']);
  assert.equal(standing(only, kind('A', 'person')), 'done');
});

/** What the names view shows: order and filter, forms by article, offices by status, what needs a look, who stands with whom. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {companionsOf, formRows, lookOf, namesOf, officesDiffer, officesOf, shownNames} from '../../www/js/entities.js';

const TEXTS = ['Governor Ann Smyth met Bo Li. Smyth thanked Norton.', 'Bo Li praised Anne Smyth. She left Norton.'];
const ALL = {kind: '', text: '', sort: 'spread'};

function mention(article, words, form = 'name', from = 0) {
  const start = TEXTS[article].indexOf(words, from);
  return {article, start, end: start + words.length, form, nested: false};
}

const office = (title, of, status, article, start = 0) => ({title, of, status, article, start, end: start + 1});

function made() {
  const entity = (id, kind, name, forms, mentions, offices = []) => ({id, kind, name, value: null, forms: forms.map(([text, note]) => ({text, note, count: 1, articles: []})), mentions, offices});
  return {
    articles: TEXTS.map((text) => ({text, sentences: [{start: 0, end: text.indexOf('.') + 1}, {start: text.indexOf('.') + 2, end: text.length}]})),
    entities: [
      entity(0, 'place', 'Norton', [['Norton', null]], [mention(0, 'Norton'), mention(1, 'Norton')]),
      entity(1, 'person', 'Ann Smyth', [['Ann Smyth', null], ['Smyth', 'short'], ['Anne Smyth', 'given-name']],
        [mention(0, 'Ann Smyth'), mention(0, 'Smyth', 'name', 20), mention(1, 'Anne Smyth'), mention(1, 'She', 'pronoun')]),
      entity(2, 'person', 'Bo Li', [['Bo Li', null]], [mention(0, 'Bo Li'), mention(1, 'Bo Li')]),
      entity(3, 'date', 'Monday', [['Monday', null]], [mention(0, 'met')]),
    ],
    findings: [],
  };
}

const shown = (filter) => shownNames(made(), {...ALL, ...filter}).map(([key]) => key);

test('dates are no names, and a second entity of one name has a key of its own', () => {
  const report = made();
  assert.deepEqual([...namesOf(report).keys()], ['Norton', 'Ann Smyth', 'Bo Li']);
  const twice = {...report, entities: [...report.entities, {...report.entities[0], id: 4, kind: 'organization'}]};
  assert.equal(namesOf(twice).size, 4);
  assert.deepEqual([...namesOf(null)], []);
});

test('names are ordered by articles and mentions, by name, by kind, or as they appear', () => {
  assert.deepEqual(shown({}), ['Ann Smyth', 'Norton', 'Bo Li']);
  assert.deepEqual(shown({sort: 'name'}), ['Ann Smyth', 'Bo Li', 'Norton']);
  assert.deepEqual(shown({sort: 'kind'}), ['Ann Smyth', 'Bo Li', 'Norton']);
  assert.deepEqual(shown({sort: 'first'}), ['Ann Smyth', 'Bo Li', 'Norton']);
});

test('names are narrowed by kind and by a part of any form, whatever the case and the marks on letters', () => {
  assert.deepEqual(shown({kind: 'place'}), ['Norton']);
  assert.deepEqual(shown({text: 'ANNE'}), ['Ann Smyth']);
  assert.deepEqual(shown({text: 'nórt'}), ['Norton']);
  assert.deepEqual(shown({text: 'x'}), []);
});

test('each form has its places; pronouns come last, and white space does not tell forms apart', () => {
  const report = made();
  report.entities[1].forms[0].text = 'Ann\u00a0Smyth';
  const rows = formRows(report, report.entities[1]);
  assert.deepEqual(rows.map(({text, places}) => [text, places.map(({article}) => article)]), [['Ann\u00a0Smyth', [0]], ['Smyth', [0]], ['Anne Smyth', [1]], [null, [1]]]);
});

test('offices are grouped by title and polity, one place an article and status', () => {
  const offices = [office('president', 'Norland', 'current', 0, 3), office('President', null, 'current', 0, 9), office('president', null, 'former', 1), office('envoy', null, 'current', 1)];
  assert.deepEqual(officesOf({offices}).map(({title, of, statuses}) => [title, of, statuses.map(({status, places}) => [status, places.length])]),
    [['president', 'Norland', [['current', 1], ['former', 1]]], ['envoy', null, [['current', 1]]]]);
});

test('an office held here and former there differs; then-holders and several offices do not', () => {
  const differ = (...offices) => officesDiffer({offices});
  assert.equal(differ(office('mayor', 'Norton', 'current', 0), office('mayor', 'Norton', 'former', 1)), true);
  assert.equal(differ(office('mayor', 'Norton', 'former', 0), office('mayor', 'Norton', 'then', 1)), false);
  assert.equal(differ(office('mayor', 'Norton', 'current', 0), office('minister', 'Norland', 'current', 1)), false);
});

test('two titles without a common word, in one polity and two articles, differ; fuller ones do not', () => {
  const differ = (...offices) => officesDiffer({offices});
  assert.equal(differ(office('minister', 'Norland', 'current', 0), office('chancellor', 'Norland', 'current', 1)), true);
  assert.equal(differ(office('envoy', 'Norland', 'current', 0), office('special envoy', 'Norland', 'current', 1)), false);
  assert.equal(differ(office('envoy', 'Norland', 'current', 0), office('minister', 'Norland', 'current', 1), office('minister', 'Norland', 'current', 0)), false);
});

test('given names and findings on names need a look; a spelling is only flagged', () => {
  const report = made();
  const [norton, smyth, li] = report.entities;
  assert.deepEqual(lookOf(report, smyth), {needs: true, flags: ['given-name'], findings: []});
  assert.equal(lookOf(report, norton).needs, false);
  li.forms.push({text: 'Bo Lee', note: 'spelling'});
  assert.deepEqual(lookOf(report, li), {needs: false, flags: ['spelling'], findings: []});
  const finding = {id: 7, kind: 'title-role', entities: [2]};
  assert.deepEqual(lookOf({...report, findings: [finding, {id: 8, kind: 'numeric', entities: [2]}]}, li), {needs: true, flags: ['office', 'spelling'], findings: [finding]});
});

test('who shares a sentence is counted once a sentence, with the place in it', () => {
  const report = made();
  const companions = companionsOf(report, report.entities[1], 5);
  assert.deepEqual(companions.map(({entity, places}) => [entity.name, places.map(({article, start}) => [article, start])]), [['Norton', [[0, 30], [1, 26]]], ['Bo Li', [[0, 9], [1, 14]]]]);
  assert.equal(companionsOf(report, report.entities[1], 1).length, 1);
});

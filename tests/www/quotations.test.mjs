/** What the quotations view shows: statements and the rest of quotations, the order of speakers, the choices and their counts, the way to a finding. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clustersOf, countsOf, linksOf, saidIn, speakersOf} from '../../www/js/quotations.js';
import {QUOTE_FILTER, quoteFilterOf} from '../../www/js/quoting.js';
import {initial, reduce} from '../../www/js/state.js';

const TEXTS = [
  '"We will not pay," said Ann Smyth. "The wall stands. It will hold," said Bo Li. "I saw it," a guard said.',
  '"We will pay," Smyth said. "The wall stands," said Li. Smyth said that it was late.',
];
const ALL = {text: '', show: 'all', article: null};

function place(article, words) {
  const start = TEXTS[article].indexOf(words);
  return {article, start, end: start + words.length};
}

function quotation(id, article, words, speaker, source = null, kind = 'direct') {
  const {start, end} = place(article, words);
  const at = source && place(article, source);
  const mark = kind === 'indirect' ? 0 : 1;
  return {id, article, start: start - mark, end: end + mark, content: {start, end}, kind, cue: null, source: at && {start: at.start, end: at.end}, speaker, via: null, source_class: speaker === null ? 'unnamed' : 'named', confidence: 90, cluster: null, status: null};
}

const version = (id, article, words, status, differences = []) => ({quotation: id, ...place(article, words), status, differences});

function made() {
  return {
    articles: TEXTS.map((text) => ({text})),
    entities: [{id: 0, name: 'Bo Li'}, {id: 1, name: 'Ann Smyth'}],
    quotations: [
      quotation(0, 0, 'We will not pay,', 1), quotation(1, 0, 'The wall stands. It will hold,', 0), quotation(2, 0, 'I saw it,', null, 'a guard'),
      quotation(3, 1, 'We will pay,', 1), quotation(4, 1, 'The wall stands,', 0), quotation(5, 1, 'it was late', 1, null, 'indirect'),
    ],
    clusters: [
      {id: 0, speaker: 1, reference: 0, independent: 2, reported: [], versions: [version(0, 0, 'We will not pay,', 'reference'), version(3, 1, 'We will pay,', 'altered', [{kind: 'denial'}])]},
      {id: 1, speaker: 0, reference: 1, independent: 2, reported: [], versions: [version(1, 0, 'The wall stands.', 'exact'), version(4, 1, 'The wall stands,', 'reference')]},
    ],
    findings: [{id: 7, kind: 'misquotation', quotations: [0, 3]}, {id: 8, kind: 'attribution-source', quotations: [2]}],
  };
}

const named = (groups) => groups.map(({speaker, statements, indirect}) => [speaker, statements.map(({key}) => key), indirect.map(({key}) => key)]);

test('what only one passage prints of a quotation is a statement of its own', () => {
  const report = made();
  const {statements, indirect} = saidIn(report);
  const words = (one) => report.articles[one.places[0].article].text.slice(one.places[0].start, one.places[0].end).trim();
  assert.deepEqual(statements.map((one) => [words(one), one.articles.length]), [['We will not pay,', 2], ['The wall stands.', 2], ['It will hold,', 1], ['I saw it,', 1]]);
  assert.deepEqual(indirect.map(words), ['it was late']);
});

test('speakers whose versions differ come first, the unknown last with the words that stand for them', () => {
  const groups = speakersOf(made(), ALL);
  assert.deepEqual(groups.map(({speaker}) => speaker), [1, 0, null]);
  assert.deepEqual(groups[2].statements[0].sources, ['a guard']);
  const other = {...made(), findings: []};
  other.clusters[0].versions[1].status = 'exact';
  other.clusters[0].versions[1].differences = [];
  other.clusters[1].versions[0].status = 'spliced';
  assert.deepEqual(speakersOf(other, ALL).map(({speaker}) => speaker), [0, 1, null]);
});

test('a part that leaves off a condition differs, one that only stops earlier does not', () => {
  const report = (kind) => {
    const one = {...made(), findings: []};
    Object.assign(one.clusters[0].versions[1], {status: 'fragment', differences: [{kind}]});
    return countsOf(one, ALL).differing;
  };
  assert.equal(report('condition'), 1);
  assert.equal(report('cut'), 0);
});

test('an utterance differs where a finding compares its versions, however they stand to the reference', () => {
  const differing = (kind) => {
    const report = made();
    report.findings.push({id: 9, kind, quotations: [1, 4]});
    return countsOf(report, ALL).differing;
  };
  assert.equal(differing('quote-splicing'), 2);
  assert.equal(differing('attribution-source'), 1);
});

test('each choice shows what it says and is counted', () => {
  const report = made();
  assert.deepEqual(countsOf(report, ALL), {all: 5, differing: 1, several: 2, single: 2, indirect: 1, unknown: 1});
  assert.deepEqual(named(speakersOf(report, {...ALL, show: 'differing'})), [[1, ['c0'], []]]);
  assert.deepEqual(named(speakersOf(report, {...ALL, show: 'several'})), [[1, ['c0'], []], [0, ['c1'], []]]);
  assert.deepEqual(named(speakersOf(report, {...ALL, show: 'indirect'})), [[1, [], ['q5']]]);
  assert.deepEqual(speakersOf(report, {...ALL, show: 'unknown'}).map(({speaker}) => speaker), [null]);
});

test('words of any version, speakers and the words for unknown ones are found, whatever the case', () => {
  const found = (text) => speakersOf(made(), {...ALL, text}).flatMap(({statements, indirect}) => [...statements, ...indirect]).map(({key}) => key);
  assert.deepEqual(found('WILL PAY'), ['c0']);
  assert.deepEqual(found('bo li').length, 2);
  assert.deepEqual(found('guard').length, 1);
  assert.deepEqual(found('zebra'), []);
});

test('an article narrows to what it prints; one that is gone narrows nothing', () => {
  const report = made();
  assert.deepEqual(speakersOf(report, {...ALL, article: 1}).map(({speaker, statements}) => [speaker, statements.length]), [[1, 1], [0, 1]]);
  const compared = [{id: 4}, {id: 9}];
  assert.equal(quoteFilterOf({quoteFilter: {...QUOTE_FILTER, article: '9'}, compared}).article, 1);
  assert.equal(quoteFilterOf({quoteFilter: {...QUOTE_FILTER, article: '5'}, compared}).article, null);
});

test('a report that is told elsewhere under its utterance is not listed again', () => {
  const report = made();
  report.clusters[0].reported = [5];
  assert.deepEqual(saidIn(report).indirect, []);
});

test('a quotation knows its utterances, a finding the one whose versions it compares', () => {
  const report = made();
  assert.deepEqual(clustersOf(report, 4).map(({id}) => id), [1]);
  assert.deepEqual(clustersOf(report, 2), []);
  const {findings, clusters} = linksOf(report);
  assert.equal(clusters.get(7).id, 0);
  assert.equal(clusters.has(8), false);
  const [guard] = speakersOf(report, {...ALL, show: 'unknown'})[0].statements;
  assert.deepEqual([findings.get('c0'), findings.get(guard.key)].map((list) => list.map(({id}) => id)), [[7], [8]]);
});

test('no report says nothing', () => {
  assert.deepEqual(saidIn(null), {statements: [], indirect: []});
});

test('opening an utterance shows the view with nothing left out', () => {
  const narrowed = reduce(initial(), {type: 'quotations-filtered', name: 'show', value: 'unknown'});
  assert.equal(narrowed.quoteFilter.show, 'unknown');
  const {tab, region, quoteFilter} = reduce(narrowed, {type: 'utterance-opened', cluster: 3});
  assert.deepEqual([tab, region, quoteFilter], ['quotations', 'panel', QUOTE_FILTER]);
});

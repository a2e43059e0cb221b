/** Versions of an utterance: which stand together, how many print the reference, and the words that are missing or put in at their place. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {groupsOf, piecesOf, supportOf} from '../../www/js/versions.js';

/** A report of one utterance: a text an article, the reference first; differences are `[kind, own words, reference words]`, in order. */
function made(...versions) {
  const [[reference]] = versions;
  const list = versions.map(([text, status, differences = []], article) => {
    let [own, model] = [0, 0];
    const range = (words, whole, from) => {
      const start = words === '' ? from : whole.indexOf(words, from);
      return {start, end: start + words.length};
    };
    return {
      quotation: article, article, start: 0, end: text.length, status,
      differences: differences.map(([kind, mine, theirs, at = own]) => {
        const ranges = {own: range(mine, text, at), reference: range(theirs, reference, model)};
        [own, model] = [ranges.own.end, ranges.reference.end];
        return {kind, ...ranges};
      }),
    };
  });
  return {articles: versions.map(([text]) => ({text})), clusters: [{id: 0, reference: 0, versions: list}]};
}

/** A version written out: `[-missing-]`, `{+put in+}`. */
function written(report, article = 1) {
  const [cluster] = report.clusters;
  return piecesOf(report, cluster, cluster.versions[article]).map(({side, text}) => ({same: text, gone: `[-${text}-]`, added: `{+${text}+}`})[side]).join('');
}

const REFERENCE = ['We will not pay 40 pounds, unless they ask.', 'reference'];

test('missing, added and changed words stand at their place, apart from the words beside them', () => {
  assert.equal(written(made(REFERENCE, ['We will pay 40 pounds, unless they ask.', 'altered', [['denial', '', 'not', 8]]])), 'We will [-not-] pay 40 pounds, unless they ask.');
  assert.equal(written(made(REFERENCE, ['We will not pay 14 pounds, unless they ask.', 'altered', [['figure', '14', '40']]])), 'We will not pay [-40-] {+14+} pounds, unless they ask.');
  assert.equal(written(made(REFERENCE, ['We will not pay about 40 pounds, unless they ask.', 'altered', [['wording', 'about', '']]])), 'We will not pay {+about+} 40 pounds, unless they ask.');
});

test('what is left off at the end follows the stop of the version', () => {
  assert.equal(written(made(REFERENCE, ['We will not pay 40 pounds.', 'fragment', [['condition', '', 'unless they ask', 25]]])), 'We will not pay 40 pounds. [-unless they ask-]');
  assert.equal(written(made(REFERENCE, ['unless they ask.', 'fragment', [['cut', '', 'We will not pay 40 pounds,']]])), '[-We will not pay 40 pounds,-] unless they ask.');
});

test('two differences without a word between them stay two', () => {
  const report = made(['a b c', 'reference'], ['c', 'truncated', [['degree', '', 'a'], ['cut', '', 'b']]]);
  assert.equal(written(report), '[-a-] [-b-] c');
});

test('each piece keeps the kind of its difference', () => {
  const report = made(REFERENCE, ['We will not pay 14 pounds, unless they ask.', 'altered', [['figure', '14', '40']]]);
  assert.deepEqual(piecesOf(report, report.clusters[0], report.clusters[0].versions[1]).filter(({kind}) => kind).map(({side, kind}) => [side, kind]), [['gone', 'figure'], ['added', 'figure']]);
});

test('the same words stand together, the reference first, then the weightiest', () => {
  const report = made(REFERENCE, ['We will not pay', 'fragment'], ['We will pay', 'altered'], ['We will not pay 40 pounds, unless they ask', 'exact'], ['we  will not pay.', 'fragment'], ['We will not pay £40, unless they ask', 'glyph-only']);
  assert.deepEqual(groupsOf(report, report.clusters[0]).map(({status, versions}) => [status, versions.map(({article}) => article)]), [['reference', [0, 3]], ['glyph-only', [5]], ['altered', [2]], ['fragment', [1, 4]]]);
});

test('an article that prints the same words twice stands once, and the reference stays first however late its article', () => {
  const report = made(REFERENCE, ['We will not pay', 'fragment'], ['We will not pay', 'fragment']);
  report.clusters[0].versions[2].article = 1;
  report.clusters[0].versions.reverse();
  report.clusters[0].reference = 2;
  assert.deepEqual(groupsOf(report, report.clusters[0]).map(({status, versions}) => [status, versions.length]), [['reference', 1], ['fragment', 1]]);
});

test('the page says that most print the reference only where most do', () => {
  const support = (...statuses) => supportOf(made(REFERENCE, ...statuses.map((status) => ['x', status])).clusters[0]);
  assert.equal(support('altered'), 'few');
  assert.equal(support('exact', 'altered'), 'most');
  assert.equal(support('altered', 'truncated'), 'part');
});

/** The note to the desk: who says what and where, what to check, the reader's note; what articles say stays text. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {deskNote, forDesk, placeOf} from '../../www/js/desk.js';
import {initial, reduce} from '../../www/js/state.js';

const TEXTS = ['Flood in Norton\nThe river rose.\nIt killed 12 people.', 'It killed *30* people [sic].\n# Not a heading'];
const run = (state, ...actions) => actions.reduce(reduce, state);

function opened() {
  const state = reduce(initial(), {type: 'examples-loaded', articles: [{text: TEXTS[0], outlet: 'Norton Echo', date: '2025-08-07'}, {text: TEXTS[1], title: 'Second'}]});
  const blocks = (text, roles) => text.split('\n').map((line, i) => ({start: text.indexOf(line), end: text.indexOf(line) + line.length, role: roles[i]}));
  const evidence = [{article: 0, start: 32, end: 52, focus: {start: 42, end: 44}}, {article: 1, start: 0, end: 28, focus: {start: 11, end: 13}}];
  const finding = (id, kind) => ({id, kind, severity: 'high', confidence: 90, scope: 'cross', topic: 0, summary: 'the counts differ', explanation: 'Both can not hold.', evidence, entities: [], quotations: [], trace: []});
  const report = {
    articles: [{text: TEXTS[0], title: null, outlet: null, date: null, blocks: blocks(TEXTS[0], ['headline', 'body', 'body']), sentences: []}, {text: TEXTS[1], title: null, outlet: null, date: null, blocks: blocks(TEXTS[1], ['body', 'body']), sentences: []}],
    entities: [], quotations: [], clusters: [], claims: [], findings: [finding(0, 'numeric'), finding(1, 'no-such-kind')], topics: [{id: 0, title: 'Flood', findings: [0, 1]}],
  };
  return reduce(state, {type: 'report-arrived', report, compared: state.articles.map(({id, text}) => ({id, text})), ms: 1});
}

test('a place is told by heading or paragraph', () => {
  const [article] = opened().report.articles;
  assert.equal(placeOf(article, 3), 'headline');
  assert.equal(placeOf(article, 20), 'paragraph 1');
  assert.equal(placeOf(article, 40), 'paragraph 2');
  assert.equal(placeOf(article, 15), null);
});

test('the text says who says what, where, what to check, and the reader’s note', () => {
  const state = run(opened(), {type: 'note-written', id: 0, text: 'Call the coroner.\nTwice.'}, {type: 'follow-up-switched', id: 0});
  const note = deskNote(state, [state.report.findings[0]], 'text');
  assert.match(note, /A · Norton Echo, 7 August 2025, paragraph 2:\n {2}“It killed 12 people\.”\n {2}Words that differ: “12”/);
  assert.match(note, /B · “Second”, no date found, paragraph 1:/);
  assert.match(note, /The counts differ\./);
  assert.match(note, /To check: The figure/);
  assert.match(note, /Note: Call the coroner\.\nTwice\./);
  assert.match(note, /Marked for follow-up/);
  assert.match(note, /does not know which one is right/);
});

test('in Markdown the differing words are bold and the words of articles never become markup', () => {
  const state = opened();
  const note = deskNote(state, state.report.findings, 'markdown');
  assert.match(note, /^# Where reports differ: 2 points to check/);
  assert.match(note, /## 1\\?\. /);
  assert.ok(note.includes('> It killed **12** people.'));
  assert.ok(note.includes('It killed \\***30**\\* people \\[sic\\]'));
});

test('a note about all takes what is accepted or to be followed up, and nothing that was dismissed', () => {
  const state = run(opened(), {type: 'finding-accepted', id: 0}, {type: 'follow-up-switched', id: 1});
  assert.deepEqual(forDesk(state).map(({id}) => id), [0, 1]);
  assert.deepEqual(forDesk(run(state, {type: 'finding-dismissed', id: 1, reason: 'same'})).map(({id}) => id), [0]);
});

/** Ways in, the pure parts: parts put back, Markdown, encodings, pages of PDF, and the actions on what comes in. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {putBack, takeOut} from '../../www/js/removed.js';
import {initial, reduce} from '../../www/js/state.js';
import {decoded} from '../../www/js/ways/encoding.js';
import {addressOf, day} from '../../www/js/ways/head.js';
import {markdown} from '../../www/js/ways/markdown.js';
import {articleOfPages} from '../../www/js/ways/pages.js';

const put = (state, ...texts) => reduce(state, {type: 'articles-put', articles: texts.map((text) => ({text}))});

test('a part goes back behind the words it followed, to the end where these are gone, and out again', () => {
  assert.equal(putBack('A.\n\nC.', {text: 'B.', after: 'A.'}), 'A.\n\nB.\n\nC.');
  assert.equal(putBack('C.', {text: 'B.', after: null}), 'B.\n\nC.');
  assert.equal(putBack('C.', {text: 'B.', after: 'gone'}), 'C.\n\nB.');
  assert.equal(takeOut('A.\n\nB.\n\nC.', {text: 'B.', after: 'A.'}), 'A.\n\nC.');
  assert.equal(takeOut('A.\n\nB changed.\n\nC.', {text: 'B.', after: 'A.'}), 'A.\n\nB changed.\n\nC.');
});

test('own articles take the place of untouched examples only, and the first fills an empty one', () => {
  const examples = reduce(initial(), {type: 'examples-loaded', articles: [{text: 'One.'}, {text: 'Two.'}]});
  assert.deepEqual(put(examples, 'Own.').articles.map(({text}) => text), ['Own.']);
  assert.deepEqual(reduce(put(examples, 'Own.'), {type: 'undone'}).articles.map(({text}) => text), ['One.', 'Two.', 'Own.']);
  const blank = reduce(examples, {type: 'article-added'});
  assert.deepEqual(put(blank, 'Own.', 'More.').articles.map(({text}) => text), ['One.', 'Two.', 'Own.', 'More.']);
});

test('of too many articles as many as fit are taken, and the others told of', () => {
  const full = put(initial(), ...Array.from({length: 22}, (_, i) => `Report ${i}.`));
  assert.equal(full.articles.length, 20);
  assert.deepEqual(full.refusals.map(({code}) => code), ['too-many', 'too-many']);
});

test('an article moves by one and never past the ends', () => {
  const state = put(initial(), 'A.', 'B.', 'C.');
  const moved = reduce(state, {type: 'article-moved', id: state.articles[0].id, by: 1});
  assert.deepEqual(moved.articles.map(({text, letter}) => [text, letter]), [['B.', 0], ['A.', 1], ['C.', 2]]);
  assert.equal(reduce(state, {type: 'article-moved', id: state.articles[0].id, by: -1}), state);
});

test('Markdown loses its marks and keeps its words', () => {
  assert.equal(markdown('a  \nb\nc').text, 'a\nb c');
  assert.equal(markdown('1. x\n2. y\n\n**b _c_ d** `x*y` 2 * 3 * 4').text, '1. x\n2. y\n\nb c d x*y 2 * 3 * 4');
  assert.equal(markdown('<script>alert(1)</script>').text, '<script>alert(1)</script>');
});

test('bytes are a text in a known encoding, or it is said why not', () => {
  assert.equal(decoded(Uint8Array.of(0xff, 0xfe, 65, 0)).text, 'A');
  assert.deepEqual(decoded(Uint8Array.of(0x47, 0xe8)), {text: 'Gè', remark: 'windows-1252'});
  assert.deepEqual(decoded(Uint8Array.of(1, 0, 2, 3)), {problem: 'binary'});
  assert.deepEqual(decoded(Uint8Array.of(0x47, 0x81)), {problem: 'encoding'});
});

test('days exist and addresses are of the web', () => {
  assert.deepEqual(['2025-03-09T23:30:00-05:00', '20250309', '2025-02-30', 'soon'].map(day), ['2025-03-09', '2025-03-09', null, null]);
  assert.deepEqual(['https://a.example/x', 'javascript:1', 'data:text/html,x', '/x'].map(addressOf), ['https://a.example/x', null, null, null]);
});

test('lines of a page become paragraphs; a divided word is mended as the text writes it elsewhere', () => {
  const line = (text, y, x = 20) => ({text, x, y, width: 200, size: 10});
  const page = (...pieces) => ({width: 240, height: 400, pieces});
  const {text, removed} = articleOfPages([
    page(line('The Echo 1', 390), line('The gover-', 300), line('nor spoke of a well-', 288), line('known bridge.', 276), line('The well-known bridge is', 250)),
    page(line('The Echo 2', 390), line('closed.', 300)),
  ]);
  assert.equal(text, 'The governor spoke of a well-known bridge.\n\nThe well-known bridge is closed.');
  assert.deepEqual(removed.map((part) => part.text), ['The Echo 1\nThe Echo 2']);
});

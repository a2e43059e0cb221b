/** Text fragments: exact by the specification, found again by a reader of them, and only for addresses of the web. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {directiveOf, sourceLink, webAddress} from '../../www/js/fragments.js';

const TEXT = 'Fire in Norton\n\nA fire killed 12 people on Monday, the mayor said. “We had no-one left,” she said.\n\nOn Monday, the mayor said nothing. Rain & wind, 5-6 hours, went on.';
const of = (words, text = TEXT, from = 0) => {
  const start = text.indexOf(words, from);
  return [text, start, start + words.length];
};

/** Reads a directive as a browser does: the words at the bounds of words, without regard to case and to how white space is written. */
function found(text, directive) {
  const parts = directive.replace(/^text=/, '').split(',').map((part) => part);
  const prefix = parts[0].endsWith('-') ? decodeURIComponent(parts.shift().slice(0, -1)) : '';
  const suffix = parts.at(-1).startsWith('-') ? decodeURIComponent(parts.pop().slice(1)) : '';
  const [start, end] = parts.map(decodeURIComponent);
  const flat = text.replace(/\s+/g, ' ').toLowerCase();
  const low = (words) => words.toLowerCase();
  for (let at = flat.indexOf(low(start)); at >= 0; at = flat.indexOf(low(start), at + 1)) {
    if (prefix && !flat.slice(0, at).trimEnd().endsWith(low(prefix))) continue;
    for (let to = end === undefined ? at + start.length : flat.indexOf(low(end), at + start.length) + (end?.length ?? 0); to > 0; to = end === undefined ? -1 : flat.indexOf(low(end), to) + end.length) {
      if (!suffix || flat.slice(to).trimStart().startsWith(low(suffix))) return [at, to];
      if (end !== undefined && flat.indexOf(low(end), to) < 0) break;
    }
  }
  return null;
}

const flatAt = (text, at) => text.slice(0, at).replace(/\s+/g, ' ').length;

test('words that stand once need no more than themselves', () => {
  assert.equal(directiveOf(...of('killed 12 people')), 'text=killed%2012%20people');
});

test('what has a meaning in a directive is encoded: dash, comma, ampersand, and everything that is no letter', () => {
  assert.equal(directiveOf(...of('Rain & wind, 5-6 hours')), 'text=Rain%20%26%20wind%2C%205%2D6%20hours%2C');
  assert.equal(directiveOf(...of('“We had no-one left,”')), 'text=%E2%80%9CWe%20had%20no%2Done%20left%2C%E2%80%9D');
});

test('words that stand more than once are told by those around them', () => {
  const directive = directiveOf(...of('On Monday, the mayor said'));
  assert.equal(directive, 'text=no%2Done%20left%2C%E2%80%9D%20she%20said.-,On%20Monday%2C%20the%20mayor%20said,-nothing.%20Rain%20%26%20wind%2C');
  const [text, start] = of('On Monday, the mayor said');
  assert.equal(found(text, directive)[0], flatAt(text, start));
});

test('a passage that is long, or goes over paragraphs, is told by its ends', () => {
  const [text, start, end] = of(TEXT.slice(TEXT.indexOf('she said.'), TEXT.indexOf('Rain')));
  const directive = directiveOf(text, start, end);
  assert.match(directive, /^text=she%20said\.,Monday%2C%20the%20mayor%20said%20nothing\.$/);
  const long = `Head\n\n${Array.from({length: 80}, (_, i) => `word${i}`).join(' ')}.`;
  assert.equal(directiveOf(long, 6, long.length), 'text=word0%20word1%20word2%20word3%20word4,word75%20word76%20word77%20word78%20word79.');
});

test('every passage is found again where it stands', () => {
  for (let start = 0; start < TEXT.length; start += 3) {
    for (const length of [4, 17, 60, 140]) {
      const directive = directiveOf(TEXT, start, start + length);
      if (!directive) continue;
      const [from, to] = found(TEXT, directive) ?? [];
      const wanted = TEXT.slice(start, start + length);
      const lead = start + wanted.length - wanted.trimStart().length;
      assert.ok(from !== undefined && from <= flatAt(TEXT, lead) && to >= flatAt(TEXT, start + wanted.trimEnd().length), `${wanted} → ${directive}`);
    }
  }
});

test('halves of pairs are left out and never break the link', () => {
  assert.equal(directiveOf('a \ud800 b', 0, 5), 'text=a%20b');
});

test('only addresses of the web become links', () => {
  const link = (address) => sourceLink(address, ...of('killed 12 people'));
  assert.equal(link('https://example.org/a?b=1'), 'https://example.org/a?b=1#:~:text=killed%2012%20people');
  assert.equal(link('https://example.org/a#part'), 'https://example.org/a#part:~:text=killed%2012%20people');
  assert.equal(link('https://example.org/a#:~:text=old'), 'https://example.org/a#:~:text=killed%2012%20people');
  for (const bad of [null, undefined, '', 'example.org', 'javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'https://', 'http:\\\\x y']) assert.equal(link(bad), null, String(bad));
  assert.equal(webAddress('https://example.org/\u202egnp').href, 'https://example.org/%E2%80%AEgnp');
});

test('a passage without a word leads to the page', () => {
  assert.equal(sourceLink('https://example.org/', 'a … b', 2, 3), 'https://example.org/');
});

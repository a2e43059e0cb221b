/** The words: every word the page shows is in the table of messages, none stands in a view; each key that works is told in the help. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {transformSync} from 'esbuild';
import {KEYS} from '../../www/js/keys.js';
import {M} from '../../www/js/messages.js';

const views = fileURLToPath(new URL('../../www/js/views', import.meta.url));

/** The strings of a source, and what stands before each; comments are gone, and the code is in one style whoever wrote it. */
function strings(source) {
  const {code} = transformSync(source, {minifySyntax: false, minifyWhitespace: true, legalComments: 'none'});
  return [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .map((found) => ({text: (found[1] ?? found[2] ?? found[3]).replaceAll(/\$\{[^}]*\}/g, ''), before: code.slice(Math.max(0, found.index - 40), found.index)}));
}

/** Names of keys, events, properties and selectors are not shown; a class may be two words, a path of a drawing is no word. */
const TECHNICAL = /(?:class:|role:|type:|d:|viewBox:|transform:|key===|\.key===?|querySelector(?:All)?\(|closest\(|matches(?:\?\.)?\(|matchMedia\(|find\(|font=|addEventListener\(|\.get\(|has\(|includes\(|dispatch\(|getContext\(|toBlob\([^)]*,)$/;
const KEY_NAMES = /^(?:Arrow(?:Left|Right|Up|Down)|Enter|Escape|Home|End|Page(?:Up|Down)|Tab|Space|Delete|Backspace|Shift|Control)$/;

/** A capital letter that begins a word, or two words in a row, is something that somebody would read. */
const reads = (text) => /(?:^|[^\w-])[A-Z][a-z]{2,}/.test(text) || /(?:^|\s)[a-z]{2,} [a-z]{2,}(?:\s|$)/.test(text);

test('no view holds words of its own', () => {
  const found = readdirSync(views).flatMap((file) => strings(readFileSync(join(views, file), 'utf8'))
    .filter(({text, before}) => reads(text) && !KEY_NAMES.test(text) && !TECHNICAL.test(before) && !/[#.[>]/.test(text) && !text.includes('(prefers-'))
    .map(({text}) => `${file}: ${text}`));
  assert.deepEqual(found, []);
});

test('the search for words finds them where they stand', () => {
  const shown = (code) => strings(code).filter(({text, before}) => reads(text) && !TECHNICAL.test(before)).length;
  assert.deepEqual(['h("p",null,"Nothing here")', 'h("p",{title:"no such thing"})', '`${n} more names`', 'h("p",{class:"one two"})', 'key==="Enter"', '"a"'].map((code) => shown(`x(${code})`)), [1, 1, 1, 0, 0, 0]);
});

test('a message is a string, a list, a table, or a function that gives one', () => {
  const odd = [];
  const walk = (value, path) => {
    if (typeof value === 'string' || typeof value === 'function') return;
    if (value && typeof value === 'object') Object.entries(value).forEach(([name, entry]) => walk(entry, `${path}.${name}`));
    else odd.push(path);
  };
  walk(M, 'M');
  assert.deepEqual(odd, []);
});

test('the help tells every key that works, and no other', () => {
  const told = M.keys.flatMap(([keys]) => keys.split(/ +/));
  assert.deepEqual(Object.keys(KEYS).filter((key) => !told.includes(key)), []);
  assert.deepEqual(told.filter((key) => !Object.hasOwn(KEYS, key) && !/^(?:[←→↑↓]|Enter|Esc)$/.test(key)), []);
  assert.equal(new Set(told).size, told.length);
});

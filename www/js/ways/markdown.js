/**
 * Markdown to text. In: a text with the marks of Markdown; out: the text a reader sees, with the title and date of its front matter. Marks are taken
 * away and nothing is made of them, so what looks like markup stays text. Example: `markdown('# Fire\n\n**Two** died.').text === 'Fire\n\nTwo died.'`.
 * Limits: tables keep their bars; a link keeps its words and loses its address.
 */

import {addressOf, day, line} from './head.js';

const FRONT = /^\ufeff?---\r?\n([\s\S]{0,4000}?)\r?\n(?:---|\.\.\.)(?:\r?\n|$)/;
/** Marks that a stroke before them makes plain, held by characters that no text has while the others are taken away. */
const ESCAPED = '\\`*_{}[]()#+-.!~>|<"';
const ESCAPE = /\\([\\`*_{}[\]()#+\-.!~>|<"])/g;
const HELD = 0xfdd0;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

export function markdown(source) {
  const front = FRONT.exec(source);
  const fields = new Map((front?.[1] ?? '').split(/\r?\n/).map((row) => /^(\w+):\s*(.*?)\s*$/.exec(row)).filter(Boolean).map(([, key, value]) => [key.toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2')]));
  const field = (...names) => names.map((name) => fields.get(name)).find(Boolean) ?? '';
  return {
    text: textOf(front ? source.slice(front[0].length) : source), title: line(field('title')), outlet: line(field('outlet', 'publication', 'source', 'site')),
    date: day(field('date', 'published')), address: addressOf(field('url', 'link', 'address')),
  };
}

function textOf(source) {
  const rows = source.replace(/\r\n?/g, '\n').split('\n');
  const paragraphs = [];
  let open = null;
  let fenced = false;
  const close = () => (open = null);
  const begin = (words, joins = true, tight = false) => {
    const row = {words, tight};
    paragraphs.push(row);
    open = joins ? row : null;
  };
  for (const row of rows) {
    if (FENCE.test(row)) {
      fenced = !fenced;
      close();
    } else if (fenced) {
      if (open) open.words += `\n${row}`;
      else begin(row);
    } else {
      placeRow(row, {open: () => open, begin, close});
    }
  }
  return paragraphs.reduce((text, {words, tight}, i) => text + (i === 0 ? '' : tight && paragraphs[i - 1].tight ? '\n' : '\n\n') + words, '').trim();
}

function placeRow(raw, {open, begin, close}) {
  const row = raw.replace(/^(?: {0,3}> ?)+/, '');
  const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/.exec(row);
  const item = /^\s*(?:([-*+])|(\d{1,9})[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/.exec(row);
  const isRule = /^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$/.test(row);
  if (row.trim() === '' || isRule || /^ {0,3}\[[^\]]+\]:\s*\S/.test(row)) return close();
  if (heading) return begin(inline(heading[1]), false);
  if (item) return begin(`${item[1] ? '•' : `${item[2]}.`} ${inline(item[3])}`, true, true);
  if (!open()) begin('');
  const paragraph = open();
  paragraph.words += (paragraph.words === '' ? '' : paragraph.hard ? '\n' : ' ') + inline(row.trim());
  // Two blanks or a stroke at the end of a line keep its end.
  paragraph.hard = /(?: {2}|\\)$/.test(raw);
  return undefined;
}

/** The marks inside a line: pictures, links, emphasis, code, escapes. */
function inline(words) {
  return words.replace(/\\$/, '').replace(ESCAPE, (_, mark) => String.fromCharCode(HELD + ESCAPED.indexOf(mark)))
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '').replace(/\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+["'][^"']*["'])?\)/g, '$1').replace(/\[([^\]]+)\]\[[^\]]*\]/g, '$1')
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1').replace(/(`+)([^`]+)\1/g, '$2')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2').replace(/(^|[^\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, '$1$2').replace(/(^|[^\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])/g, '$1$2').replace(/~~(.+?)~~/g, '$1')
    .replace(/[\ufdd0-\ufde4]/g, (held) => ESCAPED[held.charCodeAt(0) - HELD] ?? '').replace(/ +/g, ' ').trim();
}

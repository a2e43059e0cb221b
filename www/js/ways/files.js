/**
 * Files to articles. In: a file that was dropped or chosen; out: its articles, remarks on them, and why it could not be taken. A file is told by its
 * ending, refused by its size before it is read, and never stops the others. Example: `await readFile(file)` is `{articles: [{text, …}], refusals: []}`.
 * Limits: .txt .md .html .docx .pdf .json; PDF in the hosted form only.
 */

import {FILE_BYTES} from '../limits.js';
import {docx} from './docx.js';
import {decoded, namedEncoding} from './encoding.js';
import {line} from './head.js';
import {markdown} from './markdown.js';
import {articlesOf} from './markup.js';
import {pdf} from './pdf.js';
import {Refusal} from './refusal.js';
import {fromJson} from './report.js';

const KINDS = {txt: 'text', text: 'text', md: 'text', markdown: 'text', html: 'html', htm: 'html', xhtml: 'html', docx: 'docx', pdf: 'pdf', json: 'json'};
const TYPES = {'text/plain': 'txt', 'text/markdown': 'md', 'text/html': 'html', 'application/pdf': 'pdf', 'application/json': 'json', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx'};
/** What a dialog for choosing files offers. */
export const ACCEPTED = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,.json';

/**
 * @param {File} file
 * @returns {Promise<{articles: object[], refusals: object[], session?: string}>}
 */
export async function readFile(file) {
  const name = line(file.name) ?? '';
  try {
    return {refusals: [], ...named(await contentOf(file), name)};
  } catch (error) {
    const {code, figures} = error instanceof Refusal ? error : {code: 'unreadable', figures: {}};
    return {articles: [], refusals: [{name, code, ...figures}]};
  }
}

function named({articles, remark = null, session}, name) {
  const refusals = remark ? [{name, code: remark, taken: true}] : [];
  return {articles: articles.map((article) => ({...article, name})), refusals, session};
}

async function contentOf(file) {
  const ending = endingOf(file);
  const kind = KINDS[ending];
  if (!kind) throw new Refusal('kind');
  if (file.size > FILE_BYTES[kind]) throw new Refusal('too-large', {bytes: file.size, limit: FILE_BYTES[kind]});
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new Refusal('empty');
  return READERS[kind](bytes, ending);
}

function endingOf(file) {
  const ending = /\.([a-z]+)$/i.exec(file.name)?.[1].toLowerCase();
  return KINDS[ending] ? ending : TYPES[file.type.split(';')[0]];
}

const READERS = {
  text(bytes, ending) {
    const {text, remark} = textOf(bytes);
    return {articles: [whole(ending.startsWith('m') ? markdown(text) : {text})], remark};
  },
  html(bytes) {
    const {text, remark} = textOf(bytes, namedEncoding(bytes));
    const articles = articlesOf(text);
    if (!articles.length) throw new Refusal('empty');
    return {articles, remark};
  },
  docx: async (bytes) => {
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refusal('damaged');
    return {articles: [whole(await docx(bytes))]};
  },
  pdf: async (bytes) => ({articles: [whole(await pdf(bytes))]}),
  json(bytes) {
    const {articles = [], session} = fromJson(textOf(bytes).text);
    return {articles, session};
  },
};

function textOf(bytes, encoding = null) {
  const {text, remark, problem} = decoded(bytes, encoding);
  if (problem) throw new Refusal(problem);
  return {text, remark};
}

function whole(article) {
  if (article.text.trim() === '') throw new Refusal('empty');
  return article;
}

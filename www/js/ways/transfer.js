/**
 * What a paste or a drop brings. In: a data transfer; out: the action it stands for, or null where the field it was put into may take it as it is. Marked-up
 * text is reduced to its articles; files go to be read. Example: `actionOf(event.clipboardData, {into: 3})`. Limits: markup above 20 MB is taken as plain text.
 */

import {FILE_BYTES, split} from '../limits.js';
import {articlesOf} from './markup.js';

/**
 * @param {DataTransfer} data
 * @param {{into?: number|null}} [where] the empty article it is put into
 */
export function actionOf(data, {into = null} = {}) {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  const articles = html.trim() !== '' && html.length <= FILE_BYTES.html ? articlesOf(html) : [];
  if (articles.length) return {type: 'articles-put', into, articles, whole: true};
  const pieces = split(text);
  if (pieces.length > 1 && into !== null) return {type: 'article-pasted', id: into, text};
  if (pieces.length && into === null) return {type: 'articles-put', into, articles: pieces.map((piece) => ({text: piece})), whole: true};
  if (pieces.length) return null;
  if (data.files.length) return {type: 'files-given', files: [...data.files]};
  return {type: 'input-refused', refusals: [{name: null, code: 'clipboard'}]};
}

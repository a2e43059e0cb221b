/**
 * Files that are read one after another. In: files and `send`; out: actions: how many are still to be read, then all articles at once in the order of the
 * files, with what could not be taken. Example: `takeFiles(files, send)`. Limits: a saved session is opened only when it comes alone.
 */

import {ARTICLES} from './limits.js';
import {readFile} from './ways/files.js';

/**
 * @param {File[]} files
 * @param {(action: object) => void} send
 * @param {(text: string) => object} session the action that opens a saved session
 */
export async function takeFiles(files, send, session) {
  const articles = [];
  const refusals = [];
  for (const [at, file] of files.entries()) {
    send({type: 'reading-changed', count: files.length - at});
    if (articles.length >= ARTICLES) {
      refusals.push({name: file.name, code: 'too-many'});
      continue;
    }
    const read = await readFile(file);
    articles.push(...read.articles);
    refusals.push(...read.refusals);
    if (read.session && files.length === 1) {
      send({type: 'reading-changed', count: 0});
      return send(session(read.session));
    }
    if (read.session) refusals.push({name: file.name, code: 'session-alone'});
  }
  send({type: 'reading-changed', count: 0});
  return send(articles.length ? {type: 'articles-put', articles, refusals} : {type: 'input-refused', refusals});
}

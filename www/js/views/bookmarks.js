/**
 * The bookmark that hands over the page being read. In: a word that tells its fields from the same ones elsewhere; out: a link to be dragged to the bookmarks, the
 * same as text to be copied, and what it does. Example: `bookmarks('help')`. Limits: pressed here, it says what to do instead.
 */

import {isHosted} from '../assets.js';
import {h} from '../dom.js';
import {M} from '../messages.js';
import {bookmarklet} from '../ways/bookmarklet.js';
import {action} from './parts.js';

export function bookmarks(word) {
  const hosted = isHosted();
  const code = bookmarklet(hosted ? new URL('.', document.baseURI).href : null);
  const said = h('p', {class: 'hint', id: `${word}-bookmark-said`}, hosted ? M.ways.bookmark.hosted : M.ways.bookmark.single);
  const field = h('input', {type: 'text', class: 'bookmark__code', readonly: true, value: code, 'aria-label': M.ways.bookmark.code, onfocus: () => field.select()});
  return h('div', {class: 'bookmark'},
    said,
    h('a', {class: 'quiet bookmark__link', href: code, draggable: 'true', 'aria-describedby': said.id, onclick: (event) => {
      event.preventDefault();
      said.textContent = M.ways.bookmark.drag;
    }}, M.ways.bookmark.name),
    h('div', {class: 'bookmark__copy'}, field, action('done', M.ways.bookmark.copy, () => {
      field.select();
      // Works from disk too, where a page may not ask for the clipboard.
      if (document.execCommand('copy')) said.textContent = M.ways.bookmark.codeCopied;
    })));
}

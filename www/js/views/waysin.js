/**
 * The other ways in, beside an empty field. In: the root and `send`; out: the button for files and, folded, the bookmark for the page that is being read.
 * Example: `waysIn(root, send)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {bookmarks} from './bookmarks.js';
import {chooser} from './choosing.js';

export function waysIn(root, send) {
  fill(root,
    h('div', {class: 'ways-in__files'}, chooser(send), h('span', {class: 'hint'}, M.ways.filesHint)),
    h('details', {class: 'fold'}, h('summary', null, M.ways.bookmark.title), bookmarks('edit')));
}

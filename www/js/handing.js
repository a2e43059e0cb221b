/**
 * Handing things over to the browser: a text as a file, a text on the clipboard. In: texts; out: the browser's own dialogs. Nothing is sent.
 * Example: `save('text', 'crosscheck.csv', 'text/csv')`. Limits: a browser that lets nothing be copied is an error with a plain reason.
 */

import {h} from './dom.js';
import {M} from './messages.js';

/** Time after which a file's address is given up, in milliseconds; the browser has read it long before. */
const GONE = 60_000;

export function save(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], {type: `${type};charset=utf-8`}));
  h('a', {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), GONE);
}

/** Without a clipboard of its own (an old browser, a page that is not secure) the text is selected in a field and copied from there. */
export async function copy(text) {
  if (navigator.clipboard?.writeText && (await navigator.clipboard.writeText(text).then(() => true, () => false))) return;
  const held = document.activeElement;
  const field = h('textarea', {class: 'unseen', 'aria-hidden': 'true', tabindex: '-1'});
  field.value = text;
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  held?.focus();
  if (!done) throw new Error(M.taking.noClipboard);
}

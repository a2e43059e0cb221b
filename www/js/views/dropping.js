/**
 * Files and text that are dropped anywhere on the page, or pasted where no text is typed. In: the root of the sign and `send`; out: a sign over the page
 * while something is dragged over it, and the action of what was dropped. Nothing that is dropped ever opens in place of the page.
 * Example: `dropping(root, send)`. Limits: what is dragged inside the page itself is left alone.
 */

import {fill, h, icon, takesText} from '../dom.js';
import {M} from '../messages.js';
import {actionOf} from '../ways/transfer.js';

export function dropping(root, send) {
  let inside = false;
  fill(root, h('div', {class: 'drop__sheet'}, icon('files'), h('p', {class: 'drop__title'}, M.ways.dropHere), h('p', {class: 'hint'}, M.ways.dropHint)));
  const show = (on) => (root.hidden = !on);
  const isOurs = (event) => !inside && (event.dataTransfer.types.includes('Files') || (event.dataTransfer.types.includes('text/plain') && !takesText(event.target)));
  addEventListener('dragstart', () => (inside = true));
  addEventListener('dragend', () => (inside = false));
  addEventListener('dragover', (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    show(true);
  });
  // Going over the edge of the page has no element to go to.
  addEventListener('dragleave', (event) => event.relatedTarget === null && show(false));
  addEventListener('drop', (event) => {
    show(false);
    if (!isOurs(event)) return;
    event.preventDefault();
    // The list of files ends with the event.
    const files = [...event.dataTransfer.files];
    send(files.length ? {type: 'files-given', files} : actionOf(event.dataTransfer));
  });
  addEventListener('paste', (event) => {
    if (event.defaultPrevented || takesText(event.target) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    send(actionOf(event.clipboardData));
  });
}

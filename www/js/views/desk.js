/**
 * The note to the desk on the screen. In: findings, the state and `send`; out: a fold with the note as it will be, and the ways to take it away: by
 * the clipboard or as a file. The note is written when it is opened or taken, so that it always has the latest. Example: `desk(M.desk.heading, () => [finding], () => state, send)`.
 */

import {deskNote} from '../desk.js';
import {fill, h} from '../dom.js';
import {copy as toClipboard, save} from '../handing.js';
import {M} from '../messages.js';

export function desk(title, findings, getState, send) {
  const preview = h('pre', {class: 'desk__note', dir: 'auto', tabindex: '0', role: 'group', 'aria-label': M.desk.heading});
  const said = h('p', {class: 'hint desk__said'});
  const note = (format) => deskNote(getState(), findings(), format);
  const copy = async (format) => {
    const done = await toClipboard(note(format)).then(() => true, () => false);
    said.textContent = done ? M.desk.copied : M.desk.notCopied;
    if (done) send({type: 'told', text: M.desk.copied});
  };
  const button = (label, onclick) => h('button', {type: 'button', class: 'quiet', onclick}, label);
  const details = h('details', {class: 'fold desk'}, h('summary', null, title),
    h('div', {class: 'desk__ways'},
      button(M.desk.copyText, () => copy('text')), button(M.desk.copyMarkdown, () => copy('markdown')),
      button(M.desk.saveText, () => save(note('text'), `${M.desk.file}.txt`, 'text/plain')), button(M.desk.saveMarkdown, () => save(note('markdown'), `${M.desk.file}.md`, 'text/markdown'))),
    said, preview);
  const write = () => details.open && fill(preview, note('text'));
  details.addEventListener('toggle', write);
  return {element: details, update: write};
}

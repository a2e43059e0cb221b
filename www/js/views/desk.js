/**
 * The note to the desk on the screen. In: findings, the state and `send`; out: a fold with the note as it will be, and the ways to take it away: by
 * the clipboard or as a file. The note is written when it is opened or taken, so that it always has the latest. Example: `desk(M.desk.heading, () => [finding], () => state, send)`.
 */

import {deskNote} from '../desk.js';
import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {keep} from './save.js';

export function desk(title, findings, getState, send) {
  const preview = h('pre', {class: 'desk__note', dir: 'auto', tabindex: '0', role: 'region', 'aria-label': M.desk.heading});
  const said = h('p', {class: 'hint desk__said'});
  const note = (format) => deskNote(getState(), findings(), format);
  const copy = async (format) => {
    const done = await copied(note(format));
    said.textContent = done ? M.desk.copied : M.desk.notCopied;
    if (done) send({type: 'told', text: M.desk.copied});
  };
  const button = (label, onclick) => h('button', {type: 'button', class: 'quiet', onclick}, label);
  const details = h('details', {class: 'fold desk'}, h('summary', null, title),
    h('div', {class: 'desk__ways'},
      button(M.desk.copyText, () => copy('text')), button(M.desk.copyMarkdown, () => copy('markdown')),
      button(M.desk.saveText, () => keep(note('text'), 'text', M.desk.file)), button(M.desk.saveMarkdown, () => keep(note('markdown'), 'markdown', M.desk.file))),
    said, preview);
  const write = () => details.open && fill(preview, note('text'));
  details.addEventListener('toggle', write);
  return {element: details, update: write};
}

/** Copies by the clipboard of the browser, or the old way where that is forbidden.
 * @returns {Promise<boolean>} whether it could be done */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', {class: 'unseen', 'aria-hidden': 'true', tabindex: '-1'});
    const before = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    before?.focus({preventScroll: true});
    return done;
  }
}

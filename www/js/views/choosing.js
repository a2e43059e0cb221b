/**
 * The button that chooses files. In: `send` and what the button is called; out: the button with its dialog. Whatever can be dropped can be chosen here, by
 * keyboard too. Example: `chooser(send)`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {ACCEPTED} from '../ways/files.js';
import {action} from './parts.js';

export function chooser(send, more = {}) {
  const input = h('input', {type: 'file', multiple: true, accept: ACCEPTED, hidden: true, 'aria-label': M.ways.files, onchange: () => {
    const files = [...input.files];
    // The same file may be chosen again.
    input.value = '';
    if (files.length) send({type: 'files-given', files});
  }});
  return [action('files', M.ways.files, () => input.click(), more), input];
}

/**
 * Taking the report away. In: the state and `send`; out: one button a form that the core can write, folded away. The
 * file is made from memory; nothing is sent. Example: `save(state, send)`; `keep('text', 'csv')` hands over a file.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {fold} from './finding.js';

const TYPES = {
  json: ['json', 'application/json'], markdown: ['md', 'text/markdown'], csv: ['csv', 'text/csv'], html: ['html', 'text/html'], text: ['txt', 'text/plain'],
};

export function save(state, send) {
  if (!state.exports) return null;
  return fold(M.save, h('div', {class: 'save'}, Object.keys(TYPES).map((format) =>
    h('button', {type: 'button', class: 'quiet', onclick: () => send({type: 'save-asked', format})}, M.formats[format]))));
}

/** Hands a text to the browser's own way of saving files. */
export function keep(text, format, name = 'crosscheck') {
  const [ending, type] = TYPES[format];
  const address = URL.createObjectURL(new Blob([text], {type: `${type};charset=utf-8`}));
  const link = h('a', {href: address, download: `${name}.${ending}`});
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

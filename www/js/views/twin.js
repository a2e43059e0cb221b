/**
 * What drawings with a table twin share. In: a drawing and a table; out: the switch between them, and the buttons that save the drawing. The table that is not
 * shown stays for assistive technology, out of sight and out of the way of the tab key. Example: `twin(drawing, table, 'drawing')`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {savePicture} from './picture.js';
import {finishLists} from './slices.js';

const FORMS = ['drawing', 'table'];

export function forms(words, choose) {
  const buttons = FORMS.map((form) => h('button', {type: 'button', class: 'switch', onclick: () => choose(form)}, words.forms[form]));
  return {
    root: h('div', {class: 'switches', role: 'group', 'aria-label': words.form}, buttons),
    update: (now) => FORMS.forEach((form, i) => buttons[i].setAttribute('aria-pressed', String(form === now))),
  };
}

export function twin(drawing, table, form) {
  const shown = form === 'table';
  drawing.hidden = shown;
  table.classList.toggle('unseen', !shown);
  for (const control of table.querySelectorAll('button')) control.tabIndex = shown ? 0 : -1;
}

/** Saves what is drawn, whichever of the two is shown. */
export function pictures(find, title, send) {
  const save = (format) => {
    finishLists();
    return savePicture(find(), title, format).catch(() => send({type: 'check-failed', kind: 'save', reason: M.picture.failed}));
  };
  return h('div', {class: 'pictures'}, ['svg', 'png'].map((format) => h('button', {
    type: 'button', class: 'link', onclick: () => save(format),
  }, M.picture[format])));
}

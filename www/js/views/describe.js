/**
 * Title, outlet and date of the article that is edited. In: the state and `send`; out: three fields that show what was
 * found in the text until the reader writes something else. A date that is none is told of and not used.
 * Example: `describe(root, send)(state)`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {currentArticle, headOf} from '../select.js';

const NAMES = ['title', 'outlet', 'date'];
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function describe(root, send) {
  const problem = h('p', {class: 'problem', id: 'date-problem'});
  let shown = null;
  const fields = NAMES.map((name) => h('input', {
    type: 'text', name, autocomplete: 'off', 'aria-describedby': name === 'date' ? 'date-problem' : null, onchange: (event) => written(name, event.target.value.trim()),
  }));
  root.append(h('div', {class: 'describe'}, NAMES.map((name, i) => h('label', {class: 'field'}, h('span', null, M.describe[name]), fields[i]))), problem);

  function written(name, value) {
    const wrong = name === 'date' && value !== '' && !isDate(value);
    if (name === 'date') problem.textContent = wrong ? M.badDate : '';
    if (!wrong && shown !== null) send({type: 'article-described', id: shown, name, value});
  }

  return (state) => {
    const article = currentArticle(state);
    if (!article || !state.editing) return;
    const found = headOf(state, {...article, title: null, outlet: null, date: null});
    const other = shown !== article.id;
    shown = article.id;
    if (other) problem.textContent = '';
    NAMES.forEach((name, i) => {
      fields[i].placeholder = found[name] ?? '';
      // A field that is being written in is left alone.
      if (other || document.activeElement !== fields[i] && problem.textContent === '') fields[i].value = article[name] ?? '';
    });
  };
}

/** Whether a text is a day that exists, written year-month-day. */
export function isDate(text) {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * The head of an article: title, outlet, date and address. In: the state, `send`, which article it is, and a word that tells these fields from the same
 * ones elsewhere; out: fields that show what was found in the text until the reader writes something else. A date that is none, or an address that is not of
 * the web, is told of and not used. Example: `describe(root, send, currentArticle, 'edit')(state)`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {headOf} from '../select.js';
import {addressOf, day} from '../ways/head.js';

const NAMES = ['title', 'outlet', 'date', 'address'];
/** What is wrong with what was written, and how it is kept. */
const CHECKS = {date: {kept: dateOf, problem: M.badDate}, address: {kept: addressOf, problem: M.ways.badAddress}};

export function describe(root, send, which, word) {
  const problem = h('p', {class: 'problem', id: `${word}-problem`});
  let shown = null;
  const fields = NAMES.map((name) => h('input', {
    type: name === 'address' ? 'url' : 'text', name, autocomplete: 'off', 'data-key': `${word}-${name}`, 'aria-describedby': CHECKS[name] ? `${word}-problem` : null,
    onchange: (event) => written(name, event.target.value.trim()),
  }));
  root.append(h('div', {class: 'describe'}, NAMES.map((name, i) => h('label', {class: `field field--${name}`}, h('span', null, M.describe[name]), fields[i]))), problem);

  function written(name, value) {
    const kept = value === '' || !CHECKS[name] ? value : CHECKS[name].kept(value);
    if (CHECKS[name]) problem.textContent = kept === null ? CHECKS[name].problem : '';
    if (kept !== null && shown !== null) send({type: 'article-described', id: shown, name, value: kept});
  }

  return (state) => {
    const article = which(state);
    if (!article) return;
    const found = headOf(state, {...article, title: null, outlet: null, date: null});
    const other = shown !== article.id;
    shown = article.id;
    if (other) problem.textContent = '';
    NAMES.forEach((name, i) => {
      fields[i].placeholder = found[name] ?? (name === 'address' ? 'https://' : '');
      // A field that is being written in is left alone.
      if (other || document.activeElement !== fields[i] && problem.textContent === '') fields[i].value = article[name] ?? '';
    });
  };
}

/** A day as the report has it, or null; only the whole form is taken from a hand. */
function dateOf(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : null;
}

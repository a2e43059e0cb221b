/**
 * The editor. In: the state and `send`; out: one textarea for the chosen article, with what is wrong beside it. The
 * field keeps what is typed whatever happens; it is only written to when another article is chosen or the text was
 * changed from outside. A paste into an empty field may hold several articles. Limits: plain text; an article of many
 * megabytes is kept but not compared. Example: `editor(root, send)(state)`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {currentArticle, isBlank, letterOf, problemOf} from '../select.js';
import {action, problemText} from './parts.js';

/** Quiet time after a key before the text goes to the state, in milliseconds; long texts wait longer. */
const PAUSE = 150;

export function editor(root, send) {
  let shown = null;
  let text = '';
  // The text as the state has it: the field turns every line end into one character, so the two may differ.
  let source = '';
  let timer = null;
  const problem = h('p', {class: 'problem', id: 'editor-problem'});
  const field = h('textarea', {
    class: 'editor__field', spellcheck: 'false', autocomplete: 'off', dir: 'auto', placeholder: M.placeholder, 'aria-describedby': 'editor-problem editor-hint',
  });
  root.append(h('div', {class: 'editor'}, field, problem,
    h('div', {class: 'editor__foot'}, h('p', {class: 'hint', id: 'editor-hint'}, M.editorHint), action('jump', M.read, () => send({type: 'editing-switched', on: false})))));

  const flush = () => {
    clearTimeout(timer);
    timer = null;
    if (shown === null || field.value === text) return;
    const id = shown;
    const pasted = field.dataset.pasted === 'true';
    delete field.dataset.pasted;
    text = field.value;
    source = text;
    send({type: pasted ? 'article-pasted' : 'article-changed', id, text});
  };
  field.addEventListener('paste', () => {
    // Only a paste into an empty article is cut at separator lines: elsewhere they may belong to the text.
    if (field.value.trim() === '') field.dataset.pasted = 'true';
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(flush, field.dataset.pasted ? 0 : PAUSE + Math.min(600, field.value.length / 1000));
  });
  field.addEventListener('blur', flush);

  return (state) => {
    const article = currentArticle(state);
    const on = state.editing && article !== null;
    if (!on || article.id !== shown) flush();
    root.hidden = !on;
    shown = on ? article.id : null;
    if (!on) return;
    if (article.text !== source && timer === null) {
      source = article.text;
      field.value = source;
      text = field.value;
    }
    field.setAttribute('aria-label', M.textLabel(letterOf(article)));
    problem.textContent = problemText(problemOf(article)) ?? pieces(state) ?? (isBlank(article) && text !== '' ? M.noText : '');
    if (root.dataset.for !== String(article.id)) {
      root.dataset.for = String(article.id);
      field.setSelectionRange(0, 0);
      field.scrollTop = 0;
    }
  };
}

function pieces(state) {
  return state.note?.kind === 'too-many-pieces' ? M.tooManyPieces(state.note.count) : null;
}

/**
 * The editor. In: the state and `send`; out: one textarea for the chosen article, with what is wrong beside it. The
 * field keeps what is typed whatever happens; it is only written to when another article is chosen or the text was
 * changed from outside. A paste into an empty field may hold several articles. Limits: plain text; an article of many
 * megabytes is kept but not compared. Example: `editor(root, send)(state)`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {currentArticle, isBlank, letterOf, problemOf} from '../select.js';
import {actionOf} from '../ways/transfer.js';
import {describe} from './describe.js';
import {action, problemText} from './parts.js';
import {waysIn} from './waysin.js';

/** Quiet time after a key before the text goes to the state, in milliseconds; long texts wait longer. */
const PAUSE = 60;

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
  const head = h('div', {class: 'editor__head'});
  const ways = h('div', {class: 'ways-in'});
  waysIn(ways, send);
  const updateHead = describe(head, send, (state) => (state.editing ? currentArticle(state) : null), 'edit');
  root.append(h('div', {class: 'editor'}, head, field, problem, ways,
    h('div', {class: 'editor__foot'}, h('p', {class: 'hint', id: 'editor-hint'}, M.editorHint), action('done', M.read, () => send({type: 'editing-switched', on: false})))));

  const flush = () => {
    clearTimeout(timer);
    timer = null;
    if (shown === null || field.value === text) return;
    text = field.value;
    source = text;
    send({type: 'article-changed', id: shown, text});
  };
  field.addEventListener('paste', (event) => {
    // Only a paste into an empty article is reduced and cut at separator lines: elsewhere they may belong to the text. It is
    // taken before the field sees it, which would lay out all articles as one long text only to lose it again.
    const taken = field.value.trim() === '' && event.clipboardData ? actionOf(event.clipboardData, {into: shown}) : null;
    if (!taken) return;
    event.preventDefault();
    send(taken);
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    if (shown !== null) send({type: 'typed', id: shown, text: field.value});
    timer = setTimeout(flush, PAUSE + Math.min(600, field.textLength / 2000));
  });
  field.addEventListener('blur', flush);

  return (state) => {
    const article = currentArticle(state);
    const on = state.editing && article !== null;
    if (!on || article.id !== shown) flush();
    root.hidden = !on;
    updateHead(state);
    shown = on ? article.id : null;
    if (!on) return;
    if (article.text !== source && timer === null) {
      source = article.text;
      field.value = source;
      text = field.value;
    }
    ways.hidden = text !== '' || article.text !== '';
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

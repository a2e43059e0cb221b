/**
 * The article rail. In: the state and `send`; out: one card an article, the way to add one, the button for files, and the ways to remove all or bring the
 * examples back. Redrawn when articles, report or choice change; focus returns to the control it was on. Example: `rail(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {articleById, totalOf} from '../select.js';
import {articleCard} from './articlecard.js';
import {chooser} from './choosing.js';
import {describe} from './describe.js';
import {action, problemText, whenChanged} from './parts.js';

export function rail(root, send) {
  // Made once: a dialog that is open belongs to its field, and what is being written to its form.
  const files = h('div', {class: 'rail__files'}, chooser(send, {'data-key': 'files'}), h('p', {class: 'hint'}, M.ways.filesHint));
  const form = h('div', null);
  const updateForm = describe(form, send, (state) => articleById(state, state.describing), 'card');
  let described = null;
  return whenChanged((state) => [state.articles, state.report, state.current, state.note, state.describing], (state) => {
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    const selection = form.contains(focused) ? [focused.selectionStart, focused.selectionEnd] : null;
    updateForm(state);
    fill(root,
      h('div', {class: 'rail__head'},
        h('h2', {class: 'region-title'}, M.articles, h('span', {class: 'count'}, state.articles.length)),
        action('add', M.add, () => send({type: 'article-added'}), {'data-key': 'add'})),
      note(state),
      h('ol', {class: 'article-cards'}, state.articles.map((article) => articleCard(state, article, send, form))),
      files,
      h('div', {class: 'rail__foot'},
        state.articles.length > 0 && plain(M.clear, 'clear', () => send({type: 'articles-cleared'})),
        plain(M.examples, 'examples', () => send({type: 'examples-restored'}))));
    const opened = state.describing !== described && state.describing !== null;
    const closed = state.describing === null && described !== null;
    if (opened) focusOn(root, 'card-title')?.select();
    else if (focused) focusAgain(root, closed ? `describe-${described}` : focused.dataset.key, selection);
    described = state.describing;
  });
}

const focusOn = (root, key) => {
  const control = root.querySelector(`[data-key="${CSS.escape(key ?? '')}"]`);
  control?.focus();
  return control;
};

/** What was deleted can not keep the focus; the chosen card is the nearest thing to it. */
function focusAgain(root, key, selection) {
  const control = focusOn(root, key);
  if (!control) root.querySelector('[aria-current], [data-key="add"]')?.focus();
  else if (selection && control.type === 'text') control.setSelectionRange(...selection);
}

function note(state) {
  const total = totalOf(state);
  const text = total ? problemText(total) : state.note?.kind === 'too-many' ? M.tooMany : null;
  return text && h('p', {class: 'problem', 'data-problem': total ? 'total' : 'count'}, text);
}

function plain(label, key, onclick) {
  return h('button', {type: 'button', class: 'link', 'data-key': key, onclick}, label);
}

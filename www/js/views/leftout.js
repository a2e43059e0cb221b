/**
 * What was left out of an article when it was read. In: the state and `send`; out: the parts with their reasons, folded, each with a button that puts it back
 * where it stood, or takes it out again. Example: `leftOut(root, send)(state)`. Limits: of a long part the beginning is shown.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {currentArticle} from '../select.js';
import {focusControl, focusedKey, whenChanged} from './parts.js';

/** Most characters of a part that are shown, and that name its button. */
const SHOWN = 400;
const NAMED = 60;

export function leftOut(root, send) {
  let open = null;
  return whenChanged((state) => [currentArticle(state)?.id, currentArticle(state)?.removed], (state) => {
    const article = currentArticle(state);
    const parts = article?.removed ?? [];
    root.hidden = !parts.length;
    if (!parts.length) return fill(root);
    const key = focusedKey(root);
    const left = parts.filter(({back}) => !back).length;
    fill(root, h('details', {class: 'fold', open: open === article.id, ontoggle: (event) => (open = event.target.open ? article.id : open === article.id ? null : open)},
      h('summary', {'data-key': 'summary'}, M.ways.leftOut(left)),
      h('p', {class: 'hint'}, M.ways.leftOutHint),
      h('ul', {class: 'left-parts'}, parts.map((part, at) => row(article, part, at, send)))));
    if (key) focusControl(root, key);
  });
}

function row(article, part, at, send) {
  const words = part.text.length > SHOWN ? `${part.text.slice(0, SHOWN)}…` : part.text;
  const name = part.text.slice(0, NAMED);
  return h('li', {class: part.back ? 'left-part left-part--back' : 'left-part'},
    h('p', {class: 'left-part__words', dir: 'auto'}, words),
    h('span', {class: 'note'}, M.ways.whys[part.why]),
    h('button', {
      type: 'button', class: 'quiet', 'data-key': `part-${at}`, 'aria-label': part.back ? M.ways.takeOutOf(name) : M.ways.putBackOf(name),
      onclick: () => send({type: 'part-switched', id: article.id, at, on: !part.back}),
    }, part.back ? M.ways.takeOut : M.ways.putBack));
}

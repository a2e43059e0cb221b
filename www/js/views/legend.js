/**
 * The legend. In: the state and `send`; out: one switch a group of marks that the article has, drawn as the mark itself
 * is drawn, with its count. Example: `legend(root, send)(state)`. Limits: groups without a mark are left out.
 */

import {fill, h} from '../dom.js';
import {counts, GROUPS} from '../marks.js';
import {M} from '../messages.js';
import {currentArticle, marksFor} from '../select.js';
import {whenChanged} from './parts.js';

export function legend(root, send) {
  return whenChanged((state) => [state.report, state.current, state.articles, state.kinds, state.filter, state.reviews], (state) => {
    const article = currentArticle(state);
    if (!article) return fill(root);
    const focus = root.contains(document.activeElement) ? document.activeElement.dataset.kind : null;
    const count = counts(marksFor(state, article));
    fill(root, Object.keys(GROUPS).filter((kind) => count[kind] > 0).map((kind) =>
      h('button', {
        type: 'button', class: 'switch', 'data-kind': kind, 'aria-pressed': String(state.kinds[kind]), onclick: () => send({type: 'kind-switched', kind}),
      }, h('span', {class: `sample sample--${kind}`}, M.kinds[kind]), h('span', {class: 'count'}, count[kind]))));
    if (focus) root.querySelector(`[data-kind="${focus}"]`)?.focus();
  });
}

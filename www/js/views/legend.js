/**
 * The legend. In: the state and `send`; out: one switch a group of marks that the articles in sight have, drawn as the mark itself
 * is drawn, with its count. Example: `legend(root, send)(state, [article])`. Limits: groups without a mark are left out.
 */

import {fill, h} from '../dom.js';
import {counts, GROUPS} from '../marks.js';
import {M} from '../messages.js';
import {hiddenFindings, marksFor} from '../select.js';
import {whenChanged} from './parts.js';

export function legend(root, send) {
  const values = (state, articles) => [state.report, state.kinds, hiddenFindings(state), articles.map((article) => `${article.id} ${article.text.length}`).join()];
  return whenChanged(values, (state, articles) => {
    const focus = root.contains(document.activeElement) ? document.activeElement.dataset.kind : null;
    const count = counts(articles.flatMap((article) => marksFor(state, article)));
    fill(root, Object.keys(GROUPS).filter((kind) => count[kind] > 0).map((kind) =>
      h('button', {
        type: 'button', class: 'switch', 'data-kind': kind, 'aria-pressed': String(state.kinds[kind]), onclick: () => send({type: 'kind-switched', kind}),
      }, h('span', {class: `sample sample--${kind}`}, M.kinds[kind]), ' ', h('span', {class: 'count'}, count[kind]))));
    if (focus) root.querySelector(`[data-kind="${focus}"]`)?.focus();
  });
}

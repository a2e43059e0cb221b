/**
 * The reader's corrections. In: the state and `send`; out: each in words, whether its names occur now, and the way to take
 * it back; nothing when there are none. Example: `corrections(root, send)(state)`.
 */

import {standing} from '../corrections.js';
import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {action, whenChanged} from './parts.js';

export function corrections(root, send) {
  return whenChanged((state) => [state.corrections, state.report], (state) => {
    const list = state.corrections;
    const focus = root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    root.hidden = list.length === 0;
    fill(root, list.length > 0 && h('section', {'aria-label': M.corrections.title},
      h('h3', {class: 'topic__title'}, M.corrections.title, h('span', {class: 'count'}, list.length)),
      h('ul', {class: 'corrections__list'}, list.map((one) => line(state, one, send))),
      h('p', {class: 'hint'}, M.corrections.intro, ' ', list.length > 1 && h('button', {type: 'button', class: 'link', onclick: () => send({type: 'corrections-cleared'})}, M.corrections.clear))));
    if (focus) root.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
  });
}

function line({report}, correction, send) {
  const text = sentence(correction);
  const how = report && standing(report, correction);
  return h('li', {class: `correction correction--${how}`}, h('span', {dir: 'auto'}, text, M.corrections.standings[how] && h('span', {class: 'note'}, M.corrections.standings[how])),
    action('remove', M.corrections.remove(text), () => send({type: 'correction-removed', id: correction.id}), {iconOnly: true, 'data-key': `correction-${correction.id}`}));
}

function sentence({type, names, apart, kind}) {
  const [main, ...others] = names;
  if (type === 'merge') return M.corrections.merge(main, others.join(M.corrections.and));
  return type === 'split' ? M.corrections.split(main, apart.join(M.corrections.or)) : M.corrections.kind(main, M.entityKinds[kind]);
}

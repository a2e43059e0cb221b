/**
 * The bar that merges names. In: the state and `send`; out: what is chosen, which name is to be the main one, and the
 * button that merges them; nothing while no name is chosen. Example: `merge(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {namesOf} from '../entities.js';
import {M} from '../messages.js';
import {focusControl, focusedKey, whenChanged} from './parts.js';

export function merge(root, send) {
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', M.merge.label);
  return whenChanged((state) => [state.chosenNames, state.report], ({chosenNames, report}) => {
    const chosen = chosenNames.map((key) => [key, namesOf(report).get(key)]).filter(([, entity]) => entity);
    const focus = focusedKey(root);
    root.hidden = chosen.length === 0;
    fill(root, chosen.length === 1 ? h('p', null, M.merge.one(chosen[0][1].name)) : several(chosen, send),
      h('button', {type: 'button', class: 'link', 'data-key': 'merge-clear', onclick: () => send({type: 'choice-cleared'})}, M.merge.clear));
    if (focus && !root.hidden) focusControl(root, focus);
  });
}

function several(chosen, send) {
  if (!chosen.length) return null;
  return [
    h('label', {class: 'field merge__main'}, h('span', null, M.merge.main(chosen.length)),
      h('select', {'data-key': 'merge-main', onchange: (event) => send({type: 'main-chosen', key: event.target.value})},
        chosen.map(([key, entity], i) => h('option', {value: key, selected: i === 0}, `${entity.name} (${M.entityKinds[entity.kind]})`)))),
    h('button', {type: 'button', class: 'quiet merge__do', 'data-key': 'merge', onclick: () => send({type: 'names-merged'})}, M.merge.merge)];
}

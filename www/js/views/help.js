/**
 * The help. In: the root, the state when it is asked for; out: a dialog that says how the tool works, its keys, and every
 * kind of difference it looks for, in the words of the rules themselves. Example: `help(root, send)(state)` opens it.
 */

import {isHosted} from '../assets.js';
import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {action} from './parts.js';

export function help(root, send) {
  // A click on the backdrop is a click on the dialog itself.
  root.addEventListener('click', (event) => event.target === root && root.close());
  return (state) => {
    if (root.open) return;
    fill(root, h('div', {class: 'help__body'},
      h('div', {class: 'help__head'}, h('h2', {id: 'help-title'}, M.helpTitle), action('close', M.dismiss, () => root.close(), {iconOnly: true})),
      M.helpText.map((text) => h('p', null, text)),
      h('h3', null, M.helpKeys),
      h('dl', {class: 'keys'}, M.keys.map(([key, text]) => h('div', null, h('dt', null, key.split(/ +/).map((one) => h('kbd', null, one))), h('dd', null, text)))),
      h('label', {class: 'check'}, h('input', {type: 'checkbox', checked: state.keys, onchange: (event) => send({type: 'keys-switched', on: event.target.checked})}), M.singleKeys),
      state.rules.length > 0 && [h('h3', null, M.helpKinds), h('dl', {class: 'rules'}, state.rules.map((rule) => rules(rule)))],
      isHosted() && h('p', null, h('a', {href: 'crosscheck.html', download: true}, M.keepPage)),
      h('p', {class: 'hint'}, `Crosscheck ${state.version ?? ''}`)));
    root.showModal();
  };
}

function rules({title, summary, spares}) {
  return h('div', null, h('dt', null, title), h('dd', null, summary, spares && h('span', {class: 'hint'}, ` ${M.spares} ${spares}`)));
}

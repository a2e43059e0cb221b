/**
 * Taking away. In: the root, the state and `send`; out: a dialog with every form of the report, the session as a file and as a link, and what
 * this device remembers. Example: `const {open, update} = takeaway(root, send)`. Limits: it asks, and main.js and keeper.js do.
 */

import {fill, h} from '../dom.js';
import {chosen, CHOICES, FORMS} from '../forms.js';
import {M} from '../messages.js';
import {action, focusedKey, whenChanged} from './parts.js';

export function takeaway(root, send) {
  const status = document.getElementById('status');
  const {parentNode, nextSibling} = status;
  const said = h('p', {class: 'takeaway__said'});
  const body = h('div', {class: 'takeaway__body'});
  root.append(h('div', {class: 'help__body'},
    h('div', {class: 'help__head'}, h('h2', {id: 'takeaway-title'}, M.taking.title), action('close', M.dismiss, () => root.close(), {iconOnly: true})),
    h('p', {class: 'hint'}, M.taking.intro), body, said));
  root.addEventListener('click', (event) => event.target === root && root.close());
  // What lies outside an open dialog is not read out, so the one live region goes along.
  root.addEventListener('close', () => {
    parentNode.insertBefore(status, nextSibling);
    send({type: 'said', text: ''});
  });
  const parts = (state) => [state.report, state.exports, state.takes, state.filter, state.reviews, state.link, state.remember, state.offline];
  const draw = whenChanged(parts, (state) => {
    const focus = focusedKey(root);
    fill(body, report(state, send), session(state, send), device(state, send));
    if (focus) (root.querySelector(`[data-key="${CSS.escape(focus)}"]`) ?? root).focus();
  });
  return {
    open(state) {
      if (root.open) return;
      draw(state);
      root.append(status);
      root.showModal();
    },
    update(state) {
      if (root.open) draw(state);
      said.textContent = state.said;
    },
  };
}

function report(state, send) {
  const ready = state.report && state.exports;
  return h('section', {'aria-labelledby': 'takeaway-report'},
    h('h3', {id: 'takeaway-report'}, M.taking.report),
    ready ? [choice(state, send), h('ul', {class: 'forms'}, Object.keys(FORMS).map((format) => form(format, send)), printing(send))] : h('p', null, M.taking.noReport));
}

function choice(state, send) {
  const options = Object.keys(CHOICES).map((takes) => h('label', {class: 'check'},
    h('input', {type: 'radio', name: 'takes', value: takes, checked: state.takes === takes, 'data-key': `takes-${takes}`, onchange: () => send({type: 'takes-chosen', takes})}),
    M.taking.takes[takes](chosen(state, takes).length)));
  return h('fieldset', {class: 'takes'}, h('legend', null, M.taking.what), options);
}

function form(format, send) {
  const [name, use] = M.taking.forms[format];
  const button = (type, label, full) => h('button', {type: 'button', class: 'quiet', 'aria-label': full(name), 'data-key': `${type}-${format}`, onclick: () => send({type, format})}, label);
  return line(name, use, button('copy-asked', M.taking.copy, M.taking.copyAs), button('save-asked', M.taking.save, M.taking.saveAs));
}

function printing(send) {
  return line(M.taking.print, M.taking.printHint, h('button', {type: 'button', class: 'quiet', 'data-key': 'print', onclick: () => send({type: 'print-asked'})}, M.taking.print));
}

function line(name, use, ...buttons) {
  return h('li', {class: 'form'}, h('span', {class: 'form__name'}, name), h('span', {class: 'form__use hint'}, use), h('span', {class: 'form__buttons'}, buttons));
}

function session(state, send) {
  const button = (type, label, more) => h('button', {type: 'button', class: 'quiet', 'data-key': type, onclick: () => send({type}), ...more}, label);
  return h('section', {'aria-labelledby': 'takeaway-session'},
    h('h3', {id: 'takeaway-session'}, M.taking.session),
    h('p', {class: 'hint'}, M.taking.sessionHint),
    h('ul', {class: 'forms'},
      line(M.taking.file, M.taking.fileHint, button('session-saved', M.taking.save, {'aria-label': M.taking.saveAs(M.taking.file)})),
      line(M.taking.link, M.taking.linkHint, button('link-asked', M.taking.makeLink))),
    state.link && made(state.link, button));
}

function made({href, length, long}, button) {
  if (!href) return h('p', {class: 'problem'}, M.taking.linkTooLong(length));
  return h('div', {class: 'share'},
    h('input', {class: 'share__link', readonly: true, value: href, 'aria-label': M.taking.linkField, 'data-key': 'link-field', onfocus: (event) => event.target.select()}),
    button('link-copied', M.taking.copyLink),
    h('p', {class: long ? 'problem' : 'hint'}, (long ? M.taking.linkLong : M.taking.linkLength)(length)));
}

function device(state, send) {
  return h('section', {'aria-labelledby': 'takeaway-device'},
    h('h3', {id: 'takeaway-device'}, M.taking.device),
    h('label', {class: 'check'},
      h('input', {type: 'checkbox', name: 'remember', checked: state.remember === 'on', 'aria-describedby': 'remember-hint', 'data-key': 'remember', onchange: ({target}) => send({type: 'remember-asked', on: target.checked})}),
      M.taking.remember),
    h('p', {class: 'hint', id: 'remember-hint'}, M.taking.rememberHint),
    h('div', {class: 'forget'},
      h('button', {type: 'button', class: 'quiet', 'data-key': 'forget', onclick: () => send({type: 'forget-asked'})}, M.taking.forget),
      h('span', {class: 'hint'}, M.taking.forgetHint)),
    state.offline === 'ready' && h('p', {class: 'hint'}, M.taking.offline));
}

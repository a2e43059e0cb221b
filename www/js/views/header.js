/**
 * The top of the page. In: the state and `send`; out: what this is in one line, the way to one's own articles, the
 * theme switch and the help button, drawn once and then only kept up to date. Example: `header(roots, send)(state)`.
 */

import {fill, h, icon} from '../dom.js';
import {M} from '../messages.js';
import {action} from './parts.js';

const THEMES = ['system', 'light', 'dark'];

export function header({pitch, tools}, send) {
  const themes = THEMES.map((theme) => h('button', {
    type: 'button', class: 'theme', 'aria-label': `${M.theme.label}: ${M.theme[theme]}`, title: M.theme[theme], onclick: () => send({type: 'theme-chosen', theme}),
  }, icon(theme)));
  fill(pitch,
    h('span', {class: 'pitch__what'}, M.pitch), ' ',
    h('strong', {class: 'pitch__privacy'}, M.privacy), ' ',
    h('button', {type: 'button', class: 'link pitch__proof', onclick: () => send({type: 'help-asked', page: 'proof'})}, M.proof.open), ' ',
    h('button', {type: 'button', class: 'quiet pitch__own', onclick: () => send({type: 'own-begun'})}, M.own));
  fill(tools,
    h('div', {class: 'themes', role: 'group', 'aria-label': M.theme.label}, themes),
    action('take', M.taking.open, () => send({type: 'takeaway-asked'})),
    h('button', {type: 'button', class: 'round', 'aria-label': M.help, title: M.help, onclick: () => send({type: 'help-asked'})}, icon('help')));

  return (state) => {
    THEMES.forEach((theme, i) => themes[i].setAttribute('aria-pressed', String(state.theme === theme)));
    if (state.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = state.theme;
  };
}

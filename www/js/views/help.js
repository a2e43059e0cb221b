/**
 * The help dialog. In: the root and `send`; out: a function that opens it with one of its pages: the help, at the section of where the reader is; how good this is; the proof. Esc closes it and the focus
 * returns. Example: `help(root, send)(state, 'proof')`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {goodness} from './goodness.js';
import {helpPage, show} from './helppage.js';
import {action, arrows} from './parts.js';
import {proof} from './proof.js';

const PAGES = {help: helpPage, goodness: () => goodness(), proof: () => proof()};

export function help(root, send) {
  // A click on the backdrop is a click on the dialog itself.
  root.addEventListener('click', (event) => event.target === root && root.close());
  return (state, page = 'help') => {
    if (root.open) return;
    const section = sectionOf(state);
    const body = h('div', {class: 'help__page', role: 'tabpanel', id: 'help-page', tabindex: '0'});
    const titles = {help: M.helping.page, goodness: M.goodness.title, proof: M.proof.title};
    const tabs = Object.keys(PAGES).map((name) => h('button', {type: 'button', role: 'tab', class: 'tab', id: `help-tab-${name}`, 'aria-controls': 'help-page', onclick: () => turn(name)}, titles[name]));
    const turn = (name) => {
      Object.keys(PAGES).forEach((other, i) => {
        tabs[i].setAttribute('aria-selected', String(other === name));
        tabs[i].tabIndex = other === name ? 0 : -1;
      });
      body.setAttribute('aria-labelledby', `help-tab-${name}`);
      fill(body, PAGES[name](state, send));
      body.scrollTop = 0;
    };
    const list = h('div', {class: 'tabs', role: 'tablist', 'aria-label': M.helping.pages}, tabs);
    list.addEventListener('keydown', (event) => arrows(event, tabs));
    fill(root, h('div', {class: 'help__body'},
      h('div', {class: 'help__head'}, h('h2', {id: 'help-title'}, M.helpTitle), action('close', M.dismiss, () => root.close(), {iconOnly: true})), list, body));
    turn(page);
    root.showModal();
    const start = page === 'help' && body.querySelector(`#help-${section}`);
    if (start) show(start);
    else tabs[Object.keys(PAGES).indexOf(page)].focus();
  };
}

/** The part of the page where the reader is: where the focus stands, or what a narrow screen shows. */
function sectionOf({region, tab}) {
  const place = document.activeElement?.closest('#rail, #reader, #panel')?.id ?? region;
  return {rail: 'articles', reader: 'reader'}[place] ?? tab;
}

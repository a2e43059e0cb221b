/**
 * The help itself. In: the state, the section to begin with and `send`; out: a field that narrows it, a list of contents, a section a part of the page, the keys, and every kind of difference in the
 * words of the rules themselves. Example: `helpPage(state, send)`.
 */

import {isHosted} from '../assets.js';
import {h} from '../dom.js';
import {M} from '../messages.js';
import {bookmarks} from './bookmarks.js';
import {severity} from './parts.js';
import {SEVERITIES} from '../select.js';

export function helpPage(state, send) {
  const words = M.helping;
  const sections = Object.entries(words.sections).filter(([name]) => name !== 'kinds' || state.rules.length).map(([name, {title, text}]) => h('section', {class: 'help__section', id: `help-${name}`, tabindex: '-1'},
    h('h3', null, title), text.map((one) => h('p', null, one)), extra(name, state, send)));
  const nothing = h('p', {class: 'hint', hidden: true}, words.nothing);
  const contents = h('nav', {class: 'help__contents', 'aria-label': words.contents}, h('ul', null, sections.map((section) => h('li', null,
    h('button', {type: 'button', class: 'link', onclick: () => show(section)}, section.firstChild.textContent)))));
  const find = h('input', {type: 'search', name: 'help', autocomplete: 'off', spellcheck: 'false', oninput: ({target}) => narrow(sections, nothing, contents, target.value)});
  return [h('label', {class: 'field help__find'}, h('span', null, words.find), find), contents, nothing, sections,
    isHosted() && h('p', null, h('a', {href: 'crosscheck.html', download: true}, M.keepPage)), h('p', {class: 'hint'}, M.program(state.version))];
}

/** Brings a section to the top and gives it the focus, so that reading goes on there. */
export function show(section) {
  section.focus({preventScroll: true});
  section.scrollIntoView({block: 'start'});
}

function extra(name, state, send) {
  if (name === 'findings') return h('p', {class: 'help__severities'}, SEVERITIES.map((level) => severity(level)));
  if (name === 'keys') {
    return [
      h('dl', {class: 'keys'}, M.keys.map(([key, text]) => h('div', null, h('dt', null, key.split(/ +/).map((one) => h('kbd', null, one))), h('dd', null, text)))),
      h('label', {class: 'check'}, h('input', {type: 'checkbox', checked: state.keys, onchange: (event) => send({type: 'keys-switched', on: event.target.checked})}), M.singleKeys)];
  }
  if (name === 'articles') return [h('h4', null, M.ways.bookmark.title), bookmarks('help')];
  return name === 'kinds' && h('dl', {class: 'rules'}, state.rules.map(({title, summary, spares}) => h('div', {class: 'help__piece'}, h('dt', null, title), h('dd', null, summary, spares && h('span', {class: 'hint'}, ' ', M.spares, ' ', spares)))));
}

/** Shows what has all the words that are looked for; of the kinds only those that have them. */
function narrow(sections, nothing, contents, text) {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (element) => wanted.every((word) => element.textContent.toLowerCase().includes(word));
  for (const section of sections) {
    const pieces = [...section.querySelectorAll('.help__piece')];
    for (const piece of pieces) piece.hidden = !has(piece);
    section.hidden = pieces.length ? pieces.every((piece) => piece.hidden) : !has(section);
  }
  contents.hidden = wanted.length > 0;
  nothing.hidden = sections.some((section) => !section.hidden);
}

/**
 * One name. In: the state, an entity with its key, what needs a look, and `send`; out: its row (the name, what to look at,
 * forms, offices), and when it is open its forms by article, offices by status, whom it is named with, and the corrections
 * the reader can make. Every count leads into the text. Example: `row(state, 'Ann Smyth', entity, look, send)`.
 */

import {h, icon} from '../dom.js';
import {articlesOf, companionsOf, formRows, lookOf, NAME_KINDS, officesOf} from '../entities.js';
import {splittable} from '../corrections.js';
import {M} from '../messages.js';
import {articleAt, letterOf} from '../select.js';
import {jump} from './card.js';
import {findingLink, letter, letters} from './parts.js';

/** Forms named in a closed row, and names listed as companions. */
const FORMS = 4;
const COMPANIONS = 6;

export function row(state, key, entity, look, send) {
  const offices = officesOf(entity);
  return h('li', {class: look.needs ? 'name name--look' : 'name'},
    h('div', {class: 'name__head'},
      h('label', {class: 'name__choose'}, h('input', {
        type: 'checkbox', 'aria-label': M.merge.choose(entity.name), 'data-key': `choose-${key}`, onchange: () => send({type: 'name-chosen', key}),
      })),
      h('h4', {class: 'name__title'}, h('button', {
        type: 'button', class: 'name__open', 'aria-expanded': 'false', 'aria-controls': `name-${entity.id}`, 'data-key': `name-${key}`, onclick: () => send({type: 'name-toggled', key}),
      }, h('span', {class: `name__name sample sample--${entity.kind}`, dir: 'auto'}, entity.name), ' ', h('span', {class: 'kind'}, M.entityKinds[entity.kind]))),
      h('span', {class: 'name__facts'}, letters(state, entity.mentions), h('span', {class: 'count'}, h('span', {'aria-hidden': 'true'}, entity.mentions.length), h('span', {class: 'unseen'}, M.names.mentions(entity.mentions.length))))),
    look.flags.length > 0 && h('p', {class: 'name__flags'}, look.flags.map((flag) => h('span', {class: `flag flag--${flag}`}, icon(flag === 'spelling' ? 'info' : 'medium'), M.names.flags[flag]))),
    h('div', {class: 'name__brief'}, briefForms(entity), offices.map((office) => h('p', null, officeText(office), ' ', office.statuses.map(({status, places}, i) => [i > 0 && ' ', statusWord(status, office), ' ', letters(state, places)])))),
    h('div', {class: 'name__detail', id: `name-${entity.id}`}));
}

/** The ways a name is written other than the main one, the first few. */
function briefForms(entity) {
  const forms = entity.forms.filter(({text, note}) => text !== entity.name && note !== 'title');
  if (!forms.length) return null;
  const rest = forms.length - FORMS;
  return h('p', {dir: 'auto'}, forms.slice(0, FORMS).map((form, i) => [i > 0 && ', ', form.text, note(form)]), rest > 0 && [', ', M.names.moreForms(rest)]);
}

/** What an open name shows below its row. */
export function detail(state, key, entity, send) {
  const offices = officesOf(entity);
  const {findings} = lookOf(state.report, entity);
  const companions = companionsOf(state.report, entity, COMPANIONS);
  return [
    forms(state, key, entity, send),
    h('button', {type: 'button', class: 'link', 'data-key': `each-${key}`, onclick: () => send({type: 'mentions-listed', key})}, M.card.each(entity.mentions.length)),
    h('dl', {class: 'name__rest'},
      offices.length > 0 && fact(M.names.offices, h('ul', null, offices.map((office) => h('li', null, officeText(office), office.statuses.map(({status, places}) =>
        h('span', {class: 'name__status'}, statusWord(status, office, true), places.map((place) => jump(state, place, send)))))))),
      companions.length > 0 && fact(M.names.together, h('ul', {class: 'name__together'}, companions.map((other) => companion(key, entity, other, send)))),
      findings.length > 0 && fact(M.names.findings, h('ul', null, findings.map((finding) => h('li', null, findingLink(state, finding, send))))),
      fact(M.names.kind, kindChoice(key, entity, send))),
  ];
}

function forms(state, key, entity, send) {
  const columns = articlesOf(entity);
  const removable = splittable(entity);
  const caption = M.names.caption(entity.name);
  return h('div', {class: 'table', tabindex: '0', role: 'region', 'aria-label': caption}, h('table', null,
    h('caption', {class: 'unseen'}, caption),
    h('thead', null, h('tr', null, h('th', {scope: 'col'}, M.names.form), h('th', {scope: 'col', class: 'narrow'}, M.names.total),
      columns.map((index) => h('th', {scope: 'col', class: 'narrow'}, letter(articleAt(state, index)))), removable.length > 0 && h('td', null))),
    h('tbody', null, formRows(state.report, entity).map((form, i) => h('tr', null,
      h('th', {scope: 'row', dir: 'auto'}, form.text ?? h('span', {class: 'none'}, M.names.unnamed), note(form)),
      h('td', {class: 'narrow'}, places(form, null, form.places, `places-${key}-${i}`, entity, send)),
      columns.map((index) => h('td', {class: 'narrow'}, places(form, articleAt(state, index), form.places.filter(({article}) => article === index), `places-${key}-${i}-${index}`, entity, send))),
      removable.length > 0 && h('td', {class: 'narrow'}, removable.includes(form.text) && h('button', {
        type: 'button', class: 'link', 'data-key': `split-${key}-${i}`, 'aria-label': M.names.splitForm(form.text), title: M.names.splitForm(form.text), onclick: () => send({type: 'form-split', key, form: form.text}),
      }, M.names.split)))))));
}

/** A count that leads to the first of its places, and on to the next when it is pressed again. */
function places(form, article, list, from, entity, send) {
  if (!list.length) return h('span', {class: 'none'}, h('span', {'aria-hidden': 'true'}, '–'), h('span', {class: 'unseen'}, '0'));
  const label = M.names.step(form.text ?? M.names.unnamed, article ? letterOf(article) : null, list.length);
  return h('button', {
    type: 'button', class: 'places', 'data-key': from, 'aria-label': label, title: label, onclick: () => send({type: 'mentions-shown', label: form.text ?? entity.name, from, places: list}),
  }, list.length);
}

function companion(key, entity, other, send) {
  const from = `with-${key}-${other.entity.id}`;
  const label = M.names.togetherWith(other.entity.name, other.places.length);
  return h('li', null, h('button', {
    type: 'button', class: 'link', 'data-key': from, title: label, 'aria-label': label, onclick: () => send({type: 'mentions-shown', label: M.names.both(entity.name, other.entity.name), from, places: other.places}),
  }, other.entity.name), ' ', h('span', {class: 'count', 'aria-hidden': 'true'}, other.places.length));
}

function kindChoice(key, entity, send) {
  const select = h('select', {'aria-label': M.names.kindOf(entity.name), 'data-key': `kind-${key}`}, NAME_KINDS.map((kind) => h('option', {value: kind, selected: kind === entity.kind}, M.entityKinds[kind])));
  return h('span', {class: 'name__kind field'}, select, h('button', {type: 'button', class: 'quiet', 'data-key': `change-${key}`, onclick: () => send({type: 'kind-corrected', key, kind: select.value})}, M.names.change));
}

function officeText({title, of}) {
  return of ? `${title} (${of})` : title;
}

/** "Current" is said only where another status stands beside it. */
function statusWord(status, office, always = false) {
  return (always || status !== 'current' || office.statuses.length > 1) && h('span', {class: status === 'current' ? 'status-word' : 'status-word status-word--other'}, M.names.statuses[status]);
}

/** A variant is told by a word in a frame; a short form is what every article uses and needs none. */
function note(form) {
  return form.note && form.note !== 'short' && [' ', h('span', {class: `note note--${form.note}`}, M.formNotes[form.note] ?? form.note)];
}

function fact(name, value) {
  return [h('dt', null, name), h('dd', null, value)];
}

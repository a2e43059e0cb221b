/**
 * The names view. In: the state and `send`; out: a table with a row an entity (name, kind, forms) and a column an
 * article; each count leads to the first mention there. Limits: dates and figures are left to the reading view.
 * Example: `names(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {articleAt} from '../select.js';
import {firstMentions, jump} from './card.js';
import {letter, whenChanged} from './parts.js';

const NAMES = new Set(['person', 'organization', 'place', 'group', 'event', 'law', 'product', 'work']);
/** Rows drawn; more than a reader goes through, and what keeps a table of a large text quick. */
const ROWS = 400;

export function names(root, send) {
  return whenChanged((state) => [state.report, state.articles.length], (state) => {
    const entities = (state.report?.entities ?? []).filter((entity) => NAMES.has(entity.kind) && entity.mentions.length);
    if (!entities.length) return fill(root, h('p', {class: 'hint'}, M.names.none));
    const columns = state.compared.map((_, index) => index);
    entities.sort((a, b) => spread(b) - spread(a) || b.mentions.length - a.mentions.length || a.id - b.id);
    return fill(root, h('div', {class: 'table', tabindex: '0', role: 'region', 'aria-label': M.names.caption}, h('table', null,
      h('caption', {class: 'unseen'}, M.names.caption),
      h('thead', null, h('tr', null, h('th', {scope: 'col'}, M.names.name), columns.map((index) => h('th', {scope: 'col', class: 'narrow'}, letter(articleAt(state, index)))))),
      h('tbody', null, entities.slice(0, ROWS).map((entity) => row(state, entity, columns, send))))));
  });
}

function spread(entity) {
  return new Set(entity.mentions.map((mention) => mention.article)).size;
}

function row(state, entity, columns, send) {
  const first = new Map(firstMentions(entity).map(([mention, n]) => [mention.article, [mention, n]]));
  const forms = entity.forms.filter((form) => form.text !== entity.name);
  return h('tr', null,
    h('th', {scope: 'row'}, h('span', {class: `sample sample--${entity.kind}`}, entity.name), h('span', {class: 'kind'}, M.entityKinds[entity.kind]),
      forms.length > 0 && h('span', {class: 'forms'}, forms.map((form, i) => [i > 0 && ', ', form.text, form.note && form.note !== 'short' && h('span', {class: 'note'}, M.formNotes[form.note] ?? form.note)]))),
    columns.map((index) => h('td', {class: 'narrow'}, first.has(index) ? jump(state, first.get(index)[0], send, {n: first.get(index)[1]}) : h('span', {class: 'none'}, '–'))));
}

/**
 * One row of the matrix. In: the state, a row, the columns and `send`; out: the claim with what stands behind it and a cell an article, a sign
 * and a word each; and for an open row the passages of all articles side by side. Example: `claimRow(state, row, [0, 1], send)`.
 */

import {h} from '../dom.js';
import {findingsOf} from '../matrix.js';
import {M} from '../messages.js';
import {articleAt, contextOf, headOf, letterOf, shortName} from '../select.js';
import {action, dateText, findingLink, letter} from './parts.js';
import {sign} from './signs.js';

export function claimRow(state, row, columns, send) {
  const {claim, told, copied} = row;
  return h('tr', {role: 'row', class: `claim claim--${row.group}`},
    h('th', {role: 'rowheader', scope: 'row', class: 'claim__head'},
      h('button', {type: 'button', class: 'claim__open', 'aria-expanded': 'false', 'data-cell': true, 'data-key': `claim-${row.key}`, onclick: () => send({type: 'claim-toggled', key: row.key})},
        h('span', {class: 'claim__text'}, claim.text), notes(claim, told, copied))),
    columns.map((index) => h('td', {role: 'gridcell', class: 'claim__cell'}, cell(state, row, index, send))));
}

/** How many articles stand behind a claim, where that is fewer than tell it: agreement in copied words counts once. */
function notes(claim, told, copied) {
  const text = copied.size || claim.independent < told.length ? M.claims.copied(told.length, claim.independent) : told.length === 1 && M.claims.single;
  return text && h('span', {class: 'note'}, text);
}

function cell(state, row, index, send) {
  const found = row.cells.get(index);
  const article = articleAt(state, index);
  const name = found?.stance ?? 'silent';
  const words = [letter(article), h('span', {class: 'stance__word'}, sign(name), M.claims.stances[name])];
  if (name === 'silent' || !article) return h('span', {class: 'stance stance--silent', 'data-cell': true}, words);
  const from = `claim-${row.key}-${index}`;
  return h('button', {type: 'button', class: `stance stance--${name}`, 'data-cell': true, 'data-key': from, title: M.showPassage(letterOf(article)), onclick: () => send(shown(row, found, from))},
    words, row.values && found.value && h('span', {class: 'stance__value'}, found.value),
    row.copied.has(index) && h('span', {class: 'stance__copied'}, M.claims.copiedWith(row.copied.get(index).map((at) => letterAt(state, at)))));
}

/** The passages of a row are walked through one after the other; the walk begins at the cell that was chosen. */
function shown(row, found, from) {
  return {type: 'mentions-shown', label: short(row.claim.text), from, places: row.told, at: row.told.indexOf(found), tab: 'claims'};
}

export function claimDetail(state, row, columns, send) {
  const silent = columns.filter((index) => (row.cells.get(index)?.stance ?? 'silent') === 'silent').map((index) => letterAt(state, index));
  const findings = findingsOf(state.report, row);
  return h('tr', {role: 'row', class: 'claim__detail'}, h('td', {role: 'gridcell', colspan: columns.length + 1},
    h('div', {class: 'claim__all'},
      h('div', {class: 'claim__passages'}, row.told.map((found) => passage(state, row, found, send))),
      silent.length > 0 && h('p', {class: 'hint'}, M.claims.silentIn(silent)),
      findings.length > 0 && h('div', {class: 'claim__findings'}, findings.map((finding) => findingLink(state, finding, send))))));
}

function passage(state, row, found, send) {
  const article = articleAt(state, found.article);
  const {before, after} = contextOf(state.report, found);
  const date = article && headOf(state, article).date;
  const from = `claim-${row.key}-passage-${found.article}`;
  return h('figure', {class: article ? `passage hue-${article.hue}` : 'passage'},
    h('figcaption', {class: 'passage__source'}, letter(article), h('span', null, h('strong', {class: 'passage__name'}, (article && shortName(state, article)) ?? M.untitled), date && h('span', {class: 'passage__date'}, dateText(date)))),
    h('p', {class: `stance stance--${found.stance}`}, h('span', {class: 'stance__word'}, sign(found.stance), M.claims.stances[found.stance]), row.values && found.value && h('span', {class: 'stance__value'}, found.value)),
    h('blockquote', {class: 'passage__text', dir: 'auto'}, before && h('span', {class: 'passage__context'}, before),
      h('span', {class: 'passage__evidence'}, state.report.articles[found.article].text.slice(found.start, found.end)), after && h('span', {class: 'passage__context'}, after)),
    article && action('jump', M.showInText, () => send(shown(row, found, from)), {'aria-label': `${M.showInText}: ${letterOf(article)}`, 'data-key': from, 'data-inner': true}));
}

const letterAt = (state, index) => {
  const article = articleAt(state, index);
  return article ? letterOf(article) : '–';
};

/** The first words of a claim, where there is room for a few only. */
function short(text) {
  const words = text.split(' ');
  return words.length > 7 ? `${words.slice(0, 7).join(' ')} …` : text;
}

/**
 * The table twin of the timeline. In: the state and `send`; out: a row an event: when, in which article, what, and the findings about it; sorted by date or by
 * article. Example: `timeTable(state, send)`.
 */

import {eventsOf} from '../chronology.js';
import {h} from '../dom.js';
import {itemOf} from '../marks.js';
import {M} from '../messages.js';
import {articleAt, letterOf} from '../select.js';
import {findingLink, letter} from './parts.js';
import {eventShown, eventWords} from './timewords.js';

const SORTED = ['date', 'article'];
const COLUMNS = ['date', 'article', 'text', 'findings'];

/** @param {(jobs: (() => void)[]) => void} later draws the rows, the first at once */
export function timeTable(state, send, later) {
  const {by, down} = state.timelineSort;
  const events = [...eventsOf(state.report)];
  if (by === 'article') events.sort((a, b) => a.article - b.article || a.id - b.id);
  if (down) events.reverse();
  const heads = COLUMNS.map((column) => h('th', {scope: 'col', 'aria-sort': column === by && (down ? 'descending' : 'ascending')}, SORTED.includes(column)
    ? h('button', {type: 'button', class: 'sort', 'data-key': `sort-${column}`, title: M.timeline.sort(M.timeline.columns[column]), onclick: () => send({type: 'timeline-sorted', by: column})}, M.timeline.columns[column], h('span', {class: 'sort__sign', 'aria-hidden': 'true'}, column === by && (down ? '▾' : '▴')))
    : M.timeline.columns[column]));
  const body = h('tbody');
  later(events.map((event) => () => body.append(row(state, event, send))));
  return h('div', {class: 'table'}, h('table', {class: 'chart__rows'}, h('caption', {class: 'unseen'}, M.timeline.caption), h('thead', null, h('tr', null, heads)), body));
}

function row(state, event, send) {
  const article = articleAt(state, event.article);
  const from = `time-row-${event.id}`;
  const findings = event.findings.map((id) => itemOf(state.report, 'findings', id));
  return h('tr', null,
    h('th', {scope: 'row'}, M.timeline.when(event), h('span', {class: 'forms'}, M.timeline.precisions[event.precision])),
    h('td', null, article && h('button', {type: 'button', class: 'jump', 'data-key': from, 'aria-label': M.showPassage(letterOf(article)), title: M.showPassage(letterOf(article)), onclick: () => send(eventShown(event, from))}, letter(article))),
    h('td', null, event.text ?? M.timeline.published, event.text && h('span', {class: 'forms'}, eventWords(state, event))),
    h('td', null, findings.map((finding) => findingLink(state, finding, send))));
}

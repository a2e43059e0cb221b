/**
 * The card of an event. In: the state, an event and `send`; out: when and in which article, the sentence, what kind of thing it is, and the ways to its passage and
 * to the findings about it. Example: `eventCard(state, event, send)`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {articleAt, shortName} from '../select.js';
import {action, findingLink, letter} from './parts.js';
import {eventShown, eventWords} from './timewords.js';

export function eventCard(state, event, send) {
  const article = articleAt(state, event.article);
  const findings = state.report.findings.filter(({id}) => event.findings.includes(id));
  return [
    h('p', {class: 'chart-card__head'}, letter(article), h('strong', null, M.timeline.when(event)), h('span', {class: 'hint'}, article && shortName(state, article))),
    h('p', {class: 'chart-card__text', dir: 'auto'}, event.text ?? M.timeline.published),
    event.text && h('p', {class: 'hint'}, eventWords(state, event)),
    findings.length > 0 && h('div', {class: 'links'}, findings.map((finding) => findingLink(state, finding, send))),
    action('jump', M.showInText, () => send(eventShown(event, `time-${event.id}`)))];
}

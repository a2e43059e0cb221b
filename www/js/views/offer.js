/**
 * What another page hands over, before it is taken. In: the root and `send`; out: a dialog that names the sender as the browser knows it, with title, length and
 * the beginning of the text, and asks. Example: `offer(root, send)(state)`. Limits: closing it in any way but by the button says no.
 */

import {fill, h} from '../dom.js';
import {words} from '../limits.js';
import {M} from '../messages.js';
import {action, dateText, whenChanged} from './parts.js';

/** Most characters of the text that are shown. */
const SHOWN = 700;

export function offer(root, send) {
  root.addEventListener('close', () => send({type: 'offer-declined'}));
  return whenChanged((state) => [state.offer], ({offer: made}) => {
    if (!made) return root.close();
    const {title, outlet, date, text} = made.article;
    fill(root, h('div', {class: 'help__body'},
      h('h2', {id: 'offer-title'}, M.ways.offer.title),
      h('p', null, M.ways.offer.from, ' ', h('strong', {class: 'offer__origin', dir: 'ltr'}, made.origin)),
      h('div', {class: 'offer__article'},
        h('p', {class: 'offer__name', dir: 'auto'}, title ?? M.untitled),
        h('p', {class: 'hint'}, [outlet, dateText(date), M.words(words(text))].filter(Boolean).join(' · ')),
        h('p', {class: 'offer__text', dir: 'auto'}, text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)),
      h('div', {class: 'offer__actions'},
        action('close', M.ways.offer.no, () => root.close()),
        action('add', M.ways.offer.yes, () => send({type: 'offer-taken'}), {class: 'quiet quiet--main', autofocus: true}))));
    return root.showModal();
  });
}

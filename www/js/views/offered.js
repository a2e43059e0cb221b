/**
 * A session that waits to be opened. In: the root, the state and `send`; out: a dialog that says what is in it and asks; Escape keeps what is
 * here. Example: `offered(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {contents} from '../session.js';
import {whenChanged} from './parts.js';

/** So many titles are listed. */
const MOST = 8;

export function offered(root, send) {
  root.addEventListener('cancel', () => send({type: 'session-declined'}));
  return whenChanged((state) => [state.offered], ({offered: offer}) => {
    if (!offer) return root.close();
    const {articles, ...counts} = contents(offer.session);
    const titles = articles.slice(0, MOST).map(({title, outlet}) => h('li', {dir: 'auto'}, outlet && h('strong', null, outlet, ' '), title ?? M.taking.offered.untitled));
    fill(root, h('div', {class: 'help__body'},
      h('h2', {id: 'offered-title'}, M.taking.offered[offer.from]),
      h('p', null, M.taking.offered.holds({articles: articles.length, ...counts})),
      h('ul', {class: 'offered__titles'}, titles, articles.length > MOST && h('li', {class: 'hint'}, M.taking.offered.more(articles.length - MOST))),
      h('p', {class: 'hint'}, M.taking.offered.replaces),
      h('div', {class: 'offered__buttons'},
        h('button', {type: 'button', class: 'quiet', autofocus: true, onclick: () => send({type: 'session-declined'})}, M.taking.offered.keep),
        h('button', {type: 'button', class: 'quiet quiet--main', onclick: () => send({type: 'session-opened'})}, M.taking.offered.open))));
    return root.open || root.showModal();
  });
}

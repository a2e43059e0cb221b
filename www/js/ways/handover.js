/**
 * A page that is handed over by the bookmark. In: a message of the window that opened this one; out: an offer to be shown to the reader, or the reason why there
 * is none. The message is hostile: only its known fields, of limited length, are read; the sender is told by the browser, not by the message; nothing is
 * added before the reader has said so. Example: `offerOf({type: 'crosscheck-page', version: 1, html, text, title, address}, 'https://echo.example')`.
 */

import {addressOf, line} from './head.js';
import {articlesOf} from './markup.js';

/** What stands behind the page's address when the bookmark opens it. */
export const ADDED = '#handover';
export const VERSION = 1;
/** Most characters of markup, or of text, that are taken. */
export const HTML = 8_000_000;

const isText = (value) => typeof value === 'string' && value.length <= HTML;

/** @returns {{origin: string, article: object}|{code: string}} */
export function offerOf(data, origin) {
  const {type, version, html, text, title, address} = data !== null && typeof data === 'object' ? data : {};
  if (type !== 'crosscheck-page' || version !== VERSION || !isText(html) || !isText(text) || !isText(title) || !isText(address)) return {code: 'handover'};
  const [read] = articlesOf(html);
  const article = read ?? (text.trim() ? {text, removed: [], outlet: null, date: null} : null);
  if (!article) return {code: 'empty'};
  // The page may say what it likes; its address is believed as far as the browser says the same.
  const own = addressOf(address);
  return {origin, article: {...article, title: article.title ?? line(title), address: own && new URL(own).origin === origin ? own : null}};
}

/** Waits for the page that opened this one, once, and only when the bookmark opened it. */
export function awaitHandover(send) {
  const {opener} = globalThis;
  if (!opener || location.hash !== ADDED) return;
  history.replaceState(null, '', location.pathname + location.search);
  const hear = ({source, data, origin}) => {
    if (source !== opener) return;
    removeEventListener('message', hear);
    const offer = offerOf(data, origin);
    send(offer.code ? {type: 'input-refused', refusals: [{name: line(origin), code: offer.code}]} : {type: 'offer-made', offer});
  };
  addEventListener('message', hear);
  // Says only that the page is here, so it may go to whoever opened it.
  opener.postMessage({type: 'crosscheck-ready'}, '*');
}

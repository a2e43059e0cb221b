/**
 * What the core has to say of one article: no date, another language. In: a root; out: an update that shows it at the article itself. Example: `articleNotices(root)(state, article)`.
 */

import {fill, h} from '../dom.js';
import {reportIndex} from '../select.js';
import {whenChanged} from './parts.js';

export function articleNotices(root) {
  return whenChanged((state, article) => [state.report, article], (state, article) => {
    const at = state.report ? reportIndex(state, article) : -1;
    const told = at < 0 ? [] : state.report.notices.filter((notice) => notice.article === at);
    root.hidden = !told.length;
    fill(root, told.map(({text}) => h('p', {class: 'hint'}, text)));
  });
}

/** The language of an article's text: English as far as is known, not stated where it is plainly another. */
export function languageOf(state, article) {
  const at = state.report ? reportIndex(state, article) : -1;
  const found = at < 0 ? undefined : state.report.articles[at].language;
  return found === undefined ? 'en' : (found ?? '');
}

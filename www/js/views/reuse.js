/**
 * Words that articles share. In: the state and `send`; out: by pair of articles how many stretches stand in both, how many words, the longest, how much of
 * it is quoted speech; on request each stretch with the way to both places. Example: `reuse(state, send)`.
 */

import {fill, h} from '../dom.js';
import {sharedOf} from '../matrix.js';
import {M} from '../messages.js';
import {articleAt, letterOf} from '../select.js';
import {letter} from './parts.js';

/** Longest stretch shown here whole, in characters. */
const LONG = 240;

export function reuse(state, send) {
  if (!state.report) return null;
  const pairs = sharedOf(state.report);
  return h('section', {class: 'topic', 'aria-label': M.reuse.title},
    h('h3', {class: 'topic__title'}, M.reuse.title), h('p', {class: 'hint'}, pairs.length ? M.reuse.intro : M.reuse.none),
    h('ul', {class: 'reuse__pairs'}, pairs.map((pair) => entry(state, pair, send))));
}

function entry(state, {articles, runs, words, longest, quoted}, send) {
  const key = `reuse-${articles.join('-')}`;
  const body = h('ul', {class: 'reuse__runs'});
  const draw = (event) => event.target.open && !body.firstChild && fill(body, runs.map((run, i) => stretch(state, run, `${key}-${i}`, send)));
  return h('li', null, h('details', {class: 'fold', ontoggle: draw}, h('summary', {'data-key': key},
    h('span', {class: 'letters'}, articles.map((index) => letter(articleAt(state, index)))), h('span', null, M.reuse.pair(runs.length, words, longest)),
    quoted > 0 && h('span', {class: 'hint'}, M.reuse.quoted(quoted, words))), body));
}

function stretch(state, run, key, send) {
  const {article, start, end} = run.a;
  const text = state.report.articles[article].text.slice(start, end);
  const places = [run.a, run.b];
  return h('li', {class: 'reuse__run'}, h('blockquote', {dir: 'auto'}, text.length > LONG ? `${text.slice(0, LONG)}…` : text),
    h('div', {class: 'reuse__jumps'}, h('span', {class: 'hint'}, M.words(run.words), run.quoted && [', ', M.reuse.speech]), places.map((place, at) => {
      const own = articleAt(state, place.article);
      const from = `${key}-${at}`;
      return own && h('button', {type: 'button', class: 'jump', 'data-key': from, 'aria-label': M.showPassage(letterOf(own)), title: M.showPassage(letterOf(own)),
        onclick: () => send({type: 'mentions-shown', label: M.reuse.label, from, places, at, tab: 'claims'})}, letter(own));
    })));
}

/**
 * What narrows the quotations. In: the state and `send`; out: a choice with counts, a field for words or speakers, and the articles. The
 * controls stay while the list changes, so that typing is not disturbed. Example: `quoteFilters(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {quoteFilterOf} from '../quoting.js';
import {countsOf, saidIn, SHOWN} from '../quotations.js';
import {choices} from './filters.js';
import {whenChanged} from './parts.js';

export function quoteFilters(root, send) {
  const changed = ({target}) => send({type: 'quotations-filtered', name: target.name, value: target.value});
  const counts = SHOWN.map(() => h('span', {class: 'count'}));
  const shows = SHOWN.map((value, i) => h('button', {type: 'button', class: 'switch', 'data-key': `show-${value}`, onclick: () => send({type: 'quotations-filtered', name: 'show', value})}, M.quotations.shows[value], ' ', counts[i]));
  const text = h('input', {type: 'search', name: 'text', autocomplete: 'off', spellcheck: 'false', oninput: changed});
  const article = h('select', {name: 'article', onchange: changed});
  root.append(h('div', {class: 'switches', role: 'group', 'aria-label': M.quotations.show}, shows),
    h('div', {class: 'filters__fields'}, [[M.quotations.find, text], [M.filter.article, article]].map(([label, field]) => h('label', {class: 'field'}, h('span', null, label), field))));

  const draw = whenChanged((state) => [state.report, state.quoteFilter, state.articles], (state) => {
    const {statements, indirect} = saidIn(state.report);
    root.hidden = !statements.length && !indirect.length;
    if (root.hidden) return;
    const found = countsOf(state.report, quoteFilterOf(state));
    SHOWN.forEach((value, i) => {
      counts[i].textContent = M.number(found[value]);
      shows[i].setAttribute('aria-pressed', String(state.quoteFilter.show === value));
    });
    fill(article, choices.article(state).map(([value, label]) => h('option', {value}, label)));
    article.value = state.quoteFilter.article;
    if (article.selectedIndex < 0) article.value = '';
  });
  return (state) => {
    draw(state);
    if (text.value !== state.quoteFilter.text) text.value = state.quoteFilter.text;
  };
}

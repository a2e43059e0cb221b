/**
 * What narrows the matrix. In: the state and `send`; out: a choice with counts, the articles, and what an article does with a claim. The controls
 * stay while the rows change. Example: `claimFilters(root, send)(state)`.
 */

import {CLAIM_FILTER, claimFilterOf} from '../claiming.js';
import {fill, h} from '../dom.js';
import {countsOf, SHOWN, STANCES} from '../matrix.js';
import {M} from '../messages.js';
import {choices} from './filters.js';
import {whenChanged} from './parts.js';

export function claimFilters(root, send) {
  const changed = ({target}) => send({type: 'claims-filtered', name: target.name, value: target.value});
  const counts = SHOWN.map(() => h('span', {class: 'count'}));
  const shows = SHOWN.map((value, i) => h('button', {type: 'button', class: 'switch', onclick: () => send({type: 'claims-filtered', name: 'show', value})}, M.claims.shows[value], ' ', counts[i]));
  const article = h('select', {name: 'article', onchange: changed});
  const stance = h('select', {name: 'stance', onchange: changed}, [['', M.any], ...STANCES.map((name) => [name, M.claims.stances[name]])].map(([value, label]) => h('option', {value}, label)));
  const reset = h('button', {type: 'button', class: 'link', onclick: () => send({type: 'claims-reset'})}, M.filter.reset);
  root.append(h('div', {class: 'switches', role: 'group', 'aria-label': M.claims.show}, shows),
    h('div', {class: 'filters__fields'}, [[M.filter.article, article], [M.claims.stance, stance]].map(([label, field]) => h('label', {class: 'field'}, h('span', null, label), field))), reset);

  return whenChanged((state) => [state.report, state.claimFilter, state.articles], (state) => {
    root.hidden = !state.report?.claims.length;
    if (root.hidden) return;
    const found = countsOf(state.report, claimFilterOf(state));
    SHOWN.forEach((value, i) => {
      counts[i].textContent = M.number(found[value]);
      shows[i].setAttribute('aria-pressed', String(state.claimFilter.show === value));
    });
    fill(article, choices.article(state).map(([value, label]) => h('option', {value}, label)));
    article.value = state.claimFilter.article;
    if (article.selectedIndex < 0) article.value = '';
    stance.value = state.claimFilter.stance;
    reset.hidden = Object.entries(CLAIM_FILTER).every(([name, value]) => state.claimFilter[name] === value);
  });
}

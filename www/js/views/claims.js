/**
 * The matrix of claims. In: the state and `send`; out: the choice, how many claims there are, a grid with a row a claim and a column an
 * article, and below it the stretches that articles share. Arrow keys go from cell to cell; opening a row touches that row alone.
 * Example: `claims(root, send)(state)`.
 */

import {claimFilterOf} from '../claiming.js';
import {fill, h} from '../dom.js';
import {GROUPS, rowsOf, shownRows} from '../matrix.js';
import {M} from '../messages.js';
import {articleAt, letterOf, shortName} from '../select.js';
import {claimFilters} from './claimfilters.js';
import {claimRow, claimDetail} from './claimrow.js';
import {grid} from './grid.js';
import {focusControl, focusedKey, letter, whenChanged} from './parts.js';
import {reuse} from './reuse.js';
import {finishLists, pieces} from './slices.js';

/** Rows drawn at once; the others follow. */
const AT_ONCE = 16;

export function claims(root, send) {
  const [filterRoot, count, table, more, shared] = ['claim-filters', 'claim-count', 'matrix', 'claim-more', 'reuse'].map((name) => h('div', {class: name}));
  root.append(filterRoot, count, table, more, shared);
  const updateFilters = claimFilters(filterRoot, send);
  const keep = grid(table);
  let rows = new Map();
  const rest = pieces(AT_ONCE);
  let latest = null;
  const mark = () => {
    for (const [key, entry] of rows) open(entry, latest.openClaims.includes(key), latest, send);
  };

  const draw = whenChanged((state) => [state.report, state.claimFilter, state.claimRows, state.articles], (state) => {
    const focus = focusedKey(table);
    const all = state.report ? shownRows(state.report, claimFilterOf(state)) : [];
    const shown = all.slice(0, state.claimRows);
    rows = new Map();
    fill(count, h('p', {class: 'hint'}, countLine(state, all.length)));
    const jobs = [];
    fill(table, shown.length > 0 && matrix(state, shown, rows, jobs, send));
    fill(more, all.length > shown.length && h('button', {type: 'button', class: 'quiet', onclick: () => send({type: 'claims-extended'})}, M.claims.more(all.length - shown.length)));
    fill(shared, reuse(state, send));
    rest.begin(jobs, () => {
      mark();
      keep();
    });
    if (focus) finishLists();
    if (focus) focusControl(table.querySelector(`[data-key="${CSS.escape(focus)}"]`) ? table : root.closest('[tabindex]') ?? root, focus);
  });

  return (state) => {
    latest = state;
    updateFilters(state);
    draw(state);
    mark();
  };
}

function countLine(state, shown) {
  if (!state.report) return M.nothing;
  const all = rowsOf(state.report);
  if (!all.length) return M.claims.none;
  if (!shown) return M.claims.noneShown;
  const counts = GROUPS.map((group) => M.claims.groupCounts[group](all.filter((row) => row.group === group).length));
  return [M.claims.count(all.length, counts), shown < all.length && [' ', M.shownOf(shown, all.length)]];
}

function matrix(state, shown, rows, jobs, send) {
  const columns = state.compared.map((_, index) => index);
  const body = GROUPS.map((group) => [group, shown.filter((row) => row.group === group)]).filter(([, list]) => list.length);
  // The roles are said aloud, since rows that are laid out as cards are no table to some browsers.
  return h('div', {class: 'matrix__scroll'}, h('table', {class: 'matrix__table', role: 'grid', 'aria-label': M.claims.label, 'aria-colcount': columns.length + 1},
    h('thead', {role: 'rowgroup'}, h('tr', {role: 'row'}, h('th', {role: 'columnheader', scope: 'col', class: 'matrix__corner', 'data-cell': true}, M.claims.claim),
      columns.map((index) => h('th', {role: 'columnheader', scope: 'col', class: 'matrix__column', 'data-cell': true, title: nameAt(state, index)}, letter(articleAt(state, index)), h('span', {class: 'unseen'}, ' ', nameAt(state, index)))))),
    body.map(([group, list]) => {
      const drawn = h('tbody', {role: 'rowgroup'},
        h('tr', {role: 'row', class: 'matrix__group'}, h('th', {role: 'rowheader', scope: 'rowgroup', colspan: columns.length + 1, 'data-cell': true}, h('span', null, M.claims.groups[group], ' ', h('span', {class: 'count'}, list.length)))));
      jobs.push(...list.map((row) => () => {
        const element = claimRow(state, row, columns, send);
        rows.set(row.key, {element, row, columns, detail: null});
        drawn.append(element);
      }));
      return drawn;
    })));
}

function nameAt(state, index) {
  const article = articleAt(state, index);
  return article ? (shortName(state, article) ?? M.claims.article(letterOf(article))) : '';
}

/** Opens or closes one row, and leaves the others alone. */
function open(entry, on, state, send) {
  if ((entry.detail !== null) === on) return;
  entry.element.querySelector('.claim__open').setAttribute('aria-expanded', String(on));
  entry.element.toggleAttribute('data-open', on);
  entry.detail?.remove();
  entry.detail = on ? claimDetail(state, entry.row, entry.columns, send) : null;
  if (on) entry.element.after(entry.detail);
}

/**
 * How many articles stand in the reading view, and which. In: a state and an action; out: the next state. Pure; state.js joins the actions to its own.
 * `current` is the article that keys and clicks are about; with two side by side `beside` is the other one, and `side` says on which side the
 * current one stands. Example: `reduce(state, {type: 'layout-chosen', layout: 'two'})`. Limits: on a narrow screen one is shown whatever the layout.
 */

export const LAYOUTS = ['one', 'two', 'all'];

/** What the state knows about the reading view at first. */
export const readingAtFirst = () => ({layout: 'one', beside: null, side: 0, /** Whether two articles scroll together. */ linked: true});

export const readingActions = {
  'layout-chosen': (state, {layout}) => (LAYOUTS.includes(layout) ? {...state, layout, editing: false, region: 'reader', card: null, flash: null} : state),
  'layout-stepped': (state) => readingActions['layout-chosen'](state, {layout: LAYOUTS[(LAYOUTS.indexOf(state.layout) + 1) % LAYOUTS.length]}),
  /** The focus came into the pane of an article. */
  /** The focus may come back to a pane whose article has just gone. */
  'pane-entered': (state, {id}) => (state.current === id || !state.articles.some((article) => article.id === id) ? state : {...state, current: id}),
  'link-switched': (state) => ({...state, linked: !state.linked}),
  /** Another article in one of two places. */
  'pane-changed': (state, {id, to}) => (id === state.current ? {...state, current: to, flash: null, card: null} : {...state, beside: to === state.current ? state.current : to, current: to === state.current ? id : state.current, flash: null, card: null}),
};

/** Keeps two places filled after any action: what was beside and is chosen becomes current where it stands. */
export function followPanes(before, next) {
  if (next.layout !== 'two') return next;
  const exists = (id) => id !== null && next.articles.some((article) => article.id === id);
  const swapped = before.layout === 'two' && next.current !== before.current && next.current === next.beside && exists(before.current);
  const kept = swapped ? {...next, beside: before.current, side: 1 - before.side} : next;
  if (exists(kept.beside) && kept.beside !== kept.current) return kept;
  const at = kept.articles.findIndex(({id}) => id === kept.current);
  const other = kept.articles[at + 1] ?? kept.articles[at - 1];
  return {...kept, beside: other?.id ?? null, side: other && kept.articles.indexOf(other) < at ? 1 : 0};
}

/** Where a finding is looked at, its other passage stands beside it. */
export function withPartner(state, article, finding) {
  if (state.layout !== 'two' || !finding) return state;
  const ids = finding.evidence.map((evidence) => state.compared[evidence.article]?.id);
  const partner = ids.find((id) => id !== article && id !== undefined);
  if (partner === undefined || partner === state.beside || (partner === state.current && article === state.beside)) return state;
  const first = ids.indexOf(article) < ids.indexOf(partner) ? 0 : 1;
  return {...state, current: article, beside: partner, side: first};
}

/** The articles in the reading view, in their places.
 * @returns {number[]} */
export function panesOf(state, narrow = false) {
  if (state.current === null) return [];
  if (narrow || state.editing || state.layout === 'one') return [state.current];
  if (state.layout === 'all') return state.articles.map(({id}) => id);
  if (state.beside === null) return [state.current];
  return state.side === 0 ? [state.current, state.beside] : [state.beside, state.current];
}

/**
 * The state and its one reducer. In: a state and an action; out: the next state. Pure: no clock, no document, no engine.
 * Example: `reduce(initial(), {type: 'tab-chosen', tab: 'names'}).tab === 'names'`. What is derived from the state
 * stands in select.js, actions on what comes in in adding.js, on names in naming.js, on quotations in quoting.js, on reviews in
 * reviewing.js, on the layout in reading.js, on the search in searching.js. Limits: one step of undo,
 * for what deletes and for corrections.
 */

import {chartActions, chartsAtFirst} from './charting.js';
import {addingActions, addingAtFirst} from './adding.js';
import {change, fresh, freeHue, kept} from './articles.js';
import {claimActions, claimsAtFirst} from './claiming.js';
import {GROUPS} from './marks.js';
import {ARTICLES, split} from './limits.js';
import {keepingActions, keepingAtFirst, swapped} from './keeping.js';
import {followNames, nameActions, namesAtFirst} from './naming.js';
import {quotationActions, quotationsAtFirst} from './quoting.js';
import {followPanes, readingActions, readingAtFirst, withPartner} from './reading.js';
import {reviewActions, reviewsAtFirst} from './reviewing.js';
import {searchActions, searchAtFirst} from './searching.js';
import {findingById, flatOrder, isCompared, keyOf, reviewOf} from './select.js';

/**
 * @typedef {{title: string, count?: number}} Undo
 */

export const FILTER = {severity: 'low', kind: '', article: '', entity: '', scope: '', review: ''};

export function initial() {
  return {
    /** @type {import('./articles.js').Article[]} */ articles: [],
    examples: [],
    nextId: 1,
    current: null,
    editing: false,
    report: null,
    /** What the report was made from, in its order: `{id, text}`. */
    compared: [],
    ms: null,
    engine: 'starting',
    rules: [],
    version: null,
    exports: false,
    fault: null,
    finding: null,
    kinds: {...GROUPS},
    filter: {...FILTER},
    tab: 'findings',
    region: 'panel',
    theme: 'system',
    keys: true,
    flash: null,
    back: null,
    card: null,
    undo: null,
    note: null,
    ...addingAtFirst(),
    ...keepingAtFirst(),
    ...namesAtFirst(),
    ...quotationsAtFirst(),
    ...readingAtFirst(),
    ...reviewsAtFirst(),
    ...claimsAtFirst(),
    ...chartsAtFirst(),
    ...searchAtFirst(),
  };
}

/** The page's only transition function; an action it does not know leaves the state as it is. */
export function reduce(state, action) {
  const done = Object.hasOwn(actions, action.type) ? actions[action.type](state, action) : state;
  const next = done === state ? state : followPanes(state, done);
  return next.articles === state.articles ? next : {...next, articles: lettered(next.articles)};
}

/** Letters go by place among the compared articles, as in the core's own sentences ("article C"); hues stay. */
function lettered(articles) {
  let next = 0;
  return articles.map((article) => {
    const letter = isCompared(article) ? next++ : null;
    return article.letter === letter ? article : {...article, letter};
  });
}

const actions = {
  ...addingActions,
  ...keepingActions,
  ...nameActions,
  ...quotationActions,
  ...readingActions,
  ...reviewActions,
  ...claimActions,
  ...chartActions,
  ...searchActions,
  'examples-loaded': (state, {articles}) => withArticles({...state, examples: articles}, articles),
  'examples-restored': (state) => ({...withArticles(state, state.examples), undo: kept(state, 'restored')}),
  'article-added': (state) => {
    if (state.articles.length >= ARTICLES) return {...state, note: {kind: 'too-many'}};
    const blank = state.articles.find((article) => article.text === '');
    if (blank) return {...state, current: blank.id, editing: true, region: 'reader', card: null};
    const article = fresh(state, {text: ''});
    return {...state, articles: [...state.articles, article], nextId: state.nextId + 1, current: article.id, editing: true, region: 'reader', card: null, note: null};
  },
  'own-begun': (state) => actions['article-added']({...state, articles: [], current: null, undo: kept(state, 'cleared')}),
  'article-changed': (state, {id, text}) => {
    const before = state.articles.find((article) => article.id === id)?.text ?? '';
    // What was said of one text does not hold for another that is pasted in its place.
    const head = isOther(before, text) ? {title: null, outlet: null, date: null, address: null, removed: []} : {};
    return {...state, articles: change(state, id, {text, ...head}), note: null};
  },
  'article-pasted': (state, {id, text}) => pasted(state, id, text),
  'article-removed': (state, {id}) => removed(state, id),
  'article-described': (state, {id, name, value}) => ({...state, articles: change(state, id, {[name]: value || null})}),
  'article-hidden': (state, {id, hidden}) => ({...state, articles: change(state, id, {hidden})}),
  'articles-cleared': (state) => ({...state, articles: [], current: null, editing: false, card: null, undo: kept(state, 'cleared')}),
  undone: (state) => (state.undo ? undone(state) : state),
  'undo-passed': (state) => ({...state, undo: state.undo && {...state.undo, shown: false}}),
  'article-chosen': (state, {id}) => ({...state, current: id, editing: blankOf(state, id), region: 'reader', flash: null, card: null}),
  'article-stepped': (state, {by}) => {
    const at = state.articles.findIndex((article) => article.id === state.current);
    const next = state.articles[at + by];
    return next ? actions['article-chosen'](state, next) : state;
  },
  'editing-switched': (state, {on}) => ({...state, editing: on, region: 'reader', card: null}),
  'engine-changed': (state, {engine, info}) => ({...state, engine, ...info}),
  'report-arrived': (state, action) => arrived(state, action),
  'check-stopped': (state) => ({...state, fault: {kind: 'stopped'}}),
  'report-cleared': (state) => ({...state, report: null, compared: [], finding: null, card: null, fault: null}),
  'check-failed': (state, {kind, reason}) => ({...state, fault: {kind, reason}}),
  /** What is asked for is shown, whatever the filter. */
  'finding-opened': (state, {id}) => ({...state, finding: id, tab: 'findings', region: 'panel', card: null, dismissing: null, filter: isHidden(state, id) ? {...FILTER, severity: 'info'} : state.filter}),
  'finding-toggled': (state, {id}) => ({...state, finding: state.finding === id ? null : id, card: null, dismissing: null}),
  'finding-stepped': (state, {by}) => {
    const order = flatOrder(state);
    const at = order.indexOf(state.finding);
    const next = at < 0 ? order[0] : order[Math.min(order.length - 1, Math.max(0, at + by))];
    return next === undefined ? state : actions['finding-opened'](state, {id: next});
  },
  'passage-shown': (state, {article, start, end, finding}) => ({
    ...withPartner(state, article, findingById(state, finding)), current: article, editing: false, region: 'reader', card: null, back: finding ?? null, tour: null, flash: {article, start, end, finding: finding ?? null},
  }),
  'went-back': (state) => {
    if (state.tour) return {...state, tour: null, tab: state.tour.tab, region: 'panel', card: null};
    return state.back === null ? state : {...actions['finding-opened'](state, {id: state.back}), back: null};
  },
  'kind-switched': (state, {kind}) => ({...state, kinds: {...state.kinds, [kind]: !state.kinds[kind]}, card: null}),
  'filter-changed': (state, {name, value}) => ({...state, filter: {...state.filter, [name]: value}}),
  'filter-reset': (state) => ({...state, filter: {...FILTER, severity: 'info'}}),
  'tab-chosen': (state, {tab}) => ({...state, tab, region: 'panel'}),
  'region-chosen': (state, {region}) => ({...state, region, card: null}),
  /** Something to be said once, by the status line. */
  told: (state, {text}) => ({...state, note: {kind: 'told', text}}),
  'keys-switched': (state, {on}) => ({...state, keys: on}),
  'theme-chosen': (state, {theme}) => ({...state, theme}),
  /** A card the reader asked for is not replaced by one that the pointer happens to rest on. */
  'card-opened': (state, {marks, anchor, hover = false}) => (hover && state.card && !state.card.hover ? state : {...state, card: {marks, anchor, hover}}),
  'hover-ended': (state) => (state.card?.hover ? {...state, card: null} : state),
  'card-closed': (state) => (state.card ? {...state, card: null} : state),
};

function withArticles(state, given) {
  const articles = [];
  given.forEach((entry, i) => articles.push(fresh(state, entry, i, articles)));
  return {...state, articles, nextId: state.nextId + given.length, current: articles[0]?.id ?? null, editing: false, card: null, note: null};
}

/** Whether a text was replaced as a whole, rather than edited: neither its beginning nor its end is left. */
function isOther(before, text) {
  const ends = 40;
  return before !== '' && before.slice(0, ends) !== text.slice(0, ends) && before.slice(-ends) !== text.slice(-ends);
}

function blankOf(state, id) {
  return state.articles.find((article) => article.id === id)?.text === '';
}

/** A text pasted into an empty article is cut into several where separator lines say so; otherwise it is one text. */
function pasted(state, id, text) {
  const pieces = split(text);
  if (pieces.length < 2) return actions['article-changed'](state, {id, text});
  const total = state.articles.length - 1 + pieces.length;
  if (total > ARTICLES) return {...actions['article-changed'](state, {id, text}), note: {kind: 'too-many-pieces', count: total}};
  let next = {...state, articles: change(state, id, {text: pieces[0]})};
  for (const piece of pieces.slice(1)) {
    next = {...next, articles: [...next.articles, fresh(next, {text: piece})], nextId: next.nextId + 1};
  }
  return {...next, editing: false, note: {kind: 'split', count: pieces.length}};
}

function removed(state, id) {
  const at = state.articles.findIndex((article) => article.id === id);
  if (at < 0) return state;
  const articles = state.articles.filter((article) => article.id !== id);
  const current = state.current === id ? (articles[Math.min(at, articles.length - 1)]?.id ?? null) : state.current;
  return {...state, articles, current, editing: false, card: null, undo: kept(state, 'removed')};
}

/** Brings back what was removed; what was typed since stays as it is, in a hue of its own. */
function undone(state) {
  if (state.undo.before.whole) return swapped(state);
  if (!state.undo.before.articles) return {...state, ...state.undo.before, undo: null};
  const {articles, current} = state.undo.before;
  const now = new Map(state.articles.map((article) => [article.id, article]));
  const merged = articles.map((article) => now.get(article.id) ?? article);
  const known = new Set(articles.map((article) => article.id));
  const added = state.undo.kind === 'restored' ? [] : state.articles.filter((article) => !known.has(article.id) && article.text.trim() !== '');
  if (merged.length + added.length > ARTICLES) return {...state, note: {kind: 'too-many'}};
  for (const article of added) merged.push({...article, hue: freeHue(merged, article.hue)});
  return {...state, articles: merged, current: added.length ? state.current : current, editing: added.length > 0 && state.editing, card: null, undo: null, note: null};
}

/** Whether the filter keeps a finding from being shown; a dismissed one is folded away and can be opened there. */
function isHidden(state, id) {
  const finding = findingById(state, id);
  return Boolean(finding) && reviewOf(state, finding).status !== 'dismissed' && !flatOrder(state).includes(id);
}

/** The open finding stays open when the new report still has it; the first report opens the most serious one. */
function arrived(state, {report, compared, ms}) {
  const next = followNames({...state, report, compared, ms, fault: null, card: null, back: null, dismissing: null, noting: null});
  const open = state.report?.findings.find((finding) => finding.id === state.finding);
  if (!open) return {...next, finding: state.report && state.finding === null && state.report.findings.length ? null : (flatOrder(next)[0] ?? null)};
  const key = keyOf(state.report, open);
  const same = report.findings.find((finding) => keyOf(report, finding) === key);
  // What is being written about a finding goes on with it.
  const busy = (name) => (same && state[name] === open.id ? same.id : null);
  return {...next, finding: same?.id ?? flatOrder(next)[0] ?? null, dismissing: busy('dismissing'), noting: busy('noting')};
}

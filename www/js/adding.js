/**
 * Actions on what comes in. In: a state and an action; out: the next state: articles that were pasted, read from files or handed over, what of them
 * could not be taken, parts that were left out and are put back, the order of the articles. Pure; state.js joins them to its own.
 * Example: `reduce(state, {type: 'articles-put', articles: [{text}]})`. Limits: as state.js.
 */

import {change, fresh, kept} from './articles.js';
import {ARTICLES} from './limits.js';
import {putBack, takeOut} from './removed.js';

/** What the state knows of ways in at first. */
export const addingAtFirst = () => ({
  /** Files that are being read. */ reading: 0,
  /** @type {{name: string|null, code: string, taken?: boolean}[]} What could not be taken, or only with a remark. */ refusals: [],
  /** What another page hands over, until the reader has said yes or no. */ offer: null,
  /** The article whose card shows the fields of its head. */ describing: null,
});

export const addingActions = {
  'articles-put': (state, action) => put(state, action),
  'reading-changed': (state, {count}) => ({...state, reading: count}),
  'input-refused': (state, {refusals}) => ({...state, refusals, note: null}),
  'refusals-dismissed': (state) => ({...state, refusals: []}),
  'article-moved': (state, {id, by}) => moved(state, id, by),
  'part-switched': (state, {id, at, on}) => switched(state, id, at, on),
  'describing-switched': (state, {id}) => ({...state, describing: id, current: id ?? state.current}),
  'offer-made': (state, {offer}) => ({...state, offer}),
  'offer-declined': (state) => ({...state, offer: null}),
  'offer-taken': (state) => (state.offer ? put({...state, offer: null}, {articles: [state.offer.article]}) : state),
};

/** Whether the articles are the examples as they came, so that the reader's own take their place. */
function isUntouched({articles, examples}) {
  return examples.length > 0 && articles.length === examples.length && articles.every(({text}, i) => text === examples[i].text);
}

/**
 * Puts articles in: the first into an empty article where there is one, the others behind it. Where they are too many, as many as fit are
 * taken and the others told of; what was pasted stands nowhere else, so it is kept whole as one article.
 */
function put(state, {articles: given, into = null, refusals = [], whole = false}) {
  if (!given.length) return {...state, refusals};
  const away = into === null && isUntouched(state);
  const base = away ? {...state, articles: [], current: null, undo: kept(state, 'put-away')} : state;
  const blank = base.articles.find(({id, text}) => (into === null ? text === '' : id === into));
  const room = ARTICLES - base.articles.length + (blank ? 1 : 0);
  const tooMany = given.length > room;
  if (tooMany && whole && room > 0) {
    const one = {text: given.map(({text}) => text).join('\n\n---\n\n')};
    return {...placed(base, [one], blank), editing: true, refusals, note: {kind: 'too-many-pieces', count: ARTICLES - room + given.length}};
  }
  const left = given.slice(room).map((one) => ({name: one.name ?? one.title ?? null, code: 'too-many'}));
  const next = room > 0 ? placed(base, given.slice(0, room), blank) : base;
  return {...next, refusals: [...refusals, ...left], note: room > 0 ? {kind: 'put', count: Math.min(room, given.length)} : null};
}

function placed(state, given, blank) {
  const [first, ...others] = given;
  let next = state;
  if (blank) next = {...next, articles: next.articles.map((article) => (article === blank ? {...fresh(next, first), id: blank.id, hue: blank.hue, hidden: blank.hidden} : article))};
  for (const one of blank ? others : given) next = {...next, articles: [...next.articles, fresh(next, one)], nextId: next.nextId + 1};
  const current = blank?.id ?? next.articles[state.articles.length].id;
  return {...next, current, editing: state.editing && given.length === 1 && blank !== undefined, region: 'reader', card: null, back: null, flash: null, describing: null};
}

function moved(state, id, by) {
  const at = state.articles.findIndex((article) => article.id === id);
  const to = Math.max(0, Math.min(state.articles.length - 1, at + by));
  if (at < 0 || at === to) return state;
  const articles = state.articles.toSpliced(at, 1).toSpliced(to, 0, state.articles[at]);
  return {...state, articles, card: null, note: {kind: 'moved', place: to + 1}};
}

function switched(state, id, at, on) {
  const article = state.articles.find((one) => one.id === id);
  const part = article?.removed[at];
  if (!part || Boolean(part.back) === on) return state;
  const text = on ? putBack(article.text, part) : takeOut(article.text, part);
  return {...state, articles: change(state, id, {text, removed: article.removed.with(at, {...part, back: on})}), card: null, note: null};
}

/**
 * Search in all articles, and each mention of a name. In: a state and an action, or articles and words; out: the next state, or hits by
 * article. Pure; state.js joins the actions to its own. Case, marks on letters, and the shapes of quotation marks and dashes make no difference; it is a
 * literal search and knows no language. Example: `hitsIn(text, 'walesa', {word: true})`. Limits: so many hits and no more are kept.
 */

import {namesOf} from './entities.js';

/** Most hits in all. */
export const MOST_HITS = 2000;

/** What the state knows about the search at first. */
export const searchAtFirst = () => ({search: {text: '', word: false, /** The name whose mentions are listed in place of a search. */ entity: null}});

export const searchActions = {
  'search-opened': (state) => ({...state, tab: 'search', region: 'panel', card: null, search: {...state.search, entity: null}}),
  'search-changed': (state, {text = state.search.text, word = state.search.word}) => ({...state, tour: null, search: {text, word, entity: null}}),
  'mentions-listed': (state, {key}) => ({...state, tab: 'search', region: 'panel', card: null, tour: null, search: {...state.search, entity: key}}),
  'search-left': (state) => ({...state, tour: null, tab: 'findings', search: {...state.search, entity: null, text: ''}}),
};

/** The entity a key stands for: a name by its key, anything else by what it is called. */
export function entityOf(report, key) {
  return namesOf(report).get(key) ?? report?.entities.find(({name}) => name === key) ?? null;
}

const foldMemo = new Map();
const foundMemo = {key: [], value: null};

/** @typedef {{id: number, start: number, end: number, form?: string}} Hit
 * All hits in the order of the articles.
 * @returns {{hits: Hit[], all: number}} */
export function foundIn(state) {
  const {text, word, entity} = state.search;
  const key = [state.articles, state.report, text, word, entity];
  if (foundMemo.value === null || key.some((value, i) => value !== foundMemo.key[i])) {
    foundMemo.key = key;
    foundMemo.value = entity === null ? searched(state.articles, text, word) : mentioned(state, entity);
  }
  return foundMemo.value;
}

function mentioned(state, key) {
  const entity = entityOf(state.report, key);
  const hits = (entity?.mentions ?? []).map(({article, start, end, form}) => ({id: state.compared[article]?.id, start, end, form}))
    .filter(({id}) => state.articles.some((article) => article.id === id));
  hits.sort((a, b) => place(state, a.id) - place(state, b.id) || a.start - b.start);
  return {hits: hits.slice(0, MOST_HITS), all: hits.length};
}

const place = (state, id) => state.articles.findIndex((article) => article.id === id);

function searched(articles, text, word) {
  const found = articles.map((article) => hitsIn(article.text, text, {word}).map((hit) => ({id: article.id, ...hit}))).flat();
  return {hits: found.slice(0, MOST_HITS), all: found.length};
}

/** @returns {{start: number, end: number}[]} places in the text as it stands */
export function hitsIn(text, wanted, {word = false} = {}) {
  const needle = fold(wanted.trim().replace(/\s+/gu, ' ')).text;
  if (!needle) return [];
  const {text: hay, map} = folded(text);
  const hits = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
    const end = at + needle.length;
    if (word && (isLetter(hay, at - 1) || isLetter(hay, end))) continue;
    hits.push(map ? {start: map[at], end: map[end]} : {start: at, end});
  }
  return hits;
}

const isLetter = (text, at) => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** Folded texts are kept, so that each further letter of a search costs no more than a look. */
function folded(text) {
  if (!foldMemo.has(text)) {
    if (foldMemo.size > 40) foldMemo.clear();
    foldMemo.set(text, fold(text));
  }
  return foldMemo.get(text);
}

const SHAPES = {'‘': '\'', '’': '\'', '‚': '\'', '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '–': '-', '—': '-', '‑': '-', '‐': '-', ß: 'ss', ł: 'l', Ł: 'l', ø: 'o', Ø: 'o', đ: 'd', Đ: 'd', ı: 'i', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe'};

/** A text without case and marks on letters, and where each of its units stood; no map where every unit stands as it stood. */
function fold(text) {
  if (/^[\0-\x7f]*$/.test(text)) return {text: text.toLowerCase().replace(/\s/g, ' '), map: null};
  const parts = [];
  const map = [];
  let at = 0;
  const put = (units, size, step) => {
    parts.push(units);
    for (let i = 0; i < units.length; i += 1) map.push(at + i * step);
    at += size;
  };
  // What is between other letters is as long folded as it was, and is taken in one go.
  for (const [run, plain] of text.matchAll(/([\0-\x7f]+)|[^\0-\x7f]/gu)) {
    if (plain) put(plain.toLowerCase().replace(/\s/g, ' '), plain.length, 1);
    else put(foldedLetter(run), run.length, 0);
  }
  map.push(at);
  return {text: parts.join(''), map};
}

const letterMemo = new Map();

/** A letter that is no ASCII without its case and marks; a text has few different ones. */
function foldedLetter(letter) {
  if (!letterMemo.has(letter)) {
    const plain = SHAPES[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    letterMemo.set(letter, /^\s$/u.test(plain) ? ' ' : plain);
  }
  return letterMemo.get(letter);
}

/**
 * A session: everything of the reader's own, as a plain object of a versioned form. In: a state, or text from a file, a
 * link or this device; out: a session, or what is wrong with the text. Pure. Example: `read(write(state)).session`.
 * Limits: what was saved is hostile like any other text. It is taken whole or not at all; the report is not in it, since the core makes it anew.
 */

import {NAME_KINDS} from './entities.js';
import {ARTICLES} from './limits.js';
import {SEVERITIES} from './select.js';

export const FORMAT = 'crosscheck-session/1';
/** Most UTF-16 units of one article and of a whole session: far more than is compared, so that nothing kept is lost. */
const MOST = {text: 20_000_000, whole: 60_000_000, line: 2000, name: 500, list: 5000, key: 50_000, note: 20_000};
/** Hues of which each article has one. */
const HUES = 20;

/**
 * @typedef {{format: string, articles: object[], current: number|null, corrections: object[], reviews: object, filter: object, layout: string|null}} Session
 * @typedef {{kind: 'empty'|'not-json'|'cut'|'other'|'report'|'version'|'damaged'|'large', at?: string, found?: string}} Problem
 */

/** The session of a state; the order of the articles is theirs, and places in it stand for their numbers.
 * @returns {Session} */
export function sessionOf(state) {
  const at = (id) => state.articles.findIndex((article) => article.id === id);
  return {
    format: FORMAT,
    articles: state.articles.map(({text, title, outlet, date, address, removed, hidden, hue}) => ({title, outlet, date, address, hidden, hue, text, removed})),
    current: at(state.current) < 0 ? null : at(state.current),
    corrections: state.corrections,
    reviews: state.reviews,
    filter: {...state.filter, article: at(Number(state.filter.article)) < 0 ? null : at(Number(state.filter.article))},
    layout: typeof state.layout === 'string' ? state.layout : null,
  };
}

/** A session as the text of a file. */
export const write = (session) => `${JSON.stringify(session, null, 1)}\n`;

/** What a text holds.
 * @returns {{session: Session, problem?: undefined}|{problem: Problem, session?: undefined}} */
export function read(text) {
  if (text.trim() === '') return {problem: {kind: 'empty'}};
  if (text.length > MOST.whole) return {problem: {kind: 'large'}};
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return {problem: {kind: /^\s*\{/.test(text) ? 'cut' : 'not-json'}};
  }
  return sessionFrom(value);
}

/** A session from a value that may be anything. */
export function sessionFrom(value) {
  if (!isRecord(value) || typeof value.format !== 'string') return {problem: {kind: 'other'}};
  if (value.format.startsWith('crosscheck-report/')) return {problem: {kind: 'report'}};
  if (!value.format.startsWith('crosscheck-session/')) return {problem: {kind: 'other'}};
  if (value.format !== FORMAT) return {problem: {kind: 'version', found: value.format.slice('crosscheck-session/'.length, 40)}};
  try {
    return {session: checked(value)};
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return {problem: {kind: 'damaged', at: error.message}};
  }
}

/** What is in a session, for asking the reader before it is opened. */
export function contents(session) {
  const reviews = Object.values(session.reviews);
  return {
    articles: session.articles.map(({title, outlet, text}) => ({title: title ?? /\S[^\n]{0,110}/.exec(text.slice(0, 4000))?.[0].trim() ?? null, outlet})),
    reviews: reviews.filter(({status, followUp}) => status || followUp).length,
    notes: reviews.filter(({note}) => note).length,
    corrections: session.corrections.length,
  };
}

/** Where a value is not what it should be. */
class Damage extends Error {}

function checked(value) {
  const articles = list(value.articles, 'articles', ARTICLES).map((one, i) => article(one, `articles[${i}]`));
  const place = (given, path) => (given === null || given === undefined ? null : whole(given, path, articles.length - 1));
  return {
    format: FORMAT,
    articles,
    current: place(value.current, 'current'),
    corrections: list(value.corrections ?? [], 'corrections').map((one, i) => correction(one, `corrections[${i}]`, i)),
    reviews: reviews(value.reviews ?? {}),
    filter: filter(value.filter ?? {}, place),
    layout: value.layout === null || value.layout === undefined ? null : text(value.layout, 'layout', 40),
  };
}

function article(value, path) {
  record(value, path);
  const line = (name, most = MOST.line) => (value[name] === null || value[name] === undefined ? null : text(value[name], `${path}.${name}`, most));
  return {
    title: line('title'), outlet: line('outlet'), date: line('date', 40), address: line('address', 4000),
    hidden: value.hidden === undefined ? false : flag(value.hidden, `${path}.hidden`),
    hue: value.hue === undefined ? null : whole(value.hue, `${path}.hue`, HUES - 1),
    text: text(value.text, `${path}.text`, MOST.text),
    removed: list(value.removed ?? [], `${path}.removed`).map((one, i) => part(one, `${path}.removed[${i}]`)),
  };
}

/** A part that was left out when the article was put in. */
function part(value, path) {
  record(value, path);
  const after = value.after === null || value.after === undefined ? null : text(value.after, `${path}.after`, MOST.text);
  return {text: text(value.text, `${path}.text`, MOST.text), why: text(value.why, `${path}.why`, 40), after, back: value.back === undefined ? false : flag(value.back, `${path}.back`)};
}

function correction(value, path, i) {
  record(value, path);
  const {type, kind = null} = value;
  if (!['merge', 'split', 'kind'].includes(type)) throw new Damage(`${path}.type`);
  if (kind !== null && !NAME_KINDS.includes(kind)) throw new Damage(`${path}.kind`);
  const names = (name) => list(value[name] ?? [], `${path}.${name}`).map((one, n) => text(one, `${path}.${name}[${n}]`, MOST.name));
  return {id: i + 1, type, names: names('names'), apart: names('apart'), kind};
}

/** Only that they are reviews; what they say is checked where reviews are known. */
function reviews(value) {
  record(value, 'reviews');
  const entries = Object.entries(value);
  if (entries.length > MOST.list) throw new Damage('reviews');
  return Object.fromEntries(entries.map(([key, one], i) => [text(key, `reviews[${i}]`, MOST.key), review(one, `reviews[${i}]`)]));
}

function review(value, path) {
  record(value, path);
  const words = (name, most) => (value[name] === null || value[name] === undefined ? '' : text(value[name], `${path}.${name}`, most));
  const {status = null} = value;
  if (status !== null && status !== 'accepted' && status !== 'dismissed') throw new Damage(`${path}.status`);
  const dismissed = status === 'dismissed';
  return {
    status, reason: dismissed ? words('reason', 40) || 'other' : null, words: dismissed ? words('words', MOST.line) : '',
    followUp: value.followUp === undefined ? false : flag(value.followUp, `${path}.followUp`), note: words('note', MOST.note),
  };
}

function filter(value, place) {
  record(value, 'filter');
  const {article: at, ...rest} = value;
  const kept = Object.entries(rest).map(([name, one]) => [text(name, 'filter', 40), typeof one === 'boolean' ? one : text(one, `filter.${name}`, MOST.name)]);
  if (kept.length > 20) throw new Damage('filter');
  if (rest.severity !== undefined && !SEVERITIES.includes(rest.severity)) throw new Damage('filter.severity');
  return {...Object.fromEntries(kept), article: place(at, 'filter.article')};
}

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function record(value, path) {
  if (!isRecord(value)) throw new Damage(path);
}

function list(value, path, most = MOST.list) {
  if (!Array.isArray(value) || value.length > most) throw new Damage(path);
  return value;
}

function text(value, path, most) {
  if (typeof value !== 'string' || value.length > most) throw new Damage(path);
  return value;
}

function flag(value, path) {
  if (typeof value !== 'boolean') throw new Damage(path);
  return value;
}

function whole(value, path, most) {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new Damage(path);
  return value;
}

/**
 * Actions on what is kept and taken away: sessions that are offered and opened, remembering on this device, a share link, a new version of
 * the page. Pure; state.js joins them to its own. Example: `reduce(state, {type: 'session-opened', session})` puts the session in
 * place of what was there, which an undo brings back. Limits: as state.js.
 */

import {freeHue} from './articles.js';
import {LAYOUTS} from './reading.js';
import {reviewsFrom} from './reviewing.js';

/** What the state knows of keeping at first. */
export const keepingAtFirst = () => ({
  /** @type {{session: import('./session.js').Session, from: 'link'|'file'|'tab'}|null} A session that waits for a yes or a no. */ offered: null,
  /** @type {{kind: string, [more: string]: any}[]} What the reader must know, each until it is closed. */ notices: [],
  /** Whether work is remembered on this device: 'off', 'on', or 'failed' when the browser refuses. */ remember: 'off',
  /** Which findings are taken away: 'all', 'shown' or 'accepted'. */ takes: 'all',
  /** The last share link: `{href, length}`, or `{length}` when it is too long to be one. */ link: null,
  /** What was done last in the dialog of taking away, in a sentence. */ said: '',
  /** 'none' where there is no offline copy, 'ready' when there is one. */ offline: 'none',
});

export const keepingActions = {
  'session-offered': (state, {session, from}) => ({...without(state, ['session', 'other-tab']), offered: {session, from}}),
  'session-declined': (state) => ({...state, offered: null}),
  'session-opened': (state, {session = state.offered?.session}) => (session ? {...opened(state, session), undo: {kind: 'session', shown: true, before: {whole: true, ...own(state)}}} : state),
  /** At the start, before the reader could do anything: there is nothing to undo. */
  'session-restored': (state, {session}) => opened(state, session),
  'notice-given': (state, {notice}) => ({...state, notices: [...state.notices.filter(({kind}) => kind !== notice.kind), notice]}),
  'notice-passed': (state, {kind}) => without(state, [kind]),
  'remember-changed': (state, {remember}) => ({...state, remember}),
  'takes-chosen': (state, {takes}) => ({...state, takes}),
  'link-made': (state, {link}) => ({...state, link}),
  said: (state, {text}) => ({...state, said: text}),
  'offline-ready': (state) => ({...state, offline: 'ready'}),
  'offline-gone': (state) => ({...state, offline: 'none'}),
};

/** Undoes the opening of a session, which can be undone in its turn: whatever was written meanwhile is not lost. */
export function swapped(state) {
  const {whole, ...before} = state.undo.before;
  const kind = state.undo.kind === 'session' ? 'session-back' : 'session';
  return {...state, ...before, ...NOTHING_YET, undo: {kind, shown: true, before: {whole, ...own(state)}}};
}

function without(state, kinds) {
  return {...state, notices: state.notices.filter(({kind}) => !kinds.includes(kind))};
}

/** The report was of other articles; nothing of it is shown beside those that are here now. */
const NOTHING_YET = {report: null, compared: [], finding: null, card: null, note: null, back: null, tour: null, flash: null};

/** What a session takes the place of. */
function own({articles, current, corrections, reviews, filter, layout, editing}) {
  return {articles, current, corrections, reviews, filter, layout, editing};
}

function opened(state, session) {
  const id = (at) => state.nextId + at;
  const articles = [];
  session.articles.forEach((one, at) => articles.push({...one, id: id(at), hue: freeHue(articles, one.hue ?? 0), letter: null}));
  const {article, ...filter} = session.filter;
  const fits = Object.entries(filter).filter(([name, value]) => typeof state.filter[name] === typeof value);
  return {
    ...without(state, ['session']), articles, nextId: state.nextId + articles.length, current: session.current === null ? (articles[0]?.id ?? null) : id(session.current),
    corrections: session.corrections, reviews: reviewsFrom(session.reviews), offered: null, link: null,
    filter: {...state.filter, ...Object.fromEntries(fits), article: article === null || article === undefined ? '' : String(id(article))},
    layout: LAYOUTS.includes(session.layout) ? session.layout : state.layout, beside: null,
    ...NOTHING_YET, editing: false, chosenNames: [], openNames: [], describing: null, refusals: [],
  };
}

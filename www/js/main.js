/**
 * The start. In: the page as it was loaded; out: a running page. It wires store, engine and views: events become
 * actions, actions change the state, views follow. Nothing else runs at start. The examples are on the screen before
 * the core is unpacked. Limits: asks the worker and nothing else; no request is ever made.
 */

import {examples, hasWorker, isHosted, spawner} from './assets.js';
import {Engine} from './engine.js';
import {aliasesOf} from './corrections.js';
import {drawing} from './drawing.js';
import {copy, save} from './handing.js';
import {keeper} from './keeper.js';
import {actionFor} from './keys.js';
import {load} from './loading.js';
import {M} from './messages.js';
import {isReady, ready, readyFor} from './ready.js';
import {comparable} from './select.js';
import {initial, reduce} from './state.js';
import {create} from './store.js';
import {card} from './views/card.js';
import {focusFinding} from './views/findings.js';
import {header} from './views/header.js';
import {help} from './views/help.js';
import {notices} from './views/notices.js';
import {offered} from './views/offered.js';
import {paper} from './views/paper.js';
import {panel} from './views/panel.js';
import {focusControl} from './views/parts.js';
import {rail} from './views/rail.js';
import {reader} from './views/reader.js';
import {regions} from './views/regions.js';
import {status} from './views/status.js';
import {dropping} from './views/dropping.js';
import {offer} from './views/offer.js';
import {takeFiles} from './intake.js';
import {takeaway} from './views/takeaway.js';
import {awaitHandover} from './ways/handover.js';

/** Quiet time before a changed text is checked, in milliseconds; what is typed has waited in the editor already. */
const PAUSE = 40;
/** The fields of an article that a report depends on. */
const COMPARED = ['id', 'text', 'title', 'outlet', 'date'];

const root = (id) => document.getElementById(id);
const store = create(reduce, initial());
let engine = null;
let asked = null;
let timer = null;

/** Every event of the page comes through here; what is not a matter of state is done on the spot. */
function send(action) {
  if (action.type === 'help-asked') return showHelp(store.get(), action.page);
  if (action.type === 'typed') return readAhead(action);
  if (action.type === 'check-stopped') engine?.stop();
  if (action.type === 'files-given') return takeFiles(action.files, send, (text) => keeping.offerOf(text, 'file'));
  if (action.type === 'takeaway-asked') return taking.open(store.get());
  if (action.type === 'print-asked') return print();
  if (keeping.does(action)) return keeping.ask(action);
  drawn.finish();
  const before = store.get();
  store.send(action);
  return after(action, before);
}

const showHelp = help(root('help'), send);
const taking = takeaway(root('takeaway'), send);
const printed = paper(root('paper'));
const keeping = keeper(store, (...wanted) => (engine ? engine.export(...wanted) : Promise.reject(new Error(M.noAssets))), {save, copy, said: (text) => store.send({type: 'said', text})});
const views = [
  // The region comes first: on a narrow screen nothing can scroll to a passage before its region is shown.
  () => regions(root('regions'), send), () => header({pitch: root('pitch'), tools: root('tools')}, send), () => reader(root('reader'), send), () => panel(root('panel'), send),
  () => rail(root('rail'), send), () => notices(root('notices'), send), () => offered(root('offered'), send), () => taking.update, () => card(root('card'), send),
  () => offer(root('offer'), send), () => status({line: root('status'), toast: root('toast')}, send),
];
const drawn = drawing(views, store.get, bring);

/** Where the focus goes after an action that moves the reader elsewhere, once the views have followed. */
function after(action, before) {
  const moves = {
    'finding-stepped': () => focusFinding(root('panel'), store.get()),
    'finding-opened': () => focusFinding(root('panel'), store.get()),
    'went-back': () => (before.tour ? focusControl(root('panel'), before.tour.from) : focusFinding(root('panel'), store.get())),
    'dismissal-begun': () => (store.get().dismissing === null ? focusFinding(root('panel'), store.get()) : focusControl(root('panel'), `reason-${store.get().dismissing}`)),
    'finding-dismissed': () => focusFinding(root('panel'), store.get()),
    // What a review takes out of the list, or undoing it brings back, takes the focus to the finding that is open then.
    'finding-accepted': () => before.finding !== store.get().finding && focusFinding(root('panel'), store.get()),
    'follow-up-switched': () => before.finding !== store.get().finding && focusFinding(root('panel'), store.get()),
    undone: () => before.undo?.before.reviews && focusFinding(root('panel'), store.get()),
    'search-opened': () => focusControl(root('panel'), 'search'),
    'mentions-listed': () => focusControl(root('panel'), 'hit-0'),
    'search-left': () => root('panel').focus({preventScroll: true}),
    'note-asked': () => focusControl(root('panel'), `note-${store.get().finding}`),
    'name-opened': () => focusControl(root('panel'), `name-${action.key}`),
    'utterance-opened': () => focusControl(root('panel'), `c${action.cluster}`),
    // What was pressed is gone; the correction that it made, or that comes next, is the nearest thing to it.
    'names-merged': () => focusControl(root('panel'), `correction-${store.get().corrections.at(-1)?.id}`),
    'correction-removed': () => focusControl(root('panel'), `correction-${store.get().corrections[before.corrections.findIndex(({id}) => id === action.id)]?.id}`),
    'corrections-cleared': () => focusControl(root('panel'), null),
    'choice-cleared': () => focusControl(root('panel'), `choose-${before.chosenNames.at(-1)}`),
    'region-chosen': () => root(action.region).focus({preventScroll: true}),
    'article-stepped': () => document.querySelector('.pane[data-current] .text')?.focus({preventScroll: true}),
    // On a narrow screen the card that was chosen is no longer there; asking for its place would lay out the new text first.
    'article-chosen': () => getComputedStyle(root('rail')).display !== 'none' || root('reader').focus({preventScroll: true}),
    'article-added': () => document.querySelector('.editor__field')?.focus(),
    'own-begun': () => document.querySelector('.editor__field')?.focus(),
    'editing-switched': () => document.querySelector(action.on ? '.editor__field' : '.pane[data-current] .text')?.focus({preventScroll: true}),
  };
  // The views follow in a microtask that was queued before this one.
  if (moves[action.type]) queueMicrotask(moves[action.type]);
}

/** Asks for a check when what is to be compared, or what the reader said about names, has changed. */
function follow(state) {
  const articles = comparable(state);
  const {corrections} = state;
  const same = asked !== null && asked.corrections === corrections && asked.articles.length === articles.length
    && asked.articles.every((one, i) => COMPARED.every((name) => one[name] === articles[i][name]));
  if (same) return;
  asked = {articles, corrections};
  clearTimeout(timer);
  const known = readyFor(asked);
  if (known) arrive(known, null);
  if (!articles.length) store.send({type: 'report-cleared'});
  else if (engine) timer = setTimeout(check, state.editing ? 0 : PAUSE);
}

const given = ({text, title, outlet, date}) => ({text, title, outlet, date});

/** What is being typed does not wait for the pause to be read. */
function readAhead({id, text}) {
  const article = asked?.articles.find((one) => one.id === id);
  if (article) engine?.readAhead(given({...article, text}));
}

function check() {
  if (!asked?.articles.length) return;
  engine.check(asked.articles.map(given), {aliases: aliasesOf(asked.corrections)}, asked);
}

/** A report of articles that have changed since is not shown: the one that was asked for after it is on its way. */
function show(report, request, ms) {
  const known = readyFor(asked);
  if (request.tag === asked && !(known && known === store.get().report && isReady(report))) arrive(report, ms);
}

function arrive(report, ms) {
  store.send({type: 'report-arrived', report, compared: asked.articles.map(({id, text}) => ({id, text})), ms});
}

/** What the check needs comes last: beside the page when hosted, further down in the single file. */
async function bring() {
  if (!hasWorker() && isHosted()) await load('assets.js').catch(() => null);
  else if (document.readyState === 'loading') await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, {once: true}));
  setTimeout(startEngine);
}

function startEngine() {
  if (!hasWorker()) {
    store.send({type: 'engine-changed', engine: 'stopped'});
    return store.send({type: 'check-failed', kind: 'start', reason: M.noAssets});
  }
  engine = new Engine({
    spawn: spawner(),
    onState: (name, info = {}) => store.send({type: 'engine-changed', engine: name, info: withKnown(info)}),
    onReport: show,
    onFailure: (reason, kind) => store.send({type: 'check-failed', reason: reason === 'missing' ? M.noAssets : reason, kind}),
  });
  return check();
}

/** What the build told of the core already stays the same object, so that nothing is drawn again for it. */
function withKnown(info) {
  const {rules} = store.get();
  return JSON.stringify(info.rules) === JSON.stringify(rules) ? {...info, rules} : info;
}

dropping(root('drop'), send);
awaitHandover(send);
document.addEventListener('keydown', (event) => {
  const action = actionFor(event, store.get().keys);
  if (!action) return;
  event.preventDefault();
  send(action);
});
root('reader').addEventListener('click', (event) => {
  const reference = event.target.closest('.reference');
  if (!reference) return;
  event.preventDefault();
  event.stopPropagation();
  send({type: 'finding-opened', id: Number(reference.dataset.finding)});
}, true);

document.querySelector('.unbuilt')?.remove();
// What is known already is there before anything is drawn.
store.subscribe(follow);
store.subscribe(drawn.follow);
store.subscribe(keeping.follow);
// Paper is made when printing begins, however it was asked for.
addEventListener('beforeprint', () => printed(store.get()));
addEventListener('afterprint', () => printed(null));
addEventListener('hashchange', () => keeping.followLink());
addEventListener('pagehide', () => keeping.flush());
document.addEventListener('visibilitychange', () => document.hidden && keeping.flush());
addEventListener('storage', ({key, newValue}) => newValue === null && keeping.lapsed(key));
const {version = null, rules = []} = ready() ?? {};
store.send({type: 'engine-changed', engine: 'starting', info: {version, rules}});
keeping.begin(examples());

/** A small handle for tests and for the curious: what the core answered, and the state. It can change nothing. */
globalThis.crosscheck = Object.freeze({report: () => store.get().report, state: () => store.get()});

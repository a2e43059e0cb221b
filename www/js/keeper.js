/**
 * The keeper: does what is not a matter of state about keeping and taking away. In: the store, a way to write forms, and actions that ask
 * for something; out: files, the clipboard, links, what this device remembers, and actions that tell how it went. Example:
 * `keeper(store, write).ask({type: 'session-saved'})`. Limits: nothing is remembered unless asked for, and no request is made but by a click on a link.
 */

import {asJson, FORMS, readerOf} from './forms.js';
import {isSession, LONG, pack, TOO_LONG, unpack} from './link.js';
import {FLAG, forget, isAsked, open} from './memory.js';
import {M} from './messages.js';
import {offline} from './offline.js';
import {read, sessionOf, write} from './session.js';

/** Quiet time after a change before it is saved, in milliseconds. */
const PAUSE = 800;
/** Where work waits while the page is loaded anew for a new version. */
const OVER = 'crosscheck-over';

/**
 * @param {{get: () => object, send: (action: object) => void}} store
 * @param {(report: object, format: string, reader: object) => Promise<string>} form writes a report in a form
 * @param {{save: (text: string, name: string, type: string) => void, copy: (text: string) => Promise<void>, said: (text: string) => void}} ways out of the page
 */
export function keeper(store, form, {save, copy, said}) {
  let memory = null;
  let saved = null;
  let timer = null;
  let begun = false;
  const copyOfPage = offline({ready: () => store.send({type: 'offline-ready'}), update: () => notice('update')});
  const notice = (kind, more = {}) => store.send({type: 'notice-given', notice: {kind, ...more}});

  async function written(format) {
    const {report} = store.get();
    const reader = readerOf(store.get(), M.reviewing.reasons);
    return format === 'json' ? asJson(report, reader) : form(report, format, reader);
  }

  /** Remembers the present work; what the browser refuses is told once and stops the remembering. */
  async function remember() {
    clearTimeout(timer);
    timer = null;
    const text = write(sessionOf(store.get()));
    if (text === saved) return;
    try {
      memory ??= await open();
      const taken = await memory.save(text);
      saved = text;
      if (store.get().remember !== 'on') store.send({type: 'remember-changed', remember: 'on'});
      if (taken) notice('other-tab');
    } catch (error) {
      store.send({type: 'remember-changed', remember: 'failed'});
      notice('storage', {problem: error.kind ?? 'forbidden'});
    }
  }

  async function restored() {
    try {
      memory = await open();
      store.send({type: 'remember-changed', remember: 'on'});
      const text = await memory.load();
      return text === null ? null : (saved = text);
    } catch (error) {
      notice('storage', {problem: error.kind ?? 'forbidden'});
      return null;
    }
  }

  const asks = {
    'save-asked': async ({format}) => {
      const [ending, type] = FORMS[format];
      save(await written(format), `crosscheck.${ending}`, type);
      said(M.taking.saved(`crosscheck.${ending}`));
    },
    'copy-asked': async ({format}) => {
      await copy(await written(format));
      said(M.taking.copied(M.taking.forms[format][0]));
    },
    'session-saved': async () => {
      save(write(sessionOf(store.get())), 'crosscheck-session.json', 'application/json');
      said(M.taking.saved('crosscheck-session.json'));
    },
    'link-asked': async () => {
      const hash = await pack(JSON.stringify(sessionOf(store.get())));
      const href = `${location.href.replace(/#.*$/s, '')}#${hash}`;
      const {length} = href;
      store.send({type: 'link-made', link: length > TOO_LONG ? {length} : {href, length, long: length > LONG}});
    },
    'link-copied': async () => {
      await copy(store.get().link.href);
      said(M.taking.copied(M.taking.link));
    },
    'remember-asked': async ({on}) => {
      saved = null;
      if (on) return remember();
      return asks['forget-asked']();
    },
    'forget-asked': async () => {
      clearTimeout(timer);
      memory?.close();
      memory = null;
      saved = null;
      store.send({type: 'remember-changed', remember: 'off'});
      store.send({type: 'offline-gone'});
      const whole = await forget();
      notice('forgotten', {whole});
    },
    'update-asked': async () => layBy() && copyOfPage.use(),
    'other-asked': async () => {
      const text = await memory?.other();
      store.send({type: 'notice-passed', kind: 'other-tab'});
      if (text) offer(text, 'tab');
    },
  };

  const offer = (text, from) => store.send(offerOf(text, from));

  /** Lays the work by while the page is loaded anew; false when the browser has no room for it. */
  function layBy() {
    try {
      sessionStorage.setItem(OVER, write(sessionOf(store.get())));
      return true;
    } catch {
      notice('storage', {problem: 'reload'});
      return false;
    }
  }

  /** Looks at what stands behind `#` in the address; it is taken out of the address whatever it is. */
  async function followLink() {
    if (!isSession(location.hash)) return;
    const {hash} = location;
    history.replaceState(null, '', location.href.replace(/#.*$/s, ''));
    const {text, problem} = await unpack(hash);
    if (problem) notice('session', {problem, from: 'link'});
    else offer(text, 'link');
  }

  return {
    /** Whether an action asks for something that is done here. */
    does: ({type}) => Object.hasOwn(asks, type),
    ask: (action) => asks[action.type](action).catch((error) => said(M.taking.failed(error.message))),
    offerOf,
    /** Begins with what is remembered, or with the given articles. */
    async begin(examples) {
      const over = waiting();
      const text = over ?? (isAsked() ? await restored() : null);
      store.send({type: 'examples-loaded', articles: examples});
      if (over !== null && isAsked()) await restored();
      const {session, problem} = text === null ? {} : read(text);
      if (session) store.send({type: 'session-restored', session});
      if (problem && problem.kind !== 'empty') notice('session', {problem, from: 'device'});
      await followLink();
    },
    followLink,
    /** Saves soon after a change, when that was asked for. */
    follow(state) {
      // The page comes first: it is copied when there is nothing more urgent.
      if (!begun && (state.report || state.engine === 'stopped')) {
        begun = true;
        copyOfPage.begin();
      }
      if (state.remember !== 'on') return;
      clearTimeout(timer);
      timer = setTimeout(remember, PAUSE);
    },
    /** Saves at once what waits to be saved: the page may be gone in a moment. */
    flush: () => timer !== null && store.get().remember === 'on' && remember(),
    /** Another tab erased everything. */
    lapsed(key) {
      if (store.get().remember !== 'on' || (key !== null && key !== FLAG)) return;
      memory = null;
      store.send({type: 'remember-changed', remember: 'off'});
      notice('forgotten', {whole: true});
    },
  };
}

/** The action that a saved session leads to: the question whether to open it, or what is wrong with it. */
function offerOf(text, from) {
  const {session, problem} = read(text);
  return problem ? {type: 'notice-given', notice: {kind: 'session', problem, from}} : {type: 'session-offered', session, from};
}

function waiting() {
  try {
    const text = sessionStorage.getItem(OVER);
    sessionStorage.removeItem(OVER);
    return text;
  } catch {
    return null;
  }
}

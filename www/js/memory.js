/**
 * What this device remembers, when the reader asked for it. In: the text of a session; out: the same at the next visit. It lies in the
 * browser's database, or in its plain storage where there is no database. A save that would overwrite what another tab saved
 * meanwhile keeps that beside, so nothing is lost. Example: `const memory = await open(); await memory.save(text)`.
 * Limits: what the browser refuses, or has no room for, is an error with `kind` 'full' or 'forbidden'.
 */

/** Whether to remember at all; beside it lies nothing else when the answer is no. */
export const FLAG = 'crosscheck-remember';
const NAME = 'crosscheck';
const STORE = 'sessions';
/** The session of now, and the one of another tab that it took the place of. */
const NOW = 'now';
const OTHER = 'other';

/** Whether the reader asked to remember, at this visit or an earlier one. */
export function isAsked() {
  try {
    return localStorage.getItem(FLAG) === 'yes';
  } catch {
    return false;
  }
}

/** A way to the device's storage.
 * @param {string} tab tells this tab's saves from those of others */
export async function open(tab = String(Math.random())) {
  const shelf = await database().catch(() => plain());
  let known = null;
  return {
    /** What was saved last, or null. */
    async load() {
      const record = await refusable(() => shelf.get(NOW));
      known = record?.stamp ?? null;
      return record?.text ?? null;
    },
    /** Saves; true when this took the place of what another tab saved, which is then kept beside. */
    async save(text) {
      return refusable(async () => {
        const stamp = `${Date.now()} ${tab}`;
        const taken = await shelf.swap({text, stamp}, known);
        known = stamp;
        localStorage.setItem(FLAG, 'yes');
        return taken;
      });
    },
    /** What another tab had saved before the last save took its place. */
    other: () => refusable(async () => (await shelf.get(OTHER))?.text ?? null),
    close: () => shelf.close(),
  };
}

/** Erases everything that this page keeps on the device: sessions, the offline copy and what keeps it. */
export async function forget() {
  const failed = [];
  const attempt = (step) => Promise.resolve().then(step).catch((error) => failed.push(error));
  await attempt(() => new Promise((done, fail) => {
    if (!globalThis.indexedDB) return done();
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = done;
    // Other tabs close theirs when they hear of it; the browser then goes on by itself.
    request.onblocked = done;
    return (request.onerror = () => fail(request.error));
  }));
  await attempt(() => [localStorage, sessionStorage].forEach((storage) => Object.keys(storage).filter((key) => key.startsWith(NAME)).forEach((key) => storage.removeItem(key))));
  await attempt(async () => globalThis.caches && Promise.all((await caches.keys()).filter((key) => key.startsWith(`${NAME} ${here()} `)).map((key) => caches.delete(key))));
  await attempt(async () => navigator.serviceWorker && Promise.all((await navigator.serviceWorker.getRegistrations()).filter(isOurs).map((one) => one.unregister())));
  // A page from disk has no offline copy, and some browsers refuse even to be asked for one.
  return failed.filter(() => location.protocol !== 'file:').length === 0 || !isAsked();
}

/** Only the worker of this very page, not of others on the same server. */
const isOurs = ({scope}) => scope === here();
const here = () => new URL('.', location.href).href;

async function refusable(step) {
  try {
    return await step();
  } catch (error) {
    throw Object.assign(new Error(String(error?.message ?? error)), {kind: error?.name === 'QuotaExceededError' ? 'full' : 'forbidden'});
  }
}

/** The browser's database; reading what is there and writing anew is one step there, whatever other tabs do. */
async function database() {
  const db = await new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  // Another tab erases everything.
  db.onversionchange = () => db.close();
  const whole = (mode, step) => new Promise((done, fail) => {
    const transaction = db.transaction(STORE, mode);
    let answer = null;
    step(transaction.objectStore(STORE), (value) => (answer = value));
    transaction.oncomplete = () => done(answer);
    transaction.onerror = () => fail(transaction.error);
    transaction.onabort = () => fail(transaction.error);
  });
  return {
    get: (key) => whole('readonly', (store, give) => (store.get(key).onsuccess = ({target}) => give(target.result ?? null))),
    swap: (record, known) => whole('readwrite', (store, give) => {
      store.get(NOW).onsuccess = ({target}) => {
        const taken = isForeign(target.result, known);
        if (taken) store.put(target.result, OTHER);
        store.put(record, NOW);
        give(taken);
      };
    }),
    close: () => db.close(),
  };
}

/** Plain storage, for browsers that have no database for a page from disk. */
function plain() {
  const get = (key) => JSON.parse(localStorage.getItem(`${NAME}-${key}`) ?? 'null');
  return {
    get: async (key) => get(key),
    swap: async (record, known) => {
      const before = get(NOW);
      const taken = isForeign(before, known);
      if (taken) localStorage.setItem(`${NAME}-${OTHER}`, JSON.stringify(before));
      localStorage.setItem(`${NAME}-${NOW}`, JSON.stringify(record));
      return taken;
    },
    close: () => {},
  };
}

/** Whether a record is another one than was last read or written here. */
const isForeign = (record, known) => Boolean(record) && record.stamp !== known;

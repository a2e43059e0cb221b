/**
 * The offline copy of the hosted form. In: `CROSSCHECK_OFFLINE`, put before it by the build: a version, the page's files with the hash of each, and
 * those that are loaded only when they are used; out: these files, from the browser's own cache. Nothing else is ever asked for: any other address gets
 * the answer that there is nothing. A new version is fetched beside the old one, and takes its place when the reader says so or when no page of the old one is open.
 * Limits: a host that changes files on their way, so that a hash does not fit, gets no offline copy; the page works all the same.
 */

const {version, files, later} = globalThis.CROSSCHECK_OFFLINE;
const {scope} = self.registration;
/** The scope is in the name, since pages of one server share their caches. */
const OURS = `crosscheck ${scope} `;
const NAME = OURS + version;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', ({data}) => data === 'use' && self.skipWaiting());
self.addEventListener('fetch', (event) => event.respondWith(answer(new URL(event.request.url))));

async function install() {
  const cache = await caches.open(NAME);
  await Promise.all(Object.keys(files).map(async (path) => cache.put(path, await fetched(path))));
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer({origin, pathname}) {
  const root = new URL(scope);
  const path = origin === root.origin && pathname.startsWith(root.pathname) ? pathname.slice(root.pathname.length) || 'index.html' : null;
  if (path === null || !(Object.hasOwn(files, path) || Object.hasOwn(later, path))) return new Response('There is no such page.', {status: 404, headers: {'content-type': 'text/plain'}});
  const cache = await caches.open(NAME);
  const kept = await cache.match(path);
  if (kept) return kept;
  const response = await fetched(path);
  await cache.put(path, response.clone());
  return response;
}

/** A file of exactly this version: what lies in the browser's other cache may be older. */
async function fetched(path) {
  const integrity = files[path] ?? later[path];
  const ask = (cache) => fetch(new Request(path, {integrity, cache}));
  const response = await ask('default').catch(() => ask('reload'));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // An answer that was led elsewhere may not be given to a page that is being opened, so it is copied.
  return new Response(await response.blob(), {headers: response.headers});
}

/**
 * What the build put beside the page. In: the globals set by the classic scripts `seeds.js`, `assets.js` and, in the single file, `core.js`; out: the
 * example articles, and a worker that was told to start. The worker's source is a string and runs from a Blob, so that it stands under the page's policy; the
 * core is gzip in base64. Hosted, the worker takes it in by itself, since the page would stand still for as long as it reads so much. Example: `examples()`.
 */

import {load} from './loading.js';
import {trustedAddress} from './policy.js';

/** The bundled articles of the first topic. */
export function examples() {
  const topics = globalThis.CROSSCHECK_SEEDS ?? [];
  return topics[0]?.articles ?? [];
}

/** What the build found out about the examples: `{version, rules, text}`, the text being their report as JSON. */
export const readyMade = () => globalThis.CROSSCHECK_READY ?? null;

/** True in the hosted form, which has its scripts beside it and not in it. */
export const isHosted = () => document.querySelector('script[src]') !== null;

/** The sets on which accuracy was measured, with their figures; none in a page that was built without. */
export const accuracy = () => globalThis.CROSSCHECK_ASSETS?.accuracy ?? [];

/** True when there is what makes a worker. */
export const hasWorker = () => Boolean(globalThis.CROSSCHECK_ASSETS?.worker);

/** Makes workers, each of which unpacks the core for itself. */
export function spawner() {
  const {worker: source} = globalThis.CROSSCHECK_ASSETS;
  const address = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const script = trustedAddress(address);
  return () => {
    const worker = new Worker(script);
    core().then((how) => worker.postMessage({type: 'start', ...how}));
    return worker;
  };
}

/** The core itself, or where the worker finds it. In Firefox a worker from a Blob can not have what the page's copy for use without a network answers. */
async function core() {
  if (navigator.serviceWorker?.controller && !globalThis.CROSSCHECK_CORE) await load('core.js').catch(() => null);
  const wasm = globalThis.CROSSCHECK_CORE;
  return wasm ? {wasm} : {address: new URL('core.js', document.baseURI).href};
}

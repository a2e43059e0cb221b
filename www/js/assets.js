/**
 * What the build put beside the page. In: the globals set by the classic scripts `seeds.js` and `assets.js`; out: the
 * example articles, and a worker that was told to start. The same code serves the hosted form and the single file: the
 * worker's source is a string and runs from a Blob, the core is gzip in base64. Example: `examples()`.
 */

import {trustedAddress} from './policy.js';

/** The bundled articles of the first topic. */
export function examples() {
  const topics = globalThis.CROSSCHECK_SEEDS ?? globalThis.CROSSCHECK_ASSETS?.seeds ?? [];
  return topics[0]?.articles ?? [];
}

/** What the build found out about the examples: `{version, rules, text}`, the text being their report as JSON. */
export const readyMade = () => globalThis.CROSSCHECK_READY ?? null;

/** True in the hosted form, which has its scripts beside it and not in it. */
export const isHosted = () => document.querySelector('script[src]') !== null;

/** The sets on which accuracy was measured, with their figures; none in a page that was built without. */
export const accuracy = () => globalThis.CROSSCHECK_ASSETS?.accuracy ?? [];

/** True when the build put the core beside the page. */
export const hasCore = () => Boolean(globalThis.CROSSCHECK_ASSETS?.worker);

/** Makes workers, each of which unpacks the core for itself. */
export function spawner() {
  const {worker: source, wasm} = globalThis.CROSSCHECK_ASSETS;
  const address = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const script = trustedAddress(address);
  return () => {
    const worker = new Worker(script);
    worker.postMessage({type: 'start', wasm});
    return worker;
  };
}

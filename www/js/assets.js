/**
 * What the build put beside the page. In: the globals set by the classic scripts `seeds.js` and `assets.js`; out: the
 * example articles, and a worker that was told to start. The same code serves the hosted form and the single file: the
 * worker's source is a string and runs from a Blob, the core is gzip in base64. Limits: a browser without
 * DecompressionStream can not run the core; the articles can still be read. Example: `examples()`.
 */

import {trustedAddress} from './policy.js';

/** The bundled articles of the first topic. */
export function examples() {
  const topics = globalThis.CROSSCHECK_SEEDS ?? globalThis.CROSSCHECK_ASSETS?.seeds ?? [];
  return topics[0]?.articles ?? [];
}

/** True in the hosted form, which has its scripts beside it and not in it. */
export const isHosted = () => document.querySelector('script[src]') !== null;

/** The sets on which accuracy was measured, with their figures; none in a page that was built without. */
export const accuracy = () => globalThis.CROSSCHECK_ASSETS?.accuracy ?? [];

/** True when the build put the core beside the page. */
export const hasCore = () => Boolean(globalThis.CROSSCHECK_ASSETS?.worker);

/** Makes workers; unpacks the core once, however many workers are made. */
export function spawner() {
  const {worker: source, wasm} = globalThis.CROSSCHECK_ASSETS;
  const address = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const script = trustedAddress(address);
  const unpacked = unpack(wasm);
  return () => {
    const worker = new Worker(script);
    unpacked.then(
      (bytes) => worker.postMessage({type: 'start', wasm: bytes}),
      (error) => worker.onerror?.({message: String(error.message ?? error)}));
    return worker;
  };
}

async function unpack(base64) {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

/** By the browser's own reader where it has one; else in a plain loop, for a call a letter takes longer than all the rest of the start. */
function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

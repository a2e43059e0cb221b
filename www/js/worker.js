/**
 * The worker: the only file that knows the core. In: numbered messages; out: numbered answers.
 * `{type: 'start', wasm}` or `{type: 'start', address}` → `{type: 'ready', version, rules, exports}`, the core being gzip in base64, or the script that sets
 * `CROSSCHECK_CORE` to it, `missing` being the error where there is none; `{type: 'check', id, articles, options}` →
 * `{id, json, ms}`, the report as text, since a large one is put together faster from text than as a copied object;
 * `{type: 'read', id, article}` → `{id}`, the article being read before the check that it is to be part of;
 * `{type: 'export', id, report, format, reader}` → `{id, text}`. A refusal is `{id, error}`, a trap `{id, error, trap: true}`,
 * after which the instance is unusable and engine.js replaces the worker.
 * The glue (`wasm_bindgen`, classic flavour) stands before this script in the same worker source.
 */

/* global wasm_bindgen */

const answers = {
  async start({wasm, address}) {
    const core = wasm ?? broughtIn(address);
    if (!core) throw new Error('missing');
    wasm_bindgen.initSync({module: await unpacked(core)});
    return {type: 'ready', version: wasm_bindgen.version(), rules: wasm_bindgen.rules(), exports: 'export_report' in wasm_bindgen};
  },
  check({id, articles, options}) {
    const begun = performance.now();
    const json = wasm_bindgen.check_json(articles, options);
    return {id, ms: performance.now() - begun, json};
  },
  read({id, article}) {
    wasm_bindgen.read_ahead(article);
    return {id};
  },
  export({id, report, format, reader}) {
    return {id, text: wasm_bindgen.export_report(report, format, reader)};
  },
};

self.onmessage = async ({data}) => {
  try {
    self.postMessage(await answers[data.type](data));
  } catch (error) {
    self.postMessage({id: data.id, error: String(error?.message ?? error), trap: data.type === 'start' || isTrap(error)});
  }
};

/** The core from its own file; nothing where that can not be had. */
function broughtIn(address) {
  // Each thread has a policy of its own; the page's is in policy.js.
  const policy = self.trustedTypes?.createPolicy('crosscheck', {createScriptURL: (file) => (file.endsWith('/core.js') ? file : '')});
  try {
    importScripts(policy ? policy.createScriptURL(address) : address);
  } catch {
    return null;
  }
  const core = self.CROSSCHECK_CORE;
  delete self.CROSSCHECK_CORE;
  return core;
}

/**
 * The core's bytes. Unpacking takes some frames, which is why it is not done on the page's thread. They are written to the stream one by one, since WebKit
 * can not read a Blob in the worker of a page from disk.
 */
async function unpacked(base64) {
  const {readable, writable} = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const written = writer.write(bytesOf(base64)).then(() => writer.close());
  const [bytes] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return bytes;
}

/** By the browser's own reader where it has one; else in a plain loop, for a call a letter takes longer than all the rest of the start. */
function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** Whether the instance can not be trusted any more: a trap, or a stack that ran over inside it. */
function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError || error instanceof InternalErrorType;
}

/** Firefox's own type for a stack that ran over; elsewhere a type nothing is an instance of. */
const InternalErrorType = globalThis.InternalError ?? class {};

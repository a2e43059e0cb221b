/**
 * A core that breaks. In: a page; out: the same page, loaded anew, whose core traps where an article holds the words `BREAKS`. The trap is put in by the
 * worker's source, since not every browser lets a test into a worker. Example: `await breakable(page)`.
 */

import {report} from './harness.mjs';

export const BREAKS = 'Break now.';

/** What the worker does after its own script. */
function trap(words) {
  const {check_json: check} = wasm_bindgen;
  wasm_bindgen.check_json = (articles, options) => {
    if (JSON.stringify(articles).includes(words)) throw new WebAssembly.RuntimeError('unreachable');
    return check(articles, options);
  };
}

export async function breakable(page) {
  await page.addInitScript((source) => {
    globalThis.Blob = class extends Blob {
      constructor(parts, options) {
        super(options?.type.includes('javascript') ? [...parts, source] : parts, options);
      }
    };
  }, `;(${trap})(${JSON.stringify(BREAKS)});`);
  await page.reload();
  await report(page);
}

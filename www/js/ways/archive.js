/**
 * Files out of a ZIP archive. In: its bytes and the names that are wanted; out: their bytes by name. What an archive declares is checked before it
 * is unpacked, and what it gives while it is unpacked, so that a small file can not fill the memory. Example: `await unpacked(bytes, ['word/document.xml'])`.
 * Limits: throws `Refusal('bomb')` above the limits and `Refusal('damaged')` where an archive does not hold together.
 */

import {Unzip, UnzipInflate} from 'fflate';
import {Refusal} from './refusal.js';

/** Most bytes of all wanted files together, unpacked; a document of 1 MB of text has some 20 MB of markup. */
const UNPACKED = 40_000_000;
/** Most entries: a document has some dozens. */
const ENTRIES = 5000;
/** So much is unpacked at once; what it may become is at most a thousand times as much. */
const STEP = 8192;

/** @param {Uint8Array} bytes
 * @param {string[]} wanted
 * @returns {Promise<Map<string, Uint8Array>>} */
export async function unpacked(bytes, wanted) {
  const files = new Map();
  let entries = 0;
  let total = 0;
  const take = (file) => {
    entries += 1;
    if (entries > ENTRIES || (wanted.includes(file.name) && file.originalSize > UNPACKED)) throw new Refusal('bomb');
    if (!wanted.includes(file.name) || files.has(file.name)) return;
    const chunks = [];
    files.set(file.name, {chunks, whole: false});
    file.ondata = (error, chunk, final) => {
      // The unpacker hands back what was thrown here for the chunk before.
      if (error) throw error instanceof Refusal ? error : new Refusal('damaged');
      total += chunk.length;
      if (total > UNPACKED) throw new Refusal('bomb');
      // A copy: the unpacker goes on writing where the chunk lies.
      chunks.push(chunk.slice());
      if (final) files.get(file.name).whole = true;
    };
    file.start();
  };
  const unzip = new Unzip(take);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      // Between steps the page may answer.
      if (at % (STEP * 32) === 0) await new Promise((done) => setTimeout(done, 0));
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('damaged');
  }
  if ([...files.values()].some(({whole}) => !whole)) throw new Refusal('damaged');
  return new Map([...files].map(([name, {chunks}]) => [name, joined(chunks)]));
}

function joined(chunks) {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * A PDF to text. In: its bytes; out: an article. The reader of PDF is a listed file of the hosted form, loaded by the first PDF; the single file has none
 * and says what to do. Example: `(await pdf(bytes)).text`. Limits: throws a `Refusal` for pages without text (scans), passwords, damage, and time.
 */

import {isHosted} from '../assets.js';
import {load} from '../loading.js';
import {trustedAddress} from '../policy.js';
import {line} from './head.js';
import {articleOfPages} from './pages.js';
import {Refusal} from './refusal.js';

/** A file that is not read in so many milliseconds is let go. */
const PATIENCE = 60_000;

/** @param {Uint8Array} bytes */
export async function pdf(bytes) {
  // The mark may stand behind some bytes of a mail or a download.
  if (!new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024)).includes('%PDF-')) throw new Refusal('damaged');
  if (!isHosted()) throw new Refusal('pdf-single');
  const {code, pages, title} = await read(await library(), bytes);
  if (code) throw new Refusal(code, {pages});
  const article = articleOfPages(pages);
  if (article.text === '') throw new Refusal('pdf-scan');
  // The day that a PDF names is mostly that of its printing; the core finds the day of the article in its text.
  return {...article, title: line(title), outlet: null, date: null, address: null};
}

let loaded = null;

/** Loads the reader once; a failure may be tried again. */
function library() {
  loaded ??= load('pdf.js').then(() => globalThis.CROSSCHECK_PDF, () => {
    loaded = null;
    throw new Refusal('pdf-missing');
  });
  return loaded;
}

async function read(reader, bytes) {
  const address = URL.createObjectURL(new Blob([reader.worker], {type: 'text/javascript'}));
  const worker = new Worker(trustedAddress(address));
  let timer = null;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve({code: 'pdf-slow'}), PATIENCE);
    worker.onerror = () => resolve({code: 'pdf-missing'});
  });
  try {
    return await Promise.race([reader.read(bytes, worker), late]);
  } finally {
    clearTimeout(timer);
    worker.terminate();
    URL.revokeObjectURL(address);
  }
}

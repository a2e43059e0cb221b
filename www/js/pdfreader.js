/**
 * The reader of PDF, a script of its own that is loaded when a PDF comes (`dist/site/pdf.js`). In: the bytes of a PDF and a worker; out: the pieces of text of
 * each page with their places, and what the file says of itself. The build puts the source of pdf.js's worker before it, so that the worker comes from
 * a Blob, stands under the page's content policy, and can ask nobody for anything. Example: `CROSSCHECK_PDF.read(bytes, worker)`.
 * Limits: text only; no fonts, pictures, forms or scripts of the file are ever loaded. A refusal has a `code` of the table of messages.
 */

import {getDocument, PDFWorker} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An article has some pages; a book is none. */
const PAGES = 300;
const CODES = {PasswordException: 'pdf-password'};

async function read(bytes, port) {
  const worker = new PDFWorker({port, verbosity: 0});
  try {
    const file = await getDocument({
      data: bytes, worker, verbosity: 0, isEvalSupported: false, enableXfa: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, useWasm: false,
      isOffscreenCanvasSupported: false, isImageDecoderSupported: false, disableAutoFetch: true, disableStream: true,
    }).promise;
    if (file.numPages > PAGES) return {code: 'pdf-long', pages: file.numPages};
    const {info} = await file.getMetadata().catch(() => ({info: {}}));
    const pages = [];
    for (let number = 1; number <= file.numPages; number += 1) pages.push(await pageOf(await file.getPage(number)));
    return {title: String(info.Title ?? ''), pages};
  } catch (error) {
    return {code: CODES[error?.name] ?? 'damaged'};
  }
}

async function pageOf(page) {
  const {width, height} = page.getViewport({scale: 1});
  const {items} = await page.getTextContent();
  page.cleanup();
  // Pieces without height are the blanks that pdf.js puts between the others; the places of these tell as well where a line ends.
  const pieces = items.filter(({str}) => str !== '').map(({str, transform, width: wide, height: high}) => ({text: str, x: transform[4], y: transform[5], width: wide, size: high || Math.hypot(transform[2], transform[3])}));
  return {width, height, pieces};
}

globalThis.CROSSCHECK_PDF.read = read;

/**
 * What the page takes. In: texts; out: null, or a limit's name with the figures for its message. Checked before the
 * worker is asked, so nothing too large ever reaches the core. Sizes are UTF-8 bytes. Example: `articleProblem('')` is null.
 */

/** Most bytes in one article. */
export const ARTICLE_BYTES = 1_000_000;
/** Most bytes in all compared articles together. */
export const TOTAL_BYTES = 5_000_000;
/** Most articles at once. */
export const ARTICLES = 20;

/** Most bytes that are read of one file, by its kind; a picture in a document counts, so some may be larger than an article. */
export const FILE_BYTES = {text: 5_000_000, html: 20_000_000, docx: 50_000_000, pdf: 50_000_000, json: 50_000_000};

const LINE = /^[ \t]*(?:-{3,}|={3,})[ \t]*$/;
const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. */
export function bytes(text) {
  return encoder.encode(text).length;
}

/** @returns {{limit: 'article', bytes: number}|null} */
export function articleProblem(text) {
  // A UTF-16 unit is three bytes at most, so short texts need no counting.
  if (text.length * 3 <= ARTICLE_BYTES) return null;
  const size = bytes(text);
  return size > ARTICLE_BYTES ? {limit: 'article', bytes: size} : null;
}

/** @returns {{limit: 'total', bytes: number}|null} */
export function totalProblem(texts) {
  if (texts.reduce((sum, text) => sum + text.length * 3, 0) <= TOTAL_BYTES) return null;
  const size = texts.reduce((sum, text) => sum + bytes(text), 0);
  return size > TOTAL_BYTES ? {limit: 'total', bytes: size} : null;
}

/** Whether a line, or a block of one line, parts articles that are pasted together. */
export const isSeparator = (line) => LINE.test(line);

/** Cuts a pasted text at lines of `---` or `===`; one piece means there was nothing to cut. */
export function split(text) {
  const pieces = text.split(new RegExp(LINE, 'gm')).map((piece) => piece.replace(/^\s*\n|\s+$/g, ''));
  return pieces.filter((piece) => piece.trim() !== '');
}

/** Words as a reader counts them: runs between white space. Counted without building a list. */
export function words(text) {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const space = unit <= 32 || unit === 160 || unit === 0x2028 || unit === 0x3000;
    if (!space && !inside) count += 1;
    inside = !space;
  }
  return count;
}

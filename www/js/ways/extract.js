/**
 * The article of a page. In: an inert document; out: what Readability takes for the article, as elements of a document of its own, and what the page
 * says of it. Readability drops less and less until enough is left, as it does by itself; its own way back writes markup into the page it reads, which
 * the content policy forbids, so each try is given a fresh copy. Example: `extract(inert(page)).title`. Limits: null where no article is found.
 */

import {Readability} from '@mozilla/readability';
import {isHiding} from './blocks.js';

/** What Readability may do: drop unlikely parts, weigh the names of classes, drop parts that look like lists. Each try leaves one off. */
const TRIES = [7, 6, 4, 0];
/** So many characters are an article; fewer may be a part of one. */
const ENOUGH = 500;
/** Pages of more elements than this are not looked through. */
const ELEMENTS = 60_000;

class Reader extends Readability {
  constructor(page, flags) {
    // A try never fails for want of characters (zero would stand for the library's own number); whether there are enough is judged here.
    super(page, {charThreshold: -1, maxElemsToParse: ELEMENTS, serializer: (content) => content});
    this._flags = flags;
  }
}

/** @param {Document} page */
export function extract(page) {
  let best = null;
  for (const flags of TRIES) {
    const found = attempt(page, flags);
    if (found && found.length > (best?.length ?? 0)) best = found;
    if (best?.length >= ENOUGH) break;
  }
  return best;
}

function attempt(page, flags) {
  const copy = page.cloneNode(true);
  // Readability would turn what stands in these into pictures, by writing markup.
  for (const element of copy.querySelectorAll('noscript, noframes, template')) element.remove();
  for (const element of copy.querySelectorAll('[data-style]')) if (isHiding(element)) element.remove();
  try {
    return new Reader(copy, flags).parse();
  } catch {
    // Too many elements, or a shape it does not expect: the page is then read as it stands.
    return null;
  }
}

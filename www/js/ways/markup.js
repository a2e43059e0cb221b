/**
 * Articles out of markup. In: HTML, of a page or of a part that was copied; out: articles as text with what is known of them, and the parts that were
 * left out. A whole page is reduced to its article by Readability; a part keeps all but what its markup says is no text of an article. Several articles
 * may stand in it, apart by lines of `---` or `===`. Example: `articlesOf('<h1>Fire</h1><p>Two died.')[0].text === 'Fire\n\nTwo died.'`.
 * Limits: an article that is only drawn by a script can not be read.
 */

import {isSeparator} from '../limits.js';
import {inert} from '../policy.js';
import {blocksOf} from './blocks.js';
import {extract} from './extract.js';
import {headOf, line} from './head.js';

/** What only whole pages have. */
const PAGE = 'nav, main, article, footer, aside, [role="main"], [role="navigation"], [role="contentinfo"], meta[property^="og:"], script[type="application/ld+json"]';
/** A block of so many characters or more may be told by how it begins, where something small was taken out of it. */
const LONG = 80;
/** Most parts that are kept for looking at. */
const PARTS = 300;

/** @param {string} html
 * @returns {{text: string, title: string|null, outlet: string|null, date: string|null, address: string|null, removed: import('../articles.js').Removed[]}[]} */
export function articlesOf(html) {
  const page = inert(html);
  const blocks = blocksOf(page.body);
  const several = blocks.some(({why, text}) => why === null && isSeparator(text));
  if (several) return pieces(blocks).map((piece) => ({title: null, outlet: null, date: null, address: null, ...article(piece)})).filter(({text}) => text !== '');
  const found = page.querySelector(PAGE) ? extract(page) : null;
  const head = headOf(page, found);
  const chosen = found ? judged(blocks, found, head.title) : blocks;
  const read = article(chosen);
  if (read.text === '') return [];
  // The title that a page gives itself stands above its article, also where it is not among the words that are shown.
  const titled = found && head.title && !chosen.some(({why, text}) => why === null && same(text, head.title));
  const own = found || page.querySelector('title, meta[property], meta[name="date"]') ? head : {...head, title: null};
  return [{...own, ...read, text: titled ? `${head.title}\n\n${read.text}` : read.text}];
}

/** The blocks, with those outside Readability's article marked so. */
function judged(blocks, found, title) {
  const inside = blocksOf(found.content).map(({text}) => plain(text));
  const known = new Set(inside);
  const all = inside.join('\n');
  const isInside = ({text, tag}) => {
    const words = plain(text);
    return known.has(words) || (words.length >= LONG && all.includes(words.slice(0, LONG))) || (tag === 'h1' && same(text, title ?? ''));
  };
  let titles = 0;
  return blocks.map((block) => {
    // What the markup says is believed, but of a headline that stands in the head of the page.
    if (block.why !== null && !(block.tag === 'h1' && block.why === 'navigation')) return block;
    if (!isInside(block)) return {...block, why: block.why ?? 'around'};
    if (same(block.text, title ?? '') && (titles += 1) > 1) return {...block, why: 'around'};
    return {...block, why: null};
  });
}

/** The text of the blocks that stay, and the parts that do not, neighbours of one kind together. */
function article(blocks) {
  let text = '';
  let last = null;
  const removed = [];
  let open = null;
  for (const block of blocks) {
    if (block.why === null) {
      text += (text === '' ? '' : block.tight && last.tight ? '\n' : '\n\n') + block.text;
      last = block;
      open = null;
    } else if (open?.why === block.why) open.text += `\n${block.text}`;
    else if (removed.length < PARTS) removed.push(open = {text: block.text, why: block.why, after: last?.text ?? null});
  }
  return {text, removed};
}

function pieces(blocks) {
  const found = [[]];
  for (const block of blocks) {
    if (block.why === null && isSeparator(block.text)) found.push([]);
    else found.at(-1).push(block);
  }
  return found;
}

const plain = (text) => text.replace(/^(?:•|\d+\.) /, '').replace(/\s+/g, ' ').trim();
const same = (a, b) => (line(a) ?? '').toLowerCase() === (line(b) ?? '').toLowerCase();

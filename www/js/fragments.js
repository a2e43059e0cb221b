/**
 * Links to the words of a passage in the page they come from, by a text fragment (`#:~:text=`). In: an article's address and
 * text, a passage; out: an address, or null. Pure. Example: `sourceLink('https://example.org/a', text, 10, 40)`. Limits: the page at the
 * address may read otherwise than the text that was pasted; the browser then opens it at the top.
 */

/** Longer passages are told by their first and last words. */
const LONG = 200;
/** Words at either end of a long passage, and words around one that is not the only one of its kind. */
const ENDS = 5;
const AROUND = 4;

/** How such a link relates to the page: it gets no hold of it, and is not told where the reader comes from. */
export const RELATION = 'noopener noreferrer';

const WORD = /[\p{L}\p{N}]/u;

/** The address of an article, when it is one of the web; it is opened on a click only. */
export function webAddress(address) {
  if (typeof address !== 'string' || !/^https?:\/\//i.test(address)) return null;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/** The address with the passage named; null when the article's address is not known.
 * @param {string|null|undefined} address
 * @returns {string|null} */
export function sourceLink(address, text, start, end) {
  const url = webAddress(address);
  if (!url) return null;
  const directive = directiveOf(text, start, end);
  const bare = url.href.replace(/#.*$/s, '');
  const place = url.hash.replace(/:~:.*$/s, '').replace(/^#/, '');
  if (!directive) return place ? `${bare}#${place}` : bare;
  return `${bare}#${place}:~:${directive}`;
}

/** `text=` with prefix, start, end and suffix, as far as they are needed; null where there is no word. */
export function directiveOf(text, from, to) {
  const [start, end] = snapped(text, from, to);
  if (start >= end) return null;
  const passage = text.slice(start, end);
  if (/\S{200}/.test(passage)) return null;
  // Words that go over the end of a block are found only by their first and last ones.
  const range = passage.length > LONG || /\n/.test(passage) ? ends(passage) : null;
  const parts = range ?? [passage];
  const around = isOnly(text, parts, passage) ? [null, null] : [before(text, start), after(text, end)];
  const [prefix, suffix] = around.map((words) => words && encode(words));
  return `text=${prefix ? `${prefix}-,` : ''}${parts.map(encode).join(',')}${suffix ? `,-${suffix}` : ''}`;
}

/** The passage without space at its ends, up to the nearest space: fragments are only found at the bounds of words, and what stands around them begins after a space. */
function snapped(text, from, to) {
  let start = Math.max(0, from);
  let end = Math.min(text.length, to);
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  while (start > 0 && start < end && /\S/.test(text[start - 1])) start -= 1;
  while (end < text.length && end > start && /\S/.test(text[end])) end += 1;
  return WORD.test(text.slice(start, end)) ? [start, end] : [0, 0];
}

/** First and last words, each within one line; null when the passage has too few to cut it. */
function ends(passage) {
  const lines = passage.split('\n').map((line) => line.trim()).filter((line) => WORD.test(line));
  const first = lines[0].split(/\s+/);
  const last = lines.at(-1).split(/\s+/);
  if (lines.length === 1 && first.length < 2) return null;
  const count = lines.length === 1 ? Math.min(ENDS, Math.floor(first.length / 2)) : ENDS;
  return [first.slice(0, count).join(' '), last.slice(-count).join(' ')];
}

/** Whether the words lead to the passage without those around it: what is matched is the first that fits, without regard to case. */
function isOnly(text, [head, tail], passage) {
  const all = fold(text);
  if (all.indexOf(fold(head)) !== all.lastIndexOf(fold(head))) return false;
  const whole = fold(passage);
  return tail === undefined || whole.indexOf(fold(tail), fold(head).length) === whole.length - fold(tail).length;
}

/** White space counts as one space, and case not at all. */
const fold = (text) => text.replace(/\s+/g, ' ').toLowerCase();

function before(text, start) {
  return words(text.slice(Math.max(0, start - 200), start).split('\n').filter((line) => line.trim()).at(-1) ?? '', -AROUND);
}

function after(text, end) {
  return words(text.slice(end, end + 200).split('\n').find((line) => line.trim()) ?? '', AROUND);
}

function words(line, count) {
  const list = line.trim().split(/\s+/).filter(Boolean);
  return (count < 0 ? list.slice(count) : list.slice(0, count)).join(' ') || null;
}

/** Percent-encoded, with the dash as well, which has a meaning of its own there. A half of a pair can not be encoded and is left out. */
function encode(words) {
  const clean = words.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
  return encodeURIComponent(clean.replace(/\s+/g, ' ')).replace(/-/g, '%2D');
}

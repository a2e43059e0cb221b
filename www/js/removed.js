/**
 * Parts that were left out of an article, put back and taken out again. In: the article's present text and a part; out: the text. A part goes behind the
 * words that it followed, wherever these stand now; where they are gone, it goes to the end. Pure.
 * Example: `putBack('A.\n\nC.', {text: 'B.', after: 'A.'}) === 'A.\n\nB.\n\nC.'`.
 */

const GAP = '\n\n';

/** @param {string} text
 * @param {import('./articles.js').Removed} part */
export function putBack(text, part) {
  if (part.after === null) return joined('', part.text, text);
  const at = text.indexOf(part.after);
  const end = at < 0 ? text.length : at + part.after.length;
  return joined(text.slice(0, end), part.text, text.slice(end));
}

/** The text without a part that was put back; a part whose words were changed since stays. */
export function takeOut(text, part) {
  const from = part.after === null ? 0 : Math.max(0, text.indexOf(part.after));
  const found = text.indexOf(part.text, from);
  const at = found < 0 ? text.indexOf(part.text) : found;
  return at < 0 ? text : [text.slice(0, at).trimEnd(), text.slice(at + part.text.length).trimStart()].filter(Boolean).join(GAP);
}

function joined(before, words, after) {
  return [before.trimEnd(), words, after.trimStart()].filter((piece) => piece !== '').join(GAP);
}

/**
 * Bytes to text. In: the bytes of a file, and what its markup says of its encoding; out: the text with a remark where the encoding was guessed, or the
 * reason why there is none. UTF-8, UTF-16 with a mark, what the markup names, and at last windows-1252, in which every text of western Europe can be read.
 * Example: `decoded(Uint8Array.of(0xff, 0xfe, 65, 0)).text === 'A'`. Limits: UTF-16 without a mark and the encodings of other scripts are told as unknown.
 */

const MARKS = [[[0xef, 0xbb, 0xbf], 'utf-8'], [[0xff, 0xfe, 0, 0], 'utf-32'], [[0, 0, 0xfe, 0xff], 'utf-32'], [[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']];
/** Bytes that windows-1252 leaves without a meaning: a text that has them is in another encoding. */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Control characters that stand in texts. */
const WHITE = new Set([9, 10, 12, 13, 26, 27]);
/** How the files begin that are often given another ending by mistake. */
const OTHERS = [[0x25, 0x50, 0x44, 0x46], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x1f, 0x8b]];

const begins = (bytes, head) => head.every((byte, i) => bytes[i] === byte);

/** @param {Uint8Array} bytes
 * @param {string|null} [named] the encoding that the markup names
 * @returns {{text: string, remark: string|null}|{problem: 'binary'|'encoding'}} */
export function decoded(bytes, named = null) {
  if (OTHERS.some((head) => begins(bytes, head))) return {problem: 'binary'};
  const mark = MARKS.find(([head]) => begins(bytes, head))?.[1];
  if (mark === 'utf-32') return {problem: 'encoding'};
  if (mark) return strictly(bytes, mark) ?? {problem: mark === 'utf-8' ? 'encoding' : 'binary'};
  if (isBinary(bytes)) return {problem: isWide(bytes) ? 'encoding' : 'binary'};
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8) return utf8;
  if (named) return strictly(bytes, named) ?? {problem: 'encoding'};
  return bytes.some((byte) => UNASSIGNED.has(byte)) ? {problem: 'encoding'} : {...strictly(bytes, 'windows-1252'), remark: 'windows-1252'};
}

/** The encoding that a page names in its first bytes, or null. */
export function namedEncoding(bytes) {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ?? /<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1] ?? null;
}

function strictly(bytes, label) {
  try {
    return {text: new TextDecoder(label, {fatal: true}).decode(bytes), remark: null};
  } catch {
    return null;
  }
}

/** A NUL, or more than a few control characters: no text is written so. */
function isBinary(bytes) {
  let odd = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 32 && !WHITE.has(byte)) odd += 1;
  }
  return odd > 8 && odd > bytes.length / 200;
}

/** Whether every other byte is NUL, nearly: UTF-16 without its mark. */
function isWide(bytes) {
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  head.forEach((byte, i) => (zeros[i % 2] += byte === 0 ? 1 : 0));
  return Math.max(...zeros) > head.length * 0.35 && Math.min(...zeros) < head.length * 0.05;
}

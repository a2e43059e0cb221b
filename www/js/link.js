/**
 * A session in a link. In: the text of a session; out: what stands behind `#` in an address, and back: `session=1.`, a
 * checksum, and the text deflated, in letters that addresses allow. What stands behind `#` is never sent to a server. Example:
 * `(await unpack(await pack(text))).text === text`. Limits: very long addresses are cut by some programs, hence the sizes.
 */

/** Characters above which many mail and chat programs cut a link, and above which none is made. */
export const LONG = 8000;
export const TOO_LONG = 1_000_000;
/** Most bytes that a link may unpack to: a small link can be made to fill the memory. */
const MOST_BYTES = 60_000_000;
const HEAD = 'session=1.';
const SHAPE = /^session=1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;

/** Whether the part of an address behind `#` is meant to be a session, whole or not. */
export const isSession = (hash) => hash.replace(/^#/, '').startsWith('session=');

/** What stands behind `#`, without it. */
export async function pack(text) {
  const bytes = await through(new Blob([text]).stream(), new CompressionStream('deflate-raw'), Infinity);
  return `${HEAD}${checksum(bytes)}.${lettersOf(bytes)}`;
}

/** @returns {Promise<{text: string}|{problem: {kind: 'version'|'link'|'large'}}>} */
export async function unpack(hash) {
  const given = hash.replace(/^#/, '');
  if (given.length > 3 * TOO_LONG) return {problem: {kind: 'large'}};
  if (/^session=\d+\./.test(given) && !given.startsWith(HEAD)) return {problem: {kind: 'version', found: /\d+/.exec(given)[0].slice(0, 9)}};
  const [, sum, letters] = SHAPE.exec(given) ?? [];
  if (!letters) return {problem: {kind: 'link'}};
  try {
    const bytes = bytesOf(letters);
    if (checksum(bytes) !== sum) return {problem: {kind: 'link'}};
    const unpacked = await through(new Blob([bytes]).stream(), new DecompressionStream('deflate-raw'), MOST_BYTES);
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(unpacked)};
  } catch (error) {
    return {problem: {kind: error instanceof RangeError ? 'large' : 'link'}};
  }
}

async function through(stream, change, most) {
  const parts = [];
  let size = 0;
  const reader = stream.pipeThrough(change).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    parts.push(step.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** FNV-1a over the packed bytes: tells a link that was cut or mistyped from a whole one. */
export function checksum(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

function lettersOf(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function bytesOf(letters) {
  const binary = atob(letters.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

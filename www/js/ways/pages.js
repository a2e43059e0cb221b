/**
 * Pages of placed text to paragraphs. In: for each page the pieces of text with their places, in the order of the file; out: an article, with the lines that
 * repeat at the head or foot of pages left out. Pieces become lines, lines paragraphs, and words that were divided at the end of a line are mended. Pure.
 * Example: lines `The gover-` and `nor spoke.` become `The governor spoke.` Limits: the order of columns is that of the file.
 */

/** The part of a page's height in which running heads and feet stand. */
const EDGE = 0.1;
const NUMBER = /^[\W_]*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/|–|-)\s*\d{1,4})?[\W_]*$/i;
const ENDS = /[.!?:…]["'”’)\]]*$/;

/** @param {{width: number, height: number, pieces: {text: string, x: number, y: number, width: number, size: number}[]}[]} pages */
export function articleOfPages(pages) {
  const sheets = pages.map(({height, pieces}) => linesOf(pieces).map((line) => ({...line, edge: line.y > height * (1 - EDGE) || line.y < height * EDGE})));
  const running = repeated(sheets);
  const isRunning = (line) => line.edge && (NUMBER.test(line.text) || running.has(pattern(line.text)));
  const kept = sheets.map((lines) => lines.filter((line) => !isRunning(line)));
  const left = [...new Set(sheets.flatMap((lines) => lines.filter(isRunning).map(({text}) => text)))];
  const text = mended(paragraphs(kept));
  return {text, removed: text && left.length ? [{text: left.join('\n'), why: 'running', after: null}] : []};
}

/** Pieces on one base line, read from left to right, are a line. */
export function linesOf(pieces) {
  const lines = [];
  let line = null;
  for (const {text, x, y, width, size} of pieces) {
    if (line && Math.abs(y - line.y) < Math.max(size, line.size) * 0.5 && x >= line.right - line.size) {
      const gap = x - line.right > Math.max(size, line.size) * 0.18 && !/\s$/.test(line.text) && !/^\s/.test(text);
      line.text += (gap ? ' ' : '') + text;
      line.right = Math.max(line.right, x + width);
      line.size = Math.max(line.size, size);
    } else if (text.trim() !== '') lines.push(line = {text, x, y, right: x + width, size});
  }
  return lines.map((one) => ({...one, text: one.text.replace(/\s+/g, ' ').trim()})).filter(({text}) => text !== '');
}

/** What stands at the edge of at least two pages, and of half of them, but for its figures. */
function repeated(sheets) {
  const counts = new Map();
  for (const lines of sheets) {
    for (const one of new Set(lines.filter(({edge}) => edge).map(({text}) => pattern(text)))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2 && count >= sheets.length / 2).map(([one]) => one));
}

const pattern = (text) => text.replace(/\d+/g, '#').toLowerCase();

/** Lines of one paragraph each. */
function paragraphs(sheets) {
  const found = [];
  let open = null;
  for (const lines of sheets) {
    const usual = median(lines.slice(1).map((line, i) => lines[i].y - line.y).filter((gap) => gap > 0));
    const right = Math.max(0, ...lines.map((line) => line.right));
    lines.forEach((line, i) => {
      const before = i > 0 ? lines[i - 1] : null;
      const goesOn = open && (before ? follows(line, before, usual, right) : !ENDS.test(open.at(-1).text) && similar(line, open.at(-1)));
      if (goesOn) open.push(line);
      else found.push(open = [line]);
    });
  }
  return found.map((one) => one.map(({text}) => text));
}

function follows(line, before, usual, right) {
  const gap = before.y - line.y;
  if (!similar(line, before)) return false;
  // A line that stands higher begins a column, which goes on with what was open unless that had come to its end.
  if (gap < 0) return !ENDS.test(before.text);
  if (gap > usual * 1.35) return false;
  const isIndented = line.x > before.x + line.size * 0.8 && line.x < before.x + line.size * 5;
  if (isIndented && ENDS.test(before.text)) return false;
  return !(ENDS.test(before.text) && before.right < right - (right - before.x) * 0.2);
}

const similar = (a, b) => Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * 0.12;

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length ? sorted[Math.floor((sorted.length - 1) / 2)] : 0;
}

/** The paragraphs as text. Whether a hyphen at the end of a line belongs to the word is told by how the text writes it elsewhere. */
function mended(all) {
  const words = new Set(all.flat().join(' ').toLowerCase().split(/[^\p{L}\p{N}\u2010-]+/u));
  const join = (text, next) => {
    const divided = /([\p{L}\p{N}]+)[-\u2010\u00ad]$/u.exec(text);
    const rest = /^\p{Ll}[\p{L}]*/u.exec(next)?.[0];
    if (!divided || !rest) return divided && text.endsWith('\u00ad') ? text.slice(0, -1) + next : /[-\u2010]$/.test(text) && divided ? text + next : `${text} ${next}`;
    const belongs = words.has(`${divided[1]}-${rest}`.toLowerCase()) && !words.has((divided[1] + rest).toLowerCase());
    return (belongs ? text : text.slice(0, -1)) + next;
  };
  return all.map((lines) => lines.reduce(join).replaceAll('\u00ad', '')).join('\n\n').trim();
}

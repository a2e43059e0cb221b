/**
 * Pages of placed text to paragraphs. In: for each page the pieces of text with their places, in the order of the file; out: an article, with the lines that
 * repeat at the head or foot of pages left out. Pieces become lines, lines paragraphs, and words that were divided at the end of a line are mended. Pure.
 * Example: lines `The gover-` and `nor spoke.` become `The governor spoke.` Limits: the order of columns is that of the file.
 */

/** The part of a page's height in which running heads and feet stand. */
const EDGE = 0.1;
const NUMBER = /^[\W_]*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/|–|-)\s*\d{1,4})?[\W_]*$/i;
/** What is set in less than this part of the size of the text, at the foot of a page, is a note to it; a figure so small beside a line leads to one. */
const SMALL = 0.88;
const RAISED = 0.75;
const ENDS = /[.!?:…]["'”’)\]]*$/;

/** @param {{width: number, height: number, pieces: {text: string, x: number, y: number, width: number, size: number}[]}[]} pages */
export function articleOfPages(pages) {
  const sheets = pages.map(({height, pieces}) => linesOf(pieces).map((line) => ({...line, edge: line.y > height * (1 - EDGE) || line.y < height * EDGE})));
  const running = repeated(sheets);
  const isRunning = (line) => line.edge && (NUMBER.test(line.text) || running.has(pattern(line.text)));
  const left = [...new Set(sheets.flatMap((lines) => lines.filter(isRunning).map(({text}) => text)))];
  const bodies = sheets.map((lines) => lines.filter((line) => !isRunning(line)));
  const small = bodySize(bodies) * SMALL;
  const parts = bodies.map((lines) => lines.slice(0, lines.findLastIndex(({size}) => size > small) + 1));
  // A page of small print alone is all there is.
  const kept = bodies.map((lines, i) => (parts[i].length ? parts[i] : lines));
  const notes = bodies.flatMap((lines, i) => lines.slice(kept[i].length).map(({text}) => text));
  const text = mended(paragraphs(kept));
  const removed = [{text: left.join('\n'), why: 'running', after: null}, {text: notes.join('\n'), why: 'note', after: null}];
  return {text, removed: text ? removed.filter((part) => part.text !== '') : []};
}

/** The size that most of the text is set in. */
function bodySize(sheets) {
  const counts = new Map();
  for (const {size, text} of sheets.flat()) counts.set(Math.round(size * 2), (counts.get(Math.round(size * 2)) ?? 0) + text.length);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0] / 2;
}

/** Pieces on one base line, read from left to right, are a line. */
export function linesOf(pieces) {
  const lines = [];
  let line = null;
  for (const {text, x, y, width, size} of pieces) {
    if (line && size < line.size * RAISED && y > line.y && /^\[?[\d*†‡]{1,3}\]?$/.test(text.trim())) line.right = Math.max(line.right, x + width);
    else if (line && Math.abs(y - line.y) < Math.max(size, line.size) * 0.5 && x >= line.right - line.size) {
      const gap = x - line.right > Math.max(size, line.size) * 0.18 && !/\s$/.test(line.text) && !/^\s/.test(text);
      line.text += (gap ? ' ' : '') + text;
      line.right = Math.max(line.right, x + width);
      line.size = Math.max(line.size, size);
    } else if (text.trim() !== '') lines.push(line = {text, x, y, right: x + width, size});
  }
  return lines.map((one) => ({...one, text: one.text.replace(/\s+/g, ' ').trim().replace(/^[•◦▪‣]\s*/, '• ')})).filter(({text}) => text !== '');
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
  const whole = all.map((lines) => lines.reduce(join).replaceAll('\u00ad', ''));
  return whole.reduce((text, one, i) => text + (i === 0 ? '' : one.startsWith('• ') && whole[i - 1].startsWith('• ') ? '\n' : '\n\n') + one, '').trim();
}

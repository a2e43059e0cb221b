/**
 * The versions of one utterance, word by word. In: a report and one of its clusters; out: versions that print the same words together, and a
 * version cut into pieces: words of both sides, words of the reference that it leaves out, words of its own. Pure; every place comes from the
 * report. Example: "we [not] know": `[{side: 'same', text: 'we '}, {side: 'gone', text: 'not', kind: 'denial'}, …]`. Limits: one difference is one piece.
 */

/** How versions follow each other below the reference. */
const ORDER = ['reference', 'exact', 'glyph-only', 'spliced', 'altered', 'truncated', 'fragment', 'singleton'];
const WHOLE = ['reference', 'exact', 'glyph-only'];
const IN_PART = ['fragment', 'truncated'];

/** Versions of the very same words together, the reference first, then the weightiest; an article stands once in a group.
 * @returns {{status: string, versions: object[]}[]} */
export function groupsOf(report, cluster) {
  const groups = new Map();
  for (const version of [cluster.versions[cluster.reference], ...cluster.versions]) {
    const key = keyOf(report, version);
    if (!groups.has(key)) groups.set(key, {status: version.status, versions: []});
    const {versions} = groups.get(key);
    if (!versions.some(({article}) => article === version.article)) versions.push(version);
  }
  const list = [...groups.values()];
  for (const {versions} of list) versions.sort((a, b) => a.article - b.article);
  return list.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || b.versions.length - a.versions.length);
}

/** A stop at the end belongs to the sentence around, and what stands between marks may be broken over lines. */
function keyOf(report, {article, start, end, status}) {
  if (status === 'reference' || status === 'exact') return '=';
  if (status === 'glyph-only') return '~';
  return status + report.articles[article].text.slice(start, end).replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '').replace(/\s+/gu, ' ').toLowerCase();
}

/** How many articles print the reference: `most` of them as a whole, `part` when those that print a part of it are counted, or `few`. */
export function supportOf(cluster) {
  const articles = (statuses) => new Set(cluster.versions.filter(({status}) => !statuses || statuses.includes(status)).map(({article}) => article)).size;
  const half = articles(null) / 2;
  if (articles(WHOLE) > half) return 'most';
  return articles([...WHOLE, ...IN_PART]) > half ? 'part' : 'few';
}

/** A version as pieces, `gone` and `added` with the kind of the difference; spaces stand between pieces wherever words would touch.
 * @returns {{side: 'same'|'gone'|'added', text: string, kind: string|null}[]} */
export function piecesOf(report, cluster, version) {
  const own = report.articles[version.article].text;
  const reference = report.articles[cluster.versions[cluster.reference].article].text;
  const pieces = [];
  let at = version.start;
  for (const {kind, own: mine, reference: theirs} of version.differences) {
    put(pieces, 'same', own.slice(at, mine.start), null);
    put(pieces, 'gone', reference.slice(theirs.start, theirs.end), kind);
    put(pieces, 'added', own.slice(mine.start, mine.end), kind);
    at = mine.end;
  }
  const rest = own.slice(at, version.end);
  // The stop of a sentence whose end is left off stands with its last word.
  const isStop = /^[\p{P}\s]+$/u.test(rest) && pieces.at(-1)?.side === 'gone' && pieces.at(-2)?.side === 'same';
  if (isStop) pieces.at(-2).text += rest.trimEnd();
  else put(pieces, 'same', rest, null);
  return spaced(pieces);
}

function put(pieces, side, text, kind) {
  if (text) pieces.push({side, text, kind});
}

function spaced(pieces) {
  return pieces.flatMap((piece, i) => {
    const before = pieces[i - 1]?.text ?? ' ';
    return /\s$/u.test(before) || /^[\s\p{Po}\p{Pe}\p{Pf}]/u.test(piece.text) ? [piece] : [{side: 'same', text: ' ', kind: null}, piece];
  });
}

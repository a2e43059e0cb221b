/**
 * The matrix of claims. In: a report and what the reader wants to see of it; out: rows in groups, those first in which articles
 * differ, then what several tell alike, then what one source tells; the copied words behind a row; the stretches that articles share.
 * Pure. Example: `rowsOf(report)[0].differs`. Limits: copied words are told from the report's own `reuse`, quoted speech left aside as the core does.
 */

/** The order of the groups. */
export const GROUPS = ['differ', 'several', 'single'];

/** What the choice narrows the rows to. */
export const SHOWN = ['all', 'differ', 'several', 'single', 'copied'];

export const STANCES = ['states', 'hedges', 'denies', 'disputes', 'silent'];

const rowsMemo = new WeakMap();
const runsMemo = new WeakMap();

/**
 * @typedef {{key: string, claim: object, cells: Map<number, object>, told: object[], stances: boolean, values: boolean, differs: boolean, group: string, copied: Map<number, number[]>}} Row
 * @returns {Row[]} in the order of the view
 */
export function rowsOf(report) {
  if (!rowsMemo.has(report)) {
    const seen = new Map();
    const rows = report.claims.map((claim) => row(report, claim, seen));
    rowsMemo.set(report, rows.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || b.told.length - a.told.length || a.claim.id - b.claim.id));
  }
  return rowsMemo.get(report);
}

function row(report, claim, seen) {
  const told = claim.cells.filter(({stance}) => stance !== 'silent').sort((a, b) => a.article - b.article);
  const stances = new Set(told.map(({stance}) => stance)).size > 1;
  const values = new Set(told.map(({value}) => value).filter((value) => value !== null)).size > 1;
  // Numbers of claims change with every report, so that an open row is known by its words.
  const count = seen.get(claim.text) ?? 0;
  seen.set(claim.text, count + 1);
  return {
    key: `${claim.text}#${count}`, claim, cells: new Map(claim.cells.map((cell) => [cell.article, cell])), told, stances, values, differs: stances || values,
    group: groupOf(claim, told, stances || values), copied: copiedIn(report, claim, told),
  };
}

function groupOf(claim, told, differs) {
  if (differs) return 'differ';
  return told.length < 2 || claim.independent < 2 ? 'single' : 'several';
}

/** Article → the other articles that tell it in the same words; empty where the core counts every article. */
function copiedIn(report, claim, told) {
  const copied = new Map();
  if (claim.independent >= told.length) return copied;
  const holder = (place) => told.find((cell) => cell.article === place.article && cell.start < place.end && place.start < cell.end)?.article;
  // A run counts where two cells hold its ends, so only those are looked at that begin in one of the cells' articles and stand at the cell.
  const runs = runsOf(report);
  const near = new Set(told.flatMap((cell) => (runs.get(cell.article) ?? []).filter(({a}) => cell.start < a.end && a.start < cell.end)));
  for (const {quoted, a, b} of near) {
    const [one, other] = [holder(a), holder(b)];
    if (quoted || one === undefined || other === undefined || one === other) continue;
    for (const [from, to] of [[one, other], [other, one]]) copied.set(from, [...new Set([...(copied.get(from) ?? []), to])].sort((x, y) => x - y));
  }
  return copied;
}

const reuseMemo = new WeakMap();

/** The shared stretches by the article of their first place. */
function runsOf(report) {
  if (!reuseMemo.has(report)) {
    const byArticle = new Map();
    for (const run of report.reuse) {
      if (!byArticle.has(run.a.article)) byArticle.set(run.a.article, []);
      byArticle.get(run.a.article).push(run);
    }
    reuseMemo.set(report, byArticle);
  }
  return reuseMemo.get(report);
}

/** Whether a row is among those asked for; `article` is an index of the report or null. */
function passes(row, {show, article, stance}) {
  if (show === 'copied' ? !row.copied.size : show !== 'all' && row.group !== show) return false;
  const stanceIn = (at) => row.cells.get(at)?.stance ?? 'silent';
  if (article !== null) return stance ? stanceIn(article) === stance : stanceIn(article) !== 'silent';
  return !stance || [...row.cells.keys()].some((at) => stanceIn(at) === stance);
}

/** The rows that pass. */
export const shownRows = (report, filter) => rowsOf(report).filter((one) => passes(one, filter));

/** How many rows each choice would show, the article and the stance being what they are. */
export function countsOf(report, filter) {
  return Object.fromEntries(SHOWN.map((show) => [show, rowsOf(report).filter((one) => passes(one, {...filter, show})).length]));
}

/** Findings that quote what a row is about. */
export function findingsOf(report, row) {
  const overlaps = ({article, start, end}) => row.told.some((cell) => cell.article === article && cell.start < end && start < cell.end);
  return report.findings.filter(({evidence}) => evidence.filter(overlaps).length > 1);
}

/**
 * The stretches that articles share, by pair of articles, those with most words first.
 * @returns {{articles: [number, number], runs: object[], words: number, longest: number, quoted: number}[]}
 */
export function sharedOf(report) {
  if (!runsMemo.has(report)) {
    const pairs = new Map();
    for (const run of report.reuse) {
      const key = [run.a.article, run.b.article].sort((x, y) => x - y).join(' ');
      if (!pairs.has(key)) pairs.set(key, []);
      pairs.get(key).push(run);
    }
    runsMemo.set(report, [...pairs].map(([key, runs]) => pair(key, runs)).sort((a, b) => b.words - a.words || b.longest - a.longest));
  }
  return runsMemo.get(report);
}

function pair(key, runs) {
  const sum = (list) => list.reduce((total, {words}) => total + words, 0);
  return {
    articles: key.split(' ').map(Number), runs: [...runs].sort((a, b) => b.words - a.words), words: sum(runs), longest: Math.max(...runs.map(({words}) => words)),
    quoted: sum(runs.filter(({quoted}) => quoted)),
  };
}

/**
 * Where two articles say the same thing. In: a report and the places of two articles in it; out: pairs of offsets that only rise on both sides, from the
 * beginnings to the ends, to scroll the two together. Anchors are passages of one finding, versions of one utterance, shared runs of words and cells of one
 * claim; where they cross, the heaviest set that does not is kept. Pure. Example: `anchorsOf(report, 0, 2)` is `[[0, 0], [120, 88], …]`.
 */

/** How much each kind is trusted; a run of shared words weighs as many words, up to the last figure. */
const WEIGHTS = {finding: 4, quotation: 6, claim: 2, reuse: 12};
/** Most anchors that are weighed against each other. */
const MOST = 600;

const memo = new WeakMap();

/** @returns {[number, number][]} */
export function anchorsOf(report, a, b) {
  if (!memo.has(report)) memo.set(report, new Map());
  const known = memo.get(report);
  const key = `${a} ${b}`;
  if (!known.has(key)) known.set(key, [[0, 0], ...rising(pairs(report, a, b)), [report.articles[a].text.length, report.articles[b].text.length]]);
  return known.get(key);
}

function pairs(report, a, b) {
  const found = [];
  const join = (places, weight) => {
    const [one, other] = [a, b].map((index) => places.find(({article}) => article === index));
    if (one && other) found.push({a: one.start, b: other.start, weight});
  };
  for (const {evidence} of report.findings) join(evidence, WEIGHTS.finding);
  for (const {versions} of report.clusters ?? []) join(versions, WEIGHTS.quotation);
  for (const {cells} of report.claims ?? []) join(cells.filter(({stance}) => stance !== 'silent'), WEIGHTS.claim);
  for (const run of report.reuse ?? []) join([run.a, run.b], Math.min(run.words, WEIGHTS.reuse));
  const [lengthA, lengthB] = [a, b].map((index) => report.articles[index].text.length);
  return found.filter((one) => one.a > 0 && one.b > 0 && one.a < lengthA && one.b < lengthB).sort((x, y) => y.weight - x.weight).slice(0, MOST);
}

/** The heaviest chain in which both offsets rise. */
function rising(found) {
  const list = found.sort((x, y) => x.a - y.a || x.b - y.b);
  const best = list.map(({weight}) => weight);
  const from = list.map(() => -1);
  let last = -1;
  for (let i = 0; i < list.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (list[j].a < list[i].a && list[j].b < list[i].b && best[j] + list[i].weight > best[i]) {
        best[i] = best[j] + list[i].weight;
        from[i] = j;
      }
    }
    if (last < 0 || best[i] > best[last]) last = i;
  }
  const chain = [];
  for (let i = last; i >= 0; i = from[i]) chain.push([list[i].a, list[i].b]);
  return chain.reverse();
}

/** The place on one side that a place on the other goes with, linear between anchors.
 * @param {[number, number][]} points rising on both sides */
export function between(points, at) {
  let i = 1;
  while (i < points.length - 1 && points[i][0] < at) i += 1;
  const [[a0, b0], [a1, b1]] = [points[i - 1], points[i]];
  return a1 === a0 ? b0 : b0 + ((at - a0) / (a1 - a0)) * (b1 - b0);
}

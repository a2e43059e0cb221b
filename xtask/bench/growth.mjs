// How the whole analysis of the core in the worker grows with its input. In: the measuring page and the seeds; out: for each course a table of milliseconds
// and a plot, and a sentence that says whether the time grows no faster than n log n, n being the bytes of text.
// Example: growth(page, seeds). Limits: small inputs carry costs that no text causes, so the first ratios fall; a rise is what tells.
import {bytesOf, table} from './print.mjs';
import {retold} from './texts.mjs';

/** Bytes of each article where their number grows: three seeds' length. */
const ARTICLE = 10_000;
/** What is measured: more articles of one length about one matter, and more text in five articles. */
const COURSES = [
  {title: `2 to 20 articles of ${ARTICLE / 1000} kB about one matter`, steps: [2, 5, 10, 20].map((count) => ({count, bytes: count * ARTICLE}))},
  {title: '5 to 500 kB in five articles', steps: [5, 50, 150, 500].map((kilobytes) => ({count: 5, bytes: kilobytes * 1000}))},
];
/** Rounds that count: the least time of each step is taken, since what else runs on the machine can only add to it. */
const RUNS = 5;
/** Rounds before those. */
const WARMING = 3;
/** A ratio may be so many times an earlier one before the time counts as growing faster: the least times of equal runs were seen to differ by a tenth, and two go into it. */
const TOLERANCE = 1.25;
/** Columns of the plot for a ratio of one. */
const WIDTH = 40;

/** A step's time by n log n, in units that nobody reads. */
const scaled = ({bytes, ms}) => ms / (bytes * Math.log(bytes));

/** The largest rise from any row to a later one: a fall at the start does not hide it. */
function rise(ratios) {
  let [least, most] = [Infinity, 0];
  for (const ratio of ratios) {
    least = Math.min(least, ratio);
    most = Math.max(most, ratio / least);
  }
  return most;
}

/** The power of n with which the time grew from the row before: 1 is in step with the text. */
const power = (before, now) => Math.log(now.ms / before.ms) / Math.log(now.bytes / before.bytes);

/** One line for each ratio: `*` is what was measured, `|` where n log n from the first row on would lie. */
function plot(rows) {
  for (const {label, ratio} of rows) {
    const at = Math.round(ratio * WIDTH);
    const cells = Array.from({length: Math.max(at, WIDTH) + 1}, (_, column) => (column === at ? '*' : column === WIDTH ? '|' : '.'));
    console.log(`${label.padStart(20)} ${cells.join('')} ${ratio.toFixed(2)}`);
  }
}

async function course(page, seeds, {title, steps}) {
  const lists = steps.map(({count, bytes}) => retold(seeds, bytes, count).map(({text}) => ({text})));
  const measured = await page.evaluate((words) => timesInTurn(...words), [lists, RUNS, WARMING]);
  const rows = measured.map(({times, findings}, at) => ({count: lists[at].length, bytes: bytesOf(lists[at]), ms: Math.min(...times), findings}));
  const ratios = rows.map((row) => scaled(row) / scaled(rows[0]));
  const cells = rows.map(({count, bytes, ms, findings}, at) => {
    const grown = at ? power(rows[at - 1], rows[at]).toFixed(2) : '';
    return [count, (bytes / 1000).toFixed(0), ms.toFixed(1), findings, grown, ratios[at].toFixed(2)];
  });
  table(`In Chromium, growth: ${title}, least of ${RUNS}`, ['articles', 'kB', 'ms', 'findings', 'power of n', 'by n log n'], cells);
  plot(rows.map(({count, bytes}, at) => ({label: `${(bytes / 1000).toFixed(0)} kB in ${count}`, ratio: ratios[at]})));
  const most = rise(ratios);
  const verdict = most <= TOLERANCE ? 'no faster than' : 'FASTER THAN';
  console.log(`grows ${verdict} n log n: no row lies above ${most.toFixed(2)} times an earlier one, ${TOLERANCE} is allowed for noise`);
}

/** Measures and prints every course. */
export async function growth(page, seeds) {
  for (const each of COURSES) await course(page, seeds, each);
}

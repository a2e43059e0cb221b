/**
 * Work that is done in slices. In: functions that go on with their work for so many milliseconds; out: one slice a task, so that the page answers in
 * between however much there is to draw. Example: `goOnWith(slice)` until the work is done, then `isDone(slice)`.
 */

/** Longest time of a slice, in milliseconds. */
const SLICE = 8;

const waiting = new Set();
let timer = null;

/** Calls back in tasks of their own until it is done, after those that came before: what is finished one by one is laid out once. */
export function goOnWith(slice) {
  waiting.add(slice);
  timer ??= setTimeout(next, 0);
}

/** Nothing is left to go on with. */
export function isDone(slice) {
  waiting.delete(slice);
}

function next() {
  timer = null;
  const [slice] = waiting;
  slice?.(SLICE);
  if (waiting.size) timer ??= setTimeout(next, 0);
}

/** Lists that are not drawn to the end yet. */
const unfinished = new Set();

/**
 * A list that is drawn piece by piece: so many at once, the rest in slices. In: jobs that draw a piece each; out: `begin(jobs, drawn)` forgets the jobs before; `drawn` is told
 * whenever pieces were drawn. Which come at once hangs on their number and on no clock. Example: `const list = pieces(20); list.begin(rows.map((row) => () => root.append(draw(row))))`.
 * @param {number} atOnce
 */
export function pieces(atOnce) {
  let pending = [];
  let told = () => {};
  const draw = (count, limit) => {
    const until = performance.now() + limit;
    for (let done = 0; pending.length && (done < count || performance.now() < until); done += 1) pending.shift()();
    if (pending.length) unfinished.add(slice);
    else unfinished.delete(slice);
    told();
  };
  const slice = (limit) => {
    draw(1, limit);
    if (pending.length) goOnWith(slice);
    else isDone(slice);
  };
  return {
    begin(jobs, drawn = () => {}) {
      pending = [...jobs];
      told = drawn;
      draw(atOnce, 0);
      if (pending.length) goOnWith(slice);
      else isDone(slice);
    },
  };
}

/** Draws all lists to the end, for who looks for something in one of them. */
export function finishLists() {
  for (const slice of [...unfinished]) slice(Infinity);
}

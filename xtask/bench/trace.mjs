// How long the page's thread was held. In: a page, and what to do in it; out: the longest task of its main thread, by the clock and by the processor's time that the thread
// had, and all its work together, in milliseconds, from the browser's own trace, so that no script of ours stands beside what is measured. On a busy machine
// the clock runs on while other programs have the processor; the processor's time is what a quiet one would show.
// Example: `const watch = await watching(page); await watch(() => page.mouse.wheel(0, 500))`. Limits: Chromium only; the trace costs each task a little itself.

/** Quiet time after which an action has had all its consequences, the check of changed texts aside, in milliseconds. */
const CALM = 300;
/** Where the tasks of a thread stand in the trace. */
const CATEGORIES = ['toplevel', 'blink.user_timing'];

/** @returns {Promise<(act: () => Promise<unknown>, calm?: () => Promise<unknown>) => Promise<{longest: number, clock: number, worked: number}>>} */
export async function watching(page) {
  const browser = page.context().browser();
  const session = await browser.newBrowserCDPSession();
  return async (act, calm = () => settled(page)) => {
    const events = [];
    const collect = ({value}) => events.push(...value);
    session.on('Tracing.dataCollected', collect);
    await session.send('Tracing.start', {transferMode: 'ReportEvents', traceConfig: {recordMode: 'recordUntilFull', includedCategories: CATEGORIES}});
    await page.evaluate(() => performance.mark('begun'));
    await act();
    await calm();
    await page.evaluate(() => performance.mark('ended'));
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
    return held(events);
  };
}

/** Waits until nothing is to be done any more. */
async function settled(page) {
  await page.waitForTimeout(CALM);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
}

/** The tasks of the thread that set the marks, between them; a task that began another's loop is not counted twice. */
function held(events) {
  const [begun, ended] = ['begun', 'ended'].map((name) => events.find((event) => event.name === name && event.cat.includes('user_timing')));
  const tasks = events.filter(({name, ph, pid, tid, ts}) => ph === 'X' && /RunTask$/.test(name) && pid === begun.pid && tid === begun.tid && ts > begun.ts && ts < ended.ts);
  const most = (values) => Math.max(0, ...values) / 1000;
  return {longest: most(tasks.map(({tdur}) => tdur)), clock: most(tasks.map(({dur}) => dur)), worked: tasks.reduce((sum, {tdur}) => sum + tdur, 0) / 1000};
}

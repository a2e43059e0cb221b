// How smooth the page stays. In: a browser, the built page and the seeds; out: for what a reader does with twenty long articles the longest task of the page's
// thread, beside a fixed piece of work that the same thread does in the same minute, and for typing the time from the last key to the results.
// Example: `cargo xtask bench --only frames`. Limits: nothing is judged; a busy machine makes every figure larger, the fixed work too.
import {serve} from '../../tests/browser/serving.mjs';
import {median, table} from './print.mjs';
import {retold} from './texts.mjs';
import {watching} from './trace.mjs';

/** Twenty articles of 20 kB, and five of which one of 50 kB is typed in: beside four as they are bundled, and beside four as long as itself. */
const MANY = {count: 20, bytes: 20_000};
const TYPED = {count: 5, bytes: 50_000, at: 1};
/** Times that each action is done; actions that switch something come back after two. */
const RUNS = 6;
/** Longest that a task may hold the page up, and that results may take after the last key, in milliseconds. */
const ASKED = {task: 50, results: 300};

const click = (page, selector) => page.evaluate((wanted) => document.querySelector(wanted).click(), selector);
const choose = (page, name, value) => page.evaluate(([field, chosen]) => {
  const select = document.querySelector(`.filters [name="${field}"]`);
  select.value = chosen ?? select.options[1].value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
}, [name, value]);
const tab = (page, name) => click(page, `#tab-${name}`);
const layout = (page, name) => click(page, `.layout[aria-label="${name}"]`);
/** Rolls the wheel over an element a few times, as fast as a hand does. */
async function roll(page, selector, by) {
  const box = await page.locator(selector).first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height, 600) / 2);
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(40);
  }
}
async function search(page, words) {
  await page.evaluate(() => document.querySelector('.search__field').focus());
  await page.keyboard.type(words, {delay: 60});
}
const leaveSearch = (page) => page.evaluate(() => {
  const field = document.querySelector('.search__field');
  field.value = '';
  field.dispatchEvent(new Event('input', {bubbles: true}));
});

/** What a reader does: `ready` comes before and is not measured, `act` is; both are told which time it is. */
function actions(names) {
  const swap = (run, ...values) => values[run % values.length];
  return [
    {title: 'filter by severity', act: (page, run) => choose(page, 'severity', swap(run, 'medium', 'info'))},
    {title: 'filter by article', act: (page, run) => choose(page, 'article', swap(run, null, ''))},
    {title: 'filter by kind', act: (page, run) => choose(page, 'kind', swap(run, null, ''))},
    {title: 'scroll the findings', act: (page, run) => roll(page, '#panel', swap(run, 500, -500))},
    {title: 'next finding', act: (page) => page.keyboard.press('j')},
    {title: 'accept a finding', act: (page) => page.keyboard.press('a')},
    {title: 'dismiss a finding', ready: (page) => page.keyboard.press('d'), act: (page) => page.keyboard.press('Enter')},
    {title: 'undo', ready: async (page) => {
      await page.keyboard.press('d');
      await page.keyboard.press('Enter');
    }, act: (page) => click(page, '#toast button')},
    {title: 'switch names of people', act: (page) => click(page, '.switch[data-kind="person"]')},
    {title: 'switch findings', act: (page) => click(page, '.switch[data-kind="finding"]')},
    {title: 'another article', act: (page, run) => page.evaluate((at) => document.querySelectorAll('.article-card__open')[at].click(), run * 3 + 1)},
    {title: 'scroll an article', act: (page, run) => roll(page, '.pane__scroll', swap(run, 700, -700))},
    {title: 'show one, two, all', act: (page, run) => layout(page, names[(run + 1) % 3])},
    {title: 'with all shown: names', ready: (page) => layout(page, names[2]), act: (page) => click(page, '.switch[data-kind="person"]')},
    {title: 'with all shown: filter', act: (page, run) => choose(page, 'severity', swap(run, 'medium', 'info'))},
    {title: 'with all shown: scroll', act: (page, run) => roll(page, '.pane__scroll', swap(run, 700, -700))},
    {title: 'with all shown: sideways', act: (page, run) => page.evaluate((by) => document.querySelector('.panes').scrollBy(by, 0), swap(run, 2500, -2500))},
    ...['names', 'quotations', 'claims', 'timeline', 'network'].map((name) => ({title: `tab of ${name}`, ready: (page) => tab(page, 'findings'), act: (page) => tab(page, name)})),
    {title: 'tab of findings', ready: (page) => tab(page, 'names'), act: (page) => tab(page, 'findings')},
    {title: 'search, common words', ready: async (page) => {
      await layout(page, names[0]);
      await tab(page, 'search');
      await leaveSearch(page);
      await page.waitForTimeout(300);
    }, act: (page) => search(page, 'said')},
  ];
}

/** A fixed piece of work on the page's thread: words, a table, a sort, and elements. */
const fixedWork = (page) => page.evaluate(() => {
  const words = Array.from({length: 12_000}, (_, i) => `w${(i * 7919) % 10_007}`);
  const seen = new Map();
  for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  const list = document.createElement('ul');
  for (const [word, count] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 4000)) list.appendChild(document.createElement('li')).append(word, String(count));
  return list.childElementCount;
});

/** The fixed work's milliseconds of the processor. */
async function unitOf(page, watch) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push((await watch(() => fixedWork(page), async () => {})).longest);
  return median(runs);
}

/** Puts articles in, in place of what is there, and waits for their report. */
async function filled(page, articles) {
  await click(page, '.pitch__own');
  await page.waitForSelector('.editor__field');
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.querySelector('.editor__field').dispatchEvent(new ClipboardEvent('paste', {bubbles: true, cancelable: true, clipboardData}));
  }, articles.map(({text}) => text.replace(/^[ \t]*[-=]{3,}[ \t]*$/gm, '')).join('\n---\n'));
  await page.waitForFunction((count) => crosscheck.report()?.articles.length === count && crosscheck.state().engine === 'idle', articles.length, {timeout: 120_000});
  await page.waitForTimeout(1500);
}

async function manyArticles(browser, address, seeds) {
  const page = await opened(browser, address);
  await filled(page, retold(seeds, MANY.count * MANY.bytes, MANY.count));
  const found = await page.evaluate(() => crosscheck.report().findings.length);
  const names = await page.evaluate(() => [...document.querySelectorAll('.layout')].map((button) => button.ariaLabel));
  await page.evaluate(() => document.querySelector('.fold--filter').setAttribute('open', ''));
  const watch = await watching(page);
  const unit = await unitOf(page, watch);
  const rows = [];
  for (const {title, ready, act} of actions(names)) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      await ready?.(page, run);
      if (ready) await page.waitForTimeout(400);
      runs.push(await watch(() => act(page, run)));
    }
    const [longest, clock, worked] = ['longest', 'clock', 'worked'].map((name) => runs.map((run) => run[name]));
    rows.push([title, ...[median(longest), Math.max(...longest), median(clock), median(worked)].map((ms) => ms.toFixed(0)), (median(longest) / unit).toFixed(1), median(longest) <= ASKED.task ? '' : `OVER ${ASKED.task}`]);
  }
  table(`In Chromium, ${MANY.count} articles of ${MANY.bytes / 1000} kB, ${found} findings: the longest task of the page's thread, median of ${RUNS}; fixed work ${unit.toFixed(1)} ms`,
    ['', 'ms', 'most', 'by the clock', 'all tasks', 'by fixed work', ''], rows);
  await page.context().close();
}

/** Keys into the middle of a long article; the last one makes a difference that the report shows. */
async function typing(browser, address, articles, title) {
  const page = await opened(browser, address);
  await filled(page, articles);
  await page.evaluate((at) => document.querySelectorAll('.article-card__open')[at].click(), TYPED.at);
  await page.waitForTimeout(500);
  await page.keyboard.press('e');
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const field = document.querySelector('.editor__field');
    field.focus();
    const at = field.value.indexOf(' ', field.value.length / 2) + 1;
    field.setSelectionRange(at, at);
    field.addEventListener('keydown', () => (globalThis.lastKey = performance.now()));
  });
  const watch = await watching(page);
  const unit = await unitOf(page, watch);
  const [longest, results, core] = [[], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    let took = null;
    const one = await watch(() => page.keyboard.type('Some words more. ', {delay: 70}), async () => {
      took = await page.evaluate(() => new Promise((done) => {
        const look = () => {
          const {compared, articles, ms} = crosscheck.state();
          const text = document.querySelector('.editor__field').value;
          const current = articles.every((article, i) => article.text === compared[i]?.text) && articles.some((article) => article.text === text);
          if (current) requestAnimationFrame(() => setTimeout(() => done({results: performance.now() - globalThis.lastKey, core: ms})));
          else setTimeout(look, 4);
        };
        look();
      }));
      await page.waitForTimeout(400);
    });
    longest.push(one.longest);
    results.push(took.results);
    core.push(took.core);
  }
  const row = (title, list, asked) => [title, median(list).toFixed(0), Math.max(...list).toFixed(0), (median(list) / unit).toFixed(1), asked && median(list) > asked ? `OVER ${asked}` : ''];
  table(`In Chromium, typing in ${title}, of ${RUNS} runs; fixed work ${unit.toFixed(1)} ms`, ['', 'median ms', 'most ms', 'by fixed', ''],
    [row('longest task', longest, ASKED.task), row('last key to results', results, ASKED.results), row('of that in the core', core)]);
  await page.context().close();
}

async function opened(browser, address) {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, serviceWorkers: 'block'});
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(address);
  await page.waitForFunction(() => globalThis.crosscheck?.report(), null, {timeout: 60_000});
  return page;
}

/** Measures and prints both. */
export async function frames(browser, site, seeds) {
  const {address, close} = await serve(site);
  try {
    const long = retold(seeds, TYPED.count * TYPED.bytes, TYPED.count);
    const size = `${TYPED.bytes / 1000} kB`;
    await typing(browser, address, seeds.slice(0, TYPED.count).with(TYPED.at, long[TYPED.at]), `an article of ${size} among ${TYPED.count}, the others as bundled`);
    await typing(browser, address, long, `one of ${TYPED.count} articles of ${size}`);
    await manyArticles(browser, address, seeds);
  } finally {
    await close();
  }
}

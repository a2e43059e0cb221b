/**
 * What the browser tests share. In: nothing but the built page (`CROSSCHECK_DIST`, by default `dist/`) and a browser
 * (see `browsers.mjs`); out: pages of both forms that note every request and every error.
 * Example: `await withPage(form, {}, async (page, log) => …)`.
 */

import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {browserName, closeAll, newContext, onlyIn} from './browsers.mjs';
import {serve} from './serving.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const dist = resolve(root, process.env.CROSSCHECK_DIST ?? 'dist');
export const golden = join(root, 'tests/golden/ukraine-talks.json');
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The two forms of the page; each opens to an address. */
export const FORMS = {
  hosted: {file: join(dist, 'site/index.html'), open: () => serve(join(dist, 'site'))},
  single: {file: join(dist, 'crosscheck.html'), open: async () => ({address: pathToFileURL(join(dist, 'crosscheck.html')).href, close: () => {}})},
};

export const close = closeAll;
export {browserName, onlyIn};

/**
 * Opens a form of the page, waits until the examples are analysed, and checks at the end that nothing went wrong. The offline copy is left out, since it would
 * answer what a test wants to stop; offline.test.mjs has it.
 */
export async function withPage(name, {ready = true, requests = true, errors = true, pdf = false, ...options}, use) {
  const form = FORMS[name];
  assert.ok(existsSync(form.file), `${form.file} is missing: run \`cargo xtask build\``);
  const {address, close: shut} = await form.open();
  const context = await newContext({viewport: {width: 1440, height: 900}, serviceWorkers: 'block', ...options});
  const page = await context.newPage();
  const log = {requests: [], errors: [], address};
  page.on('request', (request) => log.requests.push(request.url()));
  page.on('pageerror', (error) => log.errors.push(String(error.stack ?? error)));
  page.on('console', (message) => message.type() === 'error' && log.errors.push(message.text()));
  try {
    await page.goto(address);
    if (ready) await drawn(page);
    await use(page, log);
    if (errors) assert.deepEqual(log.errors, []);
    if (requests) checkRequests(log, address, pdf);
  } finally {
    await context.close();
    await shut();
  }
}

/** Waits until the report of the examples is there and drawn. The status line is drawn last: with it, all else is on the page. */
export const drawn = (page) => page.waitForFunction(() => globalThis.crosscheck?.report() && document.getElementById('status').dataset.engine, null, {timeout: 60_000});

/** Only the page itself and, when hosted, the files it lists, the reader of PDF only where one was given; a Blob is memory of the page and no request. */
export function checkRequests(log, address, pdf = false) {
  const allowed = address.startsWith('file:') ? [address] : ['', 'index.html', 'style.css', 'seeds.js', 'page.js', 'assets.js', 'core.js', ...(pdf ? ['pdf.js'] : [])].map((file) => address + file);
  const other = log.requests.filter((url) => !url.startsWith('blob:') && !allowed.includes(url));
  assert.deepEqual(other, []);
}

/** What was told as an error beside what the page's policy refused. Firefox tells of each refusal a second time, without a word. */
export const beyondPolicy = ({errors}) => errors.filter((error) => !/Content.Security.Policy/.test(error) && !(browserName === 'firefox' && error === 'undefined'));

/** The report as it stands. It comes over as one text: a browser hands so many objects over one by one, which takes it seconds. */
export const reported = async (page) => JSON.parse(await page.evaluate(() => JSON.stringify(globalThis.crosscheck?.report() ?? null)));

/** The report of the last check, once there is one that satisfies the condition. The same report is handed over once. */
export async function report(page, condition = () => true) {
  let last = null;
  await page.evaluate(() => delete globalThis.handedOver);
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const found = await page.evaluate(() => {
      const now = globalThis.crosscheck?.report() ?? null;
      const known = now === globalThis.handedOver;
      globalThis.handedOver = now;
      return known ? null : JSON.stringify(now);
    });
    if (found) last = JSON.parse(found);
    if (last && condition(last)) return last;
    await page.waitForTimeout(40);
  }
  throw new Error('no such report within a minute');
}

/** Puts articles in, in place of what is there, and waits for their report. */
export async function filled(page, ...texts) {
  await page.locator('.pitch__own').click();
  const field = page.locator('.editor__field');
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.focus();
    if (!element.dispatchEvent(new ClipboardEvent('paste', {bubbles: true, cancelable: true, clipboardData}))) return;
    element.value = pasted;
    element.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }, texts.join('\n---\n'));
  const words = (text) => text.replace(/\s/g, '');
  const made = await report(page, ({articles}) => articles.length === texts.length && articles.every(({text}, i) => words(text) === words(texts[i])));
  // A field that is hidden keeps the keys until the browser draws the next frame, which is sooner than any hand.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return made;
}

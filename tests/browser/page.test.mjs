/** Both forms of the page in a real browser: what a reader sees on opening, and that the page asks nobody for anything. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {transformSync} from 'esbuild';
import {close, dist, FORMS, golden, onlyIn, report, reported, withPage} from './harness.mjs';

after(close);

/** A few lines around a place; none when there is no such place. */
const around = (lines, at) => (at < 0 ? [] : lines.slice(Math.max(0, at - 5), at + 5));

const shown = (page, selector) => page.locator(selector).evaluateAll((elements) => elements.map((element) => element.textContent.trim()));

for (const form of Object.keys(FORMS)) {
  describe(`${form} form`, () => {
    test('opens with five articles analysed and the most serious finding open, both passages beside each other', () => withPage(form, {}, async (page) => {
      assert.equal(await page.locator('.article-card').count(), 5);
      const open = page.locator('.finding[data-open]');
      assert.equal(await open.count(), 1);
      assert.equal(await open.locator('.passages').first().locator('.passage').count(), 2);
      const [left, right] = await Promise.all([0, 1].map((i) => open.locator('.passage').nth(i).boundingBox()));
      assert.ok(left.x + left.width <= right.x && Math.abs(left.y - right.y) < 2, 'passages stand side by side');
      const first = await page.locator('.finding').first().getAttribute('data-open');
      assert.equal(first, '', 'the open one is the first');
      assert.ok((await page.locator('.pitch').innerText()).includes('Nothing you paste leaves this page'));
      assert.ok(await page.locator('.text .mark--person').count() > 0);
    }));

    test('there is one live region, and it says how many differences were found', () => withPage(form, {}, async (page) => {
      assert.equal(await page.locator('[role="status"], [role="alert"], [aria-live]').count(), 1);
      assert.match(await page.locator('[role="status"]').textContent(), /^\d+ differences? found\.$/);
    }));

    test('every mark stands where the report says', () => withPage(form, {}, async (page) => {
      await page.evaluate(() => document.querySelectorAll('.switch[aria-pressed="false"]').forEach((button) => button.click()));
      const wrong = await page.evaluate(() => {
        const {report, state} = globalThis.crosscheck;
        const at = state().compared.findIndex(({id}) => id === state().current);
        const text = report().articles[at].text;
        const places = new Map();
        for (const entity of report().entities) entity.mentions.forEach((mention, i) => mention.article === at && places.set(`e${entity.id}.${i}`, mention));
        for (const quotation of report().quotations) if (quotation.article === at) places.set(`q${quotation.id}`, quotation);
        const bad = [];
        for (const [id, {start, end}] of places) {
          const parts = [...document.querySelectorAll(`[data-marks~="${id}"]`)];
          const words = parts.map((part) => [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('')).join('');
          // White space between blocks is not drawn.
          if (parts.length && words.replace(/\s/g, '') !== text.slice(start, end).replace(/\s/g, '')) bad.push([id, words, text.slice(start, end)]);
        }
        return bad;
      });
      assert.deepEqual(wrong, []);
    }));

    test('the report in the browser equals the golden one', () => withPage(form, {}, async (page) => {
      const lines = (value) => JSON.stringify(value, null, 2).split('\n');
      const accepted = lines(JSON.parse(readFileSync(golden, 'utf8')));
      // Until then it is the one that the build made, which is the same where nothing is wrong.
      await page.waitForFunction(() => globalThis.crosscheck.state().engine === 'idle');
      const now = lines(await reported(page));
      const at = accepted.findIndex((line, i) => line !== now[i]);
      // Only the first place is shown: a whole report is too long to read twice.
      assert.deepEqual(around(now, at), around(accepted, at));
      assert.equal(now.length, accepted.length);
    }));

    test('a full visit makes no request but for the page’s own files', () => withPage(form, {}, async (page, log) => {
      for (const tab of ['names', 'quotations', 'claims', 'timeline', 'network', 'findings']) await page.locator(`#tab-${tab}`).click();
      for (const card of await page.locator('.article-card__open').all()) await card.click();
      await page.locator('.passage .quiet').first().click();
      await page.keyboard.press('?');
      await page.keyboard.press('Escape');
      await page.locator('.pitch__own').click();
      await page.locator('.editor__field').fill('See https://example.invalid/picture.png <img src="https://example.invalid/x.png"> <script>fetch("https://example.invalid")</script>');
      await report(page, (found) => found.articles.length === 1);
      await page.waitForTimeout(200);
      const own = log.requests.filter((url) => !url.startsWith('blob:'));
      // Firefox does not tell of a file that it opens from disk.
      if (form === 'single') assert.deepEqual(own.filter((url) => url !== log.address), []);
      else assert.ok(own.every((url) => url.startsWith(log.address)));
    }));
  });
}

const FORBIDDEN = [
  /\bfetch\s*\(/, /XMLHttpRequest/, /WebSocket/, /WebTransport/, /EventSource/, /RTCPeerConnection/, /sendBeacon/, /importScripts/, /\bimport\s*\(/,
  /preconnect|prefetch|preload/, /\blocation\s*(?:\.\s*\w+\s*)?=(?!=)/, /location\s*\.\s*(?:assign|replace)/, /\bwindow\s*\.\s*open\b/,
  /\.submit\s*\(/, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc/, /\beval\s*\(/, /new\s+Function\b/,
];

const uses = (source, pattern) => source.match(new RegExp(pattern, 'g'))?.length ?? 0;

/** The one file that tries to send something, on a click, to show that the browser refuses: a request, a picture and a beacon, each once. */
const ATTEMPTS = 'attempts.js';
const attempted = (pattern) => uses(transformSync(readFileSync(fileURLToPath(new URL(`../../www/js/${ATTEMPTS}`, import.meta.url)), 'utf8'), {minify: true}).code, pattern);

/** The page's own sources without comments, but for those attempts and the script that reads PDF, which the page does not hold. */
function sources() {
  const folder = fileURLToPath(new URL('../../www/js', import.meta.url));
  const files = readdirSync(folder, {recursive: true}).filter((file) => file.endsWith('.js') && ![ATTEMPTS, 'pdfreader.js'].includes(file));
  // A part of the bundle that is begun when it is first used is written as an import of its file; the bundle has none.
  return files.map((file) => transformSync(readFileSync(join(folder, file), 'utf8'), {minify: true}).code.replace(/\bimport\("\.\.?\/[\w/]+\.js"\)/g, ''));
}

/** Readability as the build ships it: without comments. */
function readability() {
  return transformSync(readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8'), {minify: true}).code;
}

test('the shipped scripts use none of what could reach the network or turn text into markup', async () => {
  const read = (file) => readFileSync(join(dist, 'site', file), 'utf8');
  const sandbox = {};
  new Function('globalThis', read('assets.js'))(sandbox);
  // The glue brings a loader of its own that asks for a module by address. It is never called: the worker hands the
  // module over as bytes. Exactly that call is left out here, and the one by which the worker takes in the core from its own file,
  // at an address that its policy lets pass; anything else of the kind would be found.
  const worker = sandbox.CROSSCHECK_ASSETS.worker.replace('module_or_path = fetch(module_or_path);', '').replace(/importScripts\(\w+\?\w+\.createScriptURL\(\w+\):\w+\)/, '');
  for (const pattern of FORBIDDEN) {
    assert.doesNotMatch(worker, pattern, `the worker has ${pattern}`);
    // Readability is shipped as it is. It can write markup into the copies it reads, in two places that are never reached (www/js/ways/extract.js
    // says why) and that trusted types would refuse; our own one use is the parser for documents apart from the page. Nothing is allowed beside these.
    const ours = sources().filter((source) => pattern.test(source)).length;
    assert.equal(ours, pattern.test('DOMParser') || pattern.test('importScripts') ? 1 : 0, `www/js has ${pattern}`);
    assert.equal(attempted(pattern), pattern.test('fetch(') || pattern.test('sendBeacon') ? 1 : 0, `${ATTEMPTS} has ${pattern}`);
    assert.equal(uses(read('page.js'), pattern), uses(readability(), pattern) + (pattern.test('importScripts') ? 0 : ours) + attempted(pattern), `page.js has ${pattern}`);
  }
  // The one thing that is registered is the offline copy, whose one way out is to the files that the build listed.
  assert.deepEqual(read('page.js').match(/serviceWorker\s*\.\s*register\([^)]*\)+/g).map((call) => call.replace(/\w+\("/, 'trusted("')), ['serviceWorker.register(trusted("sw.js"))']);
  const copy = read('sw.js');
  assert.equal(copy.match(/\bfetch\s*\(/g).length, 1);
  assert.match(copy, /\bfetch\(new Request\(\w+,\{integrity:/, 'what is fetched has a hash');
  for (const pattern of FORBIDDEN.filter((one) => !one.test('fetch('))) assert.doesNotMatch(copy, pattern, `sw.js has ${pattern}`);
  for (const file of [read('index.html'), read('style.css')]) assert.doesNotMatch(file.replaceAll("xmlns='http://www.w3.org/2000/svg'", ''), /https?:|\/\/[a-z]/);
});

test('the examples and their findings can be read before the core is there', onlyIn('chromium', 'Firefox tells of no new page while one of its scripts is held back'), () => withPage('hosted', {ready: false, requests: false}, async (page) => {
  await page.route('**/assets.js', () => {});
  await page.reload({waitUntil: 'commit'});
  await page.waitForSelector('.text .block');
  await page.locator('.passage').first().waitFor();
  assert.deepEqual((await shown(page, '.article-card__title')).length, 5);
  assert.equal(await page.evaluate(() => globalThis.crosscheck.state().engine), 'starting');
  assert.deepEqual(await reported(page), JSON.parse(readFileSync(golden, 'utf8')));
}));

test('an article can be read before any script has run', onlyIn('chromium', 'Firefox runs the scripts of a page in every test'), () => withPage('hosted', {ready: false, javaScriptEnabled: false}, async (page) => {
  const [first] = JSON.parse(readFileSync(golden, 'utf8')).articles;
  assert.deepEqual(await page.locator('#reader .block').allTextContents(), first.blocks.map(({start, end}) => first.text.slice(start, end)));
  assert.ok(await page.locator('#reader .block--headline').isVisible());
}));

test('without the core the articles can still be read and edited, and the page says what is missing', () => withPage('hosted', {ready: false, requests: false, errors: false}, async (page) => {
  await page.route('**/assets.js', (route) => route.abort());
  await page.reload();
  await page.locator('.fault').waitFor();
  assert.match(await page.locator('.fault').innerText(), /part of this page is missing/);
  assert.equal(await page.locator('.progress').isVisible(), false);
  await page.keyboard.press('e');
  assert.ok((await page.locator('.editor__field').inputValue()).length > 100);
}));

test('on a phone one region is shown at a time, and a passage leads to the text and back', () => withPage('single', {viewport: {width: 390, height: 844}}, async (page) => {
  const visible = () => page.evaluate(() => ['rail', 'reader', 'panel'].filter((id) => document.getElementById(id).getClientRects().length > 0));
  assert.deepEqual(await visible(), ['panel']);
  await page.locator('.passage .quiet').first().click();
  assert.deepEqual(await visible(), ['reader']);
  await page.locator('.reader__back .quiet').click();
  assert.deepEqual(await visible(), ['panel']);
  await page.locator('.region').first().click();
  assert.deepEqual(await visible(), ['rail']);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, 'nothing is wider than the screen');
}));

test('the hosted page offers itself as one file', () => withPage('hosted', {requests: false}, async (page) => {
  await page.keyboard.press('?');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#help a[download]').click()]);
  assert.equal(readFileSync(await download.path(), 'utf8'), readFileSync(join(dist, 'crosscheck.html'), 'utf8'));
}));

test('the theme follows the system and the switch', () => withPage('single', {colorScheme: 'dark'}, async (page) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.locator('.theme').nth(1).click();
  const light = await paper();
  assert.notEqual(light, dark);
  await page.locator('.theme').nth(2).click();
  assert.equal(await paper(), dark);
}));

/** The hosted form without a network: after one visit it works with the server gone; a new version comes when the reader says so. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {browserName, newContext} from './browsers.mjs';
import {close, dist, drawn, filled, report} from './harness.mjs';
import {opened} from './taking.mjs';

after(close);

const TYPES = {html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8'};
const ONE = 'Fire in Norton\n\nA fire in the town of Norton killed 12 people on Monday, Governor Ann Lee said.';
const OTHER = 'Norton fire\n\nA fire in the town of Norton killed 30 people on Monday, Governor Ann Lee said.';

/** The site below a path, as on a host of many pages, with a note of every file that was asked for; its files can be replaced. */
async function host() {
  const folder = join(dist, 'site');
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
  const asked = [];
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.replace(/^\/news\//, '') || 'index.html';
    asked.push(name);
    if (!files.has(name)) return response.writeHead(404).end();
    response.writeHead(200, {'content-type': TYPES[name.split('.').pop()] ?? 'application/octet-stream', 'cache-control': 'no-cache'});
    return response.end(files.get(name));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const shut = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return {address: `http://127.0.0.1:${server.address().port}/news/`, files, asked, shut};
}

async function visited(use) {
  const site = await host();
  const context = await newContext({viewport: {width: 1440, height: 900}});
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  try {
    await page.goto(site.address);
    await report(page);
    await page.waitForFunction(() => globalThis.crosscheck.state().offline === 'ready');
    await use(page, site, context);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
    await site.shut();
  }
}

test('after one visit the page works without a network, whole', () => visited(async (page, site, context) => {
  const listed = ['index.html', 'style.css', 'seeds.js', 'page.js', 'assets.js', 'core.js', 'sw.js'];
  assert.deepEqual([...new Set(site.asked)].filter((name) => !listed.includes(name)), [], 'only its own files were asked for');
  await site.shut();
  // In Firefox no test takes the network away; that nobody answers any more is the same to the page.
  if (browserName === 'chromium') await context.setOffline(true);
  await page.reload();
  await drawn(page);
  assert.equal(await page.locator('.article-card').count(), 5);
  const found = await filled(page, ONE, OTHER);
  assert.ok(found.findings.some(({kind}) => kind === 'numeric'));
  await opened(page);
  assert.match(await page.locator('#takeaway').innerText(), /kept for use without a network/);
  const other = await context.newPage();
  await other.goto(site.address);
  assert.equal((await report(other)).articles.length, 5, 'in a new tab as well');
}));

test('the copy answers for nothing but the listed files', () => visited(async (page, site, context) => {
  const before = site.asked.length;
  const other = await context.newPage();
  const answer = await other.goto(`${site.address}elsewhere.html`);
  assert.equal(answer.status(), 404);
  assert.equal(site.asked.length, before, 'the server was not even asked');
}));

test('a new version is told of, and taken with all work kept when the reader says so', () => visited(async (page, site) => {
  await filled(page, ONE, OTHER);
  const hash = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  const old = hash(site.files.get('index.html'));
  site.files.set('index.html', Buffer.from(site.files.get('index.html').toString().replace('<title>', '<title>Newer ')));
  site.files.set('sw.js', Buffer.from(site.files.get('sw.js').toString().replace(old, hash(site.files.get('index.html'))).replace(/"version":"sha256-/, '"version":"later-')));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.locator('[data-notice="update"]').waitFor();
  assert.doesNotMatch(await page.title(), /^Newer/, 'nothing changes before the answer');
  await page.locator('[data-notice="update"] button').first().click();
  await page.waitForFunction(() => document.title.startsWith('Newer'));
  const found = await report(page, ({articles}) => articles.length === 2);
  assert.equal(found.articles[0].text, ONE);
  const names = await page.evaluate(() => caches.keys());
  assert.equal(names.length, 1, 'the old copy is gone');
  assert.equal(await page.evaluate(() => sessionStorage.length), 0, 'what was laid by is taken up and erased');
}));

test('forgetting everything erases the copy too', () => visited(async (page) => {
  await opened(page);
  await page.locator('[data-key="forget"]').click();
  await page.locator('[data-notice="forgotten"]').waitFor();
  assert.deepEqual(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]), [[], 0]);
  assert.doesNotMatch(await page.locator('#takeaway').innerText(), /kept for use without a network/);
}));

test('a file that is not what the build listed is not kept', async () => {
  const site = await host();
  site.files.set('seeds.js', Buffer.concat([site.files.get('seeds.js'), Buffer.from('\n// Changed on its way.\n')]));
  const context = await newContext({});
  const page = await context.newPage();
  try {
    await page.goto(site.address);
    await report(page);
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration === undefined || (!registration.installing && !registration.active && !registration.waiting);
    });
    assert.equal(await page.evaluate(() => globalThis.crosscheck.state().offline), 'none');
  } finally {
    await context.close();
    await site.shut();
  }
});

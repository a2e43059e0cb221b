/** Sessions: as a file, as a link, remembered on the device; what is damaged or strange gets a plain message and changes nothing. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {pack} from '../../www/js/link.js';
import {read} from '../../www/js/session.js';
import {close, filled, FORMS, onlyIn, report, withPage} from './harness.mjs';
import {choose, file} from './giving.mjs';
import {clipboard, download, opened} from './taking.mjs';

after(close);

const ONE = 'Fire in Norton\n\nA fire in the town of Norton killed 12 people on Monday, Governor Ann Lee said.';
const OTHER = 'Norton fire\n\nA fire in the town of Norton killed 30 people on Monday, Governor Ann Lee said.';

/** What of the state is the reader's own. */
const own = (page) => page.evaluate(() => {
  const {articles, corrections, reviews, filter} = globalThis.crosscheck.state();
  return {articles: articles.map(({text, title, outlet, date, hidden, hue}) => ({text, title, outlet, date, hidden, hue})), corrections, reviews, severity: filter.severity};
});

const titles = (page) => page.locator('.article-card__title').allTextContents();

/** Two articles of one's own, one described and put last, and a filter. */
async function worked(page) {
  await filled(page, ONE, OTHER);
  await page.keyboard.press('e');
  await page.locator('input[name="outlet"]').fill('The Norton Echo');
  await page.locator('input[name="date"]').fill('2025-08-08');
  await page.locator('input[name="title"]').focus();
  await page.keyboard.press('Escape');
  await page.locator('.fold--filter summary').click();
  await page.locator('select[name="severity"]').selectOption('high');
  await report(page, ({articles}) => articles[0].date === '2025-08-08' || articles[1]?.date === '2025-08-08');
}

test('a session saved as a file holds everything of the reader’s own, and nothing else', () => withPage('single', {}, async (page) => {
  await worked(page);
  await opened(page);
  const {name, text} = await download(page, () => page.locator('[data-key="session-saved"]').click());
  assert.equal(name, 'crosscheck-session.json');
  const {session} = read(text);
  const before = await own(page);
  assert.deepEqual(session.articles.map(({text: words, title, outlet, date, hidden, hue}) => ({text: words, title, outlet, date, hidden, hue})), before.articles);
  assert.equal(session.filter.severity, 'high');
}));

test('a session file is put in like an article, and opens after asking; a damaged one gets a plain message and changes nothing', () => withPage('single', {}, async (page) => {
  await worked(page);
  const before = await own(page);
  await opened(page);
  const {name, text} = await download(page, () => page.locator('[data-key="session-saved"]').click());
  await page.keyboard.press('Escape');
  await page.getByText('Bring back the examples').click();
  await report(page, ({articles}) => articles.length === 5);
  for (const [broken, message] of [[text.slice(0, text.length / 2), /damaged|cut short/i], [text.replace('crosscheck-session/1', 'crosscheck-session/3'), /another version/]]) {
    await choose(page, file(name, broken));
    await page.waitForFunction((source) => new RegExp(source, 'i').test(document.body.innerText), message.source);
    assert.equal((await titles(page)).length, 5);
  }
  await choose(page, file(name, text));
  await page.locator('#offered[open]').waitFor();
  assert.match(await page.locator('#offered').innerText(), /from the file/);
  await page.locator('#offered .quiet--main').click();
  await report(page, ({articles}) => articles.length === 2);
  assert.deepEqual(await own(page), before);
}));

test('a passage leads to its words at the source where the address is one of the web, and nowhere else', () => withPage('single', {}, async (page, {address}) => {
  const articles = [{text: ONE, address: 'https://example.org/fire?a=1#top'}, {text: OTHER, address: 'javascript:globalThis.hit=1'}];
  await page.goto(`${address}#${await pack(JSON.stringify({format: 'crosscheck-session/1', articles}))}`);
  await page.locator('#offered .quiet--main').click();
  await report(page, ({articles: list}) => list.length === 2);
  await page.locator('.finding[data-open] .passage__link').first().waitFor();
  const links = page.locator('.finding[data-open] .passages').first().locator('.passage__link');
  assert.equal(await links.count(), 1);
  const link = await links.first().evaluate((element) => Object.fromEntries(['href', 'rel', 'target', 'referrerpolicy'].map((name) => [name, element.getAttribute(name)])));
  assert.match(link.href, /^https:\/\/example\.org\/fire\?a=1#top:~:text=/);
  assert.deepEqual([link.rel, link.target, link.referrerpolicy], ['noopener noreferrer', '_blank', 'no-referrer']);
  assert.equal(await page.evaluate(() => globalThis.hit), undefined);
}));

for (const form of Object.keys(FORMS)) {
  test(`a link brings the whole session to another page, after asking: ${form}`, () => withPage(form, {}, async (page, log) => {
    await worked(page);
    const before = await own(page);
    await opened(page);
    await page.locator('[data-key="link-asked"]').click();
    const href = await page.locator('.share__link').inputValue();
    assert.ok(href.startsWith(`${log.address}#session=1.`));
    assert.match(await page.locator('.share').innerText(), /The link has [\d,]+ characters/);
    await page.locator('[data-key="link-copied"]').click();
    await page.waitForFunction(() => /Copied/.test(document.querySelector('.takeaway__said').textContent));
    assert.equal((await clipboard(page)).text, href);
    const other = await page.context().newPage();
    await other.goto(href);
    await other.locator('#offered[open]').waitFor();
    assert.match(await other.locator('#offered').innerText(), /2 articles[\s\S]*The Norton Echo[\s\S]*You can undo that/);
    assert.equal(await other.evaluate(() => location.hash), '', 'the link does not stay in the address');
    assert.equal((await titles(other)).length, 5, 'nothing is replaced before the answer');
    await other.locator('#offered .quiet--main').click();
    await report(other, ({articles}) => articles.length === 2);
    assert.deepEqual(await own(other), before);
    await other.locator('.toast button').click();
    await report(other, ({articles}) => articles.length === 5);
    await other.close();
  }));
}

test('an offered session can be turned down, by button and by Escape', () => withPage('single', {}, async (page, {address}) => {
  const hash = await pack(JSON.stringify({format: 'crosscheck-session/1', articles: [{text: ONE, title: '<img src=x onerror="globalThis.hit = 1">'}]}));
  for (const refuse of [() => page.locator('#offered .quiet').first().click(), () => page.keyboard.press('Escape')]) {
    await page.goto(`${address}#${hash}`);
    await page.locator('#offered[open]').waitFor();
    assert.equal(await page.locator('#offered img').count(), 0);
    assert.match(await page.locator('#offered').innerText(), /<img src=x/, 'a title is shown as text');
    await refuse();
    await page.locator('#offered').waitFor({state: 'hidden'});
    assert.equal((await titles(page)).length, 5);
  }
  assert.equal(await page.evaluate(() => globalThis.hit), undefined);
}));

test('rubbish in a link gets a plain message and changes nothing', () => withPage('single', {}, async (page, {address}) => {
  const whole = await pack(JSON.stringify({format: 'crosscheck-session/1', articles: [{text: ONE}]}));
  const cases = {
    'session=': /The link is damaged/, [whole.slice(0, -4)]: /The link is damaged or was cut short/, 'session=9.0.0': /another version/, 'session=1.00000000.%3Cscript%3E': /damaged/,
    [await pack('{"format": "crosscheck-session/1", "articles": [{"text": 7}]}')]: /damaged \(at articles\[0\]\.text\)/, [await pack('hello')]: /no session/, [await pack('{"format": "crosscheck-session/7"}')]: /another version/,
  };
  for (const [hash, message] of Object.entries(cases)) {
    await page.evaluate((value) => (location.hash = value), hash);
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('[data-notice="session"]')?.textContent ?? ''), message.source);
    assert.equal(await page.locator('dialog[open]').count(), 0);
    assert.equal((await titles(page)).length, 5);
    assert.match(await page.locator('[role="status"]').textContent(), message, 'it is read out');
    await page.locator('[data-notice="session"] button').click();
    assert.equal(await page.locator('#notices').isVisible(), false);
  }
  await page.evaluate(() => (location.hash = 'panel'));
  assert.equal(await page.locator('#notices').isVisible(), false, 'other places in the page are no sessions');
  assert.ok(address);
}));

test('a long link is warned of, and one that no program takes is not made', () => withPage('single', {}, async (page) => {
  const letters = (count, seed) => Array.from({length: count}, (_, i) => Math.abs(Math.imul(i + seed, 2654435761)).toString(36)).join(' ');
  await filled(page, letters(3000, 1), letters(3000, 7));
  await opened(page);
  await page.locator('[data-key="link-asked"]').click();
  assert.match(await page.locator('.share .problem').innerText(), /Many mail and chat programs cut links this long/);
  await page.keyboard.press('Escape');
  await page.locator('.article-card__open').first().click();
  await page.keyboard.press('e');
  await page.locator('.editor__field').evaluate((field, words) => {
    field.value = words;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }, letters(260_000, 3));
  await page.keyboard.press('Escape');
  await opened(page);
  await page.locator('[data-key="link-asked"]').click();
  await page.waitForFunction(() => /which no program takes/.test(document.querySelector('#takeaway .problem')?.textContent ?? ''), null, {timeout: 60_000});
  assert.equal(await page.locator('.share__link').count(), 0);
}));

/** Everything that lies on the device. */
const onDevice = (page) => page.evaluate(async () => ({
  bases: indexedDB.databases ? (await indexedDB.databases()).map(({name}) => name) : [], keys: Object.keys(localStorage), caches: globalThis.caches ? await caches.keys().catch(() => []) : [],
  workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations().catch(() => [])).length : 0,
}));

const remembered = (page) => page.waitForFunction(() => globalThis.crosscheck.state().remember === 'on');

for (const form of Object.keys(FORMS)) {
  test(`nothing is remembered unless asked for; then it is there at the next visit; forgetting erases all: ${form}`, () => withPage(form, {}, async (page) => {
    await filled(page, ONE, OTHER);
    const before = await onDevice(page);
    assert.deepEqual([before.bases, before.keys], [[], []], 'at first nothing of the reader’s own lies on the device');
    await opened(page);
    await page.locator('[name="remember"]').check();
    await remembered(page);
    await page.keyboard.press('Escape');
    await page.locator('.article-card__open').first().click();
    await page.keyboard.press('e');
    await page.locator('.editor__field').fill(`${ONE} More is known.`);
    await page.keyboard.press('Escape');
    await report(page, ({articles}) => articles[0].text.includes('More is known'));
    await page.waitForTimeout(1200);
    await page.reload();
    await report(page, ({articles}) => articles.length === 2);
    assert.match((await own(page)).articles[0].text, /More is known/);
    await opened(page);
    assert.equal(await page.locator('[name="remember"]').isChecked(), true);
    await page.locator('[data-key="forget-asked"], [data-key="forget"]').first().click();
    await page.locator('[data-notice="forgotten"]').waitFor();
    assert.match(await page.locator('[data-notice="forgotten"]').textContent(), /Everything was erased/);
    assert.deepEqual(await onDevice(page), {bases: [], keys: [], caches: [], workers: 0});
    assert.equal(await page.locator('[name="remember"]').isChecked(), false);
    assert.match((await own(page)).articles[0].text, /More is known/, 'what is in the page stays in the page');
    await page.reload();
    await report(page, ({articles}) => articles.length === 5);
  }));
}

test('two tabs do not eat each other’s work', () => withPage('hosted', {}, async (page, {address}) => {
  await filled(page, ONE, OTHER);
  await opened(page);
  await page.locator('[name="remember"]').check();
  await remembered(page);
  await page.keyboard.press('Escape');
  const other = await page.context().newPage();
  await other.goto(address);
  await report(other, ({articles}) => articles.length === 2);
  const write = async (tab, words) => {
    await tab.locator('.article-card__open').first().click();
    await tab.keyboard.press('e');
    await tab.locator('.editor__field').fill(`${ONE} ${words}`);
    await tab.keyboard.press('Escape');
  };
  await write(page, 'The first tab says so.');
  await page.waitForTimeout(1500);
  await write(other, 'The second tab says so.');
  await other.locator('[data-notice="other-tab"]').waitFor();
  await other.locator('[data-notice="other-tab"] button').first().click();
  await other.locator('#offered[open]').waitFor();
  await other.locator('#offered .quiet--main').click();
  await report(other, ({articles}) => articles[0].text.includes('The first tab'));
  await other.locator('.toast button').click();
  await report(other, ({articles}) => articles[0].text.includes('The second tab'));
  await other.close();
}));

/** The browser itself gives the page no room. */
async function fill(page, address) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.overrideQuotaForOrigin', {origin: new URL(address).origin, quotaSize: 1});
}

/** The browser refuses every kind of storage, as it does for pages whose data the user blocks. */
async function forbid(page) {
  await page.evaluate(() => ['indexedDB', 'localStorage', 'sessionStorage'].forEach((name) => Object.defineProperty(globalThis, name, {get: () => {
    throw new DOMException('no', 'SecurityError');
  }})));
}

for (const [what, harden, message, where] of [['full', fill, /no more room/, onlyIn('chromium', 'only there does a test say how much room there is')], ['forbidden', forbid, /does not let the page remember/, {}]]) {
  test(`storage that is ${what} is told of plainly, and nothing is lost`, where, () => withPage('hosted', {}, async (page, {address}) => {
    await filled(page, ONE, OTHER);
    await harden(page, address);
    await opened(page);
    await page.locator('[name="remember"]').click();
    await page.locator('[data-notice="storage"]').waitFor();
    assert.match(await page.locator('[data-notice="storage"]').textContent(), message);
    assert.equal(await page.locator('[name="remember"]').isChecked(), false);
    assert.equal((await own(page)).articles.length, 2);
    const {text} = await download(page, () => page.locator('[data-key="session-saved"]').click());
    assert.equal(read(text).session.articles.length, 2);
  }));
}

/** The help, how good this is, and the proof, in a real browser: where the help opens, its search, the way back, every measured set, requests that the browser refuses. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {after, test} from 'node:test';
import {chromium} from 'playwright-core';
import {beyondPolicy, close, drawn, FORMS, onlyIn, withPage} from './harness.mjs';

after(close);

const {sets} = JSON.parse(readFileSync(new URL('../accuracy.json', import.meta.url), 'utf8'));
const section = (page) => page.evaluate(() => document.activeElement.id);

test('the help opens at the part where the reader is; Esc closes it and the focus returns', () => withPage('single', {}, async (page) => {
  for (const tab of ['findings', 'names', 'quotations', 'claims', 'timeline', 'network', 'search']) {
    await page.locator(`#tab-${tab}`).click();
    await page.keyboard.press('?');
    assert.equal(await section(page), `help-${tab}`);
    const [dialog, part] = await Promise.all([page.locator('.help__page').boundingBox(), page.locator(`#help-${tab}`).boundingBox()]);
    assert.ok(part.y >= dialog.y - 1 && part.y < dialog.y + dialog.height, 'the part is in sight');
    await page.keyboard.press('Escape');
    assert.equal(await section(page), `tab-${tab}`);
  }
  await page.locator('.text').focus();
  await page.keyboard.press('?');
  assert.equal(await section(page), 'help-reader');
  await page.keyboard.press('Escape');
  await page.locator('.article-card__open').first().focus();
  await page.keyboard.press('?');
  assert.equal(await section(page), 'help-articles');
}));

test('the help has a section for every part, every key, every kind of finding, and its search narrows it', () => withPage('single', {}, async (page) => {
  await page.keyboard.press('?');
  const {rules} = await page.evaluate(() => globalThis.crosscheck.state());
  const text = await page.locator('.help__page').innerText();
  for (const {title, summary, spares} of rules) for (const part of [title, summary, spares]) assert.ok(text.includes(part), part);
  assert.ok(await page.locator('.keys kbd').count() >= 18);
  await page.locator('.help__contents .link', {hasText: 'Timeline'}).click();
  assert.equal(await section(page), 'help-timeline');
  const shown = () => page.locator('.help__section:visible h3').allInnerTexts();
  await page.getByLabel('Search the help').fill('merge');
  assert.deepEqual(await shown(), ['Names']);
  await page.getByLabel('Search the help').fill(rules[0].title);
  assert.ok((await page.locator('.help__piece:visible').allInnerTexts()).every((piece) => rules[0].title.toLowerCase().split(' ').every((word) => piece.toLowerCase().includes(word))));
  await page.getByLabel('Search the help').fill('zzzz');
  assert.match(await page.locator('.help__page').innerText(), /Nothing in the help/);
  await page.getByLabel('Search the help').fill('');
  assert.ok((await shown()).length > 10);
}));

test('single keys are switched off in the help, and stay off', () => withPage('single', {}, async (page) => {
  await page.keyboard.press('?');
  await page.getByLabel('Single keys work').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  assert.equal(await page.locator('#help').evaluate((dialog) => dialog.open), false);
}));

test('every set that was measured is told, with a sentence a measure and the goals that are not reached', () => withPage('single', {}, async (page) => {
  await page.locator('.panel__neutral .link').click();
  const kept = sets.filter((set) => set.left_out === undefined);
  assert.deepEqual((await page.locator('[data-set]').evaluateAll((list) => list.map((one) => one.dataset.set))).sort(), kept.map(({id}) => id).sort());
  assert.equal(await page.locator('.measured__row').count(), kept.flatMap(({measures}) => measures).length);
  const missed = kept.flatMap(({measures}) => measures).filter(({goal, figure, better}) => goal !== null && (better === 'higher' ? figure < goal : figure > goal)).length;
  assert.equal(await page.locator('.measured__goal--missed').count(), missed);
  assert.match(await page.locator('.help__page').innerText(), /What it will not do/);
}));

for (const form of Object.keys(FORMS)) {
  test(`${form} form: the proof shows the policy in force, and the browser refuses each attempt`, () => withPage(form, {errors: false, requests: false}, async (page, log) => {
    const failed = [];
    page.on('requestfailed', (request) => failed.push([request.url(), request.failure().errorText]));
    page.on('requestfinished', (request) => request.url().includes('example.invalid') && assert.fail(`${request.url()} was answered`));
    await page.locator('.pitch__proof').click();
    const policy = await page.evaluate(() => document.querySelector('meta[http-equiv="Content-Security-Policy"]').content);
    const names = policy.split(';').map((one) => one.trim().split(' ')[0]).filter(Boolean);
    const rules = await page.locator('.proof__rules code').allInnerTexts();
    assert.deepEqual(rules.map((one) => one.split(/\s/)[0]), names);
    await page.locator('.proof__run').press('Enter');
    await page.locator('.proof__all').waitFor();
    assert.deepEqual(await page.locator('[data-way]').evaluateAll((list) => list.map((one) => [one.dataset.way, one.dataset.blocked])), [['fetch', 'true'], ['image', 'true'], ['beacon', 'true']]);
    // What the browser refuses by policy it may still tell of; then it says that the policy was why.
    for (const url of log.requests.filter((one) => one.includes('example.invalid'))) assert.match(failed.find(([one]) => one === url)?.[1] ?? '', /csp|BLOCKED/i, url);
    assert.deepEqual(beyondPolicy(log), []);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'proof-results', 'the outcome has the focus');
    await page.locator('#help-tab-proof').press('ArrowRight');
    assert.equal(await section(page), 'help-tab-help', 'the arrow keys go round the pages');
  }));
}

test('nothing arrives where the attempts go, though the address leads to a server that would count it', onlyIn('chromium', 'only there does a test say where an address leads'), async () => {
  let arrived = 0;
  const server = createServer((socket) => {
    arrived += 1;
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const {port} = server.address();
  const executablePath = process.env.CROSSCHECK_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((place) => existsSync(place));
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP example.invalid 127.0.0.1:${port}`]});
  try {
    const open = async (address) => {
      const page = await browser.newPage();
      await page.goto(address);
      return page;
    };
    const control = await open('about:blank');
    await control.evaluate(() => fetch('https://example.invalid/control', {mode: 'no-cors'}).catch(() => {}));
    assert.ok(arrived > 0, 'a page without the policy does arrive there');
    const before = arrived;
    const {address, close: shut} = await FORMS.single.open();
    const page = await open(address);
    await drawn(page);
    await page.locator('.pitch__proof').click();
    await page.locator('.proof__run').click();
    await page.locator('.proof__all').waitFor();
    await page.waitForTimeout(500);
    assert.equal(arrived, before);
    await shut();
  } finally {
    await browser.close();
    await new Promise((done) => server.close(done));
  }
});

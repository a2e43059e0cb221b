/** The network of names in a real browser: names and ties, the choice, the keys, a chosen name with its sentences, the way into the text and back, the table twin, pictures, a phone. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, test} from 'node:test';
import {close, reported, withPage} from './harness.mjs';

after(close);

const withNetwork = (options, use) => withPage('single', options, async (page, log) => {
  if (options.viewport?.width < 800) await page.locator('.region').nth(2).click();
  await page.locator('#tab-network').click();
  await page.locator('.node').first().waitFor();
  await use(page, log);
});

const focused = (page) => page.evaluate(() => document.activeElement.dataset.key ?? '');
const names = (page) => page.locator('.node').evaluateAll((list) => list.map((one) => one.dataset.name));

test('names by how often they are mentioned, labels apart, ties that the sentences bear out', () => withNetwork({}, async (page) => {
  const {entities, articles} = await reported(page);
  const wanted = entities.filter(({kind, mentions}) => ['person', 'organization', 'place'].includes(kind) && mentions.length > 1).sort((a, b) => b.mentions.length - a.mentions.length || a.id - b.id);
  assert.deepEqual(await names(page), wanted.map(({name}) => name));
  const boxes = await page.locator('.node__box').evaluateAll((list) => list.map((one) => one.getBoundingClientRect()).map(({left, right, top, bottom}) => ({left, right, top, bottom})));
  const meet = boxes.filter((a, i) => boxes.slice(i + 1).some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
  assert.deepEqual(meet, []);
  const [first, second] = wanted;
  await page.locator('.node').first().click();
  await page.locator('.network__ties summary', {has: page.locator(`text="${second.name}"`)}).click();
  const stands = ({mentions}, {article, start, end}) => mentions.some((one) => one.article === article && one.start >= start && one.start < end);
  const both = articles.flatMap(({sentences, blocks}, article) => sentences.filter(({start}) => blocks.some((block) => block.role !== 'boilerplate' && block.start <= start && start < block.end)).map((one) => ({...one, article})))
    .filter((one) => stands(first, one) && stands(second, one));
  assert.equal(await page.locator('.network__ties > li').first().locator('.network__sentence').count(), both.length);
}));

test('the keys go from name to name; Enter chooses, the sentences lead into the text and back', () => withNetwork({}, async (page) => {
  assert.equal(await page.locator('.node[tabindex="0"]').count(), 1);
  const list = await names(page);
  await page.locator('.node').first().focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(page), `node-${list[1]}`);
  await page.keyboard.press('End');
  assert.equal(await focused(page), `node-${list.at(-1)}`);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.node').first().getAttribute('aria-pressed'), 'true');
  assert.equal(await focused(page), `node-${list[0]}`, 'the focus stays');
  assert.equal(await page.locator('.network__name').innerText(), list[0]);
  await page.locator('.network__ties summary').first().press('Enter');
  const way = page.locator('.network__sentence .jump').nth(1);
  const key = await way.getAttribute('data-key');
  await way.press('Enter');
  await page.waitForFunction(() => globalThis.crosscheck.state().tour?.tab === 'network');
  assert.match(await page.locator('.reader__step').innerText(), / with .*: 2 of \d/);
  await page.keyboard.press('.');
  await page.waitForFunction(() => globalThis.crosscheck.state().tour.at === 2);
  await page.keyboard.press('b');
  await page.waitForFunction((one) => document.activeElement.dataset.key === one, key);
}));

test('a chosen name stands out with those it is named with, leads to all about it and to others', () => withNetwork({}, async (page) => {
  await page.locator('.node').nth(2).click();
  const near = await page.locator('.tie--near').count();
  assert.ok(near > 0);
  assert.equal(await page.locator('.network__ties > li').count(), near);
  assert.equal(await page.locator('.node:not(.node--far)').count(), near + 1);
  await page.locator('.network__ties > li .round').first().press('Enter');
  assert.equal(await page.locator('.network__name').innerText(), (await names(page))[await page.evaluate(() => [...document.querySelectorAll('.node')].findIndex((one) => one.getAttribute('aria-pressed') === 'true'))]);
  await page.locator('[data-key="network-open"]').click();
  await page.waitForFunction(() => document.activeElement.dataset.key?.startsWith('name-'));
}));

test('kinds, the least number of mentions and what makes a tie narrow and widen it', () => withNetwork({}, async (page) => {
  const {entities} = await reported(page);
  const of = (kinds, least) => entities.filter(({kind, mentions}) => kinds.includes(kind) && mentions.length >= least).length;
  await page.locator('.network__filters').getByRole('button', {name: /^Places/}).click();
  assert.equal(await page.locator('.node').count(), of(['person', 'organization'], 2));
  await page.getByLabel('Named at least').selectOption('5');
  assert.equal(await page.locator('.node').count(), of(['person', 'organization'], 5));
  const bySentence = await page.locator('.tie').count();
  await page.getByLabel('Tied by').selectOption('paragraph');
  assert.ok(await page.locator('.tie').count() >= bySentence);
  await page.locator('.network__filters').getByRole('button', {name: /^People/}).click();
  await page.locator('.network__filters').getByRole('button', {name: /^Organisations/}).click();
  assert.match(await page.locator('#view-network').innerText(), /No name fits/);
}));

test('the table is there beside the drawing, a row a tie, and is shown on request', () => withNetwork({}, async (page) => {
  const rows = page.locator('.view--network .chart__rows tbody tr');
  assert.equal(await rows.count(), await page.locator('.tie').count());
  await page.locator('#view-network').getByRole('button', {name: 'Table', exact: true}).click();
  assert.equal(await page.locator('.node').first().isVisible(), false);
  await rows.first().locator('.jump').first().press('Enter');
  await page.keyboard.press('b');
  await page.waitForFunction(() => document.activeElement.dataset.key?.startsWith('row-'));
}));

test('it is saved as a file that stands by itself', () => withNetwork({}, async (page) => {
  const view = page.locator('#view-network');
  const [svg] = await Promise.all([page.waitForEvent('download'), view.getByRole('button', {name: 'Save as SVG'}).click()]);
  const text = readFileSync(await svg.path(), 'utf8');
  assert.equal(svg.suggestedFilename(), 'crosscheck-network.svg');
  assert.equal(/ (?:class|style|role|data-\w+)=|var\(|oklch/.exec(text), null);
  assert.equal(text.match(/<title>/g).length, 1 + await page.locator('.node').count());
  const [png] = await Promise.all([page.waitForEvent('download'), view.getByRole('button', {name: 'Save as PNG'}).click()]);
  assert.equal(readFileSync(await png.path()).subarray(1, 4).toString(), 'PNG');
}));

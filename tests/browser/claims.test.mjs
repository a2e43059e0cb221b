/** The matrix of claims in a real browser: groups, signs and words, values, copied words, the keys of the grid, the way into the text and back, a phone. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {close, filled, reported, withPage} from './harness.mjs';

after(close);

const COPIED = 'President Ruth Caldwell met Prime Minister Tom Aldane in Norton on Monday to sign a treaty on water that both of their countries had wanted for years.';
const ARTICLES = [
  `Treaty signed\n\nNorton Herald\n\n12 March 2025\n\n${COPIED} The rain went on.`,
  `Water for both\n\nValley Post\n\n12 March 2025\n\nIt rained in the hills. ${COPIED}`,
];

const withClaims = (options, use, {mine = false} = {}) => withPage('single', options, async (page, log) => {
  if (mine) await filled(page, ...ARTICLES);
  if (options.viewport?.width < 800) await page.locator('.region').nth(2).click();
  await page.locator('#tab-claims').click();
  await use(page, log);
});

const focused = (page) => page.evaluate(() => document.activeElement.dataset.key ?? document.activeElement.textContent);

test('a row a claim, a cell an article, in the report’s own words, and a line that counts', () => withClaims({}, async (page) => {
  const {claims} = await reported(page);
  assert.equal(await page.locator('.claim').count(), claims.length);
  const shown = await page.locator('.claim').evaluateAll((rows) => rows.map((row) => [row.querySelector('.claim__text').textContent, [...row.querySelectorAll('.stance__word')].map((one) => one.textContent)]));
  const words = (list) => list.map((one) => JSON.stringify(one)).sort();
  assert.deepEqual(words(shown), words(claims.map(({text, cells}) => [text, cells.map(({stance}) => stance)])));
  assert.equal(await page.locator('.claim .stance .sign').count(), claims.length * 5, 'a sign stands beside every word');
  const [, all, differ, several, single] = /(\d+) claims: (\d+) told differently, (\d+) told alike by several, (\d+) from one source/.exec(await page.locator('.claim-count').innerText()).map(Number);
  assert.equal(all, claims.length);
  assert.equal(differ + several + single, all);
  assert.match(await page.locator('tbody').first().innerText(), /^Articles differ/);
}));

test('where the cells differ the values are shown; a cell leads to its passage, the keys go on to the others, back leads to the cell', () => withClaims({}, async (page) => {
  const row = page.locator('.claim').filter({has: page.locator('.stance__value')}).first();
  const cell = row.locator('button.stance').nth(1);
  const key = await cell.getAttribute('data-key');
  await cell.press('Enter');
  await page.waitForFunction(() => globalThis.crosscheck.state().tour?.tab === 'claims');
  assert.match(await page.locator('.reader__step').innerText(), /: 2 of \d/);
  const before = await page.evaluate(() => globalThis.crosscheck.state().current);
  await page.keyboard.press('.');
  await page.waitForFunction((id) => globalThis.crosscheck.state().current !== id, before);
  await page.keyboard.press('b');
  await page.waitForFunction((one) => document.activeElement.dataset.key === one, key);
  assert.equal(await page.locator('#view-claims').isVisible(), true);
}));

test('a row opens to all its passages side by side, with the findings about them', () => withClaims({}, async (page) => {
  const open = page.locator('.claim__open').first();
  await open.press('Enter');
  assert.equal(await open.getAttribute('aria-expanded'), 'true');
  const told = await page.locator('.claim').first().locator('button.stance').count();
  const passages = page.locator('.claim__detail .passage');
  assert.equal(await passages.count(), told);
  const [left, right] = await Promise.all([0, 1].map((i) => passages.nth(i).boundingBox()));
  assert.ok(left.x + left.width <= right.x && Math.abs(left.y - right.y) < 2, 'passages stand side by side');
  assert.equal(await focused(page), await open.getAttribute('data-key'), 'the focus stays');
  await page.locator('.claim__findings .link').first().click();
  await page.waitForFunction(() => document.activeElement.matches('.finding__open'));
}));

test('the grid is one stop of the tab key, and the keys go from cell to cell', () => withClaims({}, async (page) => {
  assert.equal(await page.locator('.matrix [data-cell][tabindex="0"]').count(), 1);
  await page.locator('.claim__open').first().focus();
  const at = () => page.evaluate(() => {
    const row = document.activeElement.closest('tr');
    return [[...document.querySelectorAll('.matrix tr')].indexOf(row), [...row.querySelectorAll('[data-cell]')].indexOf(document.activeElement)];
  });
  const steps = [['ArrowRight', [2, 1]], ['ArrowDown', [3, 1]], ['End', [3, 5]], ['ArrowUp', [2, 5]], ['Home', [2, 0]], ['ArrowUp', [1, 0]], ['Control+End', null], ['Control+Home', [0, 0]]];
  for (const [key, place] of steps) {
    await page.keyboard.press(key);
    if (place) assert.deepEqual(await at(), place, key);
  }
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => Boolean(document.activeElement.closest('.matrix'))), false, 'the next stop is outside');
}));

test('the head and the first column stay in sight', () => withClaims({viewport: {width: 1100, height: 700}}, async (page) => {
  const box = await page.locator('.matrix__scroll').boundingBox();
  await page.locator('.matrix__scroll').evaluate((one) => one.scrollTo(200, 900));
  const [head, first] = await Promise.all([page.locator('.matrix__corner').boundingBox(), page.locator('.claim__head').nth(12).boundingBox()]);
  assert.ok(Math.abs(head.y - box.y) < 3 && Math.abs(head.x - box.x) < 3);
  assert.ok(Math.abs(first.x - box.x) < 3);
}));

test('copied words are marked at the cell, and agreement in them is no second source', () => withClaims({}, async (page) => {
  const row = page.locator('.claim', {hasText: 'Ruth Caldwell met'}).filter({has: page.locator('.stance__copied')}).first();
  assert.match(await row.innerText(), /in 2 articles, in copied words: counts as 1/);
  assert.deepEqual(await row.locator('.stance__copied').allInnerTexts(), ['same words as B', 'same words as A']);
  await page.getByRole('button', {name: /In copied words/}).click();
  assert.equal(await page.locator('.claim').count(), await page.locator('.claim:has(.stance__copied)').count());
  const pair = page.locator('.reuse details').first();
  await pair.locator('summary').press('Enter');
  // A fold is filled when the browser tells that it was opened, which is a little later.
  await pair.getByText('both of their countries').first().waitFor();
  await pair.locator('.jump').nth(1).click();
  assert.match(await page.locator('.reader__step').innerText(), /Shared words: 2 of 2/);
  assert.equal(await page.locator('.reader__head .letter').innerText(), 'B');
  await page.locator('.reader__back .quiet').click();
  await page.waitForFunction(() => document.activeElement.dataset.key?.startsWith('reuse-'));
}, {mine: true}));

test('the choices narrow the rows and say how many there are', () => withClaims({}, async (page) => {
  const {claims} = await reported(page);
  await page.locator('.claim-filters [name="stance"]').selectOption('denies');
  // A long list is drawn in pieces.
  const drawn = (count) => page.waitForFunction((n) => document.querySelectorAll('.claim').length === n, count);
  await drawn(claims.filter(({cells}) => cells.some(({stance}) => stance === 'denies')).length);
  await page.locator('.claim-filters .link').click();
  const first = await page.evaluate(() => String(globalThis.crosscheck.state().compared[0].id));
  await page.locator('.claim-filters [name="article"]').selectOption(first);
  await page.locator('.claim-filters [name="stance"]').selectOption('silent');
  const silent = claims.filter(({cells}) => cells[0].stance === 'silent').length;
  await drawn(silent);
  assert.match(await page.locator('.claim-count').innerText(), new RegExp(`${silent} of ${claims.length} shown`));
}));

test('on a phone each claim is a card that fits the screen, and keeps its roles', () => withClaims({viewport: {width: 320, height: 640}}, async (page) => {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320 && document.querySelector('.panel').scrollWidth <= 320), 'nothing is wider than the screen');
  await page.locator('.claim__open').first().click();
  assert.ok(await page.evaluate(() => document.querySelector('.panel').scrollWidth <= 320));
  assert.ok(await page.locator('.claim').first().locator('.letter').first().isVisible(), 'each cell says its article');
  await page.locator('.claim').first().locator('button.stance').first().click();
  await page.locator('.reader__back .quiet').click();
  assert.ok(await page.locator('#view-claims').isVisible());
}));

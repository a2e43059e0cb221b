/** The timeline in a real browser: an event a mark, differences in time, keys, the card, the table twin, the way into the text and back, pictures, a phone. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, test} from 'node:test';
import {close, filled, reported, withPage} from './harness.mjs';

after(close);

const ARTICLES = [
  'Mill burns <b>"in" Norton</b> & more\n\nNorton Herald\n\n12 March 2025\n\nThe old mill in Norton burned down on 10 March 2025, the fire chief said. Governor Ruth Caldwell met Mayor Tom Aldane in Norton on 4 March 2025. The mill was built in 1911.',
  'Fire at a mill\n\nValley Post\n\n13 March 2025\n\nThe old mill in Norton burned down on 11 March 2025, the fire chief said. Governor Ruth Caldwell met Mayor Tom Aldane in Norton on 6 March 2025.',
];

const withTimeline = (options, use, {mine = false} = {}) => withPage('single', options, async (page, log) => {
  if (mine) await filled(page, ...ARTICLES);
  if (options.viewport?.width < 800) await page.locator('.region').nth(2).click();
  await page.locator('#tab-timeline').click();
  await page.locator('.event').first().waitFor();
  await use(page, log);
});

const focused = (page) => page.evaluate(() => document.activeElement.dataset.key ?? '');
const whenFocused = (page, key) => page.waitForFunction((one) => document.activeElement.dataset.key === one, key);

test('what the report dates is drawn in the lane of its article and stands in the table', () => withTimeline({}, async (page) => {
  const {timeline, articles} = await reported(page);
  const told = new Set(timeline.map(({from, to, text, article}) => [from, to, text, article].join('|'))).size + articles.filter(({date}) => date).length;
  assert.equal(await page.locator('.timeline .event').count(), told);
  assert.equal(await page.locator('.chart__rows tbody tr').count(), told);
  const lanes = new Set([...timeline.map(({article}) => article), ...articles.flatMap(({date}, i) => (date ? [i] : []))]);
  assert.equal(await page.locator('.lane').count(), lanes.size);
}));

test('what findings set against each other is marked, tied by a line and listed', () => withTimeline({}, async (page) => {
  const {findings} = await reported(page);
  const timed = findings.filter(({kind}) => kind === 'date-time');
  assert.ok(timed.length > 0, 'the articles differ in a date');
  assert.ok(await page.locator('.timeline .event__conflict').count() >= 2);
  assert.ok(await page.locator('.event__tie').count() >= 1);
  await page.locator('.chart__conflicts .link').first().click();
  await page.waitForFunction((id) => globalThis.crosscheck.state().finding === id, timed[0].id);
}, {mine: true}));

test('the drawing is one stop of the tab key; keys go through time and from lane to lane; Enter shows the passage, b comes back', () => withTimeline({}, async (page) => {
  assert.equal(await page.locator('.event[tabindex="0"]').count(), 1);
  await page.locator('.event').first().focus();
  await page.keyboard.press('End');
  const last = await focused(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(page), 'time-1');
  assert.notEqual(last, 'time-1');
  const lane = () => page.evaluate(() => document.activeElement.getAttribute('aria-label').split('.')[0]);
  await page.keyboard.press('Home');
  const from = await lane();
  await page.keyboard.press('ArrowUp');
  assert.notEqual(await lane(), from, 'another article');
  const key = await focused(page);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => globalThis.crosscheck.state().tour?.tab === 'timeline');
  await page.keyboard.press('b');
  await whenFocused(page, key);
}));

test('what has the focus is told in a card, which the tab key reaches and Esc closes', () => withTimeline({}, async (page) => {
  const event = page.locator('.event').first();
  await event.focus();
  const card = page.locator('.chart-card');
  const sentence = (await reported(page)).timeline[0].text;
  assert.ok((await card.innerText()).includes(sentence));
  await page.keyboard.press('Tab');
  assert.equal(await card.locator('button').first().evaluate((one) => one === document.activeElement), true);
  await page.keyboard.press('Escape');
  assert.equal(await card.isVisible(), false);
  assert.equal(await focused(page), 'time-0', 'the focus is back on the event');
  await page.locator('.event').nth(3).hover();
  await card.waitFor();
  await card.hover();
  await page.waitForTimeout(400);
  assert.ok(await card.isVisible(), 'the pointer may rest on the card');
}));

test('the table is there for assistive technology beside the drawing, and is shown and sorted on request', () => withTimeline({}, async (page) => {
  const table = page.locator('#view-timeline .chart__table');
  assert.equal(await table.evaluate((one) => one.classList.contains('unseen') && !one.hidden), true);
  assert.equal(await table.locator('button:not([tabindex="-1"])').count(), 0, 'what is out of sight is no stop');
  await page.getByRole('button', {name: 'Table', exact: true}).press('Enter');
  assert.equal(await page.locator('.timeline').isVisible(), false);
  const rows = () => table.locator('tbody tr').evaluateAll((list) => list.map((row) => row.querySelector('.letter').textContent));
  await page.locator('[data-key="sort-article"]').press('Enter');
  const sorted = await rows();
  assert.deepEqual(sorted, [...sorted].sort());
  assert.equal(await page.locator('[aria-sort]').innerText().then((text) => text.trim().split(/\s/)[0]), 'Article');
  await page.locator('[data-key="sort-article"]').press('Enter');
  assert.deepEqual(await rows(), [...sorted].reverse());
  assert.equal(await focused(page), 'sort-article', 'the focus stays');
  await table.locator('.jump').first().press('Enter');
  await page.keyboard.press('b');
  await page.waitForFunction(() => document.activeElement.dataset.key?.startsWith('time-row-'));
}));

test('the picture stands by itself: colours written out, text escaped, a title; and as PNG at twice the size', () => withTimeline({}, async (page) => {
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name}).click()]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };
  const [name, bytes] = await saved('Save as SVG');
  const svg = bytes.toString('utf8');
  assert.equal(name, 'crosscheck-timeline.svg');
  assert.equal(/ (?:class|style|role|data-\w+)=|var\(|oklch|<b>|<script/.exec(svg), null);
  assert.ok(svg.length < 20_000, 'styles are handed down, not repeated');
  assert.ok(svg.startsWith('<?xml') && svg.includes('<title>Timeline</title>'));
  const parsed = await page.evaluate((text) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    return image.decode().then(() => [image.naturalWidth, image.naturalHeight]);
  }, svg);
  const [file, png] = await saved('Save as PNG');
  assert.equal(file, 'crosscheck-timeline.png');
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], parsed.map((length) => 2 * length));
}, {mine: true}));

test('the tabs can be gone through by key, at every width, and none is out of reach', () => withTimeline({viewport: {width: 320, height: 640}}, async (page) => {
  const tabs = await page.locator('[role="tab"]').count();
  await page.locator('[role="tab"][aria-selected="true"]').focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < tabs; i += 1) {
    const {x, width} = await page.locator(':focus').boundingBox();
    assert.ok(x >= 0 && x + width <= 320.5, 'the tab that has the focus is in sight');
    await page.keyboard.press('ArrowRight');
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), 'tab-findings', 'after the last comes the first');
  await page.keyboard.press('End');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-selected')), 'true');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
}));

/** The search in a real browser: hits in every article, by the keyboard, in the text, and each mention of a name. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {close, reported, withPage} from './harness.mjs';

after(close);

const inField = (page) => page.evaluate(() => document.activeElement.matches('.search__field'));
const current = (page) => page.locator('.hit[aria-current]');

async function search(page, text) {
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement.matches('.search__field'));
  await page.locator('.search__field').fill(text);
  await page.locator('.search__count').waitFor();
}

test('the slash key searches all articles, Enter goes from hit to hit, Escape leaves', () => withPage('single', {}, async (page) => {
  await search(page, 'meeting');
  const texts = await page.evaluate(() => globalThis.crosscheck.state().articles.map(({text}) => text));
  const count = texts.reduce((sum, text) => sum + text.toLowerCase().split('meeting').length - 1, 0);
  await page.locator('.search__count', {hasText: new RegExp(`^${count} hits in ${texts.length} articles`)}).waitFor();
  await page.keyboard.press('Enter');
  await current(page).waitFor();
  assert.equal(await current(page).getAttribute('data-key'), 'hit-0');
  assert.ok(await inField(page), 'the field keeps the focus');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.hit[aria-current]')?.dataset.key === 'hit-1');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await page.waitForFunction((last) => globalThis.crosscheck.state().tour.at === last, count - 1);
  assert.equal(await page.evaluate(() => globalThis.crosscheck.state().current), await page.evaluate(() => globalThis.crosscheck.state().articles.at(-1).id));
  if (await page.evaluate(() => Boolean(CSS.highlights))) {
    // Ranges in a text that is just being drawn anew hold nothing.
    await page.waitForFunction(() => {
      const marked = [...(CSS.highlights.get('found') ?? [])];
      return marked.length > 0 && marked.every((range) => range.toString().toLowerCase() === 'meeting');
    });
  }
  await page.keyboard.press('Escape');
  await page.locator('#view-findings').waitFor();
  assert.equal(await page.evaluate(() => globalThis.crosscheck.state().tour), null);
  await page.waitForFunction(() => !CSS.highlights?.get('found')?.size);
}));

test('capitals and marks on letters make no difference, whole words do', () => withPage('single', {}, async (page) => {
  await search(page, 'rússian');
  const [all] = /\d+/.exec(await page.locator('.search__count').innerText());
  await page.locator('.search__field').fill('russia');
  await page.waitForFunction(() => globalThis.crosscheck.state().search.text === 'russia');
  const [more] = /\d+/.exec(await page.locator('.search__count').innerText());
  assert.ok(Number(more) > Number(all));
  await page.getByLabel('Whole words').check();
  await page.waitForFunction((before) => !document.querySelector('.search__count').textContent.startsWith(before), `${more} `);
  assert.ok(Number(/\d+/.exec(await page.locator('.search__count').innerText())[0]) < Number(more));
  await page.locator('.search__field').fill('no such words');
  await page.waitForFunction(() => /stands in no article/.test(document.querySelector('.search__count').textContent));
}));

test('the arrow keys go through the list, a hit leads into the text, and b leads back to it', () => withPage('single', {}, async (page) => {
  await search(page, 'talks');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement.dataset.key === 'hit-0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.closest('.text'));
  assert.match(await page.locator('.reader__step').innerText(), /“talks”: 2 of \d+/);
  await page.keyboard.press('b');
  await page.waitForFunction(() => document.activeElement.dataset.key === 'hit-1');
  await page.keyboard.press('Escape');
  await page.locator('#view-findings').waitFor();
}));

test('the mentions of a name are listed in context, from its card and from the names', () => withPage('single', {}, async (page) => {
  await page.locator('.text .mark--person:not(.mark--finding)').first().click();
  const name = await page.locator('.card__name').innerText();
  const entity = (await reported(page)).entities.find((one) => one.name === name);
  await page.locator('.card').getByRole('button', {name: `${entity.mentions.length} mentions in context`}).click();
  await page.waitForFunction(() => document.activeElement.dataset.key === 'hit-0');
  assert.equal(await page.locator('.search__name').innerText(), `Each mention of ${name}`);
  assert.match(await page.locator('.search__count').innerText(), new RegExp(`^${entity.mentions.length} mentions? in `));
  assert.ok(await page.locator('.hit .note').count() > 0 || entity.mentions.every(({form}) => form === 'name'), 'pronouns and descriptions are told as such');
  await page.locator('#tab-names').click();
  await page.locator(`[data-key="name-${name}"]`).click();
  await page.locator(`[data-key="each-${name}"]`).click();
  await page.locator('.search__name').waitFor();
  await page.getByRole('button', {name: 'Search for words'}).click();
  assert.ok(await inField(page));
}));

test('on a phone a hit leads to the text and back', () => withPage('single', {viewport: {width: 390, height: 844}}, async (page) => {
  await search(page, 'ceasefire');
  await page.locator('.hit').nth(1).click();
  await page.locator('.reader__step').waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 390));
  await page.getByRole('button', {name: 'Next hit'}).last().click();
  await page.waitForFunction(() => globalThis.crosscheck.state().tour.at === 2);
  await page.getByRole('button', {name: 'Back to the search'}).click();
  await page.locator('.hits').waitFor();
}));

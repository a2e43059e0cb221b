/** Five tasks as a new user does them, from the first sight of the page to what was asked for. `CROSSCHECK_PICTURES` names a folder for a picture of each. */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {close, FORMS, report, withPage} from './harness.mjs';
import {download, opened} from './taking.mjs';

after(close);

const HERALD = 'Dam repairs will wait\n\n"We did not know about the cracks before January," Governor Ruth Caldwell said on Wednesday.\n\nA fire at the dam in Norton killed 12 people on Monday, Caldwell said.';
const POST = 'Governor knew of cracks\n\n"We did know about the cracks before January," Governor Ruth Caldwell said on Wednesday.\n\nA fire at the dam in Norton killed 30 people on Monday, Caldwell said.';

/** A picture for people, where one is asked for. */
async function picture(page, name) {
  if (process.env.CROSSCHECK_PICTURES) await page.screenshot({path: join(process.env.CROSSCHECK_PICTURES, `${name}.png`), animations: 'disabled'});
}

/** Pastes a text into the field that has the focus. */
const paste = (page, text) => page.locator('.editor__field').evaluate((field, words) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', words);
  if (!field.dispatchEvent(new ClipboardEvent('paste', {bubbles: true, cancelable: true, clipboardData}))) return;
  field.setRangeText(words, 0, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}, text);

/** Two pieces, one after the other, each into an empty article. */
async function twoPieces(page) {
  await page.getByRole('button', {name: 'Paste your own'}).click();
  await paste(page, HERALD);
  await report(page, ({articles}) => articles.length === 1);
  await page.getByRole('button', {name: 'Add an article'}).click();
  await paste(page, POST);
  await report(page, ({articles}) => articles.length === 2);
}

for (const form of Object.keys(FORMS)) {
  test(`check the bundled story: the most serious difference is read in both articles, and accepted, ${form}`, () => withPage(form, {viewport: {width: 1280, height: 800}}, async (page) => {
    const finding = page.locator('.finding[data-open]');
    assert.equal(await finding.locator('.passages').first().locator('.passage').count(), 2);
    await picture(page, 'task-story');
    for (const side of [0, 1]) {
      await finding.locator('.passages').first().locator('.passage').nth(side).getByRole('button', {name: /^Show in the text/}).click();
      await page.waitForFunction(() => document.activeElement.matches('.mark, .text'));
      await page.locator('.reader__back .quiet').last().click();
    }
    await finding.getByRole('button', {name: /^Accept/}).first().click();
    assert.equal(await page.evaluate(() => Object.values(globalThis.crosscheck.state().reviews).length), 1);
  }));

  test(`compare two pasted pieces: both passages of the figure that differs are shown, ${form}`, () => withPage(form, {viewport: {width: 1280, height: 800}}, async (page) => {
    await twoPieces(page);
    const figure = page.locator('.finding', {hasText: 'Different figures'});
    // Firefox has no inner text for what is far out of sight and not laid out yet.
    await figure.scrollIntoViewIfNeeded();
    assert.match(await figure.innerText(), /Article A says 12, article B 30/);
    await figure.locator('button').first().click();
    await figure.locator('.passage').nth(1).waitFor();
    assert.match(await figure.innerText(), /killed 12 people[\s\S]*killed 30 people|killed 30 people[\s\S]*killed 12 people/);
  }));
}

test('find who misquoted whom: the quotations name the speaker, the word and who prints which', () => withPage('single', {viewport: {width: 1280, height: 800}}, async (page) => {
  await twoPieces(page);
  await page.getByRole('tab', {name: /Quotations/}).click();
  await page.getByRole('button', {name: 'Done'}).click();
  const statement = page.locator('.speaker', {hasText: 'Ruth Caldwell'}).locator('.statement').first();
  assert.match(await statement.innerText(), /a word of denial on one side only/);
  assert.match(await statement.innerText(), /Dam repairs will wait[\s\S]*Governor knew of cracks/);
  await picture(page, 'task-quotations');
}));

test('export a note for the desk: it holds both passages, their articles and what to check', () => withPage('single', {viewport: {width: 1280, height: 800}}, async (page) => {
  await twoPieces(page);
  await page.getByRole('button', {name: 'Done'}).click();
  await page.locator('.finding[data-open]').getByRole('button', {name: /^Accept/}).first().click();
  const fold = page.locator('details.desk', {hasText: /1 finding/}).first();
  await fold.locator('summary').first().click();
  const {name, text} = await download(page, () => fold.getByRole('button', {name: 'Save as text'}).click());
  assert.equal(name, 'desk-note.txt');
  for (const words of ['Dam repairs will wait', 'Governor knew of cracks', 'We did know', 'We did not know', 'To check']) assert.ok(text.includes(words), words);
  await fold.scrollIntoViewIfNeeded();
  await picture(page, 'task-desk');
}));

test('share a session: the link opens it elsewhere, after asking', () => withPage('hosted', {viewport: {width: 1280, height: 800}}, async (page) => {
  await twoPieces(page);
  await opened(page);
  await page.getByRole('button', {name: 'Make a link'}).click();
  const href = await page.locator('.share__link').inputValue();
  await picture(page, 'task-share');
  const other = await page.context().newPage();
  await other.goto(href);
  await other.locator('#offered').getByRole('button', {name: 'Open it'}).click();
  await report(other, ({articles}) => articles.length === 2);
  assert.deepEqual(await other.locator('.article-card__title').allTextContents(), ['Dam repairs will wait', 'Governor knew of cracks']);
}));

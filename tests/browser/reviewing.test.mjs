/** Findings in a real browser: reviewed by key and by hand, who else says so, the note to the desk, what was dropped, and what finding nothing means. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, test} from 'node:test';
import {close, filled, report, reported, withPage} from './harness.mjs';

after(close);

const FIRE = 'Fire in Norton\n\nA fire in the town of Norton killed 12 people on Monday, Governor Ann Lee said.';
const OTHER = 'Norton fire\n\nA fire in the town of Norton killed 30 people on Monday, Governor Ann Lee said.';

/** Two events that have nothing in common; so much text is needed to say so. */
const FLOOD = 'The river Ansel rose above its banks on Tuesday night and flooded the lower streets of Dornbach. Firefighters carried old people from their houses. The bridge by the mill was closed for lorries. Mayor Rosa Kane asked the state for tents, pumps and blankets. Schools stay shut until the water falls. The power station was saved by a wall of sand. Nobody was hurt, but forty cows drowned in the meadows. Farmers fear for the harvest of potatoes. Rain is forecast for the weekend, and the dam upstream is nearly full. Engineers open its gates each morning to make room. The railway runs on one track. A bakery gave its bread away.';
const CHESS = 'Grandmaster Ivo Kral drew the ninth game of the chess final in Velby with the black pieces. His rival Nora Quist had prepared a rare opening and sacrificed a knight early. Commentators praised the endgame as a small masterpiece. Kral leads the match by one point with three games to go. Both players rest on Thursday. The winner receives a golden clock and a purse from the sponsors. Spectators queued before the theatre since dawn. Children solved puzzles in the foyer with former champions. An arbiter warned a man whose telephone rang. The tenth game begins at noon. Quist said that she would attack again. Tickets are sold out.';

const differences = async (page) => Number(/\d+/.exec(await page.locator('.panel__title').innerText())[0]);
const focused = (page) => page.evaluate(() => document.activeElement.closest('.finding')?.id ?? document.activeElement.id);
const openFinding = (page) => page.locator('.finding[data-open]');

test('a finding is accepted, marked, noted and dismissed by the keyboard alone, and all of it undone', () => withPage('single', {}, async (page) => {
  const before = await differences(page);
  await page.keyboard.press('a');
  await page.keyboard.press('f');
  await page.keyboard.press('n');
  await page.waitForFunction(() => document.activeElement.matches('.review__note'));
  await page.keyboard.type('Ask for the recording');
  await page.keyboard.press('Escape');
  assert.deepEqual(await page.locator('#finding-1 .badge').allInnerTexts(), ['Accepted', 'To follow up', 'Note']);
  assert.equal(await differences(page), before);
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await page.waitForFunction(() => document.activeElement.type === 'radio');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.fold--dismissed').waitFor();
  assert.equal(await differences(page), before - 1);
  assert.equal(await focused(page), 'finding-3', 'the next one is open and focused');
  assert.equal(await openFinding(page).getAttribute('id'), 'finding-3');
  await page.keyboard.press('u');
  await page.locator('.fold--dismissed').waitFor({state: 'detached'});
  assert.equal(await differences(page), before);
  assert.equal(await focused(page), 'finding-2');
  await page.keyboard.press('d');
  await page.waitForFunction(() => document.activeElement.type === 'radio');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.review__reasons:visible').count(), 0);
  assert.equal(await differences(page), before);
}));

test('a dismissed finding folds away with its reason in own words, and is brought back', () => withPage('single', {}, async (page) => {
  const before = await differences(page);
  const marks = () => page.locator('.text .reference').count();
  await openFinding(page).getByRole('button', {name: 'Dismiss', exact: true}).first().click();
  await openFinding(page).getByLabel('In your own words').fill('Two translations');
  await openFinding(page).locator('.review__do').getByRole('button', {name: 'Dismiss'}).click();
  await page.locator('.fold--dismissed summary').click();
  await page.locator('.fold--dismissed #finding-1 .finding__open').click();
  assert.match(await page.locator('#finding-1 .review__why').innerText(), /Two translations/);
  assert.match(await page.locator('.regions').textContent(), new RegExp(`Findings ${before - 1}`));
  await page.locator('.article-card__open').nth(3).click();
  const less = await marks();
  await page.locator('#finding-1').getByRole('button', {name: 'Bring back'}).click();
  await page.locator('.fold--dismissed').waitFor({state: 'detached'});
  assert.equal(await differences(page), before);
  assert.equal(await focused(page), 'finding-1');
  assert.ok(await marks() > less, 'its marks are back in the text');
}));

test('filters by review and by name narrow the list, and a review outlives a new report', () => withPage('single', {}, async (page) => {
  await page.keyboard.press('a');
  await page.locator('.fold--filter summary').click();
  await page.locator('select[name="review"]').selectOption('accepted');
  assert.equal(await page.locator('.topics .finding').count(), 1);
  await page.locator('select[name="review"]').selectOption('');
  const all = await page.locator('.topics .finding').count();
  const names = await page.locator('select[name="entity"] option').allInnerTexts();
  assert.ok(names.length > 3 && names.slice(1).every((name) => / \(\d+\)$/.test(name)));
  await page.locator('select[name="entity"]').selectOption({index: 1});
  const count = Number(/\((\d+)\)$/.exec(names[1])[1]);
  assert.ok(await page.locator('.topics .finding').count() <= count && await page.locator('.topics .finding').count() < all);
  await page.getByRole('button', {name: 'Show everything'}).click();
  await page.locator('[aria-label^="Leave out"]').first().click();
  await report(page, ({articles}) => articles.length === 4);
  assert.equal(await page.locator('.badge', {hasText: 'Accepted'}).count(), 1);
}));

test('a note to the desk says who says what where, is copied and saved, alone and for all that count', () => withPage('single', {}, async (page) => {
  await filled(page, `${FIRE}\n\nIt began at noon.`, OTHER);
  await page.keyboard.press('f');
  await openFinding(page).locator('.desk summary').click();
  const text = await openFinding(page).locator('.desk__note').textContent();
  assert.match(text, /A · .*paragraph 1:\n {2}“.*12 people/);
  assert.match(text, /B · .*paragraph 1:\n {2}“.*30 people/);
  assert.match(text, /To check: The figure/);
  const [download] = await Promise.all([page.waitForEvent('download'), openFinding(page).getByRole('button', {name: 'Save as Markdown'}).click()]);
  assert.equal(download.suggestedFilename(), 'desk-note.md');
  assert.match(readFileSync(await download.path(), 'utf8'), /> .*\*\*12\b/);
  await openFinding(page).getByRole('button', {name: 'Copy as text'}).click();
  await openFinding(page).locator('.desk__said:not(:empty)').waitFor();
  await page.keyboard.press('n');
  await page.waitForFunction(() => document.activeElement.matches('.review__note'));
  await page.keyboard.press('ControlOrMeta+v');
  await page.waitForFunction(() => document.activeElement.value.includes('To check: The figure'));
  assert.match(await page.locator('.fold--desk summary').innerText(), /1 finding/);
  await page.locator('.fold--desk summary').click();
  assert.match(await page.locator('.fold--desk .desk__note').textContent(), /Marked for follow-up/);
}));

test('who else says so stands by side, and leads into the text and back', () => withPage('single', {}, async (page) => {
  await filled(page, FIRE, OTHER, `Blaze\n\nA fire in the town of Norton killed 30 people on Monday, officials said. The town of Norton has a river.`);
  await report(page, ({findings}) => findings.some(({kind}) => kind === 'numeric'));
  const side = openFinding(page).locator('.side', {hasText: 'As in article B'});
  await side.waitFor();
  assert.match(await side.innerText(), /30 people/);
  await side.locator('.jump').first().click();
  await page.waitForFunction(() => document.activeElement.closest('.text'));
  await page.keyboard.press('b');
  await page.waitForFunction(() => document.activeElement.closest('.finding'));
}));

test('what was dropped shows both passages, the step and the reason, and leads into the text and back', () => withPage('single', {}, async (page) => {
  const {dropped} = await reported(page);
  await page.locator('.fold--dropped > summary').press('Enter');
  await page.locator('.dropped__pair').first().waitFor();
  assert.equal(await page.locator('.dropped__pair').count(), dropped.length);
  const first = page.locator('.dropped__pair').first();
  assert.equal(await first.locator('.passage').count(), dropped[0].evidence.length);
  assert.ok((await first.locator('.dropped__reason').innerText()).includes(dropped[0].reason));
  assert.match(await first.locator('.dropped__reason .note').innerText(), /^step: /);
  await first.locator('.passage .quiet').nth(1).click();
  await page.waitForFunction(() => document.activeElement.closest('.text'));
  assert.match(await page.locator('.reader__step').innerText(), /2 of 2/);
  await page.keyboard.press('b');
  await page.waitForFunction(() => document.activeElement.dataset.key === 'dropped-0-1');
}));

test('finding nothing is told as no agreement, with what was looked at; articles about other events are told of', () => withPage('single', {}, async (page) => {
  await filled(page, FLOOD, CHESS);
  assert.equal(await page.locator('.finding').count(), 0);
  const text = await page.locator('#view-findings').innerText();
  assert.match(text, /That is not agreement/);
  assert.match(text, /Looked at: 2 articles with \d+ sentences, .*; 1 pair of articles/);
  assert.match(await page.locator('.notices--all').innerText(), /different events/);
}));

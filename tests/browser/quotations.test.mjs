/** The quotations view in a real browser: versions word by word, the way from a mark and a finding to them, into the text and back, the choices, the keyboard. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {close, report, reported, withPage} from './harness.mjs';

after(close);

const SPEECH = '"We have walked every metre of that wall, we have sent divers down to the foot of it, and we have asked three firms from outside the state to look at what the divers found," said Tom Aldane, the chief engineer.';
const ARTICLES = [
  `Dam repairs will wait\n\nNorton Herald\n\n12 March 2025\n\nGovernor Ruth Caldwell spoke on Wednesday. "We did not know about the cracks before January," Caldwell said.\n\n${SPEECH}\n\n"People are worried," a town official said. Caldwell said that the road would be closed.\n\n"I saw the water rise," said Martha Quill, a farmer.`,
  `Governor knew of cracks\n\nValley Post\n\n12 March 2025\n\n"We did know about the cracks before January," Governor Ruth Caldwell said on Wednesday.\n\n${SPEECH}\n\n"It was loud," one resident said.`,
  'Dam is safe for now\n\nEvening Star\n\n13 March 2025\n\nGovernor Ruth Caldwell said on Wednesday: "We did not know about the cracks before January."\n\n"We have walked every metre of that wall," said Tom Aldane, the chief engineer.',
];

/** Opens the quotations view, by default of three articles of our own. */
const withQuotations = (options, use, own = true) => withPage('single', options, async (page, log) => {
  if (own) {
    await page.locator('.pitch__own').click();
    await page.locator('.editor__field').evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
    }, ARTICLES.join('\n\n---\n\n'));
    await report(page, ({articles}) => articles.length === ARTICLES.length);
  }
  if (options.viewport?.width < 800) await page.locator('.region').nth(2).click();
  await page.locator('#tab-quotations').click();
  await use(page, log);
});

const speaker = (page, name) => page.locator('.speaker', {has: page.locator('.speaker__name', {hasText: name})});
// Not the inner texts: Firefox has none for what is far out of sight and not laid out yet.
const speakers = (page) => page.locator('.speaker__name').allTextContents();
const focused = (page) => page.evaluate(() => document.activeElement.dataset.key ?? document.activeElement.textContent);
const whenFocused = (page, selector) => page.waitForFunction((one) => document.activeElement.matches(one), selector);
/** The words as an eye reads them, without what is said to the ear alone. */
const seen = (locator) => locator.evaluate((element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('.unseen').forEach((one) => one.remove());
  return copy.textContent;
});

test('an altered version shows the word that is missing at its place, named, and who prints which', () => withQuotations({}, async (page) => {
  const statement = speaker(page, 'Ruth Caldwell').locator('.statement').first();
  const version = statement.locator('.group', {has: page.locator('del, ins')});
  assert.equal(await version.count(), 1);
  assert.match(await version.innerText(), /a word of denial on one side only/);
  assert.match(await seen(version.locator('.statement__text')), /We did not know about the cracks/);
  assert.equal(await seen(version.locator('del')), 'not');
  assert.match(await version.locator('del').textContent(), /left out: not/, 'and it is said to the ear');
  assert.deepEqual(await version.locator('.letter').allInnerTexts(), ['B']);
  assert.deepEqual(await statement.locator('.group').first().locator('.letter').allInnerTexts(), ['A', 'C'], 'the same words stand together');
}));

test('words that one article prints and others tell say so, and the reports can be read', () => withQuotations({}, async (page) => {
  const statement = page.locator('.statement', {hasText: 'Everyone agrees this War must come to a close'});
  assert.match(await statement.innerText(), /One article prints it, 2 others tell it without marks/);
  await statement.getByText('2 indirect reports of the same words').click();
  assert.match(await statement.innerText(), /both sides agreed to work toward ending/);
}, false));

test('speakers whose versions differ come first, the unknown last with the words that stand for them', () => withQuotations({}, async (page) => {
  const names = await speakers(page);
  assert.equal(names[0], 'Ruth Caldwell');
  assert.equal(names.at(-1), 'Speaker not known');
  assert.ok(names.indexOf('Tom Aldane') < names.indexOf('Martha Quill'), 'whom several articles quote comes before whom one quotes');
  const unknown = await speaker(page, 'Speaker not known').textContent();
  assert.match(unknown, /a town official/);
  assert.match(unknown, /one resident/);
}));

test('many words that are left off are folded at their place', () => withQuotations({}, async (page) => {
  const gap = speaker(page, 'Tom Aldane').locator('.gap').first();
  assert.match(await gap.innerText(), /\d+ words left off/);
  const missing = page.locator('.gap + del');
  assert.equal(await missing.isVisible(), false);
  await gap.press('Enter');
  assert.equal(await gap.getAttribute('aria-expanded'), 'true');
  assert.match(await missing.innerText(), /three firms/);
}));

test('a version leads to its words in the text, the keys go on to the others, and back leads to the version', () => withQuotations({}, async (page) => {
  const jump = speaker(page, 'Ruth Caldwell').locator('.group', {has: page.locator('del')}).locator('.jump');
  const key = await jump.getAttribute('data-key');
  await jump.press('Enter');
  await whenFocused(page, '.mark--quotation');
  assert.match(await page.locator('.reader__source').innerText(), /Valley Post|12 March/);
  assert.match(await page.evaluate(() => document.querySelector('.text').textContent), /We did know/);
  assert.match(await page.locator('.reader__step').innerText(), /Ruth Caldwell: 2 of 3/);
  await page.keyboard.press('.');
  await page.waitForFunction(() => document.querySelector('.reader__step').textContent.includes('3 of 3'));
  await page.getByRole('button', {name: 'Back to the quotations'}).press('Enter');
  await page.waitForFunction((one) => document.activeElement.dataset.key === one, key);
}));

test('a part of a quotation is pointed at in the text, the rest of it is listed by itself', () => withQuotations({}, async (page) => {
  await page.locator('.article-card__open').nth(2).click();
  await page.keyboard.press('e');
  await page.locator('.editor__field').fill(`${ARTICLES[2]}\n\n"We did not know about the cracks before January. They came with the frost," Ruth Caldwell said.`);
  await report(page, ({articles}) => articles[2].text.includes('frost'));
  assert.match(await speaker(page, 'Ruth Caldwell').innerText(), /They came with the frost/);
  await page.getByText('They came with the frost').locator('xpath=ancestor::*[contains(@class, "statement")][1]').locator('.jump').click();
  await page.waitForFunction(() => CSS.highlights.get('pointed'));
  assert.match(await page.evaluate(() => String([...CSS.highlights.get('pointed')][0])), /^\s*They came with the frost,?$/);
}));

test('the card of a mark tells who prints it how, and leads to the versions', () => withQuotations({}, async (page) => {
  await page.locator('#tab-findings').click();
  await page.locator('.article-card__open').nth(1).click();
  await page.locator('.text .mark--quotation', {hasText: 'every metre of that wall'}).first().evaluate((mark) => mark.click());
  const card = page.locator('.card');
  assert.match(await card.innerText(), /Tom Aldane.*part of it, left off/s);
  await card.getByRole('button', {name: 'Compare the versions'}).press('Enter');
  await whenFocused(page, '.statement');
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /Tom Aldane: 2 wordings in 3 articles/);
}));

test('a finding leads to the versions it compares, and these lead to the finding', () => withQuotations({}, async (page) => {
  await page.locator('#tab-findings').click();
  await page.getByRole('button', {name: 'Compare the versions'}).first().click();
  await whenFocused(page, '.statement');
  await page.locator('.statement:focus').getByRole('button', {name: /^Finding 1/}).click();
  assert.equal(await page.locator('.finding[data-open]').count(), 1);
}));

test('the choices narrow the list, each with its count; words, speakers and articles too', () => withQuotations({}, async (page) => {
  const choose = (name) => page.locator('.switches').getByRole('button', {name}).click();
  await choose(/^Worded differently 1/);
  assert.deepEqual(await speakers(page), ['Ruth Caldwell']);
  await choose(/^Speaker not known/);
  assert.deepEqual(await speakers(page), ['Speaker not known']);
  await choose(/^Indirect/);
  assert.match(await page.locator('.speakers').innerText(), /the road would be closed/);
  await choose(/^All/);
  await page.getByLabel('Find words or a speaker').fill('WATER');
  assert.deepEqual(await speakers(page), ['Martha Quill']);
  assert.equal(await page.evaluate(() => document.activeElement.name), 'text', 'the field keeps the focus');
  await page.getByLabel('Find words or a speaker').fill('zzz');
  assert.match(await page.locator('#view-quotations').innerText(), /No quotation fits/);
  await page.getByLabel('Find words or a speaker').fill('');
  await page.locator('#view-quotations select').selectOption({index: 3});
  assert.deepEqual(await speakers(page), ['Ruth Caldwell', 'Tom Aldane']);
}));

test('the up and down keys go from quotation to quotation, and the name leads to the names', () => withQuotations({}, async (page) => {
  await page.locator('.statement .jump').first().focus();
  await page.keyboard.press('ArrowDown');
  const second = await focused(page);
  assert.match(second, /^[cq]\d/);
  await page.keyboard.press('ArrowUp');
  assert.notEqual(await focused(page), second);
  await page.getByRole('button', {name: 'Ruth Caldwell', exact: true}).press('Enter');
  await page.waitForFunction(() => document.activeElement.dataset.key === 'name-Ruth Caldwell');
}));

test('who introduces the words how is told on request', () => withQuotations({}, async (page) => {
  const fold = speaker(page, 'Ruth Caldwell').locator('.statement').first().locator('.fold', {hasText: 'How each article introduces it'});
  await fold.locator('summary').press('Enter');
  // A fold is filled when the browser tells that it was opened, which is a little later.
  await fold.locator('li').first().waitFor();
  assert.match(await fold.innerText(), /Source: “Caldwell”.*Cue: “said”/s);
}));

test('copies are never told as independent', () => withQuotations({}, async (page) => {
  const {clusters} = await reported(page);
  assert.ok(clusters.some(({independent, versions}) => independent < versions.length));
  for (const {id, independent, versions} of clusters) {
    const articles = new Set(versions.map(({article}) => article)).size;
    const text = await page.locator(`[data-key="c${id}"]`).innerText();
    assert.equal(/shared copy/.test(text), independent < articles, text);
  }
}));

test('what the examples quote is all there, whatever is folded', () => withQuotations({}, async (page) => {
  const {clusters, quotations} = await reported(page);
  const told = new Set(clusters.flatMap((cluster) => cluster.reported));
  for (;;) {
    const closed = page.locator('.speaker > .fold:not([open]) > summary');
    if (!(await closed.count())) break;
    await closed.first().press('Enter');
  }
  const keys = await page.locator('.statement').evaluateAll((list) => list.map((one) => one.dataset.key));
  for (const {id} of clusters) assert.ok(keys.includes(`c${id}`));
  for (const {id} of quotations.filter((one) => one.kind === 'indirect' && !told.has(one.id))) assert.ok(keys.includes(`q${id}`), `report ${id}`);
}, false));

test('on a phone a version leads to the text, in sight, and back, and nothing is wider than the screen', () => withQuotations({viewport: {width: 360, height: 740}}, async (page) => {
  for (const gap of await page.locator('.gap').all()) await gap.click();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
  assert.ok(await page.evaluate(() => document.querySelector('#panel').scrollWidth <= document.querySelector('#panel').clientWidth));
  await speaker(page, 'Ruth Caldwell').locator('.jump').nth(2).click();
  await whenFocused(page, '.mark--quotation');
  await page.waitForFunction(() => {
    const {top, bottom} = document.activeElement.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  await page.locator('.reader__back .quiet').click();
  assert.ok(await page.locator('#view-quotations').isVisible());
}));

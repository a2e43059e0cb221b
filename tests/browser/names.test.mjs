/** The names view in a real browser: rows, the way into the text and back, corrections and what the core is told of them, the keyboard. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {close, report, reported, withPage} from './harness.mjs';

after(close);

const NAMES = ['person', 'organization', 'place', 'group', 'event', 'law', 'product', 'work'];
const ONE = 'Fire in Norton\n\nA fire in the town of Norton killed 12 people on Monday, Governor Ann Smyth said. Smyth met Bo Li in Norton.';
const OTHER = 'Norton fire\n\nA fire in the town of Norton killed 12 people on Monday, former Governor Ann Smyth said. Carl Weber met Smyth.';

/** Opens the names view, by default of two articles of our own. */
const withNames = (options, use, own = true) => withPage('single', options, async (page, log) => {
  if (own) {
    await page.locator('.pitch__own').click();
    await page.locator('.editor__field').fill(ONE);
    await report(page, ({articles}) => articles.length === 1);
    const narrow = options.viewport?.width < 800;
    if (narrow) await page.locator('.region').first().click();
    await page.getByText('Add an article').click();
    await page.locator('.editor__field').fill(OTHER);
    await report(page, ({articles}) => articles.length === 2);
    if (narrow) await page.locator('.region').nth(2).click();
  }
  await page.locator('#tab-names').click();
  await use(page, log);
});

const row = (page, name) => page.locator('.name', {has: page.locator('.name__name', {hasText: new RegExp(`^${name}$`)})});
const shownNames = (page) => page.locator('.name__name').allInnerTexts();
const focused = (page) => page.evaluate(() => document.activeElement.dataset.key ?? document.activeElement.textContent);
const corrections = (page) => page.evaluate(() => globalThis.crosscheck.state().corrections.length);

/** Notes what the core is asked; the core goes on answering. */
async function listen(page) {
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    globalThis.asked = [];
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message.type === 'check') globalThis.asked.push(message.options);
      return post.call(this, message, ...rest);
    };
  });
  return async (count) => {
    for (const until = Date.now() + 30_000; Date.now() < until; ) {
      const asked = await page.evaluate(() => globalThis.asked);
      if (asked.length >= count) return asked.at(-1).aliases;
      await page.waitForTimeout(40);
    }
    throw new Error('the core was not asked');
  };
}

test('the examples: a row for each name, variants and offices told in words, those that need a look first', () => withNames({}, async (page) => {
  const {entities} = await reported(page);
  const named = entities.filter(({kind}) => NAMES.includes(kind));
  assert.equal(await page.locator('.name').count(), named.length);
  const variant = named.find(({forms}) => forms.some(({note}) => note === 'given-name'));
  const person = row(page, variant.name);
  assert.match(await person.locator('.name__flags').innerText(), /given name differs/);
  assert.match(await person.locator('xpath=ancestor::section[1]').getAttribute('aria-label'), /Needs a look/);
  const former = named.find(({offices}) => ['current', 'former'].every((status) => offices.some((office) => office.status === status)));
  assert.match(await row(page, former.name).locator('.name__brief').innerText(), /current.*former/s);
  assert.match(await row(page, former.name).locator('.name__flags').innerText(), /offices differ/);
}, false));

test('the counts of an open name are those of the report, in all and by article', () => withNames({}, async (page) => {
  const {entities} = await reported(page);
  const entity = entities.find(({kind, forms}) => kind === 'person' && forms.length > 2);
  const person = row(page, entity.name);
  await person.locator('.name__open').click();
  const rows = await person.locator('tbody tr').evaluateAll((list) => list.map((one) => [...one.children].map((cell) => cell.textContent)));
  const counts = rows.map((cells) => cells.slice(1, -1).map((text) => Number.parseInt(text, 10) || 0));
  entity.forms.forEach(({count}, i) => assert.equal(counts[i][0], count));
  for (const [all, ...byArticle] of counts) assert.equal(byArticle.reduce((sum, n) => sum + n, 0), all);
  assert.equal(counts.reduce((sum, [all]) => sum + all, 0), entity.mentions.length);
}, false));

test('a count leads to the mention, the keys step through the others, and back leads to the count', () => withNames({}, async (page) => {
  const person = row(page, 'Ann Smyth');
  await person.locator('.name__open').click();
  const count = person.locator('tbody tr', {has: page.locator('th', {hasText: /^Smyth$/})}).locator('.places').first();
  const key = await count.getAttribute('data-key');
  await count.press('Enter');
  await page.waitForFunction(() => document.activeElement.matches('.mark'));
  assert.equal(await focused(page), 'Smyth');
  const first = await page.evaluate(() => globalThis.crosscheck.state().current);
  await page.keyboard.press('.');
  await page.waitForFunction((id) => globalThis.crosscheck.state().current !== id, first);
  assert.match(await page.locator('.reader__step').innerText(), /Smyth: 2 of \d/);
  assert.match(await page.locator('[role="status"]').textContent(), /Smyth: 2 of \d/);
  const next = page.getByRole('button', {name: 'Next mention'});
  await next.press('Enter');
  assert.equal(await focused(page), 'step-1', 'the bar keeps the focus');
  await page.keyboard.press('b');
  await page.waitForFunction((one) => document.activeElement.dataset.key === one, key);
}));

test('a pronoun, which is no mark, is pointed at in the text', () => withNames({}, async (page) => {
  const {entities} = await reported(page);
  const {name, mentions} = entities.find((entity) => entity.kind === 'person' && entity.mentions.some(({form}) => form === 'pronoun'));
  const {article, start, end} = mentions.find(({form}) => form === 'pronoun' || form === 'nominal');
  await row(page, name).locator('.name__open').click();
  await row(page, name).locator('tbody tr').last().locator('.places').first().click();
  await page.waitForFunction(() => CSS.highlights.get('pointed'));
  const words = await page.evaluate(([at, from, to]) => [String([...CSS.highlights.get('pointed')][0]), globalThis.crosscheck.report().articles[at].text.slice(from, to)], [article, start, end]);
  assert.equal(words[0], words[1]);
}, false));

test('names are found by a part of any form, by kind, and put in another order', () => withNames({}, async (page) => {
  await page.getByLabel('Find a name').fill('smyth');
  assert.deepEqual(await shownNames(page), ['Ann Smyth']);
  assert.equal(await page.evaluate(() => document.activeElement.name), 'text', 'the field keeps the focus');
  await page.getByLabel('Find a name').fill('zzz');
  assert.match(await page.locator('#view-names').innerText(), /No name fits/);
  await page.getByLabel('Find a name').fill('');
  await page.locator('#view-names select[name="kind"]').selectOption('person');
  await page.getByLabel('Order').selectOption('name');
  const {entities} = await reported(page);
  const persons = entities.filter(({kind}) => kind === 'person').map(({name}) => name);
  assert.ok(persons.includes('Bo Li') && persons.includes('Carl Weber'));
  assert.deepEqual(await shownNames(page), persons.sort((one, other) => one.localeCompare(other, 'en')));
}));

test('names are merged by the keyboard alone, the core is told, and it is undone', () => withNames({}, async (page) => {
  const asked = await listen(page);
  await row(page, 'Bo Li').locator('.name__choose input').focus();
  await page.keyboard.press('Space');
  assert.match(await page.locator('.merge').innerText(), /Bo Li is chosen/);
  await row(page, 'Carl Weber').locator('.name__choose input').focus();
  await page.keyboard.press('Space');
  assert.equal(await focused(page), 'choose-Carl Weber');
  await page.getByLabel('Merge 2 names as').selectOption('Carl Weber');
  await page.locator('.merge__do').press('Enter');
  assert.deepEqual(await asked(1), [{names: ['Carl Weber', 'Bo Li']}]);
  assert.match(await page.locator('.corrections').innerText(), /Carl Weber is also Bo Li/);
  assert.match(await focused(page), /^correction-/);
  assert.match(await page.locator('[role="status"]').textContent(), /merged/);
  await page.keyboard.press('u');
  assert.deepEqual(await asked(2), []);
  assert.equal(await page.locator('.corrections').isVisible(), false);
}));

test('the up and down keys go from name to name, Enter opens and closes one', () => withNames({}, async (page) => {
  const names = await shownNames(page);
  await page.locator('.name__open').first().focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), `name-${names[1]}`);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.name__open').nth(1).getAttribute('aria-expanded'), 'true');
  assert.ok(await page.locator('.name').nth(1).locator('table').isVisible());
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.name table').count(), 0);
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(page), `name-${names[0]}`);
}));

test('a form is split off and a kind changed; each is listed in words and can be taken back', () => withNames({}, async (page) => {
  const asked = await listen(page);
  const person = row(page, 'Ann Smyth');
  await person.locator('.name__open').click();
  await page.getByRole('button', {name: 'Split off “Smyth”'}).press('Enter');
  assert.deepEqual(await asked(1), [{names: ['Smyth'], apart: ['Ann Smyth']}]);
  const other = row(page, 'Carl Weber');
  await other.locator('.name__open').click();
  await page.getByLabel('Kind of Carl Weber').selectOption('organization');
  assert.equal(await corrections(page), 1, 'walking through the kinds changes nothing yet');
  await other.getByText('Change kind').click();
  const changed = {names: ['Carl Weber'], kind: 'organization'};
  assert.deepEqual(await asked(2), [{names: ['Smyth'], apart: ['Ann Smyth']}, changed]);
  assert.match(await page.locator('.corrections').innerText(), /Smyth is not Ann Smyth.*Carl Weber is of the kind “Organisation”/s);
  await page.getByRole('button', {name: /^Remove the correction: Smyth/}).press('Enter');
  assert.deepEqual(await asked(3), [changed]);
  assert.match(await focused(page), /^correction-/, 'the focus goes to the next correction');
  await page.locator('.toast button').click();
  assert.equal((await asked(4)).length, 2);
}));

test('corrections outlive the articles, and say so when their names do not occur', () => withNames({}, async (page) => {
  for (const name of ['Bo Li', 'Carl Weber']) await row(page, name).locator('.name__choose input').check();
  await page.locator('.merge__do').click();
  await page.locator('.article-card__open').first().click();
  await page.keyboard.press('e');
  await page.locator('.editor__field').fill('Fire in Norton\n\nA fire in the town of Norton killed 12 people on Monday.');
  await report(page, ({articles}) => !articles[0].text.includes('Smyth'));
  assert.match(await page.locator('.correction').innerText(), /does not occur now/);
  assert.equal(await corrections(page), 1);
}));

test('the card of a mark leads to the name', () => withNames({}, async (page) => {
  await page.locator('#tab-findings').click();
  await page.locator('.article-card__open').first().click();
  await page.locator('.text .mark--person:not(.mark--finding)').first().click();
  const name = await page.locator('.card__name').innerText();
  await page.getByRole('button', {name: 'All about this name'}).click();
  await page.waitForFunction((key) => document.activeElement.dataset.key === key, `name-${name}`);
  assert.equal(await row(page, name).getAttribute('data-open'), '');
}));

test('on a phone a count leads to the mention, in sight, and back', () => withNames({viewport: {width: 360, height: 740}}, async (page) => {
  await row(page, 'Ann Smyth').locator('.name__open').click();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360), 'nothing is wider than the screen');
  await row(page, 'Ann Smyth').locator('.places').first().click();
  await page.waitForFunction(() => document.activeElement.matches('.mark'));
  await page.waitForFunction(() => {
    const {top, bottom} = document.activeElement.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  await page.locator('.reader__back .quiet').click();
  assert.ok(await page.locator('#view-names').isVisible());
}));

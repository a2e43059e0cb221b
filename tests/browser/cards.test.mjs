/** The cards of the articles, and the bookmark that hands a page over, in a real browser. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {articles} from './giving.mjs';
import {close, report, withPage} from './harness.mjs';
import {clipboard} from './taking.mjs';

after(close);

const ids = async (page) => (await articles(page)).map(({id}) => id);
const focused = (page) => page.evaluate(() => document.activeElement.dataset.key ?? document.activeElement.id);

test('a card is moved by its buttons and by keys, and keeps its colour', () => withPage('single', {}, async (page) => {
  const [first, second, third, ...others] = await ids(page);
  const hue = (await articles(page))[0].hue;
  await page.getByRole('button', {name: /^Move down/}).click();
  await page.waitForFunction((id) => globalThis.crosscheck.state().articles[1].id === id, first);
  assert.equal(await focused(page), `down-${first}`, 'the focus moves with the card');
  assert.match(await page.locator('#status').textContent(), /Moved to place 2 of 5/);
  await page.locator(`[data-key="open-${first}"]`).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.waitForFunction((id) => globalThis.crosscheck.state().articles[2].id === id, first);
  assert.deepEqual(await ids(page), [second, third, first, ...others]);
  assert.equal((await articles(page))[2].hue, hue);
  await page.keyboard.press('Alt+ArrowUp');
  await page.waitForFunction((id) => globalThis.crosscheck.state().articles[1].id === id, first);
  const found = await report(page);
  assert.equal(found.articles.length, 5);
}));

test('title, outlet, date and address are edited in the card, and a wrong date or address is told of', () => withPage('single', {}, async (page) => {
  await page.getByRole('button', {name: /^Title, outlet, date, address/}).click();
  assert.equal(await focused(page), 'card-title');
  const card = page.locator('.article-card__describe');
  await card.locator('[name="title"]').fill('Fire in Norton');
  await card.locator('[name="outlet"]').fill('The Norton Echo');
  await card.locator('[name="address"]').fill('javascript:alert(1)');
  await page.keyboard.press('Tab');
  assert.match(await card.locator('.problem').innerText(), /whole address/);
  assert.equal((await articles(page))[0].address, null);
  await card.locator('[name="address"]').fill('https://echo.example/fire');
  await card.locator('[name="date"]').fill('2025-13-01');
  await page.keyboard.press('Tab');
  assert.match(await card.locator('.problem').innerText(), /year-month-day/);
  await card.locator('[name="date"]').fill('2025-03-09');
  await page.keyboard.press('Enter');
  const found = await report(page, ({articles: list}) => list[0].title === 'Fire in Norton' && list[0].date === '2025-03-09');
  assert.equal(found.articles[0].outlet, 'The Norton Echo');
  await page.keyboard.press('Escape');
  await card.waitFor({state: 'detached'});
  assert.match(await focused(page), /^describe-/);
  const link = page.getByRole('link', {name: 'Open where it was published'});
  assert.deepEqual([await link.getAttribute('href'), await link.getAttribute('rel'), await link.getAttribute('target')], ['https://echo.example/fire', 'noopener noreferrer', '_blank']);
}));

test('what is being written in a card stays when a report arrives', () => withPage('single', {}, async (page) => {
  await page.getByRole('button', {name: /^Title, outlet, date, address/}).click();
  await page.keyboard.type('Half a ti');
  await page.evaluate(() => document.querySelectorAll('.article-card')[2].querySelector('[aria-label^="Leave out"]').click());
  await report(page, ({articles: list}) => list.length === 4);
  await page.keyboard.type('tle');
  assert.equal(await page.locator('.article-card__describe [name="title"]').inputValue(), 'Half a title');
}));

/** A page of a news site, as the reader has it open. */
const STORY = `<!doctype html><html><head><title>Storm in Elmham | Echo</title><meta property="og:site_name" content="The Norton Echo"></head><body><nav>Home News</nav><main><h1>Storm in Elmham</h1>
${Array.from({length: 6}, (_, i) => `<p>The storm tore the roofs off ${i + 3} houses in Elmham on Sunday night, the mayor told the Echo.</p>`).join('')}</main><div class="menu">Hidden menu of the site</div><style>.menu{display:none}</style></body></html>`;

/** Opens the story on a site of its own and gives the code of the bookmark as the page offers it. */
async function story(page) {
  await page.context().route('https://echo.example/**', (route) => route.fulfill({contentType: 'text/html', body: STORY}));
  await page.keyboard.press('?');
  const code = await page.locator('.help .bookmark__code').inputValue();
  assert.equal(await page.locator('.help .bookmark__link').getAttribute('href'), code);
  await page.keyboard.press('Escape');
  const site = await page.context().newPage();
  await site.goto('https://echo.example/storm');
  const source = decodeURIComponent(code.replace(/^javascript:/, ''));
  return {site, code: source, run: () => site.evaluate(source)};
}

test('the bookmark hands the page that is read to a new window, which asks before it takes it', () => withPage('hosted', {}, async (page) => {
  const {site, run} = await story(page);
  const [window] = await Promise.all([page.context().waitForEvent('page'), run()]);
  const dialog = window.locator('#offer');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /It comes from https:\/\/echo\.example\b[\s\S]*Storm in Elmham[\s\S]*The Norton Echo/);
  assert.ok(!window.url().includes('#'), 'the address is the page’s own again');
  assert.equal((await articles(window)).length, 5, 'nothing is added before the reader says so');
  await dialog.getByRole('button', {name: 'Add the article'}).click();
  await window.waitForFunction(() => globalThis.crosscheck.state().articles.length === 1);
  const [article] = await articles(window);
  assert.match(article.text, /^Storm in Elmham\n\nThe storm tore the roofs off 3 houses/);
  assert.ok(!/Home News|Hidden menu/.test(article.text));
  assert.deepEqual([article.outlet, article.address], ['The Norton Echo', 'https://echo.example/storm']);
  await site.close();
}));

test('what is handed over can be declined, and rubbish is told of', () => withPage('hosted', {}, async (page, log) => {
  const {site, run} = await story(page);
  const [window] = await Promise.all([page.context().waitForEvent('page'), run()]);
  await window.locator('#offer').getByRole('button', {name: 'Do not add'}).click();
  assert.equal((await articles(window)).length, 5);
  assert.equal(await window.locator('#offer').isVisible(), false);
  for (const data of ['null', '7', '{type: "crosscheck-page"}', '{type: "crosscheck-page", version: 2, html: "", text: "", title: "", address: ""}', '{type: "crosscheck-page", version: 1, html: {}, text: "", title: "", address: ""}',
    '{type: "crosscheck-page", version: 1, html: "x".repeat(9e6), text: "", title: "", address: ""}']) {
    const [other] = await Promise.all([page.context().waitForEvent('page'), site.evaluate(`addEventListener('message', (event) => event.source.postMessage(${data}, '*'), {once: true}); void open(${JSON.stringify(`${log.address}#handover`)})`)]);
    await other.locator('.refusal[data-code="handover"]').waitFor();
    assert.match(await other.locator('.refusal').innerText(), /^https:\/\/echo\.example What was handed over is not in the form/);
    assert.equal((await articles(other)).length, 5);
    await other.close();
  }
}));

test('the page listens to nobody unless the bookmark opened it', () => withPage('hosted', {}, async (page) => {
  await page.evaluate(() => postMessage({type: 'crosscheck-page', version: 1, html: '<p>Hello', text: 'Hello', title: '', address: ''}, '*'));
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => globalThis.crosscheck.state().offer), null);
}));

test('the bookmark of the single file copies the article, with its markup', () => withPage('single', {}, async (page) => {
  const {site, code} = await story(page);
  const said = [];
  site.on('dialog', (dialog) => {
    said.push(dialog.message());
    return dialog.accept();
  });
  await site.bringToFront();
  // A browser lets a page copy when its reader does something there, such as to choose a bookmark.
  await site.evaluate((source) => document.querySelector('h1').addEventListener('click', () => (0, eval)(source)), code);
  await site.locator('h1').click();
  await site.waitForFunction(() => document.hasFocus());
  for (let waited = 0; !said.length && waited < 100; waited += 1) await site.waitForTimeout(50);
  assert.deepEqual(said, ['The article was copied. Paste it in Crosscheck.']);
  assert.match((await clipboard(page)).html, /Storm in Elmham/);
}));

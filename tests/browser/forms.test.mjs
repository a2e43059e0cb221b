/** Every form in which a report leaves the page, read by a reader of its own kind that knows nothing of ours. */
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {HtmlRenderer, Parser} from 'commonmark';
import {parse} from 'csv-parse/sync';
import {pack} from '../../www/js/link.js';
import {axeSource, browserName, close, filled, report, reported, withPage} from './harness.mjs';
import {clipboard, expanded, opened, saved} from './taking.mjs';

after(close);

const ONE = 'Fire in Norton\nThe Norton Echo\n2025-08-08\n\nA fire in the town of Norton killed 12 people on Monday, Governor Ann Lee said. “We will rebuild every house,” she said.\n\nPaul Reed, the mayor of Norton, thanked the fire brigade on Tuesday.';
const OTHER = 'Norton fire\nThe Weston Times\n2025-08-08\n\nA fire in the town of Norton killed 30 people on Monday, Governor Ann Lee said. “We will rebuild the houses,” she said.\n\nPeter Reed, the mayor of Norton, thanked the fire brigade on Tuesday.';
/** What must never run, calculate or hide, wherever it stands. */
const EVIL = [
  '=HYPERLINK("https://example.invalid","x")', '@SUM(1+1)', '+1+cmd|\' /C calc\'!A0', '<script>globalThis.hit = 1</script>', '<img src=x onerror="globalThis.hit = 1">', '[x](javascript:globalThis.hit=1)', '</script><svg onload=globalThis.hit=1>',
  '\u202egnp.exe', '{{7*7}} ${7*7}', '"; DROP',
];
const HOSTILE = (count) => `${EVIL[0]} in Norton\n\nA fire in the town of Norton killed ${count} people on Monday, Governor ${EVIL[3]} Ann Lee said. “${EVIL.join(' ')} will be rebuilt,” she said. ${EVIL.join('\n\n')}`;

test('every form is saved under a name of its own', () => withPage('single', {}, async (page) => {
  const names = [];
  for (const format of ['html', 'markdown', 'text', 'csv', 'csv-names', 'csv-quotations', 'csv-claims', 'json', 'annotations', 'claim-review']) {
    const {name, text} = await saved(page, format);
    assert.ok(text.length > 100, format);
    names.push(name);
  }
  assert.equal(new Set(names).size, 10);
  assert.ok(names.every((name) => /^crosscheck\.[a-z.-]+$/.test(name)), names.join());
}));

test('JSON is the report itself', () => withPage('single', {}, async (page) => {
  assert.deepEqual(JSON.parse((await saved(page, 'json')).text), await reported(page));
}));

test('the tables are read by a CSV library, with every cell', () => withPage('single', {}, async (page) => {
  await filled(page, ONE, OTHER);
  const found = await reported(page);
  const table = async (format) => parse((await saved(page, format)).text, {columns: true, relax_column_count: false, record_delimiter: '\r\n'});
  const findings = await table('csv');
  assert.deepEqual(findings.map(({finding}) => Number(finding)).sort(), found.findings.map(({id}) => id).sort());
  const numeric = findings.find(({kind}) => kind === 'numeric');
  assert.deepEqual([numeric.focus_1, numeric.focus_2].map((words) => /\d+/.exec(words)[0]).sort(), ['12', '30']);
  const names = await table('csv-names');
  assert.ok(names.some(({name, article, mentions}) => name === 'Ann Lee' && article === 'A' && Number(mentions) > 0));
  const quotations = await table('csv-quotations');
  assert.equal(quotations.length, found.quotations.length);
  assert.deepEqual(quotations.map(({speaker}) => speaker), found.quotations.map(({speaker}) => found.entities[speaker]?.name ?? ''));
  assert.ok(quotations.some(({words, article}) => words.startsWith('We will rebuild every house') && article === 'A'));
  const claims = await table('csv-claims');
  assert.equal(claims.length, found.claims.reduce((sum, {cells}) => sum + cells.length, 0));
}));

test('annotations are read by a JSON-LD processor, and every selector leads to its words', () => withPage('single', {}, async (page) => {
  await filled(page, ONE, `🚢 ${OTHER}`);
  const found = await reported(page);
  const text = (await saved(page, 'annotations')).text;
  assert.equal(JSON.parse(text)['@context'], 'http://www.w3.org/ns/anno.jsonld', 'the context is named, not copied');
  const [collection] = await expanded(text);
  const OA = 'http://www.w3.org/ns/oa#';
  const [{'https://www.w3.org/ns/activitystreams#items': none, ...first}] = collection['http://www.w3.org/ns/activitystreams#first'];
  assert.equal(none, undefined);
  const items = first['http://www.w3.org/ns/activitystreams#items'][0]['@list'];
  assert.equal(items.length, collection['http://www.w3.org/ns/activitystreams#totalItems'][0]['@value']);
  const motivated = (motivation) => items.filter((item) => item[`${OA}motivatedBy`][0]['@id'] === OA + motivation);
  assert.equal(motivated('commenting').length, found.findings.length);
  assert.equal(motivated('describing').length, found.quotations.length);
  assert.ok(motivated('identifying').some((item) => item[`${OA}hasBody`].some((body) => body['http://www.w3.org/1999/02/22-rdf-syntax-ns#value'][0]['@value'] === 'Ann Lee')));
  assert.equal(new Set(items.map((item) => item['@id'])).size, items.length, 'each has a name of its own');
  const texts = found.articles.map((article) => [...article.text]);
  for (const item of items) {
    assert.deepEqual(item['@type'], [`${OA}Annotation`]);
    assert.ok(item[`${OA}hasTarget`].length > 0);
    for (const target of item[`${OA}hasTarget`]) {
      assert.match(target[`${OA}hasSource`][0]['@id'], /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const [quote, position] = target[`${OA}hasSelector`];
      const value = (of, name) => of[OA + name][0]['@value'];
      const exact = value(quote, 'exact');
      assert.ok(texts.some((points) => points.slice(value(position, 'start'), value(position, 'end')).join('') === exact), exact);
    }
  }
}));

test('drafts of ClaimReview are read by a JSON-LD processor; rating and author are left to a human', () => withPage('single', {}, async (page) => {
  await filled(page, ONE, OTHER);
  const drafts = await expanded((await saved(page, 'claim-review')).text);
  const S = 'https://schema.org/';
  assert.ok(drafts.length >= 2);
  for (const draft of drafts) {
    assert.deepEqual(draft['@type'], [`${S}ClaimReview`]);
    assert.match(draft[`${S}creativeWorkStatus`][0]['@value'], /^Draft/);
    assert.equal(draft[`${S}reviewRating`], undefined);
    assert.equal(draft[`${S}author`][0][`${S}name`][0]['@value'], '');
    assert.ok(draft[`${S}claimReviewed`][0]['@value'].length > 3);
    assert.deepEqual(draft[`${S}itemReviewed`][0]['@type'], [`${S}Claim`]);
  }
}));

test('Markdown is read by CommonMark: headings, quoted passages, nothing of the articles as markup', () => withPage('single', {}, async (page) => {
  await filled(page, HOSTILE(12), HOSTILE(30));
  const {text} = await saved(page, 'markdown');
  const html = new HtmlRenderer().render(new Parser().parse(text));
  assert.match(html, /<h2>/);
  assert.match(html, /<blockquote>/);
  assert.doesNotMatch(html, /<(?:script|img|svg|iframe)|href="javascript|<a /i);
  assert.ok(!text.includes('\u202e'));
}));

test('the web page is one file that runs nothing, asks for nothing, and pleases axe', () => withPage('single', {}, async (page) => {
  await filled(page, HOSTILE(12), HOSTILE(30));
  const {text} = await saved(page, 'html');
  const file = join(tmpdir(), `crosscheck-${process.pid}.html`);
  writeFileSync(file, text);
  const other = await page.context().newPage();
  const asked = [];
  other.on('request', (request) => asked.push(request.url()));
  await other.goto(pathToFileURL(file).href);
  assert.equal(await other.evaluate(() => globalThis.hit), undefined);
  assert.equal(await other.locator('script, img, svg, link, iframe, [onclick], [onerror], [onload]').count(), 0);
  // Firefox does not tell of a file that it opens from disk.
  assert.deepEqual(asked.filter((url) => url !== pathToFileURL(file).href), []);
  assert.ok(await other.locator('article.finding').count() > 0);
  assert.match(await other.locator('body').innerText(), /<script>globalThis\.hit = 1<\/script>/, 'shown as it was typed');
  await other.evaluate(axeSource);
  // Axe reads the document, which is the same everywhere; Firefox takes another scheme at its start only.
  for (const scheme of browserName === 'chromium' ? ['light', 'dark'] : []) {
    await other.emulateMedia({colorScheme: scheme});
    const found = await other.evaluate(() => globalThis.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}));
    assert.deepEqual(found.violations.map(({id, nodes}) => [id, nodes[0].html]), []);
  }
  await other.close();
}));

test('no cell of a table is a formula, and nothing steers a display', () => withPage('single', {}, async (page) => {
  await filled(page, HOSTILE(12), HOSTILE(30));
  for (const format of ['csv', 'csv-names', 'csv-quotations', 'csv-claims']) {
    const {text} = await saved(page, format);
    for (const row of parse(text, {record_delimiter: '\r\n'})) for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r]|[\u202a-\u202e\u2066-\u2069]/, format);
  }
  for (const format of ['annotations', 'claim-review', 'text', 'markdown', 'html']) {
    const {text} = await saved(page, format);
    assert.ok(!/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u001b]/.test(text), format);
    if (['annotations', 'claim-review'].includes(format)) assert.ok(!text.includes('<'), 'it can stand in a script element');
  }
}));

test('what goes in can be chosen: all, what the filter shows, what was accepted; verdict and note go along', () => withPage('single', {}, async (page, {address}) => {
  await filled(page, ONE, OTHER);
  const found = await reported(page);
  const numeric = found.findings.find(({kind}) => kind === 'numeric');
  const session = await page.evaluate(() => globalThis.crosscheck.state().articles.map(({text, title, outlet, date}) => ({text, title, outlet, date, address: 'https://example.org/fire'})));
  const key = [numeric.kind, ...numeric.evidence.slice(0, 2).map(({article, start, end}) => found.articles[article].text.slice(start, end))].join('\u0000');
  const reviews = {[key]: {status: 'accepted', followUp: true, note: 'Ask the brigade.'}};
  await page.goto(`${address}#${await pack(JSON.stringify({format: 'crosscheck-session/1', articles: session, reviews}))}`);
  await page.locator('#offered .quiet--main').click();
  await report(page, ({articles}) => articles.length === 2);
  await opened(page);
  for (const takes of ['all', 'accepted']) {
    await page.locator(`[name="takes"][value="${takes}"]`).check();
    for (const format of ['html', 'markdown', 'text', 'csv', 'json', 'annotations', 'claim-review']) {
      const {text} = await saved(page, format);
      assert.match(text, /Ask the brigade\./, format);
      if (format !== 'claim-review') assert.match(text, /accepted/, format);
      assert.match(text, /https:\/\/example\.org\/fire/, format);
    }
    const {findings} = JSON.parse((await saved(page, 'json')).text);
    assert.deepEqual(findings.map(({id}) => id), takes === 'all' ? found.findings.map(({id}) => id) : [numeric.id]);
  }
  await page.keyboard.press('Escape');
  await page.locator('.fold--filter summary').click();
  await page.locator('.fold--filter select[name="kind"]').selectOption('numeric');
  await opened(page);
  await page.locator('[name="takes"][value="shown"]').check();
  const shown = JSON.parse((await saved(page, 'json')).text).findings;
  assert.ok(shown.length > 0 && shown.length < found.findings.length && shown.every(({kind}) => kind === 'numeric'));
}));

test('a text is copied as well as saved', () => withPage('single', {}, async (page) => {
  const {text} = await saved(page, 'markdown');
  await page.locator('#takeaway [data-key="copy-asked-markdown"]').click();
  await page.waitForFunction(() => /Copied/.test(document.querySelector('.takeaway__said').textContent));
  assert.equal((await clipboard(page)).text, text);
  assert.equal(await page.locator('#takeaway [role="status"]').textContent(), 'Copied: Markdown.', 'it is read out, too');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('body > [role="status"]').count(), 1);
}));

test('the dialog works by keyboard', () => withPage('single', {}, async (page) => {
  // The examples' report is there before the core that saves it.
  await page.waitForFunction(() => globalThis.crosscheck.state().engine === 'idle');
  await page.keyboard.press('s');
  await page.locator('#takeaway[open]').waitFor();
  const focused = () => page.evaluate(() => document.activeElement.dataset.key);
  for (let i = 0; i < 40 && (await focused()) !== 'save-asked-csv'; i += 1) await page.keyboard.press('Tab');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.equal(file.suggestedFilename(), 'crosscheck.csv');
  assert.equal(await focused(), 'save-asked-csv', 'the focus stays');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await report(page);
}));

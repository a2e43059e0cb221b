/** Printing: the report in place of the page, whole, without a control, readable in black and white. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';
import {pack} from '../../www/js/link.js';
import {browserName, close, filled, report, withPage} from './harness.mjs';
import {opened} from './taking.mjs';

after(close);

const ONE = 'Fire in Norton\nThe Norton Echo\n\nA fire in the town of Norton killed 12 people on Monday, Governor Ann Lee said. <script>globalThis.hit = 1</script>';
const OTHER = 'Norton fire\nThe Weston Times\n\nA fire in the town of Norton killed 30 people on Monday, Governor Ann Lee said.';

/** What stands on paper while it is printed. Firefox takes other media at its start only, so there the rules for print are made to hold for all media. */
async function printed(page) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  if (browserName === 'chromium') await page.emulateMedia({media: 'print'});
  else await page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap(({cssRules}) => [...cssRules]).filter((rule) => rule instanceof CSSMediaRule);
    for (const {media} of rules) if (/\b(?:print|screen)\b/.test(media.mediaText)) media.mediaText = media.mediaText.replace(/\bscreen\b/, 'speech').replace(/\bprint\b/, 'all');
  });
  return page.locator('#paper').innerText();
}

test('every finding is on paper with all its passages, their outlets and the reason', () => withPage('single', {}, async (page) => {
  const found = await report(page);
  const text = (await printed(page)).replace(/\s+/g, ' ');
  for (const {explanation, evidence} of found.findings) {
    assert.ok(text.includes(explanation.replace(/\s+/g, ' ')), explanation);
    for (const {article, start, end} of evidence) assert.ok(text.includes(found.articles[article].text.slice(start, end).trim().replace(/\s+/g, ' ')));
  }
  for (const {outlet} of found.articles) if (outlet) assert.ok(text.includes(outlet));
  assert.equal(await page.locator('#paper').locator('button, input, select, a, summary').count(), 0, 'no control');
  const others = await page.evaluate(() => [...document.body.children].filter((element) => element.id !== 'paper' && element.getClientRects().length > 0).map(({className}) => className));
  assert.deepEqual(others, [], 'nothing else is on paper');
}));

test('notes and verdicts are on paper; words of articles stay words', () => withPage('single', {}, async (page, {address}) => {
  const found = await filled(page, ONE, OTHER);
  const numeric = found.findings.find(({kind}) => kind === 'numeric');
  const key = [numeric.kind, ...numeric.evidence.slice(0, 2).map(({article, start, end}) => found.articles[article].text.slice(start, end))].join('\u0000');
  const session = {format: 'crosscheck-session/1', articles: [{text: ONE}, {text: OTHER}], reviews: {[key]: {status: 'accepted', followUp: true, note: 'Ask the brigade. <b>Now</b>'}}};
  await page.goto(`${address}#${await pack(JSON.stringify(session))}`);
  await page.locator('#offered .quiet--main').click();
  await report(page, ({articles}) => articles.length === 2);
  const text = await printed(page);
  assert.match(text, /Accepted; To follow up/);
  assert.match(text, /Ask the brigade\. <b>Now<\/b>/);
  assert.equal(await page.evaluate(() => globalThis.hit), undefined);
}));

test('it reads in black and white, in a dark theme as well', () => withPage('single', {colorScheme: 'dark'}, async (page) => {
  await printed(page);
  const colours = await page.evaluate(() => [...new Set([...document.querySelectorAll('#paper *')].map((element) => getComputedStyle(element).color))]);
  assert.deepEqual(colours, ['rgb(0, 0, 0)']);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
  const marked = await page.locator('#paper .focus').first().evaluate((element) => [getComputedStyle(element).fontWeight, getComputedStyle(element).textDecorationLine]);
  assert.deepEqual(marked, ['700', 'underline'], 'the differing words are told by more than colour');
  const grounds = await page.evaluate(() => [...new Set([...document.querySelectorAll('#paper *')].map((element) => getComputedStyle(element).backgroundColor))]);
  assert.deepEqual(grounds, ['rgba(0, 0, 0, 0)'], 'nothing lies behind the words');
}));

test('a PDF of it has its pages, and the paper is taken away afterwards', () => withPage('single', {}, async (page) => {
  // Playwright hands Firefox inches as centimetres.
  const pdf = await page.pdf(browserName === 'firefox' ? {width: '21in', height: '29.7in'} : {format: 'A4'});
  const {numPages: pages} = await getDocument({data: new Uint8Array(pdf), verbosity: 0}).promise;
  assert.ok(pages > 1 && pages < 40, `${pages} pages`);
  assert.equal(await page.locator('#paper').evaluate((element) => element.childElementCount), 0);
}));

test('the print button asks the browser to print', () => withPage('single', {}, async (page) => {
  await page.evaluate(() => (globalThis.print = () => (globalThis.asked = true)));
  await opened(page);
  await page.locator('[data-key="print"]').click();
  assert.equal(await page.evaluate(() => globalThis.asked), true);
}));

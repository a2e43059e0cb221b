/** Hostile text through every way in, in both forms: it is shown as text, nothing runs, nothing is asked for, no element is made of it. */
import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {zipSync} from 'fflate';
import {articles, choose, drop, file, pasteInto} from './giving.mjs';
import {close, FORMS, withPage} from './harness.mjs';
import {hostile} from './hostile/corpus.mjs';

after(close);

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const xml = (text) => escaped(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
const ALL = hostile();
const WRITTEN = ALL.filter(({odd}) => !odd);
const titles = WRITTEN.map(({text}) => text).filter((text) => text.length < 250);

const docx = (paragraphs, title) => Buffer.from(zipSync({
  'word/document.xml': Buffer.from(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`),
  'docProps/core.xml': Buffer.from(`<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title></p>`),
}));

/** A PDF of one page with a line for each text, in plain ASCII. */
function pdf(lines, title) {
  const string = (text) => `(${text.replace(/[^\x20-\x7e]/g, ' ').replace(/[\\()]/g, '\\$&')})`;
  const content = `BT /F 8 Tf 20 2980 Td ${lines.map((text) => `${string(text)} Tj 0 -20 Td`).join('\n')} ET`;
  const objects = ['<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 3000 3000]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A<</S/URI/URI(https://hostile.invalid)>>>>]>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`, `<</Title ${string(title)}>>`];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return at;
  });
  return Buffer.from(`${text}xref\n0 6\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 6/Root 1 0 R/Info 5 0 R>>startxref\n${text.length}\n%%EOF`, 'latin1');
}

/** What of the corpus became more than text: what it set, and elements that only it can have asked for. */
const harm = (page) => page.evaluate(() => {
  const never = 'body :is(img, iframe, object, embed, base, math, link, meta, style, use, animate, image, foreignObject, [srcdoc], [formaction], form[action]), body script:not([src="seeds.js"], [src="page.js"], [src="assets.js"], [src="core.js"], [src="pdf.js"])';
  const handles = (element) => element.getAttributeNames().some((name) => name.startsWith('on'));
  const leads = (element) => /^\s*(?:javascript|data|vbscript):|hostile\.invalid/i.test(element.getAttribute('href') ?? '') && !element.matches('.bookmark__link');
  const draws = (element) => /url\(|expression|@import/i.test(element.getAttribute('style') ?? '');
  const made = [...document.querySelectorAll('body *')].filter((element) => handles(element) || leads(element) || draws(element) || element.matches(never))
    // The scripts of the single file stand in the page itself, as many as the build put there.
    .filter((element) => !element.matches('body > script:not([src])') || document.querySelectorAll('body > script:not([src])').length > 4);
  return {hit: globalThis.hit, polluted: ({}).hit, made: made.map((element) => element.outerHTML.slice(0, 200))};
});

/** Shows every article in turn, edits one, opens the parts that were left out, and looks for harm each time. */
async function inspect(page, what) {
  for (const {id} of await articles(page)) {
    await page.locator(`[data-key="open-${id}"]`).click();
    const summary = page.locator('.left-out summary');
    if (await summary.isVisible()) await summary.click();
    assert.deepEqual(await harm(page), {hit: undefined, polluted: undefined, made: []}, what);
  }
}

const missing = (text, list) => list.filter(({name}) => !text.includes(`hostile-${name}-end`)).map(({name}) => name);

for (const form of Object.keys(FORMS)) {
  const open = (name, use, options = {}) => test(name, () => withPage(form, options, async (page, log) => {
    const dialogs = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      return dialog.dismiss();
    });
    await use(page, log);
    assert.deepEqual(dialogs, []);
  }));
  const put = (page, count) => page.waitForFunction((n) => globalThis.crosscheck.state().articles.filter(({text}) => text.trim() !== '').length === n, count, {timeout: 60_000});

  describe(`${form} form`, () => {
    open('pasted as plain text', async (page) => {
      await page.locator('.pitch__own').click();
      await pasteInto(page, {text: ALL.map(({text}) => text).join('\n\n')});
      await put(page, 1);
      const [{text}] = await articles(page);
      assert.equal(text.replace(/\r/g, '\n'), ALL.map((one) => one.text).join('\n\n').replace(/\r/g, '\n'), 'not a character is lost');
      await page.locator('.editor__foot button').click();
      await page.waitForFunction((end) => document.querySelector('.text').textContent.includes(end), `hostile-${ALL.at(-1).name}-end`);
      assert.deepEqual(missing(await page.locator('.text').evaluate((root) => root.textContent), ALL), []);
      await inspect(page, 'plain paste');
    });

    open('pasted as rich text: as words, and as markup', async (page) => {
      await page.locator('.pitch__own').click();
      await pasteInto(page, {html: WRITTEN.map(({text}) => `<p>${escaped(text)}</p>`).join('')});
      await put(page, 1);
      assert.deepEqual(missing((await articles(page))[0].text, WRITTEN), []);
      await inspect(page, 'rich paste of words');
      for (const {name, text} of WRITTEN) {
        await pasteInto(page, {html: `<article><p>Report of Norton.</p><div>${text}</div></article>`}, 'body');
        assert.deepEqual(await harm(page), {hit: undefined, polluted: undefined, made: []}, name);
        await page.locator('.article-card [aria-label^="Delete"]').last().click();
      }
    });

    open('in files of every kind, in their names and in what they say of themselves', async (page) => {
      const texts = WRITTEN.map(({text}) => text);
      const body = texts.join('\n\n');
      const title = texts.find((text) => text.includes('onerror'));
      await choose(page, file(`${titles[0].replace(/[/\0]/g, '_').slice(0, 100)}.txt`, body), file('a.md', `---\ntitle: ${title}\nurl: javascript:globalThis.hit=1\n---\n${body}`),
        file('b.html', `<title>${escaped(title)}</title><meta property="og:site_name" content="${escaped(texts[0])}"><link rel="canonical" href="javascript:globalThis.hit=1"><article>${texts.map((text) => `<p>${escaped(text)}</p>`).join('')}</article>`),
        file('c.docx', docx(texts, title)),
        file('d.json', JSON.stringify({format: 'crosscheck-report/1', articles: [{text: body, title, outlet: title, date: title, address: 'javascript:globalThis.hit=1'}]})),
        file('raw.html', `<h1>Raw</h1>${texts.map((text) => `<p>${text}</p>`).join('')}`));
      await put(page, 6);
      const given = await articles(page);
      for (const [i, what] of ['.txt', '.md', '.html', '.docx', '.json'].entries()) assert.deepEqual(missing(given[i].text, WRITTEN), [], what);
      assert.ok(given.every(({address, date}) => address === null && date === null), 'neither an address nor a date is made of it');
      assert.equal(given[3].title, title.replace(/\s+/g, ' '));
      await inspect(page, 'files');
      await page.getByRole('button', {name: /^Title, outlet, date, address/}).click();
      assert.deepEqual(await harm(page), {hit: undefined, polluted: undefined, made: []}, 'the fields of the card');
    });

    open('in the names of files that can not be taken', async (page) => {
      await drop(page, titles.slice(0, 12).map((text) => file(text, 'x')));
      await page.locator('.refusal').first().waitFor();
      assert.deepEqual(await page.locator('.refusal__name').allTextContents(), titles.slice(0, 12).map((text) => text.replace(/[\s\u0000-\u001f]+/g, ' ').trim()));
      assert.deepEqual(await harm(page), {hit: undefined, polluted: undefined, made: []});
    });

    open('in a PDF', async (page) => {
      await choose(page, file('a.pdf', pdf(WRITTEN.map(({text}) => text.slice(-400)), titles[0])));
      if (form === 'single') return page.locator('.refusal').waitFor();
      await put(page, 1);
      const ascii = WRITTEN.filter(({text}) => /^[\x20-\x7e]*$/.test(text));
      assert.deepEqual(missing((await articles(page))[0].text, ascii), []);
      return inspect(page, 'PDF');
    }, {pdf: true});

    if (form === 'hosted') open('in what another window hands over', async (page, log) => {
      await page.context().route('https://echo.example/**', (route) => route.fulfill({contentType: 'text/html', body: '<title>x</title>'}));
      const site = await page.context().newPage();
      await site.goto('https://echo.example/');
      const texts = WRITTEN.map(({text}) => text);
      const message = {type: 'crosscheck-page', version: 1, html: `<article>${texts.map((text) => `<p>${escaped(text)}</p>`).join('')}${texts.join('')}</article>`, text: texts.join('\n'), title: titles[0], address: 'javascript:globalThis.hit=1'};
      const [window] = await Promise.all([page.context().waitForEvent('page'), site.evaluate(([address, data]) => {
        addEventListener('message', (event) => event.source.postMessage(data, '*'), {once: true});
        open(address);
      }, [`${log.address}#handover`, message])]);
      const asked = [];
      window.on('request', (request) => asked.push(request.url()));
      window.on('dialog', (dialog) => asked.push(dialog.message()) && dialog.dismiss());
      await window.locator('#offer').waitFor();
      assert.deepEqual(await harm(window), {hit: undefined, polluted: undefined, made: []});
      await window.locator('#offer').getByRole('button', {name: 'Add the article'}).click();
      await put(window, 1);
      assert.deepEqual(missing((await articles(window))[0].text, WRITTEN), []);
      await inspect(window, 'handed over');
      assert.deepEqual(asked.filter((url) => !url.startsWith(log.address) && !url.startsWith('blob:')), []);
    });
  });
}

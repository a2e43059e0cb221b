/** Wrong input, in both forms: each gets a plain message at the thing, stops nothing else, and loses nothing. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, describe, test} from 'node:test';
import {zipSync} from 'fflate';
import {articles, choose, file, pasteInto} from './giving.mjs';
import {close, FORMS, report, withPage} from './harness.mjs';

after(close);

const sample = (name) => readFileSync(new URL(`samples/${name}`, import.meta.url));
const docx = (parts) => Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? Buffer.from(text) : text]))));
const word = (inside) => `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`;

/** The refusals that are shown, once there are some: code and sentence. */
async function refusals(page) {
  await page.locator('.refusal').first().waitFor();
  return page.locator('.refusal').evaluateAll((rows) => rows.map((row) => [row.dataset.code, row.textContent]));
}

/** What is wrong with a file, by the code of its message and words of it. */
const WRONG = {
  'an empty file': [file('a.txt', ''), 'empty', /^a\.txt There is no text/],
  'a text of blanks': [file('a.md', ' \n\n '), 'empty', /no text/],
  'a page without text': [file('a.html', '<title>x</title><script>1</script>'), 'empty', /no text/],
  'a binary renamed .txt': [file('photo.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1])), 'binary', /no text, whatever its name says/],
  'a document renamed .txt': [file('word.txt', sample('norton.docx')), 'binary', /no text/],
  'bytes without sense': [file('noise.txt', Buffer.from(Array.from({length: 400}, (_, i) => (i * 37) % 256))), 'binary', /no text/],
  'UTF-16 without a mark': [file('wide.txt', Buffer.from('Fire in Norton', 'utf16le')), 'encoding', /encoding that is not known/],
  'an encoding that nobody knows': [file('odd.html', Buffer.from('<meta charset="x-elmham"><p>Gen\xe8ve', 'latin1')), 'encoding', /encoding/],
  'a text in no encoding': [file('odd.txt', Buffer.from('Gen\x81ve \x8d', 'latin1')), 'encoding', /encoding/],
  'UTF-8 that breaks off behind its mark': [file('cut.txt', Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xc3])), 'encoding', /encoding/],
  'a picture': [file('photo.jpg', Buffer.from([0xff, 0xd8, 0xff])), 'kind', /Files of this kind/],
  'an old document': [file('old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])), 'kind', /Files of this kind/],
  'a .docx cut short': [file('cut.docx', sample('norton.docx').subarray(0, 3000)), 'damaged', /damaged or cut short/],
  'a .docx that is none': [file('none.docx', 'Hello'), 'damaged', /damaged/],
  'a .docx with broken bytes': [file('broken.docx', (() => {
    const bytes = Buffer.from(sample('norton.docx'));
    const at = bytes.indexOf('word/document.xml') + 60;
    bytes.fill(0xff, at, at + 40);
    return bytes;
  })()), 'damaged', /damaged/],
  'an archive without a document': [file('zip.docx', docx({'a.txt': 'Hello'})), 'damaged', /damaged/],
  'a document of entities that stand for entities': [file('laughs.docx', docx({'word/document.xml': `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({length: 8}, (_, i) => `<!ENTITY ${'bcdefghi'[i]} "${`&${'abcdefgh'[i]};`.repeat(10)}">`).join('')}]><x>&i;</x>`})), 'damaged', /damaged/],
  'a zip bomb': [file('bomb.docx', docx({'word/document.xml': Buffer.alloc(60_000_000, 32)})), 'bomb', /far larger than any document/],
  'a bomb that declares little': [file('liar.docx', (() => {
    const bytes = docx({'word/document.xml': Buffer.alloc(60_000_000, 32)});
    bytes.writeUInt32LE(1000, 22);
    bytes.writeUInt32LE(1000, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    return bytes;
  })()), 'bomb', /far larger/],
  'a document without words': [file('blank.docx', docx({'word/document.xml': word('<w:p/>')})), 'empty', /no text/],
  'JSON cut short': [file('session.json', '{"format":"crosscheck-report/1","articles":[{"text":"A'), 'json-damaged', /damaged or cut short/],
  'other JSON': [file('other.json', '{"a":1}'), 'json-other', /neither a session nor a report/],
  'a report of another version': [file('new.json', '{"format":"crosscheck-report/7","articles":[]}'), 'json-version', /crosscheck-report\/7/],
  'a report without articles': [file('none.json', '{"format":"crosscheck-report/1","articles":[{"text":5},null]}'), 'empty', /no text/],
};

for (const form of Object.keys(FORMS)) {
  describe(`${form} form`, () => {
    test('each kind of wrong file is told of in plain words at once, and what is there stays', () => withPage(form, {}, async (page) => {
      const before = await articles(page);
      for (const [what, [given, code, words]] of Object.entries(WRONG)) {
        await choose(page, given);
        const shown = await refusals(page);
        assert.deepEqual(shown.map(([one]) => one), [code], what);
        assert.match(shown[0][1], words, what);
        assert.ok((await page.locator('#status').textContent()).includes(shown[0][1].replace(`${given.name} `, '')), 'it is announced');
        assert.deepEqual(await articles(page), before, what);
        await page.locator('.refusals').getByRole('button', {name: 'Close'}).click();
        assert.equal(await page.locator('.refusal').count(), 0);
      }
    }));

    // Chromium draws its own page for markup that does not close, with a style that the policy then refuses aloud.
    test('a document whose markup does not close is told of', () => withPage(form, {errors: false}, async (page) => {
      await choose(page, file('open.docx', docx({'word/document.xml': '<w:document xmlns:w="x"><w:p>'})));
      assert.deepEqual((await refusals(page)).map(([code]) => code), ['damaged']);
    }));

    test('a file of 200 MB is refused by its size, before it is read', () => withPage(form, {}, async (page) => {
      await page.evaluate(() => {
        File.prototype.arrayBuffer = () => {
          throw new Error('it was read');
        };
        // One megabyte in memory, two hundred times: the file is as large as it says.
        const transfer = new DataTransfer();
        transfer.items.add(new File(Array(200).fill(new Uint8Array(1_000_000)), 'huge.txt'));
        document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: transfer}));
      });
      const [[code, words]] = await refusals(page);
      assert.equal(code, 'too-large');
      assert.match(words, /huge\.txt The file is 200 MB; the limit for its kind is 5 MB\. It was not read\./);
    }));

    test('one bad file among good ones stops none of them', () => withPage(form, {}, async (page) => {
      await choose(page, file('a.txt', 'One report.'), file('bad.docx', 'no'), file('c.txt', 'Another report.'));
      assert.deepEqual((await refusals(page)).map(([code]) => code), ['damaged']);
      assert.deepEqual((await articles(page)).map(({text}) => text), ['One report.', 'Another report.']);
    }));

    test('of more than twenty files the first twenty are taken, and each other is named', () => withPage(form, {}, async (page) => {
      await choose(page, ...Array.from({length: 23}, (_, i) => file(`${i}.txt`, `Report ${i} of Norton.`)));
      const shown = await refusals(page);
      assert.deepEqual(shown.map(([code, words]) => [code, words.split(' ')[0]]), [['too-many', '20.txt'], ['too-many', '21.txt'], ['too-many', '22.txt']]);
      assert.equal((await articles(page)).length, 20);
      assert.equal((await articles(page))[19].text, 'Report 19 of Norton.');
    }));

    test('more than twenty pasted articles are kept whole as one, and the page says so', () => withPage(form, {}, async (page) => {
      await page.locator('.pitch__own').click();
      await pasteInto(page, {html: Array.from({length: 22}, (_, i) => `<p>Report ${i}.</p>`).join('<p>---</p>')});
      await page.locator('.editor > .problem').filter({hasText: '22 articles; twenty is the most'}).waitFor();
      const [only, ...others] = await articles(page);
      assert.equal(others.length, 0);
      assert.match(only.text, /Report 0\.[\s\S]*---[\s\S]*Report 21\./);
    }));

    test('a text over the limit of an article is kept and told of', () => withPage(form, {}, async (page) => {
      await choose(page, file('long.txt', 'word '.repeat(220_000)));
      await page.locator('.article-card .problem').waitFor();
      assert.match(await page.locator('.article-card .problem').innerText(), /1\.10 MB; the limit is 1 MB/);
      assert.equal((await articles(page))[0].text.length, 1_100_000);
    }));

    test('an empty clipboard is told of at the field', () => withPage(form, {}, async (page) => {
      await page.locator('.pitch__own').click();
      await pasteInto(page, {});
      assert.deepEqual((await refusals(page)).map(([code]) => code), ['clipboard']);
    }));

    test('a session file of another version is told of, and nothing is lost', () => withPage(form, {}, async (page) => {
      const before = await articles(page);
      await choose(page, file('saved.json', '{"format":"crosscheck-session/999","articles":[]}'));
      await page.locator('.notice[data-notice="session"]').waitFor();
      assert.deepEqual(await articles(page), before);
    }));

    for (const [what, broken] of Object.entries({
      'a worker': () => {
        globalThis.Worker = class {
          constructor() {
            throw new DOMException('refused', 'SecurityError');
          }
        };
      },
      'what unpacks its program': () => {
        globalThis.Blob = class extends Blob {
          constructor(parts, options) {
            super(options?.type === 'text/javascript' ? ['delete globalThis.DecompressionStream;', ...parts] : parts, options);
          }
        };
      },
    })) {
      test(`without ${what} the articles can still be put in, read and edited`, () => withPage(form, {ready: false, errors: false}, async (page, log) => {
        await page.addInitScript(broken);
        await page.goto(log.address);
        await page.locator('.fault').waitFor();
        assert.match(await page.locator('.fault').innerText(), /can not start in this browser/);
        await choose(page, file('a.txt', 'Report of Norton.'));
        await page.waitForFunction(() => globalThis.crosscheck.state().articles[0].text === 'Report of Norton.');
        assert.match(await page.locator('.text').innerText(), /Report of Norton/);
      }));
    }
  });
}

test('where WebAssembly is refused, the page says that the comparison can not start and keeps the articles', () => withPage('hosted', {ready: false, errors: false, requests: false}, async (page, log) => {
  await page.route('**/index.html', async (route) => {
    const response = await route.fetch();
    return route.fulfill({response, body: (await response.text()).replace(" 'wasm-unsafe-eval'", '')});
  });
  await page.goto(`${log.address}index.html`);
  await page.locator('.fault').waitFor();
  assert.match(await page.locator('.fault').innerText(), /can not start in this browser/);
  assert.equal((await articles(page)).length, 5);
}));

const BRIDGE = /^Bridge at Norton closed after flood\n\nThe bridge at Norton was closed on Sunday after the river rose by 3 metres, Governor Ann Lee said\./;

describe('PDF', () => {
  const hosted = (name, use, options = {}) => test(name, () => withPage('hosted', {pdf: true, ...options}, use));

  hosted('a text PDF becomes paragraphs: words mended, running lines left out, the reader loaded only now', async (page, log) => {
    assert.ok(!log.requests.some((url) => url.endsWith('pdf.js')), 'not before');
    await choose(page, file('norton.pdf'));
    await page.waitForFunction(() => globalThis.crosscheck.state().articles.length === 1, null, {timeout: 60_000});
    const [article] = await articles(page);
    assert.match(article.text, BRIDGE);
    assert.equal(article.title, 'Bridge at Norton closed after flood');
    for (const word of ['infrastructure', 'administration', 'commissioners', 'international', 'well-known', 'foundations']) assert.ok(article.text.includes(word), word);
    assert.ok(!/Sunday edition|Page \d|\u00ad|A note/.test(article.text), article.text);
    assert.match(article.text, /\n\n• Two schools stay shut\.\n• Buses take the road by Elmham\.\n\n/);
    assert.match(article.text, /\n\nAbout 4,000 people use the bridge on a weekday\. The town asked them to stay at home on Monday or to take the ferry, which the administration has made free of charge for as long as the bridge is closed\. The well-known market on the square was put off by a week\.\n\nNobody was hurt\./);
    assert.match(article.removed[0].text, /The Norton Echo · Sunday edition/);
    await report(page, (found) => found.articles.length === 1);
    assert.equal(log.requests.filter((url) => url.endsWith('/pdf.js')).length, 1);
  });

  hosted('a scan, a locked PDF, one cut short and one that is none are each told of', async (page) => {
    const before = await articles(page);
    for (const [given, code, words] of [
      [file('scan.pdf'), 'pdf-scan', /no text in this PDF: its pages are pictures/], [file('locked.pdf'), 'pdf-password', /locked with a password/],
      [file('cut.pdf', sample('norton.pdf').subarray(0, 900)), 'damaged', /damaged/], [file('none.pdf', 'Hello'), 'damaged', /damaged/],
    ]) {
      await choose(page, given);
      const shown = await refusals(page);
      assert.deepEqual(shown.map(([one]) => one), [code], given.name);
      assert.match(shown[0][1], words);
      assert.deepEqual(await articles(page), before);
      await page.locator('.refusals').getByRole('button', {name: 'Close'}).click();
    }
  });

  hosted('where the reader can not be loaded, the page says what to do', async (page) => {
    await page.route('**/pdf.js', (route) => route.abort());
    await choose(page, file('norton.pdf'));
    assert.match((await refusals(page))[0][1], /could not be loaded\. Open the PDF, select its text/);
  }, {errors: false});

  test('the single file says what to do with a PDF, and asks for nothing', () => withPage('single', {}, async (page) => {
    await choose(page, file('norton.pdf'));
    const [[code, words]] = await refusals(page);
    assert.equal(code, 'pdf-single');
    assert.match(words, /does not read PDF\. Open the PDF, select its text, copy it and paste it here/);
  }));
});

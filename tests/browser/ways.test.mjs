/** Ways in, in both forms in a real browser: rich paste, files chosen and dropped, and what of them can not be taken. */
import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {articles, choose, drop, file, pasteInto} from './giving.mjs';
import {close, FORMS, report, withPage} from './harness.mjs';

after(close);

const sentence = (i) => `<p>A fire in the town of Norton killed 12 people on Monday, Governor Ann Lee said in her ${i + 2}nd statement to reporters at the town hall.</p>`;
const PAGE = `<!doctype html><html><head><title>Fire in Norton | Echo</title><meta property="og:title" content="Fire in Norton kills twelve"><meta property="og:site_name" content="The Norton Echo">
<meta property="article:published_time" content="2025-03-09T23:30:00-05:00"><link rel="canonical" href="https://echo.example/fire"><style>p{color:red}</style></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><h1>Fire in Norton kills twelve</h1><main><article>${Array.from({length: 6}, (_, i) => sentence(i)).join('')}
<figure><img src="https://echo.example/x.png" alt=""><figcaption>Smoke above Norton.</figcaption></figure><blockquote><p>“We will rebuild,” she said.</p></blockquote>
<ul><li>Two schools are shut.</li><li>Buses run.</li></ul><p hidden>Members read more.</p></article></main><aside><h2>Read also</h2><a href="/x">Storm in Elmham</a></aside><footer>Copyright of the Echo</footer>
<script>globalThis.hit = 1</script></body></html>`;

/** Waits for so many articles with text, of which so many are examples. */
const filled = (page, count, ofThem = 0) => page.waitForFunction(([all, known]) => {
  const {articles: now, examples} = globalThis.crosscheck.state();
  const written = now.filter(({text}) => text.trim() !== '');
  return written.length === all && written.filter(({text}) => examples.some((one) => one.text === text)).length === known;
}, [count, ofThem]);
const refusal = async (page) => {
  await page.locator('.refusal').first().waitFor();
  return page.locator('.refusal').evaluateAll((rows) => rows.map((row) => [row.dataset.code, row.textContent]));
};

for (const form of Object.keys(FORMS)) {
  const open = (name, use, options = {}) => test(name, () => withPage(form, options, use));
  const own = (name, use, options) => open(name, async (page, log) => {
    await page.locator('.pitch__own').click();
    await use(page, log);
  }, options);

  describe(`${form} form`, () => {
    own('a pasted page is reduced to its article; title, outlet, date and address go to the card', async (page) => {
      await pasteInto(page, {html: PAGE, text: 'the same page as plain text'});
      await filled(page, 1);
      const [article] = await articles(page);
      assert.deepEqual([article.title, article.outlet, article.date, article.address], ['Fire in Norton kills twelve', 'The Norton Echo', '2025-03-09', 'https://echo.example/fire']);
      assert.match(article.text, /^Fire in Norton kills twelve\n\nA fire in the town/);
      assert.match(article.text, /town hall\.\n\n“We will rebuild,” she said\.\n\n• Two schools are shut\.\n• Buses run\.$/);
      for (const words of ['Home', 'Smoke', 'Members', 'Storm in Elmham', 'Copyright', 'globalThis', 'color']) assert.ok(!article.text.includes(words), words);
      assert.match(await page.locator('.article-card').innerText(), /The Norton Echo[\s\S]*Fire in Norton kills twelve[\s\S]*9 March 2025/);
      const found = await report(page, ({articles: list}) => list.length === 1);
      assert.equal(found.articles[0].text, article.text);
    });

    own('what was left out can be looked at, put back where it stood, and taken out again', async (page) => {
      await pasteInto(page, {html: PAGE});
      await filled(page, 1);
      await page.locator('.left-out summary').click();
      const parts = page.locator('.left-part');
      assert.deepEqual(await parts.locator('.left-part__words').allInnerTexts().then((all) => all.map((words) => words.split('\n')[0])), ['Home News', 'Smoke above Norton.', 'Members read more.', 'Read also', 'Copyright of the Echo']);
      const before = (await articles(page))[0].text;
      await parts.nth(1).getByRole('button').click();
      await page.waitForFunction(() => globalThis.crosscheck.state().articles[0].text.includes('town hall.\n\nSmoke above Norton.\n\n“We will'));
      assert.match(await page.locator('.editor__field').inputValue(), /Smoke above Norton/);
      assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'part-1', 'the focus stays');
      await parts.nth(1).getByRole('button', {name: /^Take out again/}).click();
      await page.waitForFunction((text) => globalThis.crosscheck.state().articles[0].text === text, before);
    });

    own('a part of a page keeps its paragraphs, headings, lists, line breaks and quotations', async (page) => {
      await pasteInto(page, {html: '<meta charset="utf-8"><h2>Storm  in\nElmham</h2><p>One<br>two <b>three</b>.</p><div>Four <span style="display:none">unseen</span>five.</div><ol><li>A</li><li>B</li></ol><p>She said <q>no</q>.</p><pre>a\n  b</pre><table><tr><td>1</td><td>2</td></tr></table>'});
      await filled(page, 1);
      const [article] = await articles(page);
      assert.equal(article.text, 'Storm in Elmham\n\nOne\ntwo three.\n\nFour five.\n\n1. A\n2. B\n\nShe said “no”.\n\na\n  b\n\n1 2');
      assert.deepEqual(article.removed.map(({text, why}) => [text, why]), [['unseen', 'hidden']]);
    });

    own('several rich articles are put in at once, apart by a line of dashes', async (page) => {
      await pasteInto(page, {html: '<p>Fire in Norton</p><p>Twelve died.</p><p>---</p><p>Norton fire</p><p>Thirty died.</p><div>=====</div><p>Third report.</p>'});
      await filled(page, 3);
      assert.deepEqual((await articles(page)).map(({text}) => text), ['Fire in Norton\n\nTwelve died.', 'Norton fire\n\nThirty died.', 'Third report.']);
    });

    open('what is pasted or dropped anywhere takes the place of the untouched examples, and an undo brings these back', async (page) => {
      await pasteInto(page, {text: 'Fire in Norton\n\nTwelve people died.'}, 'body');
      await filled(page, 1);
      await drop(page, [file('second.txt', 'Norton fire\n\nThirty people died.')], async () => {
        assert.ok(await page.locator('.drop').isVisible());
        assert.match(await page.locator('.drop').innerText(), /Drop the articles anywhere/);
      });
      await filled(page, 2);
      assert.equal(await page.locator('.drop').isVisible(), false);
      await page.locator('.toast button').click();
      await filled(page, 7, 5);
    });

    open('many files of every kind at once, in their order', async (page) => {
      await choose(page,
        file('a.txt', 'Plain text\n\nTwelve people died in Norton.'),
        file('b.md', '---\ntitle: "Of Norton"\ndate: 2025-03-09\n---\n# Fire in *Norton*\n\nTwelve **people** died,\nsaid [Ann Lee](https://x.example/a_(b)).\n\n> We\n> know.\n\n- one\n- two\n\nTitle\n===\n\nSnake_case stays. \\*So\\*.'),
        file('c.html', PAGE), file('norton.docx'),
        file('d.json', JSON.stringify({format: 'crosscheck-report/1', articles: [{text: 'Saved one.', title: 'T', outlet: 'O', date: '2025-03-09', blocks: []}, {text: 'Saved two.'}, {text: 7}]})));
      await filled(page, 6);
      const [plain, marked, html, word, one, two] = await articles(page);
      assert.equal(plain.text, 'Plain text\n\nTwelve people died in Norton.');
      assert.equal(marked.text, 'Fire in Norton\n\nTwelve people died, said Ann Lee.\n\nWe know.\n\n• one\n• two\n\nTitle\n\nSnake_case stays. *So*.');
      assert.deepEqual([marked.title, marked.date], ['Of Norton', '2025-03-09']);
      assert.equal(html.outlet, 'The Norton Echo');
      assert.deepEqual([word.title, word.date], ['Bridge at Norton closed after flood', '2025-03-09']);
      assert.match(word.text, /^Bridge at Norton closed after flood\n\nThe bridge at Norton was closed on Sunday after the river rose by 3 metres, Governor Ann Lee said\.\n\n“We will/);
      assert.match(word.text, /• Two schools stay shut\.\n• Buses take the road by Elmham\.\n\n/);
      for (const words of ['nobody knows', 'A note', 'Sunday edition']) assert.ok(!word.text.includes(words), words);
      assert.deepEqual([one.text, one.outlet, two.text, two.title], ['Saved one.', 'O', 'Saved two.', null]);
    });

    open('encodings: marks are followed, what a page names is followed, and windows-1252 is told', async (page) => {
      const utf16 = (big) => Buffer.from([...'\ufeffGenève said “no”.'].flatMap((letter) => (big ? [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255] : [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])));
      await choose(page, file('8.txt', '\ufeffGenève said “no”.'), file('le.txt', utf16(false)), file('be.txt', utf16(true)),
        file('w.txt', Buffer.from('Gen\xe8ve said \x93no\x94.', 'latin1')), file('named.html', Buffer.from('<meta charset="iso-8859-2"><p>Pan Wa\xb3\xeasa.</p>', 'latin1')));
      await filled(page, 5);
      assert.deepEqual((await articles(page)).map(({text}) => text), [...Array(4).fill('Genève said “no”.'), 'Pan Wałęsa.']);
      assert.deepEqual((await refusal(page)).map(([code]) => code), ['windows-1252']);
      assert.match((await refusal(page))[0][1], /^w\.txt .*windows-1252/);
    });
  });
}

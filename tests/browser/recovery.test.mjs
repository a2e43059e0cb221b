/** When something breaks: a trap of the core, a browser that allows no worker or no WebAssembly. What the reader has stays, can be read and taken away. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {read} from '../../www/js/session.js';
import {breakable, BREAKS} from './breaking.mjs';
import {close, filled, report, withPage} from './harness.mjs';
import {download, opened} from './taking.mjs';

after(close);

const ONE = 'Fire in Norton\n\nA fire in the town of Norton killed 12 people on Monday, Governor Ann Lee said.';
const OTHER = 'Norton fire\n\nA fire in the town of Norton killed 30 people on Monday, Governor Ann Lee said.';

const own = (page) => page.evaluate(() => {
  const {articles, reviews, corrections} = globalThis.crosscheck.state();
  return {texts: articles.map(({text}) => text), reviews, corrections};
});

async function sessionOf(page) {
  await opened(page);
  return read((await download(page, () => page.locator('[data-key="session-saved"]').click())).text).session;
}

test('after a trap reviews and notes are all there, and the session can be taken away', () => withPage('single', {}, async (page) => {
  await breakable(page);
  await filled(page, ONE, OTHER);
  await page.locator('.finding').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.panel__title').click();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  const before = await own(page);
  assert.equal(Object.values(before.reviews)[0]?.status, 'accepted');
  await page.locator('.article-card__open').first().click();
  await page.keyboard.press('e');
  await page.locator('.editor__field').fill(`${ONE} ${BREAKS}`);
  await page.locator('.fault').waitFor();
  const after_ = await own(page);
  assert.deepEqual(after_, {...before, texts: [`${ONE} ${BREAKS}`, OTHER]});
  await page.keyboard.press('Escape');
  const session = await sessionOf(page);
  assert.deepEqual([session.articles.map(({text}) => text), session.reviews], [after_.texts, before.reviews]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.locator('.editor__field').fill(`${ONE} More and more.`);
  await report(page, ({articles}) => articles[0].text.endsWith('more.'));
}));

const REFUSALS = {
  'no worker': () => (globalThis.Worker = class {
    constructor() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    }
  }),
  'a worker that ends at once': () => {
    const Before = globalThis.Blob;
    globalThis.Blob = class extends Before {
      constructor(parts, options) {
        super(options?.type === 'text/javascript' ? ['throw new Error("refused");'] : parts, options);
      }
    };
  },
  'no WebAssembly': () => {
    const Before = globalThis.Blob;
    globalThis.Blob = class extends Before {
      constructor(parts, options) {
        super(options?.type === 'text/javascript' ? ['delete globalThis.WebAssembly;', ...parts] : parts, options);
      }
    };
  },
};

for (const [what, refuse] of Object.entries(REFUSALS)) {
  test(`with ${what} the articles can be read, edited and taken away, and the page says what is missing`, () => withPage('single', {ready: false, errors: false}, async (page, {address}) => {
    await page.addInitScript(refuse);
    await page.goto('about:blank');
    await page.goto(address);
    await page.locator('.fault').waitFor();
    assert.match(await page.locator('.fault').innerText(), /can not start in this browser[\s\S]*still read and edit/);
    assert.equal(await page.locator('.progress').isVisible(), false);
    assert.ok((await page.locator('.text .block').count()) > 5);
    await page.keyboard.press('e');
    await page.locator('.editor__field').fill(ONE);
    await page.keyboard.press('Escape');
    const session = await sessionOf(page);
    assert.equal(session.articles.length, 5);
    assert.equal(session.articles[0].text, ONE);
    assert.match(await page.locator('#takeaway').innerText(), /There is no report yet/);
  }));
}

test('an article that was opened for editing and left as it was is there to be read again', () => withPage('single', {}, async (page) => {
  const words = () => page.locator('.text .block').allTextContents();
  const before = await words();
  await page.keyboard.press('e');
  await page.locator('.editor__field').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.text .block').first().waitFor();
  assert.deepEqual(await words(), before);
}));

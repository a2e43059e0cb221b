/** The reading view in a real browser: one article, two side by side, all in columns; marks that nest and cross; what a screen reader hears of them. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {close, reported, withPage} from './harness.mjs';

after(close);

const panes = (page) => page.locator('.pane:visible');
const tops = (page) => page.locator('.pane:visible .pane__scroll').evaluateAll((list) => list.map((one) => Math.round(one.scrollTop)));

/** Chooses a layout and waits until it stands. */
async function layout(page, name, count) {
  await page.getByRole('button', {name}).click();
  await page.waitForFunction((wanted) => document.querySelectorAll('.pane:not([hidden])').length === wanted, count);
}

/** Waits until nothing scrolls any more. */
async function still(page) {
  for (let last = null; ; ) {
    const now = String(await tops(page));
    if (now === last) return;
    last = now;
    await page.waitForTimeout(150);
  }
}

test('two side by side bring both passages of a finding to one height, and the way back and j and k go on working', () => withPage('single', {}, async (page) => {
  await layout(page, 'Two side by side', 2);
  await page.locator('.finding[data-open] .passage .quiet').first().click();
  await page.waitForFunction(() => document.activeElement.closest('.pane'));
  await still(page);
  const finding = (await reported(page)).findings[await page.evaluate(() => globalThis.crosscheck.state().finding)];
  const letters = await page.locator('.pane:visible .letter').allInnerTexts();
  assert.deepEqual(letters, finding.evidence.slice(0, 2).map(({article}) => 'ABCDE'[article]));
  const heights = await page.evaluate((id) => [0, 1].map((i) => document.querySelector(`[data-marks~="f${id}.${i}"]`).getBoundingClientRect().top), finding.id);
  assert.ok(Math.abs(heights[0] - heights[1]) <= 2, `one height: ${heights}`);
  await page.keyboard.press('b');
  await page.waitForFunction(() => document.activeElement.closest('.finding'));
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.finding').id), 'finding-2');
  assert.equal(await panes(page).count(), 2, 'the layout stays');
}));

test('two texts scroll together while they are linked, whichever leads, and not when they are not', () => withPage('single', {viewport: {width: 1440, height: 500}}, async (page) => {
  await layout(page, 'Two side by side', 2);
  const wheel = async (i, by) => {
    const before = (await tops(page))[i];
    // Not a hover over the text: that scrolls it to its middle in Firefox.
    const {x, y, width, height} = await panes(page).nth(i).locator('.pane__scroll').boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.wheel(0, by);
    await page.waitForFunction(([at, top]) => Math.round([...document.querySelectorAll('.pane:not([hidden]) .pane__scroll')][at].scrollTop) !== top, [i, before]);
    await still(page);
  };
  const [a0, b0] = await tops(page);
  await wheel(0, 400);
  const [a1, b1] = await tops(page);
  assert.ok(a1 > a0 && b1 > b0, 'the right one follows');
  await wheel(1, 300);
  const [a2, b2] = await tops(page);
  assert.ok(b2 > b1 && a2 > a1, 'the left one follows');
  await wheel(0, 100_000);
  const ends = await page.locator('.pane:visible .pane__scroll').evaluateAll((list) => list.map((one) => one.scrollHeight - one.clientHeight - one.scrollTop));
  assert.ok(ends.every((left) => left < 3), `both reach the end: ${ends}`);
  await page.getByRole('button', {name: 'Scroll together'}).click();
  const [, b3] = await tops(page);
  await wheel(0, -300);
  assert.equal((await tops(page))[1], b3, 'not linked any more');
}));

test('which article stands where can be chosen, and the focus says which is current', () => withPage('single', {}, async (page) => {
  await page.keyboard.press('l');
  await page.waitForFunction(() => document.querySelectorAll('.pane:not([hidden])').length === 2);
  await page.getByLabel('Article in this place').nth(1).selectOption({index: 4});
  assert.deepEqual(await page.locator('.pane:visible .letter').allInnerTexts(), ['A', 'E']);
  await panes(page).nth(1).locator('.text').focus();
  await page.waitForFunction(() => document.querySelectorAll('.pane')[1].hasAttribute('data-current'));
  assert.deepEqual(await page.locator('.pane:visible .letter').allInnerTexts(), ['A', 'E'], 'nothing changes its place');
  await page.keyboard.press('e');
  await page.locator('.editor__field').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelectorAll('.pane:not([hidden])').length === 2);
}));

test('all in columns: each scrolls by itself, and the keys reach every one', () => withPage('single', {viewport: {width: 1280, height: 600}}, async (page) => {
  await layout(page, 'All in columns', 5);
  await panes(page).first().locator('.text').focus();
  await page.keyboard.press('PageDown');
  await still(page);
  const after = await tops(page);
  assert.ok(after[0] > 0 && after.slice(1).every((top) => top === 0), `only the first moved: ${after}`);
  for (let i = 1; i < 5; i += 1) {
    await page.keyboard.press(']');
    await page.waitForFunction((at) => document.activeElement === document.querySelectorAll('.pane:not([hidden]) .text')[at], i);
  }
  const inSight = await page.evaluate(() => {
    const {left, right} = document.activeElement.closest('.pane').getBoundingClientRect();
    const box = document.querySelector('.panes').getBoundingClientRect();
    return left >= box.left - 1 && right <= box.right + 1;
  });
  assert.ok(inSight, 'the last column came into sight');
  await page.locator('.pane:visible').nth(4).locator('.mark').first().waitFor();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.activeElement.matches('.pane:nth-child(5) .mark'));
}));

for (const [name, count] of [['One article', 1], ['Two side by side', 2], ['All in columns', 5]]) {
  test(`marks that nest and cross stand where the report says, and are heard once: ${name}`, () => withPage('single', {viewport: {width: 2400, height: 900}}, async (page) => {
    if (count > 1) await layout(page, name, count);
    await page.evaluate(() => document.querySelectorAll('.switch[aria-pressed="false"]').forEach((button) => button.click()));
    // Texts are drawn in slices; asking for the last mark of each is waiting for all of them.
    await page.waitForFunction(() => [...document.querySelectorAll('.pane:not([hidden]) .text')].every((text) => text.lastElementChild && text.querySelectorAll('.mark').length > 20));
    await page.waitForTimeout(500);
    const {wrong, heard, drawn} = await page.evaluate(() => {
      const {report, state} = globalThis.crosscheck;
      const bad = [];
      const count = {heard: 0, drawn: 0};
      document.querySelectorAll('.pane:not([hidden]) .text').forEach((text) => {
        const title = text.closest('.pane').querySelector('.letter')?.textContent ?? document.querySelector('.reader__which .letter').textContent;
        const at = state().articles.findIndex(({letter}) => 'ABCDE'[letter] === title);
        const source = report().articles[at].text;
        const places = [
          ...report().entities.flatMap((entity) => entity.mentions.map((mention, i) => [`e${entity.id}.${i}`, mention])), ...report().quotations.map((one) => [`q${one.id}`, one]),
          ...report().findings.flatMap((finding) => finding.evidence.map((one, i) => [`f${finding.id}.${i}`, one])),
        ].filter(([, {article}]) => article === at);
        for (const [id, {start, end}] of places) {
          const parts = [...text.querySelectorAll(`[data-marks~="${id}"]`)];
          const words = parts.map((part) => [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('')).join('');
          if (parts.length && words.replace(/\s/g, '') !== source.slice(start, end).replace(/\s/g, '')) bad.push([id, words]);
        }
        count.drawn += new Set([...text.querySelectorAll('.mark--finding')].flatMap((mark) => mark.dataset.marks.split(' ').filter((id) => id[0] === 'f'))).size;
        count.heard += [...text.querySelectorAll('.unseen')].filter((words) => /^\(difference \d+:\)/.test(words.textContent)).length;
      });
      return {wrong: bad, ...count};
    });
    assert.deepEqual(wrong, []);
    assert.equal(heard, drawn, 'each difference is announced once');
  }));
}

test('every kind of mark has a look of its own that is no colour', () => withPage('single', {}, async (page) => {
  const looks = await page.locator('.legend .sample').evaluateAll((list) => list.map((one) => {
    const style = getComputedStyle(one);
    return [one.className, [style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness, style.borderInlineStartWidth, style.borderBlockEndWidth, style.fontStyle].join(' ')];
  }));
  assert.ok(looks.length >= 7);
  assert.equal(new Set(looks.map(([, look]) => look)).size, looks.length, JSON.stringify(looks));
}));

test('a mark that the arrow keys come to shows its card after a while, and the focus stays', () => withPage('single', {}, async (page) => {
  await page.locator('.text').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('.card').waitFor({state: 'visible'});
  assert.ok(await page.evaluate(() => document.activeElement.matches('.mark')));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.closest('.card, .finding'));
}));

test('coming back to an article finds the place where it was left', () => withPage('single', {}, async (page) => {
  await page.locator('.pane__scroll').first().evaluate((scroll) => scroll.scrollTo(0, 300));
  await page.waitForTimeout(100);
  await page.keyboard.press(']');
  await page.waitForFunction(() => document.querySelector('.pane__scroll').scrollTop === 0);
  await page.keyboard.press('[');
  await page.waitForFunction(() => document.querySelector('.pane__scroll').scrollTop === 300);
}));

test('on a phone one article is shown whatever the layout', () => withPage('single', {viewport: {width: 390, height: 844}}, async (page) => {
  await page.keyboard.press('l');
  await page.waitForFunction(() => globalThis.crosscheck.state().layout === 'two');
  assert.equal(await panes(page).count(), 1);
  assert.equal(await page.getByRole('button', {name: 'Two side by side'}).isVisible(), false);
  await page.setViewportSize({width: 1280, height: 844});
  await page.waitForFunction(() => document.querySelectorAll('.pane:not([hidden])').length === 2);
}));

/** The whole page for everybody: every state that can be found in it by axe, in all colours and widths; enlarged. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {axeSource, beyondPolicy, browserName, close, withPage} from './harness.mjs';
import {walk} from './walking.mjs';

after(close);

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What the reader has set in the system, and what can differ by it: dark is the same document in other colours, and forced colours, whose contrast is not the page's, are the reader's own. */
const COLOURS = {
  light: [{colorScheme: 'light', forcedColors: 'none'}, {runOnly: RULES}],
  dark: [{colorScheme: 'dark', forcedColors: 'none'}, {runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}}],
  forced: [{colorScheme: 'light', forcedColors: 'active'}, {runOnly: RULES, rules: {'color-contrast': {enabled: false}}}],
};

/**
 * Runs axe over the document or a part of it, without what stands in views and dialogs that are not shown. Axe asks for the style of each element there too, which takes
 * most of its time, and each is looked at while it is shown. What else axe could find in them, an id that is there twice, `misfits` finds.
 */
async function axeOnShown([selector, options]) {
  const views = [...document.querySelectorAll('[role="tabpanel"], dialog')].filter((view) => !view.checkVisibility()).map((view) => [view, [...view.childNodes]]);
  for (const [view] of views) view.replaceChildren();
  const {violations} = await globalThis.axe.run(selector ?? document, {...options, resultTypes: ['violations'], elementRef: true});
  // What was drawn anew in the meantime stays.
  for (const [view, nodes] of views) if (!view.firstChild) view.append(...nodes);
  return violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(({element}) => `${id}: ${element.outerHTML.slice(0, 200)}`));
}

async function axe(page, where, part, colours) {
  const [media, options] = COLOURS[colours];
  await page.emulateMedia(media);
  return (await page.evaluate(axeOnShown, [part, options])).map((found) => `${where}, ${colours}: ${found}`);
}

/** What is wider than the screen, cut off, too small a target, or an id that is there twice. */
function misfits(where) {
  const shown = (one) => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !one.closest('.unseen');
  const name = (one) => `${where}: ${one.tagName}.${one.getAttribute('class')} “${one.textContent.trim().slice(0, 40)}”`;
  const bad = [];
  if (document.scrollingElement.scrollWidth > innerWidth) bad.push(`${where}: the page is ${document.scrollingElement.scrollWidth} px wide`);
  const ids = new Set();
  for (const {id} of document.querySelectorAll('[id]')) if (ids.has(id)) bad.push(`${where}: the id ${id} is there twice`); else ids.add(id);
  for (const one of document.querySelectorAll('#panel, .help__page')) if (one.scrollWidth > one.clientWidth) bad.push(`${name(one)} is wider inside`);
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth;
  const inScroller = (one) => {
    for (let up = one.parentElement; up; up = up.parentElement) if (scrolls(up)) return true;
    return false;
  };
  for (const one of document.querySelectorAll('body *')) {
    if (!shown(one)) continue;
    const style = getComputedStyle(one);
    const {width, height, left, right} = one.getBoundingClientRect();
    if (width < 2 || height < 2) continue;
    if ((right > innerWidth + 1 || left < -1) && !inScroller(one) && one.closest('svg') === null && style.position !== 'fixed') bad.push(`${name(one)} reaches out of the screen`);
    if (/hidden|clip/.test(style.overflowX) && style.textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1 && one.textContent.trim() && !one.closest('svg')) bad.push(`${name(one)} is cut off`);
    if (one.matches('button, select, summary, textarea, .name__choose, .event[tabindex], .node__box, input:not([type="checkbox"], [type="radio"], [type="file"])') && Math.min(width, height) < 23.5) bad.push(`${name(one)} is a target of ${width.toFixed(0)} × ${height.toFixed(0)} px`);
  }
  return bad.slice(0, 12);
}

/** The one thing that may be told as an error is what the proof makes the browser refuse. */
const withWalk = (form, options, use) => withPage(form, {errors: false, requests: false, ...options}, async (page, log) => {
  await use(page);
  assert.deepEqual(beyondPolicy(log), []);
});

// Axe reads the document, which is the same everywhere, and takes long; so it does that in Chromium alone.
for (const [width, height, colours] of [[1440, 900, ['light', 'dark']], [390, 844, ['light', 'forced']], [320, 640, ['dark']]]) {
  test(`in every state at ${width} px, ${colours.join(' and ')}: axe finds nothing, nothing is cut off, every target is large enough`, () => withWalk('single', {viewport: {width, height}}, async (page) => {
    const byAxe = browserName === 'chromium' ? colours : [];
    await page.evaluate(axeSource);
    const wrong = [];
    await walk(page, async (where, part) => {
      wrong.push(...await page.evaluate(misfits, where));
      for (const each of byAxe) wrong.push(...await axe(page, where, part, each));
    });
    assert.deepEqual(wrong, []);
  }));
}

test('in every state of a window of 1440 × 900 that is enlarged to 200 % nothing is wider than the screen or cut off', () => withWalk('hosted', {viewport: {width: 720, height: 450}, deviceScaleFactor: 2}, async (page) => {
  const wrong = [];
  await walk(page, async (where) => wrong.push(...await page.evaluate(misfits, where)));
  assert.deepEqual(wrong, []);
}));

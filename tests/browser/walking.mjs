/**
 * A walk through every state of the page that can be found in it: each region, each tab, what unfolds in it, each mode of the reading view, the editor,
 * a card, the offer to undo, every dialog that a button of the header opens and each of its pages; and what only work brings about: names merged, a name
 * of the network, drawings as tables, hits, findings under review, files refused, a link, a session that is offered. In: a page of the examples;
 * out: `use(where, part)` is called in each state, with the part of the page that is new in it, where that is not the whole. The states are read from
 * the page, so a view that is new is walked through too. Example: `await walk(page, (where) => check(page, where))`.
 */

import {pack} from '../../www/js/link.js';
import {choose, file} from './giving.mjs';
import {opened} from './taking.mjs';

const visible = (locator) => locator.filter({visible: true});

/** Unfolds what is folded in a region, a few times, since what unfolds may hold more. At most a handful of each kind: the others look the same. */
async function unfold(page, region) {
  await page.evaluate((selector) => {
    for (let round = 0; round < 2; round += 1) {
      const seen = new Map();
      for (const one of document.querySelectorAll(`${selector} :is(details:not([open]) > summary, button[aria-expanded="false"])`)) {
        const kind = one.className + one.parentElement.className;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        if (one.getClientRects().length && !one.hasAttribute('aria-haspopup') && seen.get(kind) <= 3) one.click();
      }
    }
  }, region);
  await page.waitForTimeout(100);
}

/** On a narrow screen one region is shown at a time. */
async function show(page, region) {
  const button = visible(page.locator('.region'));
  const at = ['rail', 'reader', 'panel'].indexOf(region);
  if (await button.count()) await button.nth(at).click();
}

/** What a view has beside what unfolds in it. */
const MORE = {
  'tab-findings': async (page, use) => {
    for (const key of ['a', 'j', 'd', 'Enter', 'n', 'Escape', 'd']) await page.keyboard.press(key);
    await page.evaluate(() => document.querySelectorAll('#view-findings details').forEach((one) => (one.open = true)));
    await use('findings under review', '#panel');
    await page.keyboard.press('Escape');
  },
  'tab-names': async (page, use) => {
    for (const i of [0, 1]) await page.locator('.name__choose input').nth(i).check();
    await use('names, two chosen', '#panel');
    await page.locator('.merge__do').click();
    await page.locator('.corrections').waitFor();
    await use('names, merged', '#panel');
  },
  'tab-timeline': asTable,
  'tab-network': async (page, use) => {
    await page.locator('.node').first().click();
    await page.locator('.network__ties summary').first().click();
    await use('network, a name chosen', '#panel');
    await asTable(page, use);
  },
  'tab-search': async (page, use) => {
    await page.locator('.search__field').fill('president');
    await page.locator('.search__count').waitFor();
    await page.locator('.search__field').press('Enter');
    // On a narrow screen the hit is shown in its text, in another region.
    await page.locator('.hit[aria-current]').waitFor({state: 'attached'});
    await show(page, 'panel');
    await use('search, at a hit', '#panel');
  },
};

async function asTable(page, use) {
  const form = (name) => visible(page.locator('#panel').getByRole('button', {name, exact: true})).click();
  await form('Table');
  await use('a drawing as a table', '#panel');
  await form('Drawing');
}

async function reading(page, use) {
  await use('reader', '#reader');
  const modes = await visible(page.locator('.reader__head [aria-pressed]')).all();
  for (const [i, mode] of modes.entries()) {
    await mode.click();
    await use(`reader, mode ${i}`, '#reader');
  }
  if (modes.length) await modes[0].click();
  await visible(page.locator('.text .mark')).first().click();
  await page.locator('#card:popover-open').waitFor();
  await use('card');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.locator('.editor__field').waitFor();
  await use('editor', '#reader');
  await page.keyboard.press('e');
}

/** A link, one that is damaged, and a session that is offered. */
async function sessions(page, use) {
  await opened(page);
  await page.locator('[data-key="link-asked"]').click();
  await page.locator('.share').waitFor();
  await use('a link');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (location.hash = 'session=1'));
  await page.locator('[data-notice="session"]').waitFor();
  await use('a notice');
  const articles = [{text: 'Fire in Norton'}, {text: 'Norton fire', outlet: 'The Norton Echo'}];
  await page.evaluate((hash) => (location.hash = hash), await pack(JSON.stringify({format: 'crosscheck-session/1', articles})));
  await page.locator('#offered[open]').waitFor();
  await use('a session that is offered');
  await page.keyboard.press('Escape');
}

/** A dialog: each of its pages, and the proof with its outcome. */
async function dialog(page, name, use) {
  const tabs = await page.locator('dialog[open] [role="tab"]').all();
  for (const tab of tabs) {
    await tab.click();
    await unfold(page, 'dialog[open]');
    await use(`${await tab.textContent()}, in the dialog of ${name}`);
  }
  const proof = page.locator('dialog[open] .proof__run');
  if (await proof.count()) {
    await proof.click();
    await page.locator('.proof__all').waitFor();
  } else await unfold(page, 'dialog[open]');
  if (!tabs.length || await proof.count()) await use(`dialog of ${name}`);
  await page.keyboard.press('Escape');
}

/** What comes in: a page of which parts were left out, a file that was refused, the fields of a card, the ways in of an empty article. */
async function given(page, use) {
  await show(page, 'rail');
  await choose(page, file('page.html', '<nav>Menu</nav><article><p>Report of Norton.</p></article>'), file('bad.docx', 'no'));
  await page.locator('.left-out summary').waitFor({state: 'attached'});
  await show(page, 'reader');
  await page.locator('.refusal').waitFor();
  await page.locator('.left-out summary').click();
  await use('reader, with what was left out and refused', '#reader');
  await show(page, 'rail');
  await page.locator('.article-card__open').first().click();
  await show(page, 'rail');
  await page.getByRole('button', {name: /^Title, outlet, date, address/}).click();
  // What can be undone is told at the foot of the page for a while, over what may stand there.
  await page.locator('.article-card__describe').evaluate((form) => form.scrollIntoView({block: 'center'}));
  await use('rail, the fields of a card', '#rail');
  await page.getByText('Add an article').click();
  await page.locator('.ways-in summary').click();
  await use('ways in', '#reader');
  await page.keyboard.press('Escape');
}

export async function walk(page, use) {
  await use('first sight');
  for (const tab of await page.getByRole('tab').all()) {
    await show(page, 'panel');
    const name = await tab.getAttribute('id');
    await tab.click();
    await unfold(page, '#panel');
    await use(name, '#panel');
    await MORE[name]?.(page, use);
  }
  await show(page, 'panel');
  await page.getByRole('tab').first().click();

  await show(page, 'rail');
  await unfold(page, '#rail');
  await use('rail', '#rail');
  await page.keyboard.press('Escape');

  await show(page, 'reader');
  await reading(page, use);
  await sessions(page, use);
  await given(page, use);

  for (const button of await visible(page.locator('.top button')).all()) {
    const before = await page.evaluate(() => document.documentElement.outerHTML.length);
    await button.click();
    const name = await button.evaluate((one) => one.getAttribute('aria-label') ?? one.textContent);
    if (await page.locator('dialog[open]').count()) await dialog(page, name, use);
    else if (await page.locator('[popover]:popover-open').count()) {
      await use(`menu of ${name}`);
      await page.keyboard.press('Escape');
    } else if (before !== await page.evaluate(() => document.documentElement.outerHTML.length)) await use(`after ${name}`);
  }
}

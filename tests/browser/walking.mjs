/**
 * A walk through every state of the page that can be found in it: each region, each tab, what unfolds in it, each mode of the reading view, the editor,
 * a card, the offer to undo, every dialog that a button of the header opens. In: a page of the examples; out: `use(where)` is called in each state.
 * The states are read from the page, so a view that is new is walked through too. Example: `await walk(page, (where) => check(page, where))`.
 */

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

export async function walk(page, use) {
  await use('first sight');
  for (const tab of await page.getByRole('tab').all()) {
    await show(page, 'panel');
    const name = await tab.getAttribute('id');
    await tab.click();
    await unfold(page, '#panel');
    await use(name);
  }
  await page.getByRole('tab').first().click();

  await show(page, 'rail');
  await unfold(page, '#rail');
  await use('rail');
  await page.keyboard.press('Escape');

  await show(page, 'reader');
  await use('reader');
  const modes = await visible(page.locator('.reader__head [aria-pressed]')).all();
  for (const [i, mode] of modes.entries()) {
    await mode.click();
    await use(`reader, mode ${i}`);
  }
  if (modes.length) await modes[0].click();
  await visible(page.locator('.text .mark')).first().click();
  await page.locator('#card:popover-open').waitFor();
  await use('card');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.locator('.editor__field').waitFor();
  await use('editor');
  await page.keyboard.press('e');

  for (const button of await visible(page.locator('.top button')).all()) {
    const before = await page.evaluate(() => document.documentElement.outerHTML.length);
    await button.click();
    const name = await button.evaluate((one) => one.getAttribute('aria-label') ?? one.textContent);
    if (await page.locator('dialog[open]').count()) {
      await unfold(page, 'dialog[open]');
      await use(`dialog of ${name}`);
      await page.keyboard.press('Escape');
    } else if (await page.locator('[popover]:popover-open').count()) {
      await use(`menu of ${name}`);
      await page.keyboard.press('Escape');
    } else if (before !== await page.evaluate(() => document.documentElement.outerHTML.length)) await use(`after ${name}`);
  }
  await page.keyboard.press('?');
  if (await page.locator('dialog[open]').count()) {
    await use('help');
    await page.keyboard.press('Escape');
  }
}

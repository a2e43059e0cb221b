/** The whole page by the keyboard alone: every control is reached by Tab, in sight and marked, and no button loses the focus. */
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {close, drawn, withPage} from './harness.mjs';

after(close);

/** From here on the page notes each stop of the focus: whether it was in sight, and how it looked. */
function follow() {
  // A drawing may show the focus by a part of it.
  const parts = (one) => [[one, null], [one, '::before'], [one, '::after'], ...[...one.children].slice(0, 4).map((child) => [child, null])];
  const look = (one) => parts(one).map(([part, pseudo]) => {
    const {outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, content, textDecoration, stroke, strokeWidth} = getComputedStyle(part, pseudo);
    return [outlineStyle === 'none' ? '' : outlineWidth + outlineColor, boxShadow, borderColor, backgroundColor, content, textDecoration, stroke, strokeWidth].join(' ');
  }).join();
  const name = (one) => `${one.tagName}.${one.getAttribute('class')} “${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40)}”`;
  const walked = {stops: [], unseen: [], unmarked: []};
  globalThis.walked = walked;
  globalThis.stopped = new Set();
  let last = null;
  addEventListener('focusin', ({target}) => {
    walked.stops.push(name(target));
    globalThis.stopped.add(target);
    last = [target, look(target)];
    const {width, height, top, bottom, left, right} = target.getBoundingClientRect();
    const inSight = width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    if (!inSight) walked.unseen.push(name(target));
  });
  addEventListener('focusout', ({target}) => {
    const before = last?.[0] === target ? last[1] : null;
    setTimeout(() => before !== null && target.isConnected && document.activeElement !== target && look(target) === before && walked.unmarked.push(name(target)), 0);
  });
}

/** Presses Tab from the first stop until the focus comes round, or in Firefox goes on to the browser's own controls; more presses than there are elements mean a trap. */
async function tabThrough(page) {
  const size = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.evaluate(() => document.querySelector('.skip').focus());
  // A script gives the focus without its sign; the keys give it back with it.
  for (const key of ['Tab', 'Shift+Tab']) await page.keyboard.press(key);
  // What is noted of the last stop comes a little later.
  await page.waitForTimeout(50);
  await page.evaluate(() => {
    for (const list of Object.values(globalThis.walked)) list.length = 0;
    globalThis.stopped.clear();
    globalThis.stopped.add(document.activeElement);
    globalThis.walked.stops.push(document.activeElement.className);
  });
  for (let presses = 0; presses < size; presses += 1) {
    await page.keyboard.press('Tab');
    if (presses % 10 !== 9 || !(await page.evaluate(() => globalThis.walked.stops.length > globalThis.stopped.size || !document.hasFocus()))) continue;
    // What shows only beside the focus, such as a card, goes with it.
    await page.evaluate(() => document.activeElement.blur());
    await page.waitForFunction(() => [...document.querySelectorAll('.chart-card')].every((card) => card.hidden));
    return;
  }
  assert.fail('the focus never came round');
}

/** Controls in sight that Tab did not reach, and that do not stand in a group whose arrows lead to them. */
const unreached = (page) => page.evaluate(() => {
  const reached = globalThis.stopped;
  const controls = [...document.querySelectorAll('button, a[href], select, summary, textarea, input, [role="button"]')].filter((one) => !one.disabled && one.checkVisibility({visibilityProperty: true}) && !one.closest('[inert]'));
  const grouped = (one) => [...reached].some((stop) => {
    const group = stop.closest('[role="tablist"], [role="toolbar"], [role="grid"], [role="group"], [role="listbox"], [role="menu"], .text, svg') ?? stop;
    return group.contains(one);
  });
  return controls.filter((one) => !reached.has(one) && !(one.type === 'radio') && !(one.tabIndex < 0 && grouped(one)))
    .map((one) => `${one.tagName}.${one.getAttribute('class')} “${(one.getAttribute('aria-label') ?? one.textContent).slice(0, 40)}”`);
});

test('by Tab every control of every view is reached, in sight and marked, and the focus comes round', () => withPage('single', {}, async (first, {address}) => {
  for (const name of await first.getByRole('tab').evaluateAll((tabs) => tabs.map(({id}) => id))) {
    // One page a view: in Firefox the focus ends in the browser's own controls, and no test brings it back from there.
    const page = await first.context().newPage();
    await page.goto(address);
    await drawn(page);
    await page.evaluate(follow);
    await page.locator(`#${name}`).click();
    await tabThrough(page);
    assert.deepEqual((await unreached(page)).slice(0, 10), [], `${name}: not reached`);
    const {unseen, unmarked} = await page.evaluate(() => globalThis.walked);
    assert.deepEqual([...new Set(unseen)].slice(0, 10), [], `${name}: not in sight`);
    assert.deepEqual([...new Set(unmarked)].slice(0, 10), [], `${name}: no sign of the focus`);
    await page.close();
  }
}));

/** The kinds of buttons in sight: those that stand at one place in like parents are one kind. */
const kinds = (page, region) => page.evaluate((selector) => {
  const kind = (one) => `${one.className}|${one.parentElement.className}|${[...one.parentElement.children].indexOf(one)}`;
  globalThis.kindOf = kind;
  return [...new Set([...document.querySelectorAll(`${selector} button`)].filter((one) => !one.disabled && one.checkVisibility()).map(kind))];
}, region);

/** Presses one button of each kind, and says which ones lost the focus. */
async function pressEach(page, region, prepare) {
  const lost = [];
  await prepare();
  for (const kind of await kinds(page, region)) {
    const pressed = () => page.evaluate(([selector, wanted]) => {
      const button = [...document.querySelectorAll(`${selector} button`)].find((one) => !one.disabled && one.checkVisibility() && globalThis.kindOf(one) === wanted);
      button?.focus();
      return button ? (button.getAttribute('aria-label') ?? button.textContent) : null;
    }, [region, kind]);
    let name = await pressed();
    if (name === null) {
      await page.reload();
      await drawn(page);
      await prepare();
      await kinds(page, region);
      name = await pressed();
    }
    if (name === null) continue;
    await page.keyboard.press('Enter');
    await page.waitForTimeout(120);
    if (await page.evaluate(() => document.activeElement === document.body)) lost.push(`${region}: ${name} (${kind})`);
    await page.keyboard.press('Escape');
  }
  return lost;
}

test('no button loses the focus', () => withPage('single', {requests: false}, async (page) => {
  // A dialog of the system that asks for files stays away.
  page.on('filechooser', () => {});
  const lost = [];
  const tabs = await page.getByRole('tab').evaluateAll((list) => list.map(({id}) => id));
  for (const tab of tabs) lost.push(...await pressEach(page, `#view-${tab.replace('tab-', '')}`, () => page.locator(`#${tab}`).click()));
  for (const region of ['#rail', '#reader', '.top']) lost.push(...await pressEach(page, region, async () => {}));
  assert.deepEqual(lost, []);
}));

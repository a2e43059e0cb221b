/**
 * What people give the page, for tests. In: a page and texts or files; out: nothing; the page has been pasted into, dropped on, or handed a file, as a browser
 * does it. Example: `await pasteInto(page, {html: '<p>Hello'})`. Limits: the clipboard of the machine is never touched.
 */

import {readFileSync} from 'node:fs';

const sample = (name) => readFileSync(new URL(`samples/${name}`, import.meta.url));

/** A file for the dialog: a sample by its name, or text or bytes under a name. */
export function file(name, content = sample(name)) {
  return {name, mimeType: 'application/octet-stream', buffer: Buffer.from(content)};
}

/** Chooses files by the button, as its dialog does. */
export const choose = (page, ...files) => page.locator('.rail input[type="file"]').setInputFiles(files);

/** Pastes into the field of an article, or anywhere else; the field takes plain text unless the page took it itself. */
export async function pasteInto(page, {html = '', text = ''}, where = '.editor__field') {
  await page.locator(where).evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    if (data.html) clipboardData.setData('text/html', data.html);
    if (data.text) clipboardData.setData('text/plain', data.text);
    element.focus();
    if (!element.dispatchEvent(new ClipboardEvent('paste', {bubbles: true, cancelable: true, clipboardData})) || !('value' in element)) return;
    element.value = data.text;
    element.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }, {html, text});
}

/** Drags files over the page and drops them, with a look at the sign in between. */
export async function drop(page, files, between = async () => {}) {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const {name, bytes} of given) transfer.items.add(new File([Uint8Array.from(bytes)], name));
    return transfer;
  }, files.map(({name, buffer}) => ({name, bytes: [...buffer]})));
  await page.dispatchEvent('body', 'dragover', {dataTransfer: data});
  await between();
  await page.dispatchEvent('body', 'drop', {dataTransfer: data});
}

/** The articles as the state has them. */
export const articles = (page) => page.evaluate(() => globalThis.crosscheck.state().articles);

/** Waits until the state satisfies a condition on its articles. */
export const until = (page, condition, argument) => page.waitForFunction(condition, argument);

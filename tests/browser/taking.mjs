/**
 * What the tests of taking away share. In: a page; out: its downloads as text, and independent readers of what it writes.
 * Example: `await saved(page, 'csv')`. Limits: the contexts of JSON-LD are local, since nothing may be asked for over the network; that of
 * annotations holds the terms that are used here, as the recommendation gives them.
 */

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';

export const CONTEXTS = {
  'http://www.w3.org/ns/anno.jsonld': JSON.parse(readFileSync(new URL('contexts/anno.json', import.meta.url), 'utf8')),
  'https://schema.org': {'@context': {'@vocab': 'https://schema.org/'}},
};

/** Opens the dialog of taking away, where it is not open. */
export async function opened(page) {
  if (!(await page.locator('#takeaway[open]').count())) await page.locator('.tools button').getByText('Take away').click();
  await page.locator('#takeaway[open]').waitFor();
}

/** Chromium passes over what a page saves beyond its tenth file in a second, which no reader reaches; so long apart they are taken, in milliseconds. */
const APART = 120;

/** The text and name of what a click saves. */
export async function download(page, click) {
  await page.waitForTimeout(APART);
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return {name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8')};
}

/** What the clipboard holds, as a paste into another page brings it; a browser lets no test read it otherwise without asking. */
export async function clipboard(page) {
  const other = await page.context().newPage();
  await other.evaluate(() => {
    document.body.append(document.createElement('textarea'));
    addEventListener('paste', ({clipboardData}) => (globalThis.pasted = {text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html')}));
  });
  await other.locator('textarea').focus();
  await other.keyboard.press('ControlOrMeta+v');
  const pasted = await (await other.waitForFunction(() => globalThis.pasted)).jsonValue();
  await other.close();
  return pasted;
}

/** The report in a form, as a file. */
export async function saved(page, format) {
  await opened(page);
  // Not by the pointer: the dialog is drawn anew when the last file was saved, and may be between pressing and letting go.
  return download(page, () => page.locator(`#takeaway [data-key="save-asked-${format}"]`).dispatchEvent('click'));
}

/** What a JSON-LD processor makes of a document: expanded, with every term known. */
export async function expanded(text) {
  const documentLoader = async (url) => {
    assert.ok(CONTEXTS[url], `no other document is asked for than known contexts: ${url}`);
    return {contextUrl: null, documentUrl: url, document: CONTEXTS[url]};
  };
  return jsonld.expand(JSON.parse(text), {documentLoader, safe: true});
}

/**
 * Test files one after the other in one process, so that they share one browser, whose start takes as long as a few tests. In: their paths; out: what
 * Node's test runner reports. Example: `node tests/browser/together.mjs tests/browser/page.test.mjs tests/browser/work.test.mjs`.
 */

import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

for (const file of process.argv.slice(2)) await import(pathToFileURL(resolve(file)).href);

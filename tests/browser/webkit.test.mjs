/** Both forms of the page in WebKit, where one that can be driven is installed: the examples, every tab, own articles, a session from a link. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pack} from '../../www/js/link.js';
import {browserName, FORMS} from './harness.mjs';
import {missing, withWebKit} from './webkit.mjs';

const ONE = 'Fire in Norton\n\nA fire in the town of Norton killed 12 people on Monday, Governor Ann Lee said.';
const OTHER = 'Norton fire\n\nA fire in the town of Norton killed 30 people on Monday, Governor Ann Lee said.';

const lacks = missing() ?? (browserName === 'chromium' ? null : 'WebKit is driven once, beside Chromium');

for (const [name, form] of Object.entries(FORMS)) {
  test(`${name} form: examples, tabs, own articles and a session work in WebKit`, {skip: lacks ?? false}, async () => {
    const {address, close} = await form.open();
    try {
      await withWebKit(address, async ({run, waitFor, open, click, type}) => {
        const reported = (count) => waitFor(`report of ${count}`, '(n) => globalThis.crosscheck?.report()?.articles.length === n', count);
        await reported(5);
        // The report is there before its drawing is: a quick machine is asked in between.
        await waitFor('card of each finding', '() => document.querySelectorAll(".finding").length === globalThis.crosscheck.report().findings.length');
        await waitFor('open finding', '() => document.querySelectorAll(".finding[data-open] .passage").length >= 2');
        const [left, right] = await run('() => [...document.querySelectorAll(".finding[data-open] .passage")].slice(0, 2).map((one) => one.getBoundingClientRect()).map(({left, right, top}) => ({left, right, top}))');
        assert.ok(left.right <= right.left && Math.abs(left.top - right.top) < 2, 'passages stand side by side');
        await waitFor('marked name', '() => document.querySelector(".text .mark--person") !== null');
        for (const tab of ['names', 'quotations', 'claims', 'timeline', 'network', 'search', 'findings']) {
          await click(`#tab-${tab}`);
          await waitFor(`view of ${tab}`, '(tab) => document.getElementById(`view-${tab}`).innerText.length > 0 || document.querySelector(`#view-${tab} input`)', tab);
          assert.equal(await run('() => document.querySelector("[role=tab][aria-selected=true]").id'), `tab-${tab}`);
        }
        assert.ok(await run('() => document.documentElement.scrollWidth <= innerWidth'));

        await click('.pitch__own');
        await type('.editor__field', ONE);
        await reported(1);
        await open(`${address}#${await pack(JSON.stringify({format: 'crosscheck-session/1', articles: [{text: ONE}, {text: OTHER}]}))}`);
        await waitFor('offer of the session', '() => document.querySelector("#offered[open]") !== null');
        await click('#offered .quiet--main');
        await reported(2);
        assert.ok(await run('() => globalThis.crosscheck.report().findings.some(({kind}) => kind === "numeric")'));
        assert.equal(await run('() => globalThis.crosscheck.state().fault'), null);
      });
    } finally {
      await close();
    }
  });
}

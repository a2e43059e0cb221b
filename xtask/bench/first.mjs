// The first view of the hosted page. In: a browser and the built site; out: a table of when something is painted, when the text of an article can be
// read, and when the first finding is on the screen, in milliseconds from the start of navigation. The server packs with gzip, as web servers do.
// Example: await firstView(browser, 'dist/site'). Limits: one machine serves and draws, so the network costs nothing; the slow rows slow the page's own
// process down as the browser's tools do, and not the server.
import {serve} from '../../tests/browser/serving.mjs';
import {median, table} from './print.mjs';

const RUNS = 7;
/** How many times as slow as this machine the page is made. */
const SLOWDOWNS = [1, 4];

export async function firstView(browser, site) {
  const {address, close} = await serve(site, {packed: true});
  const rows = [];
  for (const rate of SLOWDOWNS) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await visit(browser, address, rate));
    rows.push([`${rate} times as slow`, ...['paint', 'text', 'finding'].map((name) => median(runs.map((one) => one[name])).toFixed(0))]);
  }
  await close();
  table(`First view of the hosted page, median of ${RUNS}, ms`, ['', 'painted', 'text readable', 'first finding'], rows);
}

async function visit(browser, address, rate) {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, serviceWorkers: 'block'});
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', {rate});
  await page.addInitScript(() => {
    const wanted = {text: '#reader .block--body', finding: '#panel .passage__text'};
    globalThis.firstView = {};
    // The browser itself tells when the words of an element that is marked so are painted for the first time.
    const mark = () => {
      for (const [name, selector] of Object.entries(wanted)) {
        const element = document.querySelector(selector);
        if (!element) continue;
        element.setAttribute('elementtiming', name);
        delete wanted[name];
      }
    };
    new MutationObserver(mark).observe(document, {childList: true, subtree: true});
    new PerformanceObserver((list) => list.getEntries().forEach(({identifier, startTime, renderTime}) => (globalThis.firstView[identifier] = renderTime || startTime))).observe({type: 'element', buffered: true});
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.firstView.text && globalThis.firstView.finding, null, {timeout: 60_000});
  const times = await page.evaluate(() => ({...globalThis.firstView, paint: performance.getEntriesByName('first-contentful-paint')[0].startTime}));
  await context.close();
  return times;
}

// Measures the built page and its peers in one run. In: dist/, the npm packages, and from the environment the browser, the native command
// and Cargo's target folder, and which part to measure if not all; out: tables on standard output. Example: `cargo xtask bench --only frames`. Limits: ratios are what to read, since
// seconds depend on the machine and on what else runs on it.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {chromium} from 'playwright-core';
import {firstView} from './first.mjs';
import {frames} from './frames.mjs';
import {growth} from './growth.mjs';
import {bytesOf, median, table} from './print.mjs';
import {repeated, texts} from './texts.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const target = process.env.CROSSCHECK_TARGET;
const folder = join(target, 'bench');
const site = join(root, 'dist/site');
const PEERS = ['compromise', 'wink'];
const RUNS = 20;
/** Runs before those that count: engines compile what is called often. */
const WARMING = 3;
/** Runs over a megabyte; the slowest peer takes many seconds for one. */
const LONG_RUNS = {crosscheck: 5, wink: 5, compromise: 1};
/** How many times as fast as each peer the whole analysis of a megabyte has to be. */
const ASKED = {wink: 0.3, compromise: 8};
const MB = 1_000_000;
/** What the worker may take: so many times the text, and so much besides. */
const MEMORY = {times: 40, plus: 30 * MB};

const megabytes = (bytes) => (bytes / MB).toFixed(1);

function seedArticles() {
  const script = readFileSync(join(site, 'seeds.js'), 'utf8');
  const scope = {};
  new Function('globalThis', script)(scope);
  return scope.CROSSCHECK_SEEDS[0].articles;
}

/** The command over about a megabyte: its own lines say how long each stage took. */
function native(seeds) {
  const articles = texts(seeds, MB, 5);
  const paths = articles.map((article, index) => {
    const path = join(folder, `${index + 1}.txt`);
    writeFileSync(path, article.text);
    return path;
  });
  console.log(`\nNatively, ${megabytes(bytesOf(articles))} MB in ${articles.length} articles, by stage`);
  const words = ['check', '--time', '--format', 'json', ...paths];
  const begun = performance.now();
  execFileSync(process.env.CROSSCHECK_COMMAND, words, {stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: 1 << 30});
  const seconds = (performance.now() - begun) / 1000;
  console.log(`whole command: ${(seconds * 1000).toFixed(0)} ms, ${(bytesOf(articles) / MB / seconds).toFixed(1)} MB/s`);
}

async function joinPeers() {
  for (const name of PEERS) {
    const outfile = join(folder, `${name}.js`);
    await build({entryPoints: [join(root, `xtask/bench/${name}.mjs`)], outfile, bundle: true, minify: true, format: 'iife', logLevel: 'error'});
  }
}

/** A page from disk with the built seeds and assets, the peers, and the measuring functions. */
async function measuringPage(browser) {
  const scripts = [join(site, 'seeds.js'), join(site, 'assets.js'), join(site, 'core.js'), ...PEERS.map((name) => join(folder, `${name}.js`)), join(root, 'xtask/bench/inpage.js')];
  const tags = scripts.map((path) => `<script src="${pathToFileURL(path)}"></script>`);
  const path = join(folder, 'bench.html');
  writeFileSync(path, `<!DOCTYPE html><meta charset="utf-8">${tags.join('')}`);
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(pathToFileURL(path).href);
  return page;
}

async function speed(page, seeds) {
  const bytes = bytesOf(seeds);
  const core = await page.evaluate(([articles, ...runs]) => timesOfCore(articles, ...runs), [seeds, RUNS, WARMING]);
  const ours = median(core.times);
  const row = (name, ms) => [name, ms.toFixed(1), (bytes / 1000 / ms).toFixed(2), (ms / ours).toFixed(2)];
  const rows = [row('crosscheck', ours)];
  for (const name of PEERS) {
    const {times} = await page.evaluate(([peer, articles, ...runs]) => timesOfPeer(peer, articles, ...runs), [name, seeds, RUNS, WARMING]);
    rows.push(row(name, median(times)));
  }
  table(`In Chromium, the ${seeds.length} seeds (${bytes} bytes), median of ${RUNS}`, ['', 'ms', 'MB/s', 'times ours'], rows);
  console.log(`worker ready ${core.start.toFixed(0)} ms after its script; ${core.findings} findings`);
}

/** The seeds repeated to a megabyte, whole analysis. Peers are called once for each copy, as they would be for articles of that length. */
async function longSpeed(page, kind, articles) {
  const bytes = bytesOf(articles);
  const whole = articles.map(({text}) => ({text}));
  const parts = articles.flatMap(({parts}) => parts.map((text) => ({text})));
  const core = await page.evaluate(([list, runs]) => timesOfCore(list, runs, 1), [whole, LONG_RUNS.crosscheck]);
  const ours = median(core.times);
  const rate = (ms) => (bytes / 1000 / ms).toFixed(2);
  const rows = [['crosscheck', ours.toFixed(0), rate(ours), '', '']];
  for (const name of PEERS) {
    const {times} = await page.evaluate(([peer, list, runs]) => timesOfPeer(peer, list, runs, 0), [name, parts, LONG_RUNS[name]]);
    const ms = median(times);
    rows.push([name, ms.toFixed(0), rate(ms), (ms / ours).toFixed(2), ASKED[name]]);
  }
  const title = `In Chromium, ${megabytes(bytes)} MB in ${articles.length} articles, seeds repeated ${kind}; peers called once for each of ${parts.length} copies`;
  table(title, ['', 'ms', 'MB/s', 'ours is times as fast', 'asked'], rows);
}

async function memory(page, seeds) {
  const rows = [];
  for (const [size, count] of [[bytesOf(seeds), 5], [MB, 1], [MB, 5], [MB, 20], [5 * MB, 5]]) {
    const articles = size < MB ? seeds : texts(seeds, size, count).map(({text}) => ({text}));
    const bound = MEMORY.times * bytesOf(articles) + MEMORY.plus;
    const {times, bytes, findings} = await page.evaluate(([list]) => timesOfCore(list, 1, 0), [articles]);
    const verdict = bytes <= bound ? 'within' : 'OVER';
    rows.push([`${megabytes(bytesOf(articles))} MB in ${articles.length}`, times[0].toFixed(0), findings, megabytes(bytes), megabytes(bound), verdict]);
  }
  table('In Chromium, memory of the worker', ['text', 'ms', 'findings', 'MB', 'bound', ''], rows);
}

/** From the start of navigation to the first finding in the page. */
async function opening(browser) {
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.finding')) return;
        globalThis.firstFinding = performance.now();
        observer.disconnect();
      }).observe(document, {childList: true, subtree: true});
    });
    await page.goto(pathToFileURL(join(root, 'dist/crosscheck.html')).href);
    const found = await page.waitForFunction(() => globalThis.firstFinding, null, {timeout: 20_000}).catch(() => null);
    if (!found) return console.log('\nSingle file from disk: no finding within 20 s');
    times.push(await found.jsonValue());
    await context.close();
  }
  return console.log(`\nSingle file from disk, opening to first finding: ${median(times).toFixed(0)} ms (median of ${times.length})`);
}

function sizes() {
  const files = [
    ['core (wasm)', join(target, 'glue/crosscheck_bg.wasm')],
    ...['page.js', 'style.css', 'index.html', 'seeds.js', 'assets.js', 'core.js'].map((name) => [name, join(site, name)]),
    ['single file', join(root, 'dist/crosscheck.html')],
    ...PEERS.map((name) => [name, join(folder, `${name}.js`)]),
  ];
  const rows = files.map(([name, path]) => {
    const bytes = readFileSync(path);
    return [name, bytes.length, gzipSync(bytes, {level: 9}).length, brotliCompressSync(bytes).length];
  });
  table('Bytes', ['', 'raw', 'gzip -9', 'brotli'], rows);
}

/** The parts by name, in their order; each is told a browser, where it needs one, and the seeds. */
const PARTS = {
  native: (_, seeds) => native(seeds),
  core: async (browser, seeds) => {
    await joinPeers();
    const page = await measuringPage(browser);
    await speed(page, seeds);
    await longSpeed(page, 'with other names and figures in each copy', texts(seeds, MB, 5));
    // As twenty articles, which all say the same: the most that there can be to compare.
    await longSpeed(page, 'to the letter', repeated(seeds, MB, 20));
    await memory(page, seeds);
    await growth(page, seeds);
  },
  opening,
  first: (browser) => firstView(browser, site),
  frames: (browser, seeds) => frames(browser, site, seeds),
  sizes: async () => {
    await joinPeers();
    sizes();
  },
};

const wanted = process.env.CROSSCHECK_PART;
if (wanted && !Object.hasOwn(PARTS, wanted)) throw new Error(`there is no part \`${wanted}\`; there are ${Object.keys(PARTS).join(', ')}`);
mkdirSync(folder, {recursive: true});
const seeds = seedArticles();
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({executablePath: process.env.CROSSCHECK_CHROMIUM, args: flags});
try {
  for (const [name, measure] of Object.entries(PARTS)) if (!wanted || name === wanted) await measure(browser, seeds);
} finally {
  await browser.close();
}

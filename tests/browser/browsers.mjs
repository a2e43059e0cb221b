/**
 * Which browser the tests drive, and its start. In: `CROSSCHECK_BROWSER` (`chromium`, which is also the default, or `firefox`),
 * `CROSSCHECK_CHROMIUM` or `CROSSCHECK_FIREFOX` (a path, else the usual places); out: `newContext(options)`, Playwright's context in
 * that browser, and `closeAll()`. Firefox is the stock one, driven over WebDriver BiDi as Playwright's channel `moz-firefox`.
 * Limits: Firefox takes colours and motion as preferences at its start only, so each wish for these starts one more; what only
 * Playwright's own Firefox can do (a PDF, other media after the start) is missing. `onlyIn` says so in a test.
 */

import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {chromium, firefox} from 'playwright-core';

/** The browser that is driven. */
export const browserName = process.env.CROSSCHECK_BROWSER || 'chromium';

const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Pages of the browser's own, for the list below the address, which it makes for every window and which take it as long as a page of ours. */
const CHROMIUM_LEFT_OUT = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** A file opened from disk must be as alone in Firefox as it is for a reader; tests of file:// would pass falsely otherwise. */
const FIREFOX_PREFERENCES = {'security.fileuri.strict_origin_policy': true, 'privacy.file_unique_origin': true};

/** What a reader has set in the system, as preferences of Firefox. */
const WISHES = {
  colorScheme: {dark: {'layout.css.prefers-color-scheme.content-override': 0}, light: {'layout.css.prefers-color-scheme.content-override': 1}},
  forcedColors: {active: {'browser.display.document_color_use': 2, 'ui.useAccessibilityTheme': 1}, none: {}},
  reducedMotion: {reduce: {'ui.prefersReducedMotion': 1}, 'no-preference': {'ui.prefersReducedMotion': 0}},
};

const BROWSERS = {
  chromium: {
    variable: 'CROSSCHECK_CHROMIUM',
    places: ['/usr/bin/chromium', '/usr/bin/google-chrome'],
    start: startChromium,
    wishes: () => ({}),
  },
  firefox: {
    variable: 'CROSSCHECK_FIREFOX',
    places: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    start: startFirefox,
    wishes: (options) => Object.assign({}, ...Object.entries({colorScheme: 'light', ...options}).map(([name, value]) => WISHES[name]?.[value])),
  },
};

/** Starts a Chromium. Of several lists of features that are left out only the last one counts, so Playwright's own goes before ours. */
async function startChromium(executablePath) {
  const usual = await chromium._connection.toImpl(chromium).defaultArgs({}, false, '');
  const features = usual.find((word) => word.startsWith('--disable-features='));
  return chromium.launch({executablePath, args: [...CHROMIUM_FLAGS, [features, ...CHROMIUM_LEFT_OUT].join()]});
}

/**
 * Starts a stock Firefox and puts right what it and Playwright do not yet agree on: the colour scheme, which is among the preferences, is told by
 * a command that this Firefox does not know, and its downloads come without the name by which Playwright tells them apart.
 * Playwright's inner parts are used for that; the exact version in package.json keeps them still.
 */
async function startFirefox(executablePath, preferences) {
  const browser = await firefox.launch({executablePath, channel: 'moz-firefox', firefoxUserPrefs: {...FIREFOX_PREFERENCES, ...preferences}});
  const {_browserSession: session, _connection: connection} = browser._connection.toImpl(browser);
  const send = session.send.bind(session);
  session.send = (method, ...rest) => (method === 'emulation.setMediaFeaturesOverride' ? Promise.resolve({}) : send(method, ...rest));
  const {onmessage} = connection._transport;
  connection._transport.onmessage = (message) => {
    if (/^browsingContext\.download/.test(message.method)) message.params.download ??= message.params.url ?? lastDownload;
    if (message.method === 'browsingContext.downloadWillBegin') lastDownload = message.params.download;
    return onmessage(message);
  };
  return browser;
}

let lastDownload = null;

/** What a script can do in Chromium as a reader does it, and not in Firefox: a paste that brings its text, and a field that tells on being left, or by Enter, that it was filled. */
function likeChromium() {
  const Plain = globalThis.ClipboardEvent;
  globalThis.ClipboardEvent = class extends Plain {
    constructor(type, {clipboardData, ...options} = {}) {
      super(type, options);
      if (clipboardData) Object.defineProperty(this, 'clipboardData', {value: clipboardData});
    }
  };
  let field = null;
  let before = null;
  const isText = (one) => one.matches?.('input:not([type]), input:is([type="text"], [type="search"], [type="url"]), textarea');
  const note = ({target}) => {
    field = target;
    before = isText(target) ? target.value : null;
  };
  // A field that is moved gets the focus again without having been left.
  addEventListener('focusin', (event) => event.target !== field && note(event), true);
  addEventListener('change', note, true);
  const tell = ({target}) => {
    if (!isText(target) || before === null || target.value === before) return;
    before = target.value;
    target.dispatchEvent(new Event('change', {bubbles: true}));
  };
  addEventListener('focusout', (event) => {
    tell(event);
    field = null;
  }, true);
  addEventListener('keydown', (event) => event.key === 'Enter' && event.target.localName === 'input' && tell(event), true);
}

/** The option of a test that only one browser can run, with the reason that the runner prints where it is left out. */
export const onlyIn = (name, reason) => ({skip: name !== browserName && `only in ${name}: ${reason}`});

const started = new Map();

/** A fresh context, in a browser that is started on first use. */
export async function newContext(options) {
  const kind = BROWSERS[browserName];
  assert.ok(kind, `CROSSCHECK_BROWSER is ${browserName}, which is none of ${Object.keys(BROWSERS)}`);
  const path = process.env[kind.variable] ?? kind.places.find((place) => existsSync(place));
  assert.ok(path, `no ${browserName} found: install one or set ${kind.variable} to its path`);
  const wishes = kind.wishes(options);
  const key = JSON.stringify(wishes);
  if (!started.has(key)) started.set(key, kind.start(path, wishes));
  const context = await (await started.get(key)).newContext(options);
  if (browserName === 'firefox') await context.addInitScript(likeChromium);
  return context;
}

export async function closeAll() {
  const all = [...started.values()];
  started.clear();
  for (const one of all) await (await one).close();
}

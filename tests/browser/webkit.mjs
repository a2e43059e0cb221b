/**
 * WebKit, by the plain WebDriver protocol. In: `WebKitWebDriver` and the `MiniBrowser` of WebKitGTK (Debian: the package webkit2gtk-driver), and a display or
 * `xvfb-run`; out: `missing()`, a sentence on what is not there, or null; and `withWebKit(address, use)`, which opens an address and hands over a few means.
 * Example: `await withWebKit(address, async ({run, click}) => …)`. Limits: Playwright drives only a WebKit of its own, so these tests have none of its comfort;
 * a script of WebDriver is run by the browser itself, which the page's policy does not stop.
 */

import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';

/** A wait that a slow and busy machine does not use up, in milliseconds. */
const LONG = 90_000;
const STEP = 100;

const inPath = (name) => (process.env.PATH ?? '').split(':').map((folder) => join(folder, name)).find((place) => existsSync(place));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function miniBrowser() {
  const libraries = ['/usr/lib', '/usr/libexec'].filter((folder) => existsSync(folder));
  const near = libraries.flatMap((folder) => [folder, ...readdirSync(folder).filter((name) => name.includes('-linux-')).map((name) => join(folder, name))]);
  const folders = near.flatMap((folder) => readdirSync(folder).filter((name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-')).map((name) => join(folder, name)));
  return folders.map((folder) => join(folder, 'MiniBrowser')).find((place) => existsSync(place));
}

export function missing() {
  if (!inPath('WebKitWebDriver') || !miniBrowser()) return 'no WebKit that can be driven is installed (Debian: webkit2gtk-driver)';
  return process.env.DISPLAY || inPath('xvfb-run') ? null : 'WebKit needs a display, or xvfb-run';
}

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const {port} = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function until(what, ask) {
  for (const end = Date.now() + LONG; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await pause(STEP);
  }
  throw new Error(`WebKit: no ${what} in ${LONG} ms`);
}

export async function withWebKit(address, use) {
  const port = await freePort();
  const line = [inPath('WebKitWebDriver'), `--port=${port}`];
  const [program, ...words] = process.env.DISPLAY ? line : [inPath('xvfb-run'), '-a', '-s', '-screen 0 1440x900x24', ...line];
  const driver = spawn(program, words, {stdio: 'ignore', detached: true});
  const send = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {method, body: body && JSON.stringify(body)});
    const {value} = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  try {
    await until('driver', () => send('GET', '/status').catch(() => null));
    const wanted = {'webkitgtk:browserOptions': {binary: miniBrowser(), args: ['--automation']}};
    const {sessionId} = await send('POST', '/session', {capabilities: {alwaysMatch: wanted}});
    const session = `/session/${sessionId}`;
    const run = (script, ...args) => send('POST', `${session}/execute/sync`, {script: `return (${script})(...arguments)`, args});
    const find = async (selector) => Object.values(await send('POST', `${session}/element`, {using: 'css selector', value: selector}))[0];
    const means = {
      run,
      waitFor: (what, script, ...args) => until(what, () => run(script, ...args)),
      open: (url) => send('POST', `${session}/url`, {url}),
      click: async (selector) => send('POST', `${session}/element/${await find(selector)}/click`, {}),
      type: async (selector, text) => send('POST', `${session}/element/${await find(selector)}/value`, {text}),
    };
    try {
      await send('POST', `${session}/window/rect`, {x: 0, y: 0, width: 1440, height: 900});
      await means.open(address);
      await use(means);
    } finally {
      await send('DELETE', session);
    }
  } finally {
    process.kill(-driver.pid);
  }
}

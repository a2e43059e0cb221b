/**
 * Attempts to send something, all of which the browser has to refuse. In: nothing; out: for each way whether the content policy blocked it and by which rule. This is the only file of the page that
 * calls what could reach the network, and it asks for an address that is set aside and belongs to nobody. Example: `await attempts()` is
 * `[{way: 'fetch', blocked: 'connect-src'}, …]`. Limits: a browser that does not report violations leaves `blocked` null and `sent` unknown.
 */

/** RFC 2606 sets `.invalid` aside; a part for each way, so that the reports can be told apart. */
const ADDRESS = 'https://example.invalid/';

/** Time for the browser's reports to come in, in milliseconds. */
const WAIT = 1500;

const WAYS = {
  fetch: (address) => fetch(address, {mode: 'no-cors'}).then(() => true, () => false),
  image: (address) => new Promise((done) => {
    const image = new Image();
    image.onload = () => done(true);
    image.onerror = () => done(false);
    image.src = address;
  }),
  beacon: async (address) => void navigator.sendBeacon(address, ''),
};

/** @returns {Promise<{way: string, blocked: string|null, sent: boolean}[]>} */
export async function attempts() {
  const reports = [];
  const note = ({blockedURI, effectiveDirective}) => reports.push({address: blockedURI, rule: effectiveDirective});
  document.addEventListener('securitypolicyviolation', note);
  const results = await Promise.all(Object.entries(WAYS).map(async ([way, attempt]) => {
    const sent = await within(attempt(ADDRESS + way));
    return {way, sent: sent === true};
  }));
  for (const until = performance.now() + WAIT; performance.now() < until && reports.length < results.length; ) await new Promise((done) => setTimeout(done, 50));
  document.removeEventListener('securitypolicyviolation', note);
  return results.map(({way, sent}) => ({way, sent, blocked: ruleOf(reports, way)}));
}

/** Some browsers report the whole address, some the host only; each way has a rule of its own then. */
function ruleOf(reports, way) {
  const exact = reports.find(({address}) => address === ADDRESS + way);
  const rule = way === 'image' ? 'img-src' : 'connect-src';
  return (exact ?? reports.find((report) => report.address.startsWith(ADDRESS.slice(0, -1)) && !Object.keys(WAYS).some((other) => report.address.endsWith(other)) && report.rule === rule))?.rule ?? null;
}

const within = (promise) => Promise.race([promise.catch(() => false), new Promise((done) => setTimeout(() => done(null), WAIT))]);

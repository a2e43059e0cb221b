// What runs in the measured page; a classic script, since it is opened from disk. It starts the core in a worker just as the page does,
// but with its own message handler, which also tells the time inside the worker and the size of the core's memory.
'use strict';

const HANDLER = `
let memory;
self.onmessage = ({data}) => {
  if (data.wasm) memory = wasm_bindgen.initSync({module: data.wasm}).memory;
  // The core keeps what it read of the articles of the last check; a measured one has to read all of its own.
  if (data.articles) wasm_bindgen.check([{text: 'Other words.'}], {});
  const begun = performance.now();
  const report = data.articles && wasm_bindgen.check(data.articles, {});
  const ms = performance.now() - begun;
  self.postMessage({ms, bytes: memory.buffer.byteLength, findings: report ? report.findings.length : 0});
};`;

/** The core as bytes. */
async function unpacked() {
  const packed = Uint8Array.from(atob(CROSSCHECK_CORE), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

/** A worker that answers one message at a time; `ask` resolves to its answer. */
async function engine() {
  const source = URL.createObjectURL(new Blob([CROSSCHECK_ASSETS.worker, HANDLER], {type: 'text/javascript'}));
  const worker = new Worker(source);
  const ask = (message) => new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(message);
  });
  const begun = performance.now();
  await ask({wasm: await unpacked()});
  return {ask, start: performance.now() - begun, end: () => worker.terminate()};
}

/** The times of `runs` analyses inside the worker, after some that do not count. */
async function timesOfCore(articles, runs, warming) {
  const core = await engine();
  const times = [];
  let last;
  for (let run = -warming; run < runs; run += 1) {
    last = await core.ask({articles});
    if (run >= 0) times.push(last.ms);
  }
  core.end();
  return {times, start: core.start, bytes: last.bytes, findings: last.findings};
}

/**
 * For each list of articles the times of `runs` analyses and the findings, all in one worker. The lists are read in turn, so that a slow moment of the machine falls
 * on all of them, and `warming` rounds do not count: by then the engine has compiled the core, which else would cost the small ones most.
 */
async function timesInTurn(lists, runs, warming) {
  const core = await engine();
  const rows = lists.map(() => ({times: [], findings: 0}));
  for (let run = -warming; run < runs; run += 1) {
    for (const [at, articles] of lists.entries()) {
      const {ms, findings} = await core.ask({articles});
      rows[at].findings = findings;
      if (run >= 0) rows[at].times.push(ms);
    }
  }
  core.end();
  return rows;
}

/** The times of `runs` passes of a peer over the same articles, one call an article, after some that do not count. */
function timesOfPeer(name, articles, runs, warming) {
  const times = [];
  for (let run = -warming; run < runs; run += 1) {
    const begun = performance.now();
    for (const article of articles) peers[name](article.text);
    if (run >= 0) times.push(performance.now() - begun);
  }
  return {times};
}

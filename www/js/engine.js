/**
 * The worker's client. In: articles to check; out: reports through callbacks. Requests are numbered and the newest
 * wins: while one runs only the latest other waits. A run that is slow while a newer one waits is stopped by ending
 * the worker; after a trap the worker is replaced and the waiting request goes on. Limits: it never retries the
 * request that trapped, since it would trap again. Example: `new Engine(options).check(articles, {})`.
 */

/** A run may hold up a newer one for so long, in milliseconds. */
const SLOW = 3000;
/** Texts of more characters take longer to read than the reader pauses before a check. */
const LONGEST_AHEAD = 60_000;
/** Workers that fail to start in a row before the engine gives up. */
const STARTS = 3;

export class Engine {
  /**
   * @param {object} options
   * @param {() => {postMessage: Function, terminate: Function, onmessage: any, onerror: any}} options.spawn makes a worker
   *   that has been told to start
   * @param {(report: object, request: object, ms: number) => void} options.onReport
   * @param {(message: string, kind: 'refused'|'trap'|'start', request: object|null) => void} options.onFailure
   * @param {(state: 'starting'|'busy'|'idle'|'stopped', info?: object) => void} options.onState
   * @param {number} [options.slow]
   */
  constructor(options) {
    this.options = {slow: SLOW, ...options};
    this.number = 0;
    this.running = null;
    this.waiting = null;
    this.reading = null;
    this.unread = null;
    this.failures = 0;
    this.exports = new Map();
    this.start();
  }

  /** Asks for a check; any older one that has not begun is forgotten. The tag comes back with the report. */
  check(articles, options, tag = null) {
    this.number += 1;
    this.waiting = {id: this.number, articles, options, tag};
    this.next();
    if (this.waiting && this.running && !this.timer) this.timer = setTimeout(() => this.abort(), this.options.slow);
  }

  /** Has an article read while the reader still types in it; the check that follows then need not. Never holds up a check that is asked for. */
  readAhead(article) {
    if (!this.ready || this.running || article.text.length > LONGEST_AHEAD) return;
    if (this.reading !== null) {
      this.unread = article;
      return;
    }
    this.number += 1;
    this.reading = this.number;
    this.worker.postMessage({type: 'read', id: this.reading, article});
  }

  /** Asks for a report in another form, with what the reader adds to it; resolves to text. */
  export(report, format, reader = null) {
    if (!this.worker) return Promise.reject(new Error('there is no worker'));
    this.number += 1;
    const id = this.number;
    return new Promise((resolve, reject) => {
      this.exports.set(id, {resolve, reject});
      this.worker.postMessage({type: 'export', id, report, format, reader});
    });
  }

  /** Ends what runs; the newest waiting request is then begun in a new worker. */
  abort() {
    this.end();
    this.start();
  }

  /** Ends what runs and forgets what waits; the engine can be used again. */
  stop() {
    this.waiting = null;
    this.abort();
  }

  start() {
    this.ready = false;
    this.options.onState('starting');
    const worker = this.spawned();
    if (!worker) return;
    this.worker = worker;
    // Messages of a worker that was replaced may still arrive; they are nobody's.
    worker.onmessage = (event) => this.worker === worker && this.receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (this.worker === worker) this.trapped(event.message ?? 'the worker ended');
    };
  }

  /** A worker, or null where the browser lets the page have none; trying again would be of no use. */
  spawned() {
    try {
      return this.options.spawn();
    } catch (error) {
      this.options.onState('stopped');
      this.options.onFailure(error.message, 'start', null);
      return null;
    }
  }

  end() {
    clearTimeout(this.timer);
    this.timer = null;
    this.running = null;
    this.reading = null;
    this.unread = null;
    for (const {reject} of this.exports.values()) reject(new Error('the worker was replaced'));
    this.exports.clear();
    this.worker?.terminate();
    this.worker = null;
  }

  next() {
    if (!this.ready || this.running || !this.waiting) return;
    this.running = this.waiting;
    this.waiting = null;
    this.unread = null;
    this.options.onState('busy');
    const {id, articles, options} = this.running;
    this.worker.postMessage({type: 'check', id, articles, options});
  }

  receive(message) {
    if (message.type === 'ready') return this.begun(message);
    if (message.trap) return this.trapped(message.error);
    const waiter = this.exports.get(message.id);
    if (waiter) {
      this.exports.delete(message.id);
      return message.error === undefined ? waiter.resolve(message.text) : waiter.reject(new Error(message.error));
    }
    return message.id === this.reading ? this.haveRead() : this.finished(message);
  }

  /** Goes on with what was typed meanwhile. A refusal is told by the check, which meets it too. */
  haveRead() {
    const article = this.unread;
    this.reading = null;
    this.unread = null;
    if (article) this.readAhead(article);
  }

  begun(message) {
    this.ready = true;
    this.failures = 0;
    this.options.onState('idle', {version: message.version, rules: message.rules, exports: message.exports});
    this.next();
  }

  finished(message) {
    if (message.id !== this.running?.id) return;
    const request = this.running;
    clearTimeout(this.timer);
    this.timer = null;
    this.running = null;
    // A report that is already outdated is not shown: the newer one follows at once.
    const outdated = this.waiting !== null;
    this.next();
    if (!this.running) this.options.onState('idle');
    if (message.error !== undefined) this.options.onFailure(message.error, 'refused', request);
    else if (!outdated) this.options.onReport(JSON.parse(message.json), request, message.ms);
  }

  trapped(error) {
    const request = this.running;
    const starting = !this.ready;
    this.end();
    this.failures = starting ? this.failures + 1 : 0;
    if (this.failures >= STARTS) {
      this.options.onState('stopped');
      this.options.onFailure(error, 'start', request);
      return;
    }
    this.start();
    if (!starting) this.options.onFailure(error, 'trap', request);
  }
}

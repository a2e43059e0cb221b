/**
 * The page's side of the offline copy. In: what to do when it is ready and when a new version lies there; out: `use()`, which takes the new version and
 * loads the page anew. Example: `const copy = offline({ready, update})`. Limits: the hosted form only, and only where the browser lets a page have one.
 */

import {isHosted} from './assets.js';
import {trustedAddress} from './policy.js';

/** @param {{ready: () => void, update: () => void}} told */
export function offline({ready, update}) {
  let waiting = null;

  const found = (worker) => {
    waiting = worker;
    update();
  };
  /** Follows a worker that is being made: the first one is the copy, any later one a new version. */
  const follow = (worker) => worker?.addEventListener('statechange', () => {
    if (worker.state === 'activated') ready();
    if (worker.state === 'installed' && navigator.serviceWorker.controller) found(worker);
  });

  return {
    async begin() {
      if (!isHosted() || !navigator.serviceWorker) return;
      // A browser that refuses leaves the page as it is: nothing of it needs the copy.
      const registration = await navigator.serviceWorker.register(trustedAddress('sw.js')).catch(() => null);
      if (!registration) return;
      if (registration.active) ready();
      if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting);
      follow(registration.installing);
      registration.addEventListener('updatefound', () => follow(registration.installing));
    },
    /** Takes the new version; the page is its own old version until it is loaded anew. */
    use() {
      if (!waiting) return;
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {once: true});
      waiting.postMessage('use');
    },
  };
}

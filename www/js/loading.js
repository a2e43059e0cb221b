/**
 * Scripts of the page's own that come later than the page. In: the name of a file that the build put beside it; out: a promise that it has run.
 * Example: `await load('pdf.js')`. Limits: the hosted form only; the single file has nothing beside it.
 */

import {trustedAddress} from './policy.js';

/** @param {string} file */
export function load(file) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trustedAddress(file);
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(file));
    };
    document.head.append(script);
  });
}

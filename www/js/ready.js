/**
 * The report of the examples that the build made with the very core that travels with the page, so that they need not wait until it has started.
 * In: what is asked for; out: that report, or null. Example: `readyFor({articles, corrections})`. Limits: the core checks the examples all the same, since
 * it is warm then when the reader's own articles come; where its report is not the same, that one is shown.
 */

import {examples, readyMade} from './assets.js';

/** The fields of an article that a report depends on, beside its place. */
const FIELDS = ['text', 'title', 'outlet', 'date'];

let made = null;

/** The core's version, its rules and the report of the examples; null in a page that was built without. */
export function ready() {
  made ??= {...readyMade(), report: null};
  return made.text ? made : null;
}

/** The report of the articles, when these are the examples as they came and nothing was said about names. */
export function readyFor({articles, corrections}) {
  const known = examples();
  const same = ready() && corrections.length === 0 && articles.length === known.length
    && articles.every((article, i) => FIELDS.every((name) => (article[name] ?? null) === (known[i][name] ?? null)));
  if (!same) return null;
  return (made.report ??= JSON.parse(made.text));
}

/** Whether a report says the same, to the letter, as the one that is shown already. */
export const isReady = (report) => ready() !== null && JSON.stringify(report) === made.text;

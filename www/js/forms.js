/**
 * The forms in which a report leaves the page. In: the state and a choice of findings; out: what the reader adds to the report, and the names
 * of forms and files. Pure; the texts are written by the core, but for JSON, which is the report itself. Example: `readerOf(state)`.
 */

import {passes, reviewOf} from './select.js';

/** Form → ending and media type of its file, in the order in which they are offered. */
export const FORMS = {
  html: ['html', 'text/html'],
  markdown: ['md', 'text/markdown'],
  text: ['txt', 'text/plain'],
  csv: ['csv', 'text/csv'],
  'csv-names': ['names.csv', 'text/csv'],
  'csv-quotations': ['quotations.csv', 'text/csv'],
  'csv-claims': ['claims.csv', 'text/csv'],
  json: ['json', 'application/json'],
  annotations: ['annotations.jsonld', 'application/ld+json'],
  'claim-review': ['claim-review.jsonld', 'application/ld+json'],
};

/** Which findings a choice stands for; the choices are all, those that the filter shows, and those that the reader accepted. */
export const CHOICES = {
  all: () => true,
  shown: (state, finding) => passes(state, finding),
  accepted: (state, finding) => reviewOf(state, finding).status === 'accepted',
};

/** The findings of a choice. */
export function chosen(state, takes = state.takes) {
  return state.report ? state.report.findings.filter((finding) => CHOICES[takes](state, finding)) : [];
}

/** The reader's part of what is taken away: addresses, reviews, and which findings to take, by their numbers in the report.
 * @param {object} words of reasons for a dismissal, by their codes */
export function readerOf(state, words) {
  const addresses = state.compared.map(({id}) => state.articles.find((article) => article.id === id)?.address ?? null);
  const reviews = state.report.findings.flatMap((finding) => {
    const review = reviewOf(state, finding);
    if (!review.status && !review.followUp && !review.note) return [];
    const reason = [words[review.reason], review.words].filter(Boolean).join(': ');
    return [{finding: finding.id, verdict: review.status, reason, follow_up: review.followUp, note: review.note}];
  });
  const ids = chosen(state).map(({id}) => id);
  return {addresses, reviews, only: state.takes === 'all' ? null : ids};
}

/** The report as it is, with the reader's part where there is one. */
export function asJson(report, {addresses, reviews, only}) {
  const takes = (id) => only === null || only.includes(id);
  const topics = report.topics.map((topic) => ({...topic, findings: topic.findings.filter(takes)}));
  const part = only === null ? report : {...report, findings: report.findings.filter(({id}) => takes(id)), topics: topics.filter(({findings}) => findings.length)};
  const says = {...(addresses.some(Boolean) && {addresses}), ...(reviews.length && {reviews: reviews.filter(({finding}) => takes(finding))})};
  return `${JSON.stringify(Object.keys(says).length ? {...part, reader: says} : part, null, 2)}\n`;
}

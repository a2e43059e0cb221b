// A peer, joined into one script for the browser, and called as its guide shows it.
import nlp from 'compromise';

globalThis.peers ??= {};

/** People, places, organizations and quotations of one article. */
globalThis.peers.compromise = (text) => {
  const doc = nlp(text);
  return [doc.people(), doc.places(), doc.organizations(), doc.quotations()].map((view) => view.out('array'));
};

/** What this is in a line, the regions, how the comparison stands. */

import {number, one} from './words.js';

export const page = {
  pitch: 'See where reports of one event differ.',
  privacy: 'Nothing you paste leaves this page.',
  own: 'Paste your own',
  number: (n) => number.format(n),
  words: (n) => one(n, 'word'),
  articles: 'Articles',
  articleCount: (n) => one(n, 'article'),
  reading: 'Reading view',
  results: 'Results',
  regions: {rail: 'Articles', reader: 'Read', panel: 'Findings'},

  state: {
    starting: 'Getting ready…', busy: 'Comparing…',
    done: (n) => `${one(n, 'difference')} found.`,
    stop: 'Stop',
  },
  trap: 'The comparison failed on this text and was started afresh. Your articles are all here; change the text or leave an article out to go on.',
  stopped: 'The comparison was stopped. It goes on when an article changes.',
  refused: (reason) => `The comparison refused the text: ${reason}`,
  cannotStart: (reason) => `The comparison can not start in this browser (${reason}). You can still read and edit the articles.`,
  noAssets: 'the analysis part of this page is missing',
};

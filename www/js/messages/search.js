/** What the search says. */

import {number, one} from './words.js';

export const search = {
  open: 'Search in all articles', label: 'Search in all articles', word: 'Whole words', leave: 'Leave the search', next: 'Next hit', previous: 'Previous hit',
  hint: 'Capitals and marks on letters make no difference. Enter goes to the next hit, Shift and Enter to the one before, Esc leaves.',
  none: (text) => `“${text}” stands in no article.`, count: (hits, articles) => `${one(hits, 'hit')} in ${one(articles, 'article')}`,
  at: (n, all) => `${number.format(n)} of ${number.format(all)}`,
  mentions: (name) => `Each mention of ${name}`, mentionCount: (n, articles) => `${one(n, 'mention')} in ${one(articles, 'article')}`, gone: 'This name does not occur any more.', back: 'Search for words',
  more: (n) => `Show ${one(n, 'more hit')} in this article`, kept: (n) => `Only the first ${number.format(n)} are listed.`, hits: (letter, n) => `${letter === '–' ? 'Article left out' : `Article ${letter}`}: ${one(n, 'hit')}`,
  forms: {pronoun: 'pronoun', nominal: 'description', title: 'by title'},
};

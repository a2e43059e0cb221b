/** What the matrix of claims says, and the words that articles share. */

import {number, one} from './words.js';

export const claims = {
  claims: {
    none: 'No claims to compare were found.', noneShown: 'No claim fits.', label: 'Claims by article. Arrow keys go from cell to cell; Enter shows the passage.', claim: 'Claim', article: (letter) => `Article ${letter}`,
    single: 'one source', show: 'Which claims', stance: 'What it does', more: (n) => `Show ${one(n, 'more claim')}`,
    shows: {all: 'All', differ: 'Told differently', several: 'Told alike', single: 'One source', copied: 'In copied words'},
    groups: {differ: 'Articles differ', several: 'Several articles tell it alike', single: 'One source only'},
    count: (n, parts) => `${one(n, 'claim')}: ${parts.join(', ')}.`,
    groupCounts: {differ: (n) => `${number.format(n)} told differently`, several: (n) => `${number.format(n)} told alike by several`, single: (n) => `${number.format(n)} from one source`},
    copied: (told, n) => `in ${one(told, 'article')}, in copied words: counts as ${number.format(n)}`,
    copiedWith: (letters) => `same words as ${letters.join(', ')}`,
    silentIn: (letters) => `Silent: ${letters.join(', ')}. That an article does not mention a thing says nothing about the thing.`,
    stances: {states: 'states', hedges: 'hedges', denies: 'denies', disputes: 'disputes', silent: 'silent'},
  },
  reuse: {
    title: 'Words that articles share', none: 'No longer stretch of words stands in two articles.', label: 'Shared words',
    intro: 'Agreement in the same words is one report, not two, where the words were taken over. Quoted speech is alike in any case.',
    pair: (n, words, longest) => (n === 1 ? `one stretch of ${one(words, 'word')}` : `${number.format(n)} stretches, ${one(words, 'word')}, the longest ${number.format(longest)}`),
    quoted: (n, all) => (n === all ? 'all of it quoted speech' : `${number.format(n)} of them quoted speech`), speech: 'quoted speech',
  },
};

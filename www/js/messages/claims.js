/** What the matrix of claims says. */

import {number, one} from './words.js';

export const claims = {
  claims: {
    none: 'No claims to compare were found.', caption: 'Claims by article', claim: 'Claim', single: 'one source',
    copied: (told, n) => `in ${one(told, 'article')}, in copied words: counts as ${number.format(n)}`,
    stances: {states: 'states', hedges: 'hedges', denies: 'denies', disputes: 'disputes', silent: 'silent'},
  },
};

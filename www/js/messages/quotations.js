/** What the quotations view says. */

import {number, one} from './words.js';

export const quotations = {
  quotations: {
    none: 'No quotations were found.', noneShown: 'No quotation fits.', find: 'Find words or a speaker', show: 'Which quotations',
    shows: {all: 'All', differing: 'Worded differently', several: 'In several articles', single: 'In one article', indirect: 'Indirect', unknown: 'Speaker not known'},
    count: (n) => one(n, 'quotation'), differing: (n) => `${number.format(n)} worded differently`, more: (n) => `${one(n, 'more quotation')} in one article only`,
    indirectHidden: (n) => `${one(n, 'indirect report')} of speech`, reported: (n) => `${one(n, 'indirect report')} of the same words`, introduced: 'How each article introduces it',
    label: (speaker, articles, wordings) => `${speaker}: ${one(wordings, 'wording')} in ${one(articles, 'article')}`,
    printed: (n, independent) => {
      if (n === 1) return 'Printed more than once in one article.';
      if (independent >= n) return `${one(n, 'article')} print it.`;
      return independent === 1 ? `${one(n, 'article')} print it, all from shared copy: one report, not ${number.format(n)}.`
        : `${one(n, 'article')} print it, some from shared copy: ${number.format(independent)} independent reports, not ${number.format(n)}.`;
    },
    told: (n) => `One article prints it, ${n === 1 ? 'another tells' : `${number.format(n)} others tell`} it without marks.`,
    support: {most: 'fullest wording, printed by most', part: 'fullest wording, printed by most, whole or in part', few: 'the wording that the others are compared with', same: 'same words'},
    given: (name) => `said by ${name} here`, via: (name) => `quoted from ${name}`, unsure: 'speaker uncertain', headline: 'in a headline', nobody: 'No source is named',
    gone: '(left out: ', added: '(put in: ', leftOff: (n) => `… ${one(n, 'word')} left off …`,
    compare: 'Compare the versions word by word', compareOf: (words) => `Compare the versions of “${words}”`,
  },
  /** In what a version differs from the reference. */
  differenceKinds: {
    order: 'the same words in another order', denial: 'a word of denial on one side only', figure: 'another figure', likelihood: 'not equally likely or binding',
    condition: 'a condition or limit on one side only', degree: 'a word of degree on one side only', edit: 'an edit that is marked', cut: 'left off',
    filler: 'small words', form: 'other form of the word', name: 'a name differs', wording: 'other words',
  },
};

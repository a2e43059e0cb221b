/** What the names view says, merging and corrections with it. */

import {number, one} from './words.js';

export const names = {
  names: {
    none: 'No names were found.', noneShown: 'No name fits.', more: (n) => `${one(n, 'more name')}: narrow the list to see ${n === 1 ? 'it' : 'them'}.`,
    find: 'Find a name', kind: 'Kind', sort: 'Order', sorts: {spread: 'Most articles first', name: 'By name', kind: 'By kind', first: 'As they appear'},
    look: 'Needs a look', rest: 'Names', mentions: (n) => one(n, 'mention'), open: 'All about this name',
    flags: {'given-name': 'given name differs', name: 'name differs', office: 'offices differ', spelling: 'spellings differ'},
    moreForms: (n) => `${number.format(n)} more`,
    form: 'Written as', total: 'All', unnamed: 'Pronouns, descriptions', caption: (name) => `How ${name} is written, by article; the numbers count mentions`,
    step: (form, letter, n) => `${form}: ${one(n, 'mention')} in ${letter === null ? 'all articles' : `article ${letter}`}`,
    offices: 'Offices', statuses: {current: 'current', former: 'former', then: 'then', acting: 'acting', elect: 'elect'},
    together: 'Named with', togetherWith: (name, n) => `${name}: ${n === 1 ? 'one sentence' : `${number.format(n)} sentences`} with both`,
    both: (name, other) => `${name} with ${other}`, findings: 'Findings', split: 'Split off', splitForm: (form) => `Split off “${form}”: it is not the same`,
    kindOf: (name) => `Kind of ${name}`, change: 'Change kind',
  },
  merge: {
    label: 'Merge names', choose: (name) => `Choose ${name}, to merge it with another`, one: (name) => `${name} is chosen. Choose what else is the same.`,
    main: (n) => `Merge ${number.format(n)} names as`, merge: 'Merge', clear: 'Choose none',
  },
  corrections: {
    title: 'Your corrections', intro: 'Everything follows them, also when the articles change.',
    merge: (main, others) => `${main} is also ${others}`, split: (form, others) => `${form} is not ${others}`, kind: (name, kind) => `${name} is of the kind “${kind}”`,
    and: ', ', or: ' or ', standings: {absent: 'does not occur now', open: 'not followed yet'},
    remove: (text) => `Remove the correction: ${text}`, clear: 'Remove all',
  },
};

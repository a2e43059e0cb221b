/** What the network of names says. */

import {number, one} from './words.js';

const units = {sentence: (n) => one(n, 'sentence'), paragraph: (n) => one(n, 'paragraph')};

export const network = {
  network: {
    none: 'No people, organisations or places were found.', noneShown: 'No name fits.', form: 'Shown as', forms: {drawing: 'Drawing', table: 'Table'},
    kinds: {person: 'People', organization: 'Organisations', place: 'Places'}, kind: 'Which names', least: 'Named at least', times: (n) => (n === 1 ? 'once' : `${number.format(n)} times`), unit: 'Tied by', units: {sentence: 'the same sentence', paragraph: 'the same paragraph'},
    label: (n) => `Network of ${one(n, 'name')}. Arrow keys go from name to name, Enter chooses one and shows with whom it is named.`,
    count: (nodes, ties) => `${one(nodes, 'name')}, ${one(ties, 'tie')}.`, left: (n) => `${one(n, 'more name')} ${n === 1 ? 'fits' : 'fit'}; those named most are drawn. Narrow the choice to see others.`,
    meaning: 'Named together says that two names stand near each other in the text, not that they have to do with each other.',
    node: (name, kind, mentions, degree) => `${name}, ${kind}, ${one(mentions, 'mention')}, named with ${one(degree, 'other')}`,
    mentions: (n) => one(n, 'mention'), together: (n, unit) => units[unit](n), both: (name, other) => `${name} with ${other}`, with: 'Named with', alone: 'Named with none of the names that are shown.',
    choose: (name) => `Choose ${name}`, clear: 'Choose none',
    columns: {a: 'Name', b: 'Named with', weight: 'Together', articles: 'In'}, caption: 'Names that stand together, most often first',
  },
};

/** What the reading view says: marks, kinds, cards, the way back. */

import {number, one} from './words.js';

export const reading = {
  marks: 'Marks',
  textOf: (letter) => `${letter === '–' ? 'This article' : `Article ${letter}`}. Left and right arrow keys go from mark to mark, Enter tells more about one.`,
  startQuotation: (speaker) => `(quotation, ${speaker}:) `,
  endQuotation: ' (end of quotation)',
  startFinding: (n) => `(difference ${n}:) `,
  goToFinding: (n, title) => `Finding ${n}: ${title}`,
  passages: 'Passages of the finding',
  backTo: (n) => `Back to finding ${n}`,
  boilerplate: 'Not part of the report',

  kinds: {
    person: 'People', organization: 'Organisations', place: 'Places', group: 'Groups', other: 'Other names',
    time: 'Dates and times', figure: 'Figures', quotation: 'Quotations', indirect: 'Indirect speech', finding: 'Differences',
  },
  entityKinds: {
    person: 'Person', organization: 'Organisation', place: 'Place', group: 'Group', event: 'Event', law: 'Law', product: 'Product', work: 'Work',
    date: 'Date', duration: 'Duration', time: 'Time', quantity: 'Quantity', percent: 'Percentage', money: 'Money',
  },
  statuses: {current: '', former: 'former', then: 'then', acting: 'acting', elect: 'elect'},
  formNotes: {spelling: 'spelling', 'given-name': 'given name differs', short: 'short form', title: 'by title'},
  quotationKinds: {direct: 'Quotation', mixed: 'Partly quoted', indirect: 'Indirect speech', partial: 'Quoted words', headline: 'Quoted in a headline'},
  quotationStatuses: {
    reference: 'fullest wording', exact: 'same words', 'glyph-only': 'same words, other marks', fragment: 'part of it', truncated: 'shortened',
    altered: 'other words', spliced: 'joined from two', singleton: 'in this article only',
  },
  sourceClasses: {named: 'named source', official: 'official, not named', unnamed: 'source not named', document: 'document', outlet: 'another outlet'},
  unknownSpeaker: 'Speaker not known',
  card: {
    forms: 'Written as', offices: 'Offices', mentions: 'Mentions', mentionsIn: (letter, n) => `${letter}: ${n}`, value: 'Means', cue: 'Cue', source: 'Source', via: 'Quoted from',
    each: (n) => `${one(n, 'mention')} in context`, confidence: 'Confidence', versions: 'In the articles', open: 'Open the finding', title: 'About this mark', also: 'Also here',
  },

  tour: {
    at: (label, n, all) => `${label}: ${number.format(n)} of ${number.format(all)}`,
    previous: {names: 'Previous mention', quotations: 'Previous version', claims: 'Previous passage', timeline: 'Previous passage', network: 'Previous sentence', search: 'Previous hit', findings: 'Previous passage'},
    next: {names: 'Next mention', quotations: 'Next version', claims: 'Next passage', timeline: 'Next passage', network: 'Next sentence', search: 'Next hit', findings: 'Next passage'},
    back: {names: 'Back to the names', quotations: 'Back to the quotations', claims: 'Back to the claims', timeline: 'Back to the timeline', network: 'Back to the network', search: 'Back to the search', findings: 'Back to the dropped pair'},
  },
};

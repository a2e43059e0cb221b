/** What the results say: tabs, filters, findings and their kinds. */

import {number, one} from './words.js';

export const findings = {
  tabs: {findings: 'Findings', names: 'Names', quotations: 'Quotations', claims: 'Claims', timeline: 'Timeline', network: 'Network', search: 'Search'},
  severities: {high: 'High', medium: 'Medium', low: 'Low', info: 'Note'},
  severityCount: (severity, n) => `${n} ${{high: 'high', medium: 'medium', low: 'low', info: n === 1 ? 'note' : 'notes'}[severity]}`,
  scopes: {cross: 'Between articles', within: 'Within one article'},
  confidence: (n) => `${n}% confidence`,
  differences: (n) => one(n, 'difference'),
  across: (n) => `in ${one(n, 'article')}`,
  shownOf: (shown, all) => `${number.format(shown)} of ${number.format(all)} shown`,
  passage: (letter) => `Passage from article ${letter}`,
  showInText: 'Show in the text',
  showPassage: (letter) => `Show this passage in article ${letter}`,
  why: 'How this was found',
  more: (n) => `${one(n, 'more passage')}`,
  filters: 'Filter',
  filter: {severity: 'Severity', kind: 'Kind', article: 'Article', entity: 'Name', scope: 'Where', review: 'Review', reset: 'Show everything'},
  severityFilter: {high: 'High only', medium: 'Medium and up', low: 'Low and up', info: 'All, with notes'},
  any: 'All',
  hiddenNotes: (n) => `${one(n, 'note')} of style not shown.`,
  showNotes: 'Show',
  noneShown: 'No difference passes the filter.',
  none: 'No difference was found.',
  noneMeaning: 'That is not agreement: a difference can lie in words this tool does not weigh. Read the passages that matter to you.',
  compared: (articles, sentences, quotations, names, claims) =>
    `Looked at: ${one(articles, 'article')} with ${one(sentences, 'sentence')}, ${one(quotations, 'quotation')}, ${one(names, 'name')} and ${one(claims, 'claim')}${articles > 1 ? `; ${one((articles * (articles - 1)) / 2, 'pair')} of articles` : ''}.`,
  droppedOnly: (n) => `${one(n, 'pair')} of passages looked like a difference and ${n === 1 ? 'was' : 'were'} let go; see below.`,
  single: 'Only one article is here, so it was compared with itself alone. Add a second report of the same event.',
  nothing: 'Put in two or more reports of the same event, and the differences appear here.',
  neutral: 'Crosscheck shows that reports differ. It does not know which one is right.',
  notices: 'Notices',
  noticesOfAll: 'What was compared',

  /** Titles of the kinds, for when the core's own list has none. */
  findingKinds: {
    antonym: 'Opposite words', negation: 'One asserts, one negates', numeric: 'Figures differ', 'date-time': 'Times differ', location: 'Places differ',
    participants: 'Different people taking part', structural: 'Roles exchanged', lexical: 'Words that exclude each other', instrument: 'Different measures',
    'world-knowledge': 'At odds with general knowledge', misquotation: 'Quotation worded differently', 'quote-truncation': 'Quotation shortened',
    'quote-splicing': 'Quotations joined', 'paraphrase-as-quote': 'Paraphrase in quotation marks', 'changed-speaker': 'Same words, different speakers',
    'quote-context-shift': 'Quotation in another context', 'paraphrase-drift': 'Paraphrase says something else', 'quote-typography': 'Quotation marks do not match',
    'name-error': 'Names differ', 'name-spelling-variant': 'Spelling of a name differs', 'title-role': 'Different offices', 'certainty-modality': 'Not equally certain',
    'scope-qualifier-drop': 'A limit is missing', 'attribution-source': 'Different sources', 'attribution-upgrade': 'Source made more official',
    'conflicting-sources': 'Sources contradict each other', 'stance-conflict': 'Speakers disagree', 'stance-reversal': 'A speaker changes position',
    'headline-body': 'Headline and text differ', 'self-contradiction': 'Article contradicts itself', 'temporal-impossibility': 'Order of events can not be',
  },
};

/** What a note to the desk says, and what the page says about it. */

import {number, one} from './words.js';

export const desk = {
  heading: 'Note to the desk', all: (n) => `Note to the desk: ${one(n, 'finding')} accepted or to follow up`,
  nothing: 'Accept findings or mark them for follow-up, and a note about all of them is made here.',
  copyText: 'Copy as text', copyMarkdown: 'Copy as Markdown', saveText: 'Save as text', saveMarkdown: 'Save as Markdown',
  copied: 'The note was copied.', notCopied: 'This browser does not let the page copy. Select the note below and copy it yourself.', file: 'desk-note',
  title: (n) => `Where reports differ: ${one(n, 'point')} to check`,
  date: (date) => {
    const [year, month, day] = (date ?? '').split('-').map(Number);
    if (!day) return date ?? 'no date found';
    return new Date(Date.UTC(year, month - 1, day)).toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  },
  roles: {headline: 'headline', standfirst: 'standfirst', byline: 'byline', subhead: 'subheading', caption: 'caption', boilerplate: 'outside the report'},
  paragraph: (n) => `paragraph ${number.format(n)}`,
  sides: {first: 'As in the first passage:', second: 'As in the second passage:', other: 'Told in another way:'}, silent: 'Says nothing about it:',
  differing: 'Words that differ:', reason: 'Why they are set side by side', check: 'To check', followUp: 'Marked for follow-up.', note: 'Note',
  checkAny: 'Ask both newsrooms what their passage rests on, and look for the first source.',
  /** What would settle a difference, by kind; says nothing about which side it would settle it for. */
  checks: {
    antonym: 'What was decided or how it came out: the document, the record or the body itself.',
    negation: 'Whether it was done or said: ask the party concerned, and look for the statement or the record.',
    numeric: 'The figure, its source, and to which time, place and thing each of the two refers.',
    'date-time': 'The day or hour, from the announcement or the record; whether both passages mean one event.',
    location: 'The place, from the announcement or somebody who was there; whether one place lies in the other.',
    participants: 'Who took part: the invitation, a readout, or the parties themselves.',
    structural: 'Who did it to whom: the record, or both parties.',
    instrument: 'Which measure was taken: the order, the decision or the body that took it.',
    misquotation: 'The words as spoken or written: recording, transcript or post. Was it said once or several times, and in which language?',
    'quote-truncation': 'The whole sentence as spoken or written, and whether what is left off changes it.',
    'quote-splicing': 'Whether the parts were said in one breath: recording, transcript or post.',
    'paraphrase-as-quote': 'Whether the words in marks were said as they stand: recording, transcript or post.',
    'changed-speaker': 'Who said it: recording, transcript, post, or the people named.',
    'quote-context-shift': 'On which occasion and about what it was said.',
    'paraphrase-drift': 'The words as spoken or written, beside the report of them.',
    'name-error': 'The name, from the person, the body or a register.',
    'name-spelling-variant': 'The spelling the person or body uses, and the house style.',
    'title-role': 'The office and whether it was held on the day told of.',
    'certainty-modality': 'How sure it is: what was announced, by whom, and whether it has been confirmed since.',
    'scope-qualifier-drop': 'Within which limit it is the first or the record.',
    'attribution-source': 'Who the source is, and whether both passages rest on the same one.',
    'conflicting-sources': 'What each source said, when, and what it can know of its own.',
    'headline-body': 'Whether the text of the article bears the headline out.',
    'self-contradiction': 'Which of its two passages the article stands by: ask its newsroom.',
    lexical: 'Which word holds: the first source of the sentence.',
  },
};

/** What the page says of its own accuracy: a sentence a measure, in plain words, and what the tool can not and will not do. */

import {number} from './words.js';

const hundred = (figure) => number.format(Math.round(figure));
/** A share of hundred in words. Under one and above ninety-nine it is not rounded to none or all. */
const of = (things, does) => (figure) => `Of 100 ${things}, ${figure > 0 && figure < 1 ? 'less than one' : figure > 99 && figure < 100 ? 'more than 99' : hundred(figure)} ${does}.`;
const count = (things) => (figure) => (figure === 0 ? `No ${things}.` : `${number.format(figure)} ${things}.`);

const changed = (what) => of(`copies in which ${what} was changed`, 'are told, at the right place');
const quotations = (where) => ({
  found: of(`quotations ${where} that a person marked`, 'are found'),
  right: of(`quotations ${where} that are shown`, 'are quotations, with the right beginning and end'),
  speaker: of(`quotations ${where} that are found`, 'are given to the right speaker'),
});
const [marks, partly, indirect] = ['in quotation marks', 'partly in marks', 'without marks (he said that…)'].map(quotations);

export const goodness = {
  title: 'How good is this?', open: 'How good is this?',
  intro: 'Measured on texts in which people had marked what is there. The figures are those of this version; a new version may not be worse.',
  public: 'Most sets are public research data. None was written for this tool except where it says so.',
  figure: (figure, unit) => (unit === '%' ? `${number.format(figure)}%` : unit === 'count' ? number.format(figure) : `${number.format(figure)} ${unit}`),
  items: (n) => `measured on ${number.format(n)}`, few: 'Few items: the figure may be off by much.',
  reached: (goal) => `goal ${goal} reached`, missed: (goal) => `goal ${goal} not reached`,
  missing: 'The measured figures are not part of this page.',
  tasks: {findings: 'Differences between articles', stress: 'Articles with one thing changed', pairs: 'Pairs of passages', quotations: 'Quotations and speakers', entities: 'Names'},
  meaning: {
    findings: 'Two things count: how many of the differences that a careful reader finds are found here, and how many of those shown are real. The bundled articles and the other events were at hand when the tool was made. On a few events that were not, and that another reader had marked, it found about one plain difference in ten, and what it showed was right: expect it to miss much in a new story.',
    stress: 'A copy of an article in which one fact is another must raise an alarm at that place; a copy in which none is must raise none. These are easy: real articles tell one thing in other words.',
    pairs: 'Public sets of two passages each that contradict each other or do not, many in ways that take knowledge of the world; those are missed.',
    quotations: 'Words in marks are found nearly always. Reported speech without marks is harder to delimit.',
    entities: 'A name counts only when its beginning, its end and its kind (person, organisation, place …) are right.',
  },
  measures: {
    findings: {
      'core topics found': of('matters on which the articles plainly differ', 'are found'), 'core differences found': of('plain differences', 'are found'), 'reported that are right': of('findings', 'are real differences'),
      'known false alarms': count('alarms at places that were marked as no difference'), 'reported that nobody listed': (figure) => (figure === 0 ? 'No finding that no reader had listed.' : `${number.format(figure)} findings in 1,000 words that no reader had listed.`),
    },
    stress: {
      'changed figures found': changed('a figure'), 'changed dates found': changed('a date'), 'changed weekdays found': changed('a weekday'), 'changed names found': changed('a name'), 'changed offices found': changed('an office'), 'changed places found': changed('a place'),
      'changed negations found': changed('a “not”'), 'changed opposites found': changed('a word for its opposite'), 'changed quoted words found': changed('a quoted word'), 'changed certainty found': changed('how certain a thing is'), 'changed speakers found': changed('the speaker'),
      'alarms on paragraphs in another order': count('alarms on paragraphs in another order'), 'alarms on other marks': count('alarms on other quotation marks'), 'alarms on other reporting verbs': count('alarms on another word for “said”'), 'alarms on a sentence left out': count('alarms on a sentence left out'),
    },
    pairs: {'alarms that are right': of('pairs on which it raises an alarm', 'contradict each other'), 'contradictions found': of('pairs that contradict each other', 'raise an alarm'), 'other pairs alarmed': of('pairs that do not contradict each other', 'raise a false alarm')},
    quotations: {
      'in marks: found': marks.found, 'in marks: right of those reported': marks.right, 'in marks: right speaker': marks.speaker,
      'partly in marks: found': partly.found, 'partly in marks: right of those reported': partly.right, 'partly in marks: right speaker': partly.speaker,
      'without marks: found': indirect.found, 'without marks: right of those reported': indirect.right, 'without marks: right speaker': indirect.speaker,
    },
    entities: {
      'names, span and kind (F1)': (figure) => `Of 100 names some ${hundred(figure)} are right in extent and kind (the mean of what is found and what of it is right).`,
      'names, span (F1)': (figure) => `Of 100 names some ${hundred(figure)} are right in extent, whatever their kind.`,
    },
  },
  limits: 'Limits',
  limitList: [
    'It reads words, figures, names and quotation marks. A contradiction that takes knowledge of the world or a chain of thought is missed.',
    'Two passages may speak of different meetings, days or people and look alike: there are false alarms. Each finding shows its steps, so that it can be judged.',
    'No finding is not agreement, and a finding does not say which article is wrong.',
    'It reads English news. An article in another language gets a notice, and nothing in it is marked or compared.',
    'The confidence of a finding is an estimate from the tests above, not a probability that an article errs.',
  ],
  never: 'What it will not do',
  neverList: ['It does not check anything against the world: it compares the articles with each other and with nothing else.', 'It does not rate outlets, authors or articles.', 'It does not decide who is right, and writes no verdict.', 'It does not rewrite or summarise articles.', 'It does not send anything anywhere, and does not learn from what you paste.'],
};

/** What the timeline says, and dates in words: the only place that knows how days, months and spans are written. */

import {dateOf} from '../chronology.js';
import {once} from '../once.js';
import {one} from './words.js';

const written = (options) => once(() => new Intl.DateTimeFormat('en-GB', {timeZone: 'UTC', ...options}));
const DAY = written({day: 'numeric', month: 'long', year: 'numeric'});
const MONTH = written({month: 'long', year: 'numeric'});
const YEAR = written({year: 'numeric'});
const TICKS = {day: written({day: 'numeric', month: 'short'}), month: written({month: 'short', year: '2-digit'}), year: YEAR};
const WORDS = {day: DAY, days: DAY, month: MONTH, months: MONTH, year: YEAR};

const when = ({from, to, precision}) => (precision === 'day' ? DAY().format(dateOf(from)) : WORDS[precision]().formatRange(dateOf(from), dateOf(to)));

export const timeline = {
  timeline: {
    none: 'No dated event was found.', form: 'Shown as', forms: {drawing: 'Drawing', table: 'Table'},
    label: (n) => `Timeline of ${one(n, 'event')}. Left and right arrow keys go through time, up and down from article to article; Enter shows the passage.`,
    count: (n, articles) => `${one(n, 'dated event, statement or publication', 'dated events, statements and publications')} in ${one(articles, 'article')}.`,
    when, year: (day) => YEAR().format(dateOf(day)), tick: (day, unit) => TICKS[unit]().format(dateOf(day)),
    band: (from, to) => DAY().formatRange(dateOf(from), dateOf(to)),
    gap: 'The axis leaves out a stretch in which nothing is told.',
    kinds: {event: 'told of', statement: 'in a statement', publication: 'published'}, published: 'The article was published.',
    precisions: {day: 'to the day', days: 'within some days', month: 'to the month', months: 'within some months', year: 'to the year'},
    said: (name) => `in a statement of ${name}`, place: (letter, words) => `${letter}. ${words}`,
    legend: {event: 'Event', statement: 'Statement', publication: 'Published', span: 'The longer the bar, the less exact', conflict: 'Findings set these against each other'},
    conflicts: 'Differences in time', mark: (list) => `Findings: ${list.join(', ')}`,
    columns: {date: 'When', article: 'Article', text: 'What', findings: 'Findings'}, caption: 'Dated events, statements and publications; sorted by the column that is marked', sort: (column) => `Sort by: ${column}`,
  },
  picture: {svg: 'Save as SVG', png: 'Save as PNG', failed: 'The picture could not be made in this browser.'},
};

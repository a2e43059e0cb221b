/** What the page says about pairs that look like a difference and are none. */

import {number} from './words.js';

export const dropped = {
  title: (n) => `Looked at and dropped (${number.format(n)})`, intro: 'Pairs that look like a difference, and why they were not reported.',
  because: 'Let go because', step: (name) => `step: ${name}`, pair: 'Dropped pair',
  steps: {
    unit: 'units', vague: 'vague words', unresolved: 'time not resolved', rounding: 'rounding', bounds: 'bounds', granularity: 'coarser and finer', zone: 'time zones', value: 'values compared',
    number: 'one or several', 'bound direction': 'direction of a bound',
  },
};

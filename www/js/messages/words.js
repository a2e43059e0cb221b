/** What messages share: figures as they are written here, and counted things. Limits: plurals by an added "s", or as they are given. */

import {once} from '../once.js';

const written = once(() => new Intl.NumberFormat('en-GB'));

/** Small figures are written alike in most languages, and are there before the tables are. */
export const number = {format: (figure) => (Number.isInteger(figure) && figure >= 0 && figure < 1000 ? String(figure) : written().format(figure))};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date as year-month-day in words; null for anything else. The browser's own writer of dates takes longer to open than all of the first view to draw. */
export function day(date) {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '') ?? [];
  return MONTHS[month - 1] ? `${Number(dayOfMonth)} ${MONTHS[month - 1]} ${year}` : null;
}

export const one = (n, singular, plural = `${singular}s`) => `${number.format(n)} ${n === 1 ? singular : plural}`;

export const megabytes = (bytes) => `${(Math.ceil(bytes / 10_000) / 100).toFixed(2)} MB`;

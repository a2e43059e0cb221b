/** What messages share: figures as they are written here, and counted things. Limits: plurals by an added "s", or as they are given. */

export const number = new Intl.NumberFormat('en-GB');

export const one = (n, singular, plural = `${singular}s`) => `${number.format(n)} ${n === 1 ? singular : plural}`;

export const megabytes = (bytes) => `${(Math.ceil(bytes / 10_000) / 100).toFixed(2)} MB`;

/** What the page says of articles: the cards, the editor, what is wrong with a text. */

import {megabytes, one} from './words.js';
import {reviewing} from './reviewing.js';

export const articles = {
  add: 'Add an article',
  clear: 'Clear all',
  examples: 'Bring back the examples',
  edit: 'Edit',
  read: 'Done',
  hide: 'Leave out of the comparison',
  show: 'Compare again',
  remove: 'Delete',
  undo: 'Undo',
  dismiss: 'Close',
  undos: {
    removed: 'The article was deleted.', cleared: 'All articles were removed.', 'put-away': 'The examples were put away.', restored: 'The examples are back; your articles were put away.',
    session: 'The session was opened; what was here was put away.', 'session-back': 'What was here before is back; the session was put away.',
    ...reviewing.undos, merged: 'The names were merged.', split: 'The form was split off.', kind: 'The kind was changed.', uncorrected: 'The correction was removed.',
  },
  splitInto: (n) => `The text was split into ${one(n, 'article')}.`,
  untitled: 'Untitled article',
  fresh: 'New article',
  empty: 'Empty',
  left: 'Left out',
  noDate: 'No date found',
  noOutlet: 'Outlet not found',
  textLabel: (letter) => (letter === '–' ? 'Text of this article' : `Text of article ${letter}`),
  placeholder: 'Paste an article here: headline, outlet, date and text, just as it was published.\n\nSeveral at once? Put a line of --- or === between them.',
  describe: {title: 'Title', outlet: 'Outlet', date: 'Date', address: 'Address'},
  badDate: 'Write the date as year-month-day, for example 2025-03-09.',
  editorHint: 'The findings follow while you type. Nothing is sent anywhere.',
  tooLong: (bytes) => `This article is ${megabytes(bytes)}; the limit is 1 MB. It is kept here, but not compared until it is shorter.`,
  tooMuch: (bytes) => `The compared articles are ${megabytes(bytes)} together; the limit is 5 MB. Shorten one, or leave some out, and the comparison goes on.`,
  tooMany: 'Twenty articles is the most. Delete one to add another.',
  tooManyPieces: (n) => `That would make ${one(n, 'article')}; twenty is the most. The text was put in as one article.`,
  noText: 'There is no text in this article yet.',
};

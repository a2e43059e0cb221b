/** What the review of findings says: accept, dismiss, follow up, notes. */

import {number} from './words.js';

export const reviewing = {
  label: 'Your review', accept: 'Accept', accepted: 'Accepted', dismiss: 'Dismiss', dismissed: 'Dismissed', restore: 'Bring back', follow: 'Follow up', followed: 'To follow up',
  note: 'Note', noteLabel: (n) => `Your note on finding ${number.format(n)}`, notePlaceholder: 'What you found out, whom you asked, what is still open.', writeNote: 'Write a note',
  why: 'Why is it dismissed?', own: 'In your own words', cancel: 'Cancel',
  reasons: {same: 'The same thing in other words', apart: 'A different thing or time', misread: 'The text was read wrongly', minor: 'Not important', other: 'Another reason'},
  because: (reason) => `Dismissed: ${reason}`, fold: (n) => `Dismissed by you (${number.format(n)})`, foldIntro: 'These do not count as differences any more. Bring one back and it does.',
  filter: {open: 'Not reviewed', accepted: 'Accepted', followed: 'To follow up', noted: 'With a note', dismissed: 'Dismissed'},
  undos: {
    accepted: 'The review of the finding was changed.', dismissed: 'The finding was dismissed.', 'brought-back': 'The finding was brought back.', followed: 'The follow-up mark was changed.',
  },
};

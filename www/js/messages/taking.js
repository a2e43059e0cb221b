/** What taking away, sessions, remembering and the offline copy say. */

import {number, one} from './words.js';

const size = (n) => (n < 10_000 ? `${number.format(n)} characters` : `${number.format(Math.round(n / 1000))} thousand characters`);

export const taking = {
  open: 'Take away', title: 'Take away', intro: 'Files and links are made here, in this page. Nothing is sent.',
  what: 'What goes in', takes: {all: (n) => `All ${one(n, 'finding')}`, shown: (n) => `Shown by the filter (${number.format(n)})`, accepted: (n) => `Accepted by you (${number.format(n)})`},
  report: 'The report', noReport: 'There is no report yet: it can be taken away when the articles have been compared.',
  forms: {
    html: ['Web page', 'One file to read, send or print; no scripts in it'],
    markdown: ['Markdown', 'For notes, wikis and issue trackers'],
    text: ['Plain text', 'For a mail; carets under the words that differ'],
    csv: ['Table of findings', 'For a spreadsheet (CSV), one row a finding'],
    'csv-names': ['Table of names', 'For a spreadsheet (CSV), one row a name and article'],
    'csv-quotations': ['Table of quotations', 'For a spreadsheet (CSV), one row a quotation'],
    'csv-claims': ['Table of claims', 'For a spreadsheet (CSV), one row a claim and article'],
    json: ['JSON', 'The whole report for programs'],
    annotations: ['Web Annotations', 'Each finding, quotation and name as a W3C annotation (JSON-LD)'],
    'claim-review': ['ClaimReview drafts', 'For publishing a fact check (schema.org); rating and author are left to you'],
  },
  save: 'Save', copy: 'Copy', saveAs: (form) => `Save as ${form}`, copyAs: (form) => `Copy as ${form}`, print: 'Print', printHint: 'All of it on paper or as PDF, readable in black and white',
  saved: (name) => `Saved as ${name}.`, copied: (what) => `Copied: ${what}.`, failed: (reason) => `That did not work: ${reason}`, noClipboard: 'the browser does not let the page copy; save it instead',

  session: 'The session', sessionHint: 'Your articles with all corrections, reviews and notes, to go on later or hand over to somebody.',
  file: 'Session file', fileHint: 'Put it in like an article to open it again', link: 'Share link', linkHint: 'The whole session is in the link itself, behind the #, which is never sent to a server. Whoever has the link can read it.',
  makeLink: 'Make a link', copyLink: 'Copy the link', linkField: 'The link',
  linkLength: (n) => `The link has ${size(n)}.`, linkLong: (n) => `The link has ${size(n)}. Many mail and chat programs cut links this long: a file is safer.`,
  linkTooLong: (n) => `The session would take a link of ${size(n)}, which no program takes. Save it as a file instead.`,

  device: 'This device', remember: 'Remember on this device', rememberHint: 'Off: everything is gone when you close the page. On: your work is kept in this browser and is here at your next visit.',
  forget: 'Forget everything', forgetHint: 'Erases from this device what was remembered, and the offline copy of the page.', offline: 'The page is kept for use without a network.',

  offered: {
    link: 'Open the session from the link?', file: 'Open the session from the file?', tab: 'Open what the other tab saved?',
    holds: ({articles, reviews, notes, corrections}) => [one(articles, 'article'), reviews && one(reviews, 'reviewed finding'), notes && one(notes, 'note'), corrections && one(corrections, 'correction')].filter(Boolean).join(', '),
    replaces: 'It takes the place of the articles that are here now. You can undo that.', more: (n) => `and ${one(n, 'more article')}`, untitled: 'Untitled article', open: 'Open it', keep: 'Keep what is here',
  },
  sources: {link: 'The link', file: 'The file', device: 'What this device remembered', tab: 'What the other tab saved'},
  problems: {
    link: 'is damaged or was cut short, so nothing of it was opened.', cut: 'is damaged or was cut short, so nothing of it was opened.', empty: 'is empty.', 'not-json': 'is no session of Crosscheck.', other: 'is no session of Crosscheck.',
    report: 'is a report. A report can not be opened again; a session file can.', version: 'comes from another version of Crosscheck, which this one can not read.', large: 'is too large to be opened.',
    damaged: (at) => `is damaged (at ${at}), so nothing of it was opened.`,
  },
  storage: {
    full: 'This browser has no more room to remember your work. It is all still here in the page: save the session as a file.',
    forbidden: 'This browser does not let the page remember anything. Your work is all still here in the page: save the session as a file.',
    reload: 'This browser has no room to keep your work while the page is loaded anew. Save the session as a file first.',
  },
  otherTab: 'Another tab had saved other work on this device. What is in this tab is remembered now; the other is kept beside it.', openOther: 'Look at the other',
  forgotten: 'Everything was erased from this device. What you see is only in this page now, and goes when you close it.',
  notForgotten: 'Not everything could be erased: this browser refused. Clear the data of this site in the settings of the browser.',
  update: 'A new version of this page is ready.', useUpdate: 'Use it now', close: 'Close this notice', notices: 'Notices of the page',
  source: 'Open at the source', sourceOf: (letter) => `Open this passage at the source of article ${letter}, in a new tab`,
  paper: {made: 'Made with Crosscheck, which shows that reports differ and does not know which one is right.', articles: 'Articles', names: 'Names', verdict: 'Review', note: 'Note', because: 'Reason', followed: 'To follow up', nothing: 'No finding is in this choice.'},
};

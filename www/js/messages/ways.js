/** What the page says of ways in: files, pasted pages, what was left out of them, and what could not be taken. */

import {number, one} from './words.js';

const whole = (bytes) => `${number.format(Math.round(bytes / 1_000_000))} MB`;

export const ways = {
  files: 'Choose files',
  filesHint: 'or drop them anywhere: .txt .md .html .docx .pdf .json',
  dropHere: 'Drop the articles anywhere',
  dropHint: 'Text, Markdown, HTML, Word, PDF or a saved session. Nothing is sent anywhere.',
  reading: (n) => `Reading ${one(n, 'file')}…`,
  put: (n) => `${one(n, 'article')} put in.`,
  notTaken: (n) => `${number.format(n)} not taken.`,
  leftOut: (n) => `${one(n, 'part')} left out of what came in`,
  leftOutHint: 'These words came along and did not look like part of the article.',
  putBack: 'Put back', putAllBack: 'Put all back', takeOut: 'Take out again',
  putBackOf: (words) => `Put back: ${words}`, takeOutOf: (words) => `Take out again: ${words}`,
  whys: {navigation: 'menu', aside: 'beside the text', picture: 'picture or caption', footer: 'foot of the page', form: 'form or button', hidden: 'hidden on the page', around: 'around the article', running: 'repeated on each page', note: 'note at the foot'},
  up: 'Move up', down: 'Move down', upKeys: 'Move up (Alt and ↑)', downKeys: 'Move down (Alt and ↓)', moved: (place, all) => `Moved to place ${number.format(place)} of ${number.format(all)}.`, describe: 'Title, outlet, date, address', describeDone: 'Done',
  badAddress: 'Write the whole address of the article, for example https://example.org/story.',
  openArticle: 'Open where it was published',
  takenAs: 'Taken, with a remark:',
  bookmark: {
    title: 'From the page you are reading', name: 'To Crosscheck', code: 'The bookmark as text', copy: 'Copy', codeCopied: 'Copied. Make a new bookmark and paste this as its address.',
    hosted: 'Drag this to your bookmarks bar, or copy the text into the address of a new bookmark. Pressed on an article, it opens Crosscheck in a new window and hands the article over there; no server is asked.',
    single: 'Drag this to your bookmarks bar, or copy the text into the address of a new bookmark. Pressed on an article, it copies the article; paste it here.',
    drag: 'Drag this to your bookmarks bar and press it there, on the page of an article.',
    blocked: 'Crosscheck could not open its window. Allow windows for this site, or copy the text and paste it in Crosscheck.',
    silent: 'This site could not hand its page to Crosscheck. Copy the text of the article and paste it in Crosscheck.',
    copied: 'The article was copied. Paste it in Crosscheck.', uncopied: 'This site does not let a bookmark copy. Mark the text of the article and copy it yourself.',
  },
  offer: {title: 'An article is handed over', from: 'It comes from', yes: 'Add the article', no: 'Do not add'},
  /** Why something was not taken, or what should be known of it, by code. */
  refusals: {
    binary: () => 'This is no text, whatever its name says. Save it as text, Word or PDF and try again.',
    bomb: () => 'Unpacked, this file would be far larger than any document. It was not opened.',
    clipboard: () => 'There is no text on the clipboard. Copy the article first, then paste.',
    damaged: () => 'The file is damaged or cut short, so it can not be read. Fetch or save it once more.',
    empty: () => 'There is no text in this file.',
    encoding: () => 'The text is in an encoding that is not known here. Save it as UTF-8 and try again.',
    handover: () => 'What was handed over is not in the form that this page understands, so nothing was added.',
    kind: () => 'Files of this kind can not be read: .txt, .md, .html, .docx, .pdf and .json can.',
    unreadable: () => 'The browser could not read this. If it is a folder, choose the files in it.',
    'json-damaged': () => 'This .json file is damaged or cut short. Nothing was changed.',
    'json-other': () => 'This .json file is neither a session nor a report of Crosscheck.',
    'json-version': ({format}) => `This report is in the format “${String(format).slice(0, 40)}”, and this version reads “crosscheck-report/1” only.`,
    'pdf-long': ({pages}) => `This PDF has ${number.format(pages)} pages; 300 is the most. Save the pages of the article alone.`,
    'pdf-missing': () => 'The part of this page that reads PDF could not be loaded. Open the PDF, select its text, copy it and paste it here.',
    'pdf-password': () => 'This PDF is locked with a password. Open it, select its text, copy it and paste it here.',
    'pdf-scan': () => 'There is no text in this PDF: its pages are pictures, as from a scanner. Have it read by a text-recognition program first.',
    'pdf-single': () => 'This copy of Crosscheck, in one file, does not read PDF. Open the PDF, select its text, copy it and paste it here, or save it as text.',
    'pdf-slow': () => 'This PDF took too long to read and was let go. Open it, select its text, copy it and paste it here.',
    'session-alone': () => 'A saved session takes the place of what is here, so it can only be opened alone.',
    'too-large': ({bytes, limit}) => `The file is ${whole(bytes)}; the limit for its kind is ${whole(limit)}. It was not read.`,
    'too-many': () => 'Twenty articles is the most, so this one was not taken.',
    'windows-1252': () => 'No encoding is told in the file, so it was read as windows-1252 (Western European). Look whether its letters are right.',
  },
};

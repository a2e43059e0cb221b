/** The themes, the help and its keys. */

export const help = {
  theme: {label: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark'},
  help: 'Help and keys',
  helpTitle: 'How Crosscheck works',
  helpText: [
    'Put in two or more reports of one event. Crosscheck marks names and quotations, finds passages about the same thing, and lists where they differ: figures, dates, names, offices, quotations, how sure a report is, who is cited.',
    'It shows both passages and the steps that led there. It does not know which report is right, and finding nothing does not mean that the reports agree.',
    'All of it runs in this page. The page sends no request: articles stay in its memory until you close it.',
  ],
  keepPage: 'Keep this page as one file that works without a network',
  helpKeys: 'Keys',
  keys: [
    ['j  k', 'Next or previous finding'],
    ['[  ]', 'Previous or next article'],
    ['1  2  3', 'Articles, reading view, results'],
    ['←  →', 'From mark to mark, in the text'],
    ['↑  ↓', 'From name to name, or quotation to quotation'],
    ['Enter', 'More about a mark'],
    [',  .', 'Previous or next mention, or version'],
    ['b', 'Back to the finding, name or quotation'],
    ['e', 'Edit the article'],
    ['u', 'Undo'],
    ['?', 'This help'],
    ['Esc', 'Close'],
  ],
  singleKeys: 'Single keys work',
  helpKinds: 'What it looks for',
  spares: 'Leaves alone:',
};

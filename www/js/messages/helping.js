/** The help: what each part of the page does, one section a part, and where to find words in it. */

export const helping = {
  find: 'Search the help', nothing: 'Nothing in the help has these words.', contents: 'Contents', pages: 'Help, accuracy and proof', page: 'Help',
  sections: {
    start: {title: 'What this is', text: [
      'Crosscheck reads several reports of one event and shows where they differ: figures, dates, names, offices, quotations, how sure a report is, who is cited. Both passages stand side by side, with the reason and the steps that led there.',
      'It does not know which report is right. Finding nothing does not mean that the reports agree.',
    ]},
    articles: {title: 'Putting articles in', text: [
      'Press “Paste your own” and paste an article as it was published, plain or from a web page. Several at once: put a line of --- or === between them. Or drop or choose files: text, Markdown, web page, Word, PDF (in the hosted form).',
      'Each article has a letter and a colour. Title, outlet and date are found in the text and can be changed. An article can be edited in place, left out of the comparison, or deleted; what was deleted can be brought back.',
      'Twenty articles at most, 1 MB each, 5 MB in all. Results follow while you type.',
    ]},
    reader: {title: 'Reading', text: [
      'Marks: a tint with a bar and a number is a difference; bars at both sides are a quotation; names are underlined, each kind in its own pattern: people solid, organisations double, places dotted, groups dashed. The row of switches above the text shows and hides kinds.',
      'One article, two side by side that scroll together where they say the same, or all in columns: choose above the text, or press l.',
      'Rest on a mark, or press Enter on it, for its card: who that is and how it is written elsewhere, or who speaks and how others print it. A click on a difference opens its finding.',
    ]},
    findings: {title: 'Findings', text: [
      'A finding is a place where two articles, or two parts of one, can not both be right, or are not equally sure. They stand by topic, the most serious first.',
      'High: a reader would be told something else. Medium: it matters for the story. Low: worth a look. Note: style or spelling. Confidence says how often findings like this were right in tests.',
      'Open one for both passages, the differing words, the reason and the steps. “Show in the text” leads there, and b comes back. “Looked at and dropped” lists pairs that look like a difference and are none, with the reason.',
      'Accept a finding, dismiss it with a reason, mark it for follow-up, write a note. That goes with the session and with what you take away, and into the note to the desk.',
    ]},
    names: {title: 'Names', text: [
      'A row a person, organisation or place: how each article writes it, offices with their status, who is named with whom. What is spelt differently or has two offices stands first.',
      'Choose two that are the same to merge them, or split a form off that is somebody else. Everything follows, and each correction can be taken back.',
    ]},
    quotations: {title: 'Quotations', text: [
      'By speaker. What several articles print is compared word by word: struck out is left out, underlined is put in. It is told who prints which, and whether shared copy makes several prints one report. Speakers who are not known are called so.',
    ]},
    claims: {title: 'Claims', text: [
      'What is claimed, by articles. A disc: the article states it; a half disc: it hedges (may, could, plans); a cross: it denies; two bars: it disputes; a dash: it is silent. Where articles differ the value stands below.',
      'Told differently comes first, then what several tell alike, then what one source tells. Agreement in copied words counts once; such cells name the article whose words they share. Below the grid stand all longer stretches that two articles share.',
      'Open a claim to see all its passages side by side.',
    ]},
    timeline: {title: 'Timeline', text: [
      'Everything with a date, a lane an article. A disc is an event, a diamond stands in somebody’s statement, a hollow square is when the article was published. The longer a bar, the less exactly the date is known. Breaks in the axis leave out stretches in which nothing is told.',
      'A triangle and a broken line mark what findings set against each other. The table shows the same, sorted by date or article.',
    ]},
    network: {title: 'Network', text: [
      'Who is named with whom in one sentence, or one paragraph. People are round, organisations square with a thick line, places dotted; the larger the name, the more often it is mentioned. Choose a name for the sentences.',
      'That two names stand together does not say that they have to do with each other.',
    ]},
    search: {title: 'Search', text: ['Finds words in all articles at once; each hit leads to its place, and the comma and the full stop go on to the next.']},
    taking: {title: 'Taking results away', text: [
      'Take away writes what was found as a web page, Markdown, plain text, tables, JSON and other forms, or on paper. A whole session, articles and notes and corrections included, goes into a file or into a link; such a link holds the articles themselves, so give it only to whom you would give them.',
      'Nothing is kept when the page is closed, unless you ask it to remember on this device; “forget” takes all of it away again.',
    ]},
    keys: {title: 'Keys', text: ['Single keys do nothing while you type. The tab key goes from part to part; within a list, a grid or a drawing the arrow keys go on, and Esc closes what is open.']},
    kinds: {title: 'What it looks for', text: ['Each kind of finding: what it says, and what it passes over on purpose.']},
    limits: {title: 'What it will not do', text: ['It checks nothing against the world, rates no outlet and no author, writes no verdict, and does not summarise.', 'It reads English news. A contradiction that takes knowledge of the world is missed, and there are false alarms. “How good is this?” has the figures.']},
    privacy: {title: 'Privacy', text: ['All of it runs in this page. Articles stay in its memory until you close it, unless you ask to keep them. The browser is told to block every request; “Prove it” shows that it does.']},
  },
};

/**
 * A note to the desk. In: the state and findings; out: who says what and where, what to check and the reader's own note, as plain text
 * or as Markdown. Pure. It takes no side: versions stand in the order of the report. Example: `deskNote(state, [finding], 'markdown')`.
 * Limits: a paragraph is counted as the core cuts the text into blocks.
 */

import {M} from './messages.js';
import {articleAt, differences, headOf, kindTitle, letterOf, reviewOf} from './select.js';
import {sidesOf} from './sides.js';

/** The findings a note about everything is about: accepted or to be followed up. */
export function forDesk(state) {
  return differences(state).filter((finding) => {
    const {status, followUp} = reviewOf(state, finding);
    return status === 'accepted' || followUp;
  });
}

/** @param {'text'|'markdown'} format */
export function deskNote(state, findings, format) {
  const write = WRITERS[format];
  const several = findings.length > 1;
  const entries = findings.map((finding, i) => entry(state, finding, several ? i + 1 : null, write));
  return `${[several && write.title(M.desk.title(findings.length)), ...entries, write.line(M.neutral)].filter(Boolean).join('\n\n')}\n`;
}

function entry(state, finding, n, write) {
  const title = kindTitle(state, finding.kind, M);
  const {followUp, note} = reviewOf(state, finding);
  const [a, b, ...more] = finding.evidence;
  const sides = sidesOf(state.report, finding);
  const others = ['first', 'second', 'other'].map((side) => sides[side].length > 0 && `${M.desk.sides[side]} ${list(sides[side].map((place) => where(state, place)))}`);
  const silent = sides.silent.length > 0 && `${M.desk.silent} ${list(sides.silent.map((index) => source(state, index)))}`;
  const told = [...sides.first, ...sides.second, ...sides.other];
  const rest = more.filter((one) => !told.includes(one)).map((one) => passage(state, one, write));
  return [
    write.heading(n === null ? title : `${n}. ${title}`),
    write.line(sentence(finding.summary)),
    [a, b].filter(Boolean).map((one) => passage(state, one, write)).join('\n\n'),
    ...rest,
    write.field(M.desk.reason, finding.explanation),
    ...[...others, silent].filter(Boolean).map((text) => write.line(text)),
    write.field(M.desk.check, M.desk.checks[finding.kind] ?? M.desk.checkAny),
    followUp && write.line(M.desk.followUp),
    note.trim() && write.field(M.desk.note, note.trim()),
  ].filter(Boolean).join('\n\n');
}

function passage(state, {article, start, end, focus}, write) {
  const {text} = state.report.articles[article];
  const inside = focus && focus.start < focus.end;
  const parts = inside ? [text.slice(start, focus.start), text.slice(focus.start, focus.end), text.slice(focus.end, end)] : [text.slice(start, end)];
  return write.passage(where(state, {article, start}), parts);
}

/** "D · The Outlet, 7 August 2025, paragraph 4". */
function where(state, {article, start}) {
  return [source(state, article), placeOf(state.report.articles[article], start)].filter(Boolean).join(', ');
}

function source(state, index) {
  const article = articleAt(state, index);
  const head = article ? headOf(state, article) : state.report.articles[index];
  const name = head.outlet ?? (head.title ? `“${head.title}”` : M.untitled);
  return [`${article ? `${letterOf(article)} · ` : ''}${name}`, M.desk.date(head.date)].join(', ');
}

/** Where in an article an offset stands: in a heading, or in which paragraph. */
export function placeOf({blocks}, offset) {
  const at = blocks.findIndex(({start, end}) => offset >= start && offset < end);
  if (at < 0) return null;
  const {role} = blocks[at];
  if (role !== 'body') return M.desk.roles[role] ?? null;
  return M.desk.paragraph(blocks.slice(0, at + 1).filter((block) => block.role === 'body').length);
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?…]$/.test(text) ? '' : '.');
const list = (names) => names.join('; ');
const flat = (text) => text.replace(/\s+/gu, ' ').trim();

/** Signs that Markdown would read as its own, so that words of an article stay words. */
const escaped = (text) => text.replace(/[\\`*_{}[\]<>#+|~!&$^=-]/g, '\\$&').replace(/^(\s*\d+)([.)])/gm, '$1\\$2');

const WRITERS = {
  text: {
    title: (text) => `${text}\n${'='.repeat(text.length)}`,
    heading: (text) => `${text}\n${'-'.repeat(text.length)}`,
    line: flat,
    field: (name, text) => `${name}: ${text}`,
    passage: (place, parts) => `${place}:\n  “${flat(parts.join(''))}”${parts.length > 1 ? `\n  ${M.desk.differing} “${flat(parts[1])}”` : ''}`,
  },
  markdown: {
    title: (text) => `# ${escaped(text)}`,
    heading: (text) => `## ${escaped(text)}`,
    line: (text) => escaped(flat(text)),
    field: (name, text) => `**${escaped(name)}:** ${escaped(text).replace(/\n/g, '  \n')}`,
    passage: (place, parts) => `**${escaped(place)}:**\n\n> ${parts.map((part, i) => (i === 1 ? bold(part) : escaped(part.replace(/\s+/gu, ' ')))).join('').trim()}`,
  },
};

/** Bold has to begin and end at a letter, so blanks go outside. */
function bold(part) {
  const [, before, inner, after] = /^(\s*)([^]*?)(\s*)$/u.exec(part.replace(/\s+/gu, ' '));
  return inner ? `${before}**${escaped(inner)}**${after}` : part;
}

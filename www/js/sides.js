/**
 * Who else says so. In: a report and a finding; out: other passages that side with its first or its second version, those that
 * tell it in yet another way, and the articles that are silent on it. From three places: further evidence, the other versions of the utterance,
 * and the cells of the claims that the two passages are part of. Pure; compares words and codes of the report, and knows no
 * language. Example: `sidesOf(report, finding).first` lists places. Limits: a passage that has the differing words of both sides is with neither.
 */

import {linksOf} from './quotations.js';

/** @typedef {{article: number, start: number, end: number, stance?: string, value?: string|null}} Place */

const memo = new WeakMap();

/** @returns {{first: Place[], second: Place[], other: Place[], silent: number[]}} */
export function sidesOf(report, finding) {
  if (!memo.has(finding)) memo.set(finding, sides(report, finding));
  return memo.get(finding);
}

function sides(report, finding) {
  const [a, b, ...more] = finding.evidence;
  const found = {first: [], second: [], other: [], silent: []};
  if (!a || !b) return found;
  const shown = [a, b];
  const add = (side, place) => {
    if (shown.some((one) => overlaps(one, place))) return;
    shown.push(place);
    found[side].push(place);
  };
  const versions = linksOf(report).clusters.get(finding.id)?.versions ?? [];
  for (const place of [...more, ...versions]) add(sideByWords(report, a, b, place), place);
  const silent = new Set();
  for (const claim of report.claims ?? []) {
    const [one, two] = [a, b].map((evidence) => claim.cells.find((cell) => cell.stance !== 'silent' && overlaps(cell, evidence)));
    if (!one || !two || one === two) continue;
    for (const cell of claim.cells) {
      if (cell.stance === 'silent') silent.add(cell.article);
      else add(sideByCell(one, two, cell), cell);
    }
  }
  const speaking = new Set(shown.map(({article}) => article));
  found.silent = [...silent].filter((article) => !speaking.has(article)).sort((x, y) => x - y);
  for (const side of ['first', 'second', 'other']) found[side].sort((x, y) => x.article - y.article || x.start - y.start);
  return found;
}

function sideByCell(one, two, cell) {
  const same = (other) => cell.stance === other.stance && cell.value === other.value;
  if (same(one) === same(two)) return 'other';
  return same(one) ? 'first' : 'second';
}

/** A passage sides with the version whose differing words it has. */
function sideByWords(report, a, b, place) {
  const text = words(report, place);
  const [inA, inB] = [a, b].map(({article, focus}) => focus !== null && focus.start < focus.end && has(text, words(report, {article, ...focus})));
  if (inA === inB) return 'other';
  return inA ? 'first' : 'second';
}

/** Words of a place between single blanks, without case, marks on letters and punctuation. */
function words(report, {article, start, end}) {
  const text = report.articles[article].text.slice(start, end);
  return ` ${text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''} `;
}

const has = (text, part) => part.trim() !== '' && text.includes(part);
const overlaps = (a, b) => a.article === b.article && a.start < b.end && b.start < a.end;

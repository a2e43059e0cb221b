/**
 * Small pieces that several views share: an article's letter, a severity, a line about a head. In: data; out: elements.
 * Example: `letter(article)` gives the coloured chip with the article's letter.
 */

import {h, icon} from '../dom.js';
import {M} from '../messages.js';
import {day} from '../messages/words.js';
import {articleAt, kindTitle, letterOf, numbers} from '../select.js';
import {finishLists} from './slices.js';

/** The chip with an article's own letter and colour; an article that is gone gives a neutral one. */
export function letter(article) {
  return h('span', {class: article && article.letter !== null ? `letter hue-${article.hue}` : 'letter letter--gone'}, article ? letterOf(article) : '–');
}

/** Icon and word: a severity is never told by colour alone. */
export function severity(level, text = M.severities[level]) {
  return h('span', {class: `severity severity--${level}`}, icon(level), text);
}

/** The letters of the articles a finding's passages stand in, each once. */
export function letters(state, evidence) {
  const seen = [...new Set(evidence.map((one) => one.article))].sort((a, b) => a - b);
  return h('span', {class: 'letters'}, seen.map((index) => letter(articleAt(state, index))));
}

/** A date in words, or the text as it is when it is no date. */
export const dateText = (date) => day(date) ?? date ?? null;

/** A button of an icon and a name; the name may be hidden where there is no room. */
export function action(name, label, onclick, {iconOnly = false, ...more} = {}) {
  const text = iconOnly ? {'aria-label': label, title: label} : {};
  return h('button', {type: 'button', class: iconOnly ? 'round' : 'quiet', onclick, ...text, ...more}, icon(name), iconOnly ? null : h('span', null, label));
}

/** What leads to a finding, by its number and kind. */
export function findingLink(state, finding, send) {
  return h('button', {type: 'button', class: 'link', onclick: () => send({type: 'finding-opened', id: finding.id})}, M.goToFinding(numbers(state).get(finding.id), kindTitle(state, finding.kind, M)));
}

/** A sentence about what is wrong with an article or with all of them; null when nothing is. */
export function problemText(problem) {
  if (!problem) return null;
  return problem.limit === 'article' ? M.tooLong(problem.bytes) : M.tooMuch(problem.bytes);
}

/** Redraws only when one of the values it depends on is another than last time. */
export function whenChanged(values, draw) {
  let last = null;
  return (...given) => {
    const next = values(...given);
    if (last && next.every((value, i) => value === last[i])) return;
    last = next;
    draw(...given);
  };
}

/** The control that is focused, by the key it keeps when its view is drawn again. */
export function focusedKey(root) {
  return root.contains(document.activeElement) ? (document.activeElement.dataset.key ?? null) : null;
}

/** Gives the focus to the control with a key, or to the results when there is none, so that it is never lost. */
export function focusControl(root, key) {
  const find = () => root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const control = key === null ? null : (find() ?? (finishLists(), find()));
  (control ?? root).focus({preventScroll: true});
  control?.scrollIntoView({block: 'nearest'});
}

/** Keys on a row of tabs: the arrows go round, Home and End to its ends; the tab that they come to is chosen. */
export function arrows(event, tabs) {
  const at = tabs.indexOf(event.target);
  const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1}[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const next = tabs.at(to % tabs.length);
  next.click();
  next.focus();
  next.scrollIntoView({block: 'nearest', inline: 'nearest'});
}

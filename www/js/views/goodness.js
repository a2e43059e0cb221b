/**
 * How good is this? In: the measured accuracy that the build put beside the page; out: by task what it means for a reader, and for each set what it is and a sentence a measure, goals that are
 * not reached said plainly; the limits; what the tool will not do. Example: `goodness()`.
 */

import {accuracy} from '../assets.js';
import {h, icon} from '../dom.js';
import {M} from '../messages.js';

/** Fewer items than this make a figure rough. */
const FEW = 30;

export function goodness(sets = accuracy()) {
  const words = M.goodness;
  const tasks = Object.keys(words.tasks).filter((task) => sets.some((set) => set.task === task));
  return [
    h('p', null, words.intro, ' ', words.public), !sets.length && h('p', {class: 'problem'}, words.missing),
    tasks.map((task) => h('section', {class: 'help__section'}, h('h3', null, words.tasks[task]), h('p', null, words.meaning[task]),
      sets.filter((set) => set.task === task).map(entry))),
    h('section', {class: 'help__section'}, h('h3', null, words.limits), list(words.limitList)),
    h('section', {class: 'help__section'}, h('h3', null, words.never), list(words.neverList))];
}

const list = (texts) => h('ul', {class: 'help__list'}, texts.map((text) => h('li', null, text)));

function entry({id, name, about, task, measures}) {
  return h('section', {class: 'measured', 'data-set': id}, h('h4', null, name), h('p', {class: 'hint'}, about, '.'),
    h('ul', {class: 'measured__list'}, measures.map((measure) => h('li', {class: 'measured__row'}, h('strong', {class: 'measured__figure'}, M.goodness.figure(measure.figure, measure.unit)),
      h('div', null, h('p', null, sentence(task, measure)), h('p', {class: 'hint'}, facts(measure)))))));
}

/** A measure that has no sentence of its own yet is shown by its name. */
export function sentence(task, {name, figure}) {
  return M.goodness.measures[task]?.[name]?.(figure) ?? name;
}

function facts(measure) {
  const {goal, items, unit} = measure;
  const text = goal === null ? null : M.goodness.figure(goal, unit);
  return [items !== null && M.goodness.items(items), items !== null && items < FEW && [' · ', M.goodness.few],
    text !== null && [' · ', h('span', {class: isReached(measure) ? 'measured__goal' : 'measured__goal measured__goal--missed'}, icon(isReached(measure) ? 'done' : 'high'), isReached(measure) ? M.goodness.reached(text) : M.goodness.missed(text))]];
}

export function isReached({better, figure, goal}) {
  return goal === null || (better === 'higher' ? figure >= goal : figure <= goal);
}

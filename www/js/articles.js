/**
 * Articles of the state. In: a state, what is known of an article; out: articles, with an id, a hue, and what they were before a deletion.
 * Pure; shared by the actions of state.js and adding.js. Example: `fresh(state, {text: 'Fire in Norton'}).hidden === false`.
 */

/**
 * @typedef {{text: string, why: string, after: string|null, back?: boolean}} Removed a part that was left out when the article was read: its words,
 *   why, the words that it followed, and whether the reader has put it back
 * @typedef {{id: number, hue: number, letter: number|null, text: string, title: string|null, outlet: string|null, date: string|null, address: string|null, removed: Removed[], hidden: boolean}} Article
 */

/** A new article with an id and a hue of its own; what is not given is not known. */
export function fresh(state, given, offset = 0, taken = state.articles) {
  const {text, title = null, outlet = null, date = null, address = null, removed = []} = given;
  return {id: state.nextId + offset, hue: freeHue(taken, 0), letter: null, text, title, outlet, date, address, removed, hidden: false};
}

/** The wanted hue where no article has it, else the first free one. */
export function freeHue(taken, wanted) {
  const used = new Set(taken.map((article) => article.hue));
  if (!used.has(wanted)) return wanted;
  let hue = 0;
  while (used.has(hue)) hue += 1;
  return hue;
}

/** The articles, with some fields of one changed. */
export function change(state, id, fields) {
  return state.articles.map((article) => (article.id === id ? {...article, ...fields} : article));
}

/** What an undo brings back, and under which name it is offered. */
export function kept(state, kind) {
  const {articles, current} = state;
  return {kind, shown: true, before: {articles, current}};
}

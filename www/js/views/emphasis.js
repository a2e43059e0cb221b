/**
 * What stands out in the text for the moment. In: the root of a text and the drawn text; out: an update that marks the
 * passages of the open finding, and every mention of the name whose card is shown. Only classes change, so nothing is
 * drawn again. Example: `emphasis(body, text).update(state, article)`.
 */

import {lookUp} from '../marks.js';
import {hiddenFindings, reportIndex} from '../select.js';
import {whenChanged} from './parts.js';

export function emphasis(body, text) {
  const whatIsDrawn = (state, article) => [article.id, article.text, state.report, state.kinds, hiddenFindings(state)];
  const emphasise = (state) => {
    show(body, text, 'mark--open', passages(state, 'f'));
    show(body, text, 'mark--differs', passages(state, 'o'));
  };
  const open = whenChanged((state, article) => [...whatIsDrawn(state, article), state.finding], emphasise);
  const same = whenChanged((state, article) => [...whatIsDrawn(state, article), state.card], (state, article) => show(body, text, 'mark--same', mentions(state, article)));
  let latest = null;
  return {
    update(state, article) {
      latest = [state, article];
      open(state, article);
      same(state, article);
    },
    /** Once more, after something was drawn anew. */
    again() {
      if (!latest) return;
      const [state, article] = latest;
      emphasise(state);
      show(body, text, 'mark--same', mentions(state, article));
    },
  };
}

function show(body, text, name, ids) {
  for (const element of body.querySelectorAll(`.${name}`)) element.classList.remove(name);
  for (const id of ids) for (const element of text.all(id)) element.classList.add(name);
}

/** Ids of the open finding's passages (`f`), or of the words in them that differ (`o`). */
function passages(state, letter) {
  const open = state.report?.findings.find((finding) => finding.id === state.finding);
  return (open?.evidence ?? []).map((_, i) => `${letter}${open.id}.${i}`);
}

function mentions(state, article) {
  const found = state.card && state.report ? lookUp(state.report, state.card.marks[0]) : null;
  if (found?.type !== 'entity') return [];
  const at = reportIndex(state, article);
  return found.item.mentions.flatMap((mention, i) => (mention.article === at ? [`e${found.item.id}.${i}`] : []));
}

/**
 * The quotations view. In: the state and `send`; out: the quotations by speaker, versions of the same words together,
 * each with its article and how it stands to the fullest wording. Unknown speakers come last and are called so.
 * Example: `quotations(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {version} from './card.js';
import {fold} from './finding.js';
import {whenChanged} from './parts.js';
import {speakerName} from './words.js';

export function quotations(root, send) {
  return whenChanged((state) => [state.report, state.articles.length], (state) => {
    const all = state.report?.quotations ?? [];
    if (!all.length) return fill(root, h('p', {class: 'hint'}, M.quotations.none));
    return fill(root, speakers(all).map(([, list]) => speaker(state, list, send)));
  });
}

/** Lists by speaker, the most quoted first, the unknown last. */
function speakers(all) {
  const groups = new Map();
  for (const quotation of all) groups.set(quotation.speaker, [...(groups.get(quotation.speaker) ?? []), quotation]);
  return [...groups.entries()].sort(([a, one], [b, other]) => (a === null) - (b === null) || quoted(other).length - quoted(one).length || other.length - one.length || a - b);
}

/** The words in marks of a mixed quotation are listed by themselves; the clause around them is reported speech. */
const isReported = ({kind}) => kind === 'indirect' || kind === 'mixed';
const quoted = (list) => list.filter((quotation) => !isReported(quotation));

function speaker(state, list, send) {
  const direct = quoted(list);
  const indirect = list.filter(isReported);
  return h('section', {class: 'speaker'},
    h('h3', {class: 'topic__title'}, speakerName(state.report, list[0]), h('span', {class: 'count'}, direct.length || indirect.length)),
    clusters(direct).map((versions) => h('ul', {class: 'versions'}, versions.map((quotation) => version(state, quotation, send)))),
    indirect.length > 0 && fold(M.quotations.indirectHidden(indirect.length), h('ul', {class: 'versions'}, indirect.map((quotation) => version(state, quotation, send)))));
}

function clusters(list) {
  const groups = new Map();
  for (const quotation of list) {
    const key = quotation.cluster === null ? `q${quotation.id}` : quotation.cluster;
    groups.set(key, [...(groups.get(key) ?? []), quotation]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

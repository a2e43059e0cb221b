/**
 * A version word by word. In: its pieces, or its differences; out: the words, those of the reference that are missing struck through at their
 * place and those of its own underlined, each said in hidden words as well; and the differences named. Example: `wording(piecesOf(report, cluster, version))`.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {wordsAt} from '../quotations.js';

/** Missing words that are shown at their place; of more only the number is told until the reader asks. */
const SHOWN_WORDS = 12;
/** Words by which a difference is told from the others of its version. */
const NAMED_WORDS = 4;
/** Kinds that hardly change what is said; they are drawn more quietly. */
const QUIET = ['cut', 'filler', 'form', 'edit'];

export function wording(pieces) {
  return pieces.map(({side, text, kind}) => {
    if (side === 'same') return text;
    const words = text.trim().split(/\s+/u).length;
    return side === 'gone' && words > SHOWN_WORDS ? gap(text, words) : change(side, text, kind);
  });
}

function change(side, text, kind) {
  return h(side === 'gone' ? 'del' : 'ins', {class: QUIET.includes(kind) ? 'quietly' : null}, h('span', {class: 'unseen'}, M.quotations[side]), text, h('span', {class: 'unseen'}, ')'));
}

/** Many missing words in a row, folded at their place. */
function gap(text, words) {
  const missing = change('gone', text, 'cut');
  missing.hidden = true;
  const button = h('button', {type: 'button', class: 'gap', 'aria-expanded': 'false', onclick: () => {
    missing.hidden = !missing.hidden;
    button.setAttribute('aria-expanded', String(!missing.hidden));
  }}, M.quotations.leftOff(words));
  return [button, missing.hidden ? ' ' : null, missing];
}

/** What differs, each kind by its name; where there are several, with the words, so that they can be told apart. */
export function differences(report, cluster, version) {
  const reference = cluster.versions[cluster.reference];
  const kinds = [...new Set(version.differences.map(({kind}) => kind))];
  return h('ul', {class: 'differences'}, kinds.map((kind) => h('li', {class: QUIET.includes(kind) ? 'difference difference--quiet' : 'difference'}, M.differenceKinds[kind] ?? kind,
    kinds.length > 1 && kind !== 'cut' && [': ', version.differences.filter((one) => one.kind === kind).map((one, i) => [i > 0 && ', ', sides(wordsAt(report, reference.article, one.reference), wordsAt(report, version.article, one.own))])])));
}

function sides(gone, added) {
  return [gone && change('gone', brief(gone), 'cut'), gone && added && ' ', added && change('added', brief(added), 'cut')];
}

function brief(text) {
  const words = text.split(/\s+/u);
  return words.length > NAMED_WORDS ? `${words.slice(0, NAMED_WORDS).join(' ')} …` : text;
}

/**
 * What the reader makes of findings: accepted, dismissed with a reason, to be followed up, a note. In: a state and an action; out: the next
 * state. Pure; state.js joins the actions to its own. A review is kept by the finding's key (select.js), so that it holds from one report to
 * the next. Example: `reduce(state, {type: 'finding-accepted', id: 3})`. Limits: `reviewsFrom` takes nothing on trust.
 */

import {findingById, flatOrder, keyOf, NO_REVIEW, reviewOf} from './select.js';

export const STATUSES = ['accepted', 'dismissed'];
/** Why a finding is dismissed; the last is told in the reader's own words. */
export const REASONS = ['same', 'apart', 'misread', 'minor', 'other'];
/** Most characters of a note and of own words, of a key, and most reviews that are taken from outside. */
export const LIMITS = {note: 4000, words: 300, key: 20_000, reviews: 5000};

/** @typedef {{status: 'accepted'|'dismissed'|null, reason: string|null, words: string, followUp: boolean, note: string}} Review */

/** What the state knows about reviews at first. */
export const reviewsAtFirst = () => ({
  /** @type {Record<string, Review>} By the key of the finding; a finding without a review has no entry. */ reviews: {},
  /** The finding that is about to be dismissed, and the one whose note is being written. */
  dismissing: null,
  noting: null,
});

export const reviewActions = {
  'finding-accepted': (state, {id = state.finding}) => reviewed(state, id, 'accepted', ({status}) => ({status: status === 'accepted' ? null : 'accepted', reason: null, words: ''})),
  'dismissal-begun': (state, {id = state.finding}) => {
    const finding = findingById(state, id);
    if (!finding) return state;
    return reviewOf(state, finding).status === 'dismissed' ? reviewActions['finding-restored'](state, {id}) : {...state, finding: id, tab: 'findings', region: 'panel', card: null, dismissing: id};
  },
  'dismissal-left': (state) => (state.dismissing === null ? state : {...state, dismissing: null}),
  'finding-dismissed': (state, {id, reason, words = ''}) => ({
    ...reviewed(state, id, 'dismissed', () => ({status: 'dismissed', reason: REASONS.includes(reason) ? reason : 'other', words: words.slice(0, LIMITS.words), followUp: false})), dismissing: null,
  }),
  'finding-restored': (state, {id}) => ({...reviewed(state, id, 'brought-back', () => ({status: null, reason: null, words: ''})), finding: id}),
  'follow-up-switched': (state, {id = state.finding}) => reviewed(state, id, 'followed', ({followUp, status}) => ({followUp: !followUp, ...(status === 'dismissed' ? {status: null, reason: null, words: ''} : {})})),
  'note-asked': (state, {id = state.finding}) => (findingById(state, id) ? {...state, finding: id, tab: 'findings', region: 'panel', card: null, noting: id} : state),
  'note-written': (state, {id, text}) => withReview(state, id, () => ({note: text.slice(0, LIMITS.note)})),
  'reviews-loaded': (state, {reviews}) => ({...state, reviews: reviewsFrom(reviews)}),
};

/** The reviews of a saved session, as far as they are what they should be; everything else is left out.
 * @param {unknown} given
 * @returns {Record<string, Review>} */
export function reviewsFrom(given) {
  if (!isRecord(given)) return {};
  const entries = Object.entries(given).slice(0, LIMITS.reviews).filter(([key, value]) => key.length <= LIMITS.key && isRecord(value)).map(([key, value]) => [key, reviewFrom(value)]);
  return Object.fromEntries(entries.filter(([, review]) => !isEmpty(review)));
}

function reviewFrom({status, reason, words, followUp, note}) {
  const known = STATUSES.includes(status) ? status : null;
  const why = known === 'dismissed' ? (REASONS.includes(reason) ? reason : 'other') : null;
  return {status: known, reason: why, words: why === null ? '' : textFrom(words, LIMITS.words), followUp: followUp === true && known !== 'dismissed', note: textFrom(note, LIMITS.note)};
}

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const textFrom = (value, most) => (typeof value === 'string' ? value.slice(0, most) : '');
const isEmpty = ({status, followUp, note}) => status === null && !followUp && note === '';

/** A change that can be undone. What it takes out of the list is followed by the next one, or the last. */
function reviewed(state, id, kind, change) {
  const next = withReview(state, id, change);
  if (next === state) return state;
  const order = flatOrder(state);
  const at = order.indexOf(id);
  const gone = at >= 0 && !flatOrder(next).includes(id);
  return {...next, finding: gone ? (order[at + 1] ?? order[at - 1] ?? null) : state.finding, undo: {kind, shown: true, before: {reviews: state.reviews, finding: state.finding}}};
}

function withReview(state, id, change) {
  const finding = findingById(state, id);
  if (!finding) return state;
  const key = keyOf(state.report, finding);
  const before = state.reviews[key] ?? NO_REVIEW;
  const review = {...before, ...change(before)};
  const {[key]: _, ...rest} = state.reviews;
  return {...state, reviews: isEmpty(review) ? rest : {...rest, [key]: review}};
}

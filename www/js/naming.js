/**
 * Actions on names. In: a state and an action; out: the next state: what the names view shows, which names are chosen,
 * the reader's corrections, and the walk through the mentions of a name. Pure; state.js joins them to its own.
 * Example: `reduce(state, {type: 'names-merged'})` merges the chosen names. Limits: as state.js.
 */

import {add, kindOf, mergeOf, splitOf} from './corrections.js';
import {namesOf} from './entities.js';

export const NAME_FILTER = {text: '', kind: '', sort: 'spread'};

/** What the state knows about names at first. */
export const namesAtFirst = () => ({
  /** @type {import('./corrections.js').Correction[]} What the reader said about names. */ corrections: [],
  nameFilter: {...NAME_FILTER},
  /** Keys of the names that are open, and of those chosen to be merged, the main one first. */
  openNames: [],
  chosenNames: [],
  /** The mentions, or the versions of an utterance, that are walked through: `{label, from, places, at, tab}`; `from` is the control that began it, in the view `tab`. */
  tour: null,
});

export const nameActions = {
  'names-filtered': (state, {name, value}) => ({...state, nameFilter: {...state.nameFilter, [name]: value}}),
  'name-toggled': (state, {key}) => ({...state, openNames: toggled(state.openNames, key)}),
  'name-opened': (state, {key}) => ({
    ...state, tab: 'names', region: 'panel', card: null, nameFilter: {...state.nameFilter, text: '', kind: ''}, openNames: [...state.openNames.filter((one) => one !== key), key],
  }),
  'name-chosen': (state, {key}) => ({...state, chosenNames: toggled(state.chosenNames, key)}),
  'main-chosen': (state, {key}) => ({...state, chosenNames: [key, ...state.chosenNames.filter((one) => one !== key)]}),
  'choice-cleared': (state) => ({...state, chosenNames: []}),
  'names-merged': (state) => {
    const names = namesOf(state.report);
    const chosen = state.chosenNames.map((key) => names.get(key)).filter(Boolean);
    return chosen.length < 2 ? state : {...corrected(state, 'merged', mergeOf(chosen, [...names.values()])), chosenNames: []};
  },
  'form-split': (state, {key, form}) => {
    const entity = namesOf(state.report).get(key);
    return entity ? corrected(state, 'split', splitOf(entity, form)) : state;
  },
  'kind-corrected': (state, {key, kind}) => {
    const names = namesOf(state.report);
    const entity = names.get(key);
    return entity && entity.kind !== kind ? corrected(state, 'kind', kindOf(entity, kind, [...names.values()])) : state;
  },
  'correction-removed': (state, {id}) => ({...state, corrections: state.corrections.filter((one) => one.id !== id), undo: kept(state, 'uncorrected')}),
  'corrections-cleared': (state) => ({...state, corrections: [], undo: kept(state, 'uncorrected')}),
  /** Asked for again, the walk goes on to the next place, unless it is one certain place that is asked for. */
  'mentions-shown': (state, {label, from, places, at = null, tab = 'names', stay = false}) => {
    const next = state.tour?.from === from ? (state.tour.at + 1) % places.length : 0;
    return stopped(state, {label, from, places, tab}, at ?? next, stay);
  },
  'mention-stepped': (state, {by, stay = false}) => {
    if (!state.tour) return state;
    const {length} = state.tour.places;
    return stopped(state, state.tour, (state.tour.at + by + length) % length, stay);
  },
};

/** Keys that the new report does not have are forgotten; a walk ends, since its places are those of the old one. */
export function followNames(state) {
  const names = namesOf(state.report);
  const known = (keys) => keys.filter((key) => names.has(key));
  return {...state, openNames: known(state.openNames), chosenNames: known(state.chosenNames), tour: null};
}

function toggled(keys, key) {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

function corrected(state, kind, made) {
  return {...state, corrections: add(state.corrections, made), undo: kept(state, kind), card: null, tour: null};
}

function kept({corrections}, kind) {
  return {kind, shown: true, before: {corrections}};
}

/** A stop on the walk, in a compared article by its index or in any by its number (`holder`): the reading view goes there; `stay` leaves the focus on the control that asked. */
function stopped(state, tour, at, stay) {
  const {article, start, end, holder: id = state.compared[article]?.id} = tour.places[at];
  if (!state.articles.some((one) => one.id === id)) return state;
  return {...state, tour: {...tour, at}, current: id, editing: false, region: 'reader', card: null, back: null, flash: {article: id, start, end, stay}};
}

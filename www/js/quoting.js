/**
 * Actions on quotations. In: a state and an action; out: the next state: what the quotations view is narrowed to. Pure; state.js joins them to
 * its own; the walk through the versions of an utterance is that of naming.js. Example: `reduce(state, {type: 'utterance-opened'})` shows the view.
 */

export const QUOTE_FILTER = {text: '', show: 'all', article: ''};

/** What the state knows about quotations at first. */
export const quotationsAtFirst = () => ({quoteFilter: {...QUOTE_FILTER}});

export const quotationActions = {
  'quotations-filtered': (state, {name, value}) => ({...state, quoteFilter: {...state.quoteFilter, [name]: value}}),
  /** The view opens with everything, so that the wanted utterance is among it. */
  'utterance-opened': (state) => ({...state, tab: 'quotations', region: 'panel', card: null, quoteFilter: {...QUOTE_FILTER}}),
};

/** The filter as the report understands it: an article by its index, null when it is not compared any more. */
export function quoteFilterOf({quoteFilter, compared}) {
  const at = compared.findIndex(({id}) => String(id) === quoteFilter.article);
  return {...quoteFilter, article: at < 0 ? null : at};
}

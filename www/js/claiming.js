/**
 * Actions on the matrix of claims. In: a state and an action; out: the next state: what the matrix is narrowed to, which rows are open, how
 * many are drawn. Pure; state.js joins them to its own; the way into the text and back is that of naming.js.
 * Example: `reduce(state, {type: 'claim-toggled', key})`.
 */

export const CLAIM_FILTER = {show: 'all', article: '', stance: ''};

/** Rows drawn at once. */
export const ROWS = 300;

/** What the state knows about claims at first. */
export const claimsAtFirst = () => ({claimFilter: {...CLAIM_FILTER}, openClaims: [], claimRows: ROWS});

export const claimActions = {
  'claims-filtered': (state, {name, value}) => ({...state, claimFilter: {...state.claimFilter, [name]: value}, claimRows: ROWS}),
  'claims-reset': (state) => ({...state, ...claimsAtFirst(), openClaims: state.openClaims}),
  'claims-extended': (state) => ({...state, claimRows: state.claimRows + ROWS}),
  'claim-toggled': (state, {key}) => ({...state, openClaims: state.openClaims.includes(key) ? state.openClaims.filter((one) => one !== key) : [...state.openClaims, key]}),
};

/** The filter as the report understands it: an article by its index, null when none is chosen or it is not compared any more. */
export function claimFilterOf({claimFilter, compared}) {
  const at = compared.findIndex(({id}) => String(id) === claimFilter.article);
  return {...claimFilter, article: at < 0 ? null : at};
}

/**
 * Actions on the timeline and the network. In: a state and an action; out: the next state: drawing or table, the order of the table, what the network
 * is narrowed to and which name is chosen in it. Pure; state.js joins them to its own. Example: `reduce(state, {type: 'timeline-sorted', by: 'article'})`.
 */

export const NETWORK_FILTER = {person: true, organization: true, place: true, least: 2, unit: 'sentence'};

/** What the state knows about drawings at first. */
export const chartsAtFirst = () => ({
  timelineForm: 'drawing', timelineSort: {by: 'date', down: false},
  networkForm: 'drawing', networkFilter: {...NETWORK_FILTER}, networkName: null,
});

export const chartActions = {
  'timeline-shown': (state, {form}) => ({...state, timelineForm: form}),
  /** The same column again turns the order round. */
  'timeline-sorted': (state, {by}) => ({...state, timelineSort: {by, down: state.timelineSort.by === by && !state.timelineSort.down}}),
  'network-shown': (state, {form}) => ({...state, networkForm: form}),
  'network-filtered': (state, {name, value}) => ({...state, networkFilter: {...state.networkFilter, [name]: value}}),
  'network-chosen': (state, {key}) => ({...state, networkName: key}),
};

/**
 * Words about an event of the timeline, and the way to it. In: the state and an event; out: what it is in a phrase, and the action that shows its places one after
 * the other. Example: `eventWords(state, event)` is "told of, to the month".
 */

import {M} from '../messages.js';

export function eventWords(state, event) {
  const speaker = event.speaker === null ? null : state.report.entities.find(({id}) => id === event.speaker)?.name;
  const kind = speaker ? M.timeline.said(speaker) : M.timeline.kinds[event.kind];
  return event.kind === 'publication' ? kind : `${kind}, ${M.timeline.precisions[event.precision]}`;
}

export const eventShown = (event, from) => ({type: 'mentions-shown', label: M.timeline.when(event), from, places: event.places, tab: 'timeline'});

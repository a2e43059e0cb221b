/**
 * What is said about a mark in the text. In: the state; out: the hidden words where it begins and ends, and the number
 * that leads from a difference to its finding. Example: `markWords(state).start(mark)` is "(quotation, Ann Smyth:) ".
 */

import {h} from '../dom.js';
import {itemOf} from '../marks.js';
import {M} from '../messages.js';
import {kindTitle, numbers} from '../select.js';

export function markWords(state) {
  const shown = numbers(state);
  return {
    start(mark) {
      if (mark.group === 'quotation') return M.startQuotation(speakerOf(state, mark.ref));
      return mark.group === 'finding' ? M.startFinding(shown.get(mark.ref)) : '';
    },
    /** A difference ends with the link to its finding, so it needs no words of its own. */
    end: (mark) => (mark.group === 'quotation' ? M.endQuotation : ''),
    reference(mark) {
      if (mark.group !== 'finding') return null;
      const n = shown.get(mark.ref);
      const label = M.goToFinding(n, kindTitle(state, itemOf(state.report, 'findings', mark.ref).kind, M));
      return h('a', {class: `reference severity--${mark.kind}`, href: `#finding-${n}`, tabindex: '-1', 'data-finding': mark.ref, 'aria-label': label, title: label}, n);
    },
  };
}

/** The name of a quotation's speaker, or that it is not known. */
export function speakerOf(state, id) {
  return speakerName(state.report, itemOf(state.report, 'quotations', id));
}

/** The name of the speaker of a quotation of a report. */
export function speakerName(report, quotation) {
  const entity = quotation?.speaker === null ? null : itemOf(report, 'entities', quotation?.speaker);
  return entity?.name ?? M.unknownSpeaker;
}

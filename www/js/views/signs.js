/**
 * Signs of stances. In: a stance; out: a small drawing, so that no stance is told by colour alone: a filled disc states, a half one
 * hedges, a cross denies, two bars dispute, a dash is silent. The word stands beside it. Example: `sign('denies')`.
 */

import {s} from '../svg.js';

const PATHS = {
  states: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
  hedges: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zM6 2.5a3.5 3.5 0 0 1 0 7z',
  denies: 'M2.4 1 6 4.6 9.6 1 11 2.4 7.4 6 11 9.6 9.6 11 6 7.4 2.4 11 1 9.6 4.6 6 1 2.4z',
  disputes: 'M1 3h4.6L7 .6l1.4.8L7.5 3H11v2H6.3L5.2 7H11v2H4l-1.1 2-1.5-.8L2 9H1V7h2.1l1.1-2H1z',
  silent: 'M2 5.2h8v1.6H2z',
};

export function sign(stance) {
  return s('svg', {viewBox: '0 0 12 12', class: 'sign', 'aria-hidden': 'true'}, s('path', {d: PATHS[stance], 'fill-rule': 'evenodd'}));
}

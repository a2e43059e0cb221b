/**
 * What could not be taken, or only with a remark. In: the state and `send`; out: one line a file with the reason in plain words, until the reader puts
 * it away; while files are read, how many. Example: `refusals(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {action, whenChanged} from './parts.js';

/** Most lines; a folder of hundreds of files needs no more. */
const LINES = 12;

export function refusals(root, send) {
  return whenChanged((state) => [state.refusals, state.reading], ({refusals: list, reading}) => {
    root.hidden = !list.length && !reading;
    fill(root,
      reading > 0 && h('p', {class: 'hint refusals__reading'}, M.ways.reading(reading)),
      list.length > 0 && [
        h('ul', {class: 'refusals__list'}, list.slice(0, LINES).map((one) => h('li', {class: one.taken ? 'refusal refusal--taken' : 'refusal', 'data-code': one.code},
          one.name && h('strong', {class: 'refusal__name', dir: 'auto'}, one.name), one.name && ' ', h('span', null, refusalText(one)))),
        list.length > LINES && h('li', {class: 'hint'}, M.ways.notTaken(list.length - LINES))),
        action('close', M.dismiss, () => send({type: 'refusals-dismissed'}), {iconOnly: true})]);
  });
}

/** The sentence for a refusal. */
export const refusalText = (refusal) => M.ways.refusals[refusal.code](refusal);

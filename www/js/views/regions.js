/**
 * The switch between regions on a narrow screen. In: the state and `send`; out: three buttons, and the region on the
 * body for the style sheet, which shows all three where there is room. Example: `regions(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {differences} from '../select.js';

const REGIONS = ['rail', 'reader', 'panel'];

export function regions(root, send) {
  const counts = REGIONS.map(() => h('span', {class: 'count'}));
  const buttons = REGIONS.map((region, i) => h('button', {type: 'button', class: 'region', onclick: () => send({type: 'region-chosen', region})}, M.regions[region], ' ', counts[i]));
  fill(root, buttons);
  return (state) => {
    document.body.dataset.region = state.region;
    counts[0].textContent = String(state.articles.length);
    counts[2].textContent = state.report ? String(differences(state).length) : '';
    REGIONS.forEach((region, i) => {
      if (state.region === region) buttons[i].setAttribute('aria-current', 'true');
      else buttons[i].removeAttribute('aria-current');
    });
  };
}

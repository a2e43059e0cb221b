/**
 * How many articles are read at once. In: the state and `send`; out: three buttons, and with two side by side the switch that lets them scroll
 * together. Example: `layouts(root, send)(state)`. Limits: not offered where there is room for one only (style sheet).
 */

import {h, icon} from '../dom.js';
import {M} from '../messages.js';
import {LAYOUTS} from '../reading.js';

export function layouts(root, send) {
  const buttons = LAYOUTS.map((layout) => h('button', {
    type: 'button', class: 'layout', 'aria-label': M.layouts[layout], title: M.layouts[layout], onclick: () => send({type: 'layout-chosen', layout}),
  }, icon(`layout-${layout}`)));
  const link = h('button', {type: 'button', class: 'quiet layouts__link', onclick: () => send({type: 'link-switched'})}, icon('linked'), h('span', null, M.layouts.link));
  root.append(link, h('div', {class: 'layouts', role: 'group', 'aria-label': M.layouts.label}, buttons));
  return (state) => {
    root.hidden = state.articles.length < 2 || state.editing;
    LAYOUTS.forEach((layout, i) => buttons[i].setAttribute('aria-pressed', String(state.layout === layout)));
    link.hidden = state.layout !== 'two' || state.beside === null;
    link.setAttribute('aria-pressed', String(state.linked));
  };
}

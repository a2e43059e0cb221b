/**
 * The results panel. In: the state and `send`; out: how many differences there are, the tabs, what went wrong if
 * anything did, and the chosen view. Each view is drawn only while it is shown. Example: `panel(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {once} from '../once.js';
import {comparable, differences, isDismissed, SEVERITIES} from '../select.js';
import {arrows, severity, whenChanged} from './parts.js';
import {claims} from './claims.js';
import {findings} from './findings.js';
import {found} from './found.js';
import {names} from './names.js';
import {network} from './network.js';
import {quotations} from './quotations.js';
import {timeline} from './timeline.js';

const TABS = ['findings', 'names', 'quotations', 'claims', 'timeline', 'network', 'search'];
const VIEWS = {findings, names, quotations, claims, timeline, network, search: found};

export function panel(root, send) {
  const head = h('div', {class: 'panel__head'});
  const fault = h('div', {class: 'fault', hidden: true});
  const tabs = TABS.map((tab) => h('button', {
    type: 'button', role: 'tab', class: 'tab', id: `tab-${tab}`, 'aria-controls': `view-${tab}`, onclick: () => send({type: 'tab-chosen', tab}),
  }, M.tabs[tab]));
  const progress = h('div', {class: 'progress', hidden: true}, h('span', {class: 'progress__bar'}), h('span', {class: 'progress__text'}),
    h('button', {type: 'button', class: 'link', onclick: () => send({type: 'check-stopped'})}, M.state.stop));
  const list = h('div', {class: 'tabs', role: 'tablist', 'aria-label': M.results}, tabs);
  const roots = TABS.map((tab) => h('div', {class: `view view--${tab}`, role: 'tabpanel', id: `view-${tab}`, 'aria-labelledby': `tab-${tab}`, hidden: true}));
  const parts = [head, progress, list, fault, ...roots];
  list.addEventListener('keydown', (event) => arrows(event, tabs));
  // A view is made when it is first shown.
  const updates = TABS.map((tab, i) => once(() => VIEWS[tab](roots[i], send)));
  const drawHead = whenChanged((state) => [state.report, state.articles, state.reviews], (state) => fill(head, headline(state, send)));
  const drawFault = whenChanged((state) => [state.fault], (state) => {
    fault.hidden = !state.fault;
    fill(fault, faultText(state));
  });

  return (state) => {
    // With what stands in them: nothing moves down when the rest comes.
    if (!head.parentNode) root.append(...parts);
    drawHead(state);
    drawFault(state);
    progress.hidden = state.engine !== 'busy' && (state.report !== null || state.engine !== 'starting');
    progress.children[1].textContent = M.state[state.engine] ?? '';
    TABS.forEach((tab, i) => {
      const on = state.tab === tab;
      tabs[i].setAttribute('aria-selected', String(on));
      tabs[i].tabIndex = on ? 0 : -1;
      roots[i].hidden = !on;
    });
    return (now) => updates[TABS.indexOf(now.tab)]()(now);
  };
}

function headline(state, send) {
  if (!state.report) return h('h2', {class: 'panel__title'}, M.results);
  const all = state.report.findings.filter((finding) => !isDismissed(state, finding));
  const counts = SEVERITIES.map((level) => [level, all.filter((finding) => finding.severity === level).length]).filter(([, n]) => n > 0);
  const differing = differences(state).length;
  return [
    h('h2', {class: 'panel__title'}, M.differences(differing), ' ', h('span', {class: 'panel__across'}, M.across(comparable(state).length))),
    h('p', {class: 'panel__counts'}, counts.map(([level, n]) => severity(level, M.severityCount(level, n)))),
    h('p', {class: 'hint panel__neutral'}, M.neutral, ' ', h('button', {type: 'button', class: 'link', onclick: () => send({type: 'help-asked', page: 'goodness'})}, M.goodness.open))];
}

/** What went wrong with the last check, or null. */
export function faultText(state) {
  if (!state.fault) return null;
  const {kind, reason} = state.fault;
  return {trap: M.trap, refused: M.refused(reason), start: M.cannotStart(reason), stopped: M.stopped}[kind];
}

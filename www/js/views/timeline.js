/**
 * The timeline. In: the state and `send`; out: what differs in time, a drawing with a lane an article, and its twin, a table. One of the two is shown;
 * the table is there for assistive technology in any case. Both lead to the passages. Example: `timeline(root, send)(state)`.
 */

import {eventsOf, timeFindings} from '../chronology.js';
import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {findingLink, focusControl, focusedKey, whenChanged} from './parts.js';
import {forms, pictures, twin} from './twin.js';
import {pieces} from './slices.js';
import {timeDrawing} from './timedrawing.js';
import {timeTable} from './timetable.js';

/** Rows of the table drawn at once; the others follow. */
const AT_ONCE = 40;

export function timeline(root, send) {
  const [head, conflicts, drawing, tableRoot] = ['chart__head', 'chart__conflicts', 'drawing', 'chart__table'].map((name) => h('div', {class: name}));
  const switchForm = forms(M.timeline, (form) => send({type: 'timeline-shown', form}));
  const count = h('p', {class: 'hint'});
  const updateDrawing = timeDrawing(drawing, send);
  head.append(count, h('div', {class: 'chart__tools'}, switchForm.root, pictures(() => drawing.querySelector('svg'), M.tabs.timeline, send)));
  root.append(head, conflicts, drawing, tableRoot);

  const rows = pieces(AT_ONCE);
  let latest = null;

  const drawHead = whenChanged((state) => [state.report, state.articles], (state) => {
    const events = state.report ? eventsOf(state.report) : [];
    root.dataset.empty = String(!events.length);
    count.textContent = events.length ? M.timeline.count(events.length, new Set(events.map(({article}) => article)).size) : state.report ? M.timeline.none : M.nothing;
    const findings = state.report ? timeFindings(state.report) : [];
    fill(conflicts, findings.length > 0 && [h('h3', {class: 'topic__title'}, M.timeline.conflicts), h('div', {class: 'links'}, findings.map((finding) => findingLink(state, finding, send)))]);
  });
  const drawTable = whenChanged((state) => [state.report, state.articles, state.timelineSort, state.timelineForm], (state) => {
    const focus = focusedKey(tableRoot);
    fill(tableRoot, state.report && timeTable(state, send, (jobs) => rows.begin(jobs, () => twin(drawing, tableRoot, latest.timelineForm))));
    twin(drawing, tableRoot, state.timelineForm);
    if (focus) focusControl(tableRoot, focus);
  });
  return (state) => {
    latest = state;
    drawHead(state);
    switchForm.update(state.timelineForm);
    drawTable(state);
    updateDrawing(state);
  };
}

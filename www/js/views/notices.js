/**
 * What the reader must know about sessions, this device and the page itself. In: the state and `send`; out: a line each below the head, to be
 * closed, some with something to do. Example: `notices(root, send)(state)`. The status line reads the newest one out.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {action, whenChanged} from './parts.js';

const STEPS = {'other-tab': ['other-asked', M.taking.openOther], update: ['update-asked', M.taking.useUpdate]};

export function notices(root, send) {
  return whenChanged((state) => [state.notices], (state) => {
    const held = root.contains(document.activeElement);
    root.hidden = state.notices.length === 0;
    fill(root, state.notices.map((notice) => {
      const [type, label] = STEPS[notice.kind] ?? [];
      return h('p', {class: 'notice', 'data-notice': notice.kind}, h('span', null, noticeText(notice)),
        type && h('button', {type: 'button', class: 'quiet', onclick: () => send({type})}, label),
        action('close', M.taking.close, () => send({type: 'notice-passed', kind: notice.kind}), {iconOnly: true}));
    }));
    if (held) (root.querySelector('button') ?? document.getElementById('panel')).focus({preventScroll: true});
  });
}

/** A notice in words. */
export function noticeText({kind, problem, from, whole}) {
  const texts = {
    session: () => `${M.taking.sources[from]} ${problem.kind === 'damaged' ? M.taking.problems.damaged(problem.at) : M.taking.problems[problem.kind]}`,
    storage: () => M.taking.storage[problem],
    'other-tab': () => M.taking.otherTab,
    forgotten: () => (whole ? M.taking.forgotten : M.taking.notForgotten),
    update: () => M.taking.update,
  };
  return texts[kind]();
}

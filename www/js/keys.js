/**
 * The keys. In: a key event and whether single keys are on; out: the action it stands for, or null. Single keys are left
 * alone where text is typed and when a modifier is held. Pure but for looking at the event's target. Example: `actionFor(event, true)` for `j` is
 * `{type: 'finding-stepped', by: 1}`.
 */

import {takesText} from './dom.js';

/** Key → action; the help tells each of them. */
export const KEYS = {
  j: {type: 'finding-stepped', by: 1},
  k: {type: 'finding-stepped', by: -1},
  '[': {type: 'article-stepped', by: -1},
  ']': {type: 'article-stepped', by: 1},
  1: {type: 'region-chosen', region: 'rail'},
  2: {type: 'region-chosen', region: 'reader'},
  3: {type: 'region-chosen', region: 'panel'},
  a: {type: 'finding-accepted'},
  d: {type: 'dismissal-begun'},
  f: {type: 'follow-up-switched'},
  n: {type: 'note-asked'},
  b: {type: 'went-back'},
  u: {type: 'undone'},
  '.': {type: 'mention-stepped', by: 1},
  ',': {type: 'mention-stepped', by: -1},
  e: {type: 'editing-switched', on: true},
  l: {type: 'layout-stepped'},
  '/': {type: 'search-opened'},
  s: {type: 'takeaway-asked'},
  '?': {type: 'help-asked'},
};

/** @param {KeyboardEvent} event
 * @param {boolean} on */
export function actionFor(event, on) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (event.key === 'Escape') return event.target.matches?.('.editor__field') ? {type: 'editing-switched', on: false} : null;
  if (!on || takesText(event.target) || document.querySelector('dialog[open]')) return null;
  return KEYS[event.key] ?? null;
}

/**
 * Keys and clicks on marks. In: the root of a text, what to do with a chosen mark, and with one that the keys came to; out: nothing, it listens. Arrow
 * keys move one focus from mark to mark; Enter or a click chooses. While a mark has the focus it is a button by role and
 * name, and plain marked text otherwise, so that reading it through is not a list of buttons.
 * Example: `roving(root, (element, pointer) => …)`.
 */

import {takesText} from '../dom.js';

export function roving(root, choose, look = () => {}) {
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
    const by = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    const mark = event.target.closest('.mark');
    if (by) {
      event.preventDefault();
      const to = next(root, mark, by);
      focus(to);
      if (to) look(to);
    } else if ((event.key === 'Enter' || event.key === ' ') && mark) {
      event.preventDefault();
      choose(mark, null);
    }
  });
  root.addEventListener('click', (event) => {
    const mark = event.target.closest('.mark');
    // Whoever selects text to copy it does not ask about a mark.
    if (!mark || !(getSelection()?.isCollapsed ?? true)) return;
    // A click made by a key or by assistive technology has no place of its own.
    choose(mark, event.detail > 0 ? {x: event.clientX, y: event.clientY + 10, above: event.clientY - 10} : null);
  });
  root.addEventListener('focusin', ({target}) => target.classList.contains('mark') && target.setAttribute('role', 'button'));
  root.addEventListener('focusout', ({target}) => target.classList.contains('mark') && target.removeAttribute('role'));
}

function next(root, mark, by) {
  const marks = [...root.querySelectorAll('.mark[data-begins]')];
  if (!mark) return marks[by > 0 ? 0 : marks.length - 1];
  const order = marks.findIndex((other) => other === mark || mark.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  return marks[order + by] ?? mark;
}

/** Gives a mark the focus; it stays able to take it, so that closing its card leads back to it. */
export function focus(mark, options) {
  if (!mark) return;
  mark.setAttribute('tabindex', '-1');
  mark.focus(options);
}

/**
 * The card of what is under the pointer or has the focus in a drawing. In: the drawing's root, a selector of its marks and what to say of one; out: when to close, and
 * whether a touch only opened it. It stays while the pointer is on it, stands after the drawing in the order of the tab key, and Esc closes it.
 * Example: `const card = chartCard(root, '.event', (id) => elements)`.
 */

import {fill, h} from '../dom.js';

/** Time to go from the mark to its card, in milliseconds. */
const GRACE = 220;

export function chartCard(root, selector, content) {
  const card = h('div', {class: 'chart-card', hidden: true});
  let shown = null;
  let timer = null;
  let touch = null;
  const stay = () => clearTimeout(timer);
  const leave = () => {
    stay();
    timer = setTimeout(() => card.matches(':hover, :focus-within') || shown?.matches(':hover, :focus') || close(), GRACE);
  };
  function close() {
    stay();
    card.hidden = true;
    shown = null;
  }
  function open(mark) {
    stay();
    if (mark === shown) return;
    shown = mark;
    fill(card, content(mark.dataset.id));
    card.hidden = false;
    place(root, card, mark);
  }
  const markOf = ({target}) => target.closest?.(selector);
  root.addEventListener('pointerover', (event) => event.pointerType !== 'touch' && markOf(event) && open(markOf(event)));
  root.addEventListener('pointerout', leave);
  // A touch opens the card first, since there is no resting on a mark with a finger.
  root.addEventListener('pointerdown', (event) => {
    const mark = markOf(event);
    touch = event.pointerType === 'touch' && mark && mark !== shown ? mark : null;
  });
  root.addEventListener('focusin', (event) => markOf(event) && open(markOf(event)));
  root.addEventListener('focusout', leave);
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || card.hidden) return;
    if (card.contains(document.activeElement)) shown.focus();
    close();
    event.stopPropagation();
  });
  return {
    close,
    /** Draws anew without losing the card's own element. */
    keep(draw) {
      draw();
      root.append(card);
    },
    /** Whether the click on a mark was a touch that was meant to open its card. */
    touched: (mark) => {
      if (touch !== mark) return false;
      open(mark);
      return true;
    },
  };
}

/** Under the mark where there is room in the drawing, else above it, and never beyond its sides. */
function place(root, card, mark) {
  const [box, own] = [root.getBoundingClientRect(), mark.getBoundingClientRect()];
  const {offsetWidth: width, offsetHeight: height} = card;
  const under = own.bottom + height + 8 <= innerHeight;
  card.style.left = `${Math.max(0, Math.min(own.left - box.left, box.width - width))}px`;
  card.style.top = `${under ? own.bottom - box.top + 4 : Math.max(own.top - box.top - height - 4, -(box.top - 60))}px`;
}

/**
 * Resting the mouse on a mark. In: the root of a text and what to do when the pointer rests on a mark or goes away; out:
 * nothing, it listens. Only for a mouse: a finger taps. The card stays while the pointer is on it, so that it can be read
 * and used. Example: `hovering(root, show, hide)`.
 */

/** How long the pointer rests before a card is shown, and how long it may be away, in milliseconds. */
const REST = 600;
const AWAY = 300;

export function hovering(root, show, hide) {
  let timer = null;
  let over = null;
  const later = (what, delay) => {
    clearTimeout(timer);
    timer = setTimeout(what, delay);
  };
  const leave = () => {
    over = null;
    later(() => !document.querySelector('.card:hover') && hide(), AWAY);
  };
  root.addEventListener('pointerover', (event) => {
    const mark = event.pointerType === 'mouse' && event.buttons === 0 ? event.target.closest('.mark') : null;
    if (mark === over) return;
    if (!mark) return leave();
    over = mark;
    later(() => mark.isConnected && mark.matches(':hover') && show(mark), REST);
  });
  root.addEventListener('pointerleave', leave);
  root.addEventListener('pointerdown', () => clearTimeout(timer));
  document.querySelector('.card').addEventListener('pointerleave', leave);
}

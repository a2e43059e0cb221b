/**
 * Resting on a mark. In: the root of a text and what to do when the pointer, or the focus that the arrow keys moved, rests on a mark or goes
 * away; out: it listens, and gives what to call when the focus came to a mark. Only for a mouse: a finger taps. The card stays while the
 * pointer is on it, so that it can be read and used. Example: `const look = hovering(root, show, hide)`.
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
  root.addEventListener('focusout', (event) => event.target.matches('.mark') && leave());
  document.querySelector('.card').addEventListener('pointerleave', leave);
  return (mark) => later(() => mark === document.activeElement && show(mark), REST);
}

/**
 * Two texts that scroll together. In: the panes and the anchors between their articles; out: nothing, it listens. Only the pane that the reader scrolls
 * leads, and only what he does himself moves the other: a jump or the other's own following never does. The place that is looked at moves
 * from the top of the window to its foot as the text goes by, so that both reach both ends. Example: `const link = linking(); link.update([left, right], points)`.
 */

import {between} from '../anchors.js';

/** What a reader does to scroll. */
const DEEDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

export function linking() {
  let pair = null;
  let leader = null;
  let frame = null;
  let heights = null;
  const forget = () => (heights = null);
  const sizes = new ResizeObserver(forget);
  const lead = (event) => {
    const scroll = event.target.closest?.('.pane__scroll');
    leader = scroll;
  };
  const scrolled = ({target}) => {
    if (target !== leader || frame !== null) return;
    frame = requestAnimationFrame(() => {
      frame = null;
      if (pair && leader) follow(pair, leader, (heights ??= measured(pair)));
    });
  };

  return {
    /** Links two panes by the anchors between them; with none, nothing is linked. */
    update(panes, points) {
      if (pair && panes && pair.panes.every((one, i) => one === panes[i]) && pair.points === points) return;
      for (const {scroll} of pair?.panes ?? []) listen('removeEventListener', scroll, lead, scrolled);
      sizes.disconnect();
      pair = panes && {panes, points};
      leader = null;
      forget();
      for (const {scroll, body} of panes ?? []) {
        listen('addEventListener', scroll, lead, scrolled);
        sizes.observe(body);
      }
    },
    /** The page goes somewhere by itself: nobody leads until the reader scrolls again. */
    pause: () => (leader = null),
    /** What was measured does not hold any more. */
    forget,
  };
}

function listen(what, scroll, lead, scrolled) {
  for (const deed of DEEDS) scroll[what](deed, lead, {passive: true});
  scroll[what]('scroll', scrolled, {passive: true});
}

function follow({panes}, leader, points) {
  const side = panes[0].scroll === leader ? 0 : 1;
  const other = panes[1 - side].scroll;
  const most = leader.scrollHeight - leader.clientHeight;
  if (most <= 0) return;
  const part = leader.scrollTop / most;
  const at = leader.scrollTop + part * leader.clientHeight;
  const goal = between(side === 0 ? points : points.map(([a, b]) => [b, a]), at);
  other.scrollTop = goal - part * other.clientHeight;
}

/** Anchors as heights in both texts, from the top to the foot; rising on both sides. */
function measured({panes, points}) {
  const [left, right] = panes.map(({text, scroll}) => heightOf(text.blocks(), scroll));
  const inner = points.slice(1, -1).map(([a, b]) => [left(a), right(b)]).filter(([a, b]) => a !== null && b !== null);
  return [[0, 0], ...inner, panes.map(({scroll}) => scroll.scrollHeight)];
}

/** How far down an offset stands: linear within its block, which is near enough to scroll by. */
function heightOf(blocks, scroll) {
  const base = scroll.getBoundingClientRect().top - scroll.scrollTop;
  const boxes = blocks.map(({element, start, end}) => {
    const {top, height} = element.getBoundingClientRect();
    return {start, end, top: top - base, height};
  });
  return (offset) => {
    const box = boxes.find(({end}) => end >= offset);
    return box ? box.top + (box.height * Math.max(0, offset - box.start)) / Math.max(1, box.end - box.start) : null;
  };
}

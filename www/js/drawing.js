/**
 * When the views are drawn. In: what makes each view, and a way to ask for the state; out: what follows a change, and what finishes at once. The first drawing
 * is by far the largest, so each view is made and drawn in a task of its own there, and a part that a view leaves for later comes after the next frame; the page
 * answers in between. Every later change is drawn by all at once. Example: `const {follow, finish} = drawing(makers, store.get, done)`.
 * Limits: the order of the views is the order of the first drawing.
 */

/** A page in the background has no frames; it goes on after so many milliseconds. */
const NO_FRAME = 200;

/** @typedef {(state: object) => Update|void} Update draws a state; what it gives back draws the rest */

/** Draws a state with all that an update leaves for later. */
export function whole(update, state) {
  for (let next = update; typeof next === 'function'; ) next = next(state);
}

/**
 * @param {(() => Update)[]} makers
 * @param {() => object} get
 * @param {() => void} done is told once, when the first drawing is on the screen
 */
export function drawing(makers, get, done) {
  const updates = [];
  let begun = false;
  let whatIsLeft = null;
  let drawn = null;
  const isWhole = () => updates.length === makers.length && !whatIsLeft;
  const make = () => updates[updates.push(makers[updates.length]()) - 1];
  const all = (state) => {
    drawn = state;
    updates.forEach((update) => whole(update, state));
  };

  function step() {
    if (isWhole()) return;
    const left = (whatIsLeft ?? make())(get());
    whatIsLeft = typeof left === 'function' ? left : null;
    if (whatIsLeft) return afterFrame(step);
    if (!isWhole()) return void setTimeout(step);
    // What was drawn first may have changed since.
    if (drawn !== get()) all(get());
    setTimeout(done);
  }

  return {
    follow(state) {
      if (begun) return isWhole() && all(state);
      begun = true;
      drawn = state;
      return void setTimeout(step);
    },
    /** Draws what the first drawing has not come to: the reader does something. */
    finish() {
      if (!begun || isWhole()) return;
      whatIsLeft = null;
      while (updates.length < makers.length) make();
      all(get());
      setTimeout(done);
    },
  };
}

/** Calls once the browser has shown what was drawn. */
function afterFrame(call) {
  let called = false;
  const once = () => {
    if (!called) call();
    called = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, NO_FRAME);
}

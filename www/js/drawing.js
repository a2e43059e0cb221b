/**
 * When the views are drawn. In: the views and a way to ask for the state; out: what follows a change, and what finishes at once. The first drawing
 * is by far the largest, so each view has a task of its own there, and the page answers in between; every later change is drawn by all at once.
 * Example: `const {follow, finish} = drawing(views, store.get)`. Limits: the order of the views is the order of the first drawing.
 */

/**
 * @param {((state: object) => void)[]} views
 * @param {() => object} get
 * @param {() => void} done is told once, when the first drawing is on the screen
 */
export function drawing(views, get, done) {
  let waiting = null;
  let drawn = null;
  const all = (state) => {
    drawn = state;
    views.forEach((update) => update(state));
  };

  function step() {
    if (!waiting.length) return;
    waiting.shift()(get());
    if (waiting.length) return void setTimeout(step);
    // What was drawn first may have changed since.
    if (drawn !== get()) all(get());
    setTimeout(done);
  }

  return {
    follow(state) {
      if (waiting?.length === 0) return all(state);
      if (waiting) return undefined;
      waiting = [...views];
      drawn = state;
      return void setTimeout(step);
    },
    /** Draws what the first drawing has not come to: the reader does something. */
    finish() {
      if (!waiting?.length) return;
      waiting.length = 0;
      all(get());
      setTimeout(done);
    },
  };
}

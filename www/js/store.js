/**
 * The one store. In: actions; out: state to subscribers. `create(reduce, initial)` gives `get`, `send` and
 * `subscribe`; subscribers run once per microtask, however many actions were sent, so that a burst draws once.
 * Example: `const store = create(reduce, initial()); store.send({type: 'tab-chosen', tab: 'names'})`.
 */

/**
 * @template S, A
 * @param {(state: S, action: A) => S} reduce
 * @param {S} state
 */
export function create(reduce, state) {
  const subscribers = new Set();
  let scheduled = false;

  const publish = () => {
    scheduled = false;
    for (const subscriber of subscribers) subscriber(state);
  };

  return {
    /** The present state; never to be changed in place. */
    get: () => state,
    /** Applies an action and, if it changed anything, tells the subscribers soon. */
    send(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      if (scheduled) return;
      scheduled = true;
      queueMicrotask(publish);
    },
    /** Calls back after changes; returns the function that stops it. */
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
  };
}

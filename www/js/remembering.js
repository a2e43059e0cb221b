/**
 * Answers that are remembered. In: what an answer hangs on and how it is made; out: a function of the state that makes it anew only when one of these is
 * another. Two answers are kept, since the reducer compares a state with the one that follows it. Pure to who asks.
 * Example: `const order = remembered((state) => [state.report, state.filter], orderOf)`. Limits: values are compared by identity.
 */

/** Answers kept. */
const KEPT = 2;

/**
 * @template S, T
 * @param {(state: S) => unknown[]} valuesOf what the answer hangs on
 * @param {(state: S) => T} make
 * @returns {(state: S) => T}
 */
export function remembered(valuesOf, make) {
  let known = [];
  return (state) => {
    const values = valuesOf(state);
    const found = known.find((one) => one.values.every((value, i) => value === values[i]));
    if (found) return found.answer;
    const answer = make(state);
    known = [{values, answer}, ...known].slice(0, KEPT);
    return answer;
  };
}

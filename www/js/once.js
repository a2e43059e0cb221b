/**
 * What is made when it is first asked for. In: a function without arguments; out: a function that gives what the first call of it gave.
 * Example: `const number = once(() => new Intl.NumberFormat('en-GB'))`. It is for the browser's own tables of languages, which take longer to
 * open than all other words of the page.
 */
export function once(make) {
  let made = null;
  return () => (made ??= make());
}

/**
 * Keys of a grid. In: the root of a table whose cells hold one `[data-cell]` each; out: a function to be called after every drawing. The grid is one stop
 * of the tab key; arrow keys, Home, End (with Ctrl: of the grid), Page up and down go from cell to cell. What stands in an open row keeps its own stops.
 * Example: `const keep = grid(root); fill(root, table); keep()`.
 */

/** Rows that the page keys go by. */
const PAGE = 8;

export function grid(root) {
  root.addEventListener('keydown', (event) => {
    const cell = event.target.closest('[data-cell]');
    if (!cell || event.altKey || event.metaKey) return;
    const next = target(root, cell, event);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({block: 'nearest', inline: 'nearest'});
  });
  root.addEventListener('focusin', ({target: cell}) => cell.matches('[data-cell]') && choose(root, cell));
  return () => {
    const chosen = root.querySelector('[data-cell][tabindex="0"]');
    for (const cell of root.querySelectorAll('[data-cell]')) cell.tabIndex = -1;
    const first = chosen ?? root.querySelector('tbody .claim [data-cell]') ?? root.querySelector('[data-cell]');
    if (first) first.tabIndex = 0;
  };
}

function choose(root, cell) {
  for (const other of root.querySelectorAll('[data-cell][tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
}

function target(root, cell, {key, ctrlKey}) {
  const rows = [...root.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('[data-cell]')]).filter((cells) => cells.length);
  const y = rows.findIndex((cells) => cells.includes(cell));
  const x = rows[y].indexOf(cell);
  // The heading of a group is one cell as wide as the grid.
  const at = (row, column) => rows[row]?.[Math.min(column, rows[row].length - 1)];
  const last = rows.length - 1;
  const steps = {
    ArrowRight: () => at(y, x + 1), ArrowLeft: () => at(y, Math.max(0, x - 1)), ArrowDown: () => at(y + 1, x), ArrowUp: () => at(y - 1, x),
    Home: () => at(ctrlKey ? 0 : y, 0), End: () => at(ctrlKey ? last : y, Infinity), PageDown: () => at(Math.min(last, y + PAGE), x), PageUp: () => at(Math.max(0, y - PAGE), x),
  };
  return steps[key]?.() ?? null;
}

// What every measurement prints with. In: names, numbers and rows; out: aligned lines on standard output.
// Example: table('Bytes', ['', 'raw'], [['core', 5000]]).

/** The number in the middle. */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The bytes of the articles' texts. */
export const bytesOf = (articles) => articles.reduce((sum, article) => sum + Buffer.byteLength(article.text), 0);

/** Prints rows of cells under a title, columns aligned. */
export function table(title, head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0]))).join('  ');
  console.log(`\n${title}\n${cells.map(line).join('\n')}`);
}

// Texts of any length to measure with. In: the seeds' articles and a size; out: articles whose names and figures differ from copy to copy,
// so that a larger text holds more people and more facts, as real text does, and not one fact a thousand times.
// Example: texts(seeds, 1_000_000, 5) gives five articles of 200,000 characters each. The same input gives the same output.

const SYLLABLES = ['ba', 'den', 'fi', 'gor', 'ka', 'lin', 'mo', 'nes', 'pra', 'rus', 'sti', 'tov', 'ul', 'ven', 'wick', 'zan'];

/** A copy with other names and figures: capitalised words of five letters and more get an ending, numbers are moved on. */
function copy(text, number) {
  if (number === 0) return text;
  const ending = SYLLABLES[number % 16] + SYLLABLES[(number >> 4) % 16];
  return text
    .replace(/\b[A-Z][a-z]{4,}\b/g, (word) => word + ending)
    .replace(/\b\d{1,3}\b/g, (figure) => String((Number(figure) + number) % 1000));
}

/** `count` articles that are `size` bytes long together, each grown from one of the seeds. */
export function texts(seeds, size, count) {
  return Array.from({length: count}, (_, index) => {
    const source = seeds[index % seeds.length].text;
    const goal = size / count;
    const parts = [];
    for (let length = 0, number = 0; length < goal; number += 1) {
      const part = copy(source, number);
      parts.push(part);
      length += Buffer.byteLength(part) + 2;
    }
    return {text: Buffer.from(parts.join('\n\n')).subarray(0, goal).toString().replace(/\uFFFD+$/, '')};
  });
}

// Texts of any length to measure with. In: the seeds' articles and a size; out: articles grown from copies of them. In `texts` names and figures
// differ from copy to copy, so that a larger text holds more people and more facts, as real text does, and not one fact a thousand times;
// in `repeated` every copy is the seed to the letter; in `retold` articles that go back to one seed keep its names and are worded differently.
// Example: texts(seeds, 1_000_000, 5) gives five articles of 200,000 bytes each. The same input gives the same output.

const SYLLABLES = ['ba', 'den', 'fi', 'gor', 'ka', 'lin', 'mo', 'nes', 'pra', 'rus', 'sti', 'tov', 'ul', 'ven', 'wick', 'zan'];

/** A copy with other names and figures: capitalised words of five letters and more get an ending, numbers are moved on. */
function copy(text, number) {
  if (number === 0) return text;
  const ending = SYLLABLES[number % 16] + SYLLABLES[(number >> 4) % 16];
  return text
    .replace(/\b[A-Z][a-z]{4,}\b/g, (word) => word + ending)
    .replace(/\b\d{1,3}\b/g, (figure) => String((Number(figure) + number) % 1000));
}

/** Another wording of a text: every third small word of six letters and more is another one of the same text, every eighth figure is moved on. */
function rewording(text, number) {
  if (number === 0) return text;
  const long = /\b[a-z]{6,}\b/g;
  const words = text.match(long) ?? [];
  let [word, figure] = [number, number];
  const other = (old) => ((word += 1) % 3 ? old : words[(word * 7 * number) % words.length]);
  const moved = (old) => ((figure += 1) % 8 ? old : String(Number(old) + number));
  return text.replace(long, other).replace(/\b\d{1,3}\b/g, moved);
}

/** `count` articles that are `size` bytes long together, each grown from one of the seeds; `parts` are the copies that it is made of. */
function grown(seeds, size, count, make) {
  return Array.from({length: count}, (_, index) => {
    const source = seeds[index % seeds.length].text;
    const goal = size / count;
    const round = Math.floor(index / seeds.length);
    const parts = [];
    for (let length = 0; length < goal; length += 2) {
      const part = Buffer.from(make(source, parts.length, round)).subarray(0, goal - length).toString().replace(/\uFFFD+$/, '');
      parts.push(part);
      length += Buffer.byteLength(part);
    }
    return {text: parts.join('\n\n'), parts};
  });
}

/** Articles whose names and figures differ from copy to copy. */
export const texts = (seeds, size, count) => grown(seeds, size, count, copy);

/** Articles whose copies are the seed to the letter. */
export const repeated = (seeds, size, count) => grown(seeds, size, count, (text) => text);

/** Articles about one matter, however many: each takes up a seed that others took up before it, in other words. */
export const retold = (seeds, size, count) => grown(seeds, size, count, (text, number, round) => rewording(copy(text, number), round));

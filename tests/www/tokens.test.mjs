/** The colours: in both themes every pair of text and ground that the page uses has a contrast of 4.5 to 1, and what draws shapes 3 to 1; both ways to the dark theme are the same. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

const css = readFileSync(new URL('../../www/css/tokens.css', import.meta.url), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');

const block = (from) => css.slice(css.indexOf(from) + from.length, css.indexOf('}', css.indexOf(from)));
const variables = (text) => Object.fromEntries([...text.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
const light = variables(block(':root {'));
const system = variables(block(':root:not([data-theme="light"]) {'));
const dark = {...light, ...variables(block(':root[data-theme="dark"] {'))};
const hues = [...css.matchAll(/\.hue-\d+\s*{\s*--hue:\s*([\d.]+)/g)].map(([, hue]) => Number(hue));

/** Linear red, green and blue of a colour as the style sheet writes it. */
function linear(value) {
  const hex = /^#(\w\w)(\w\w)(\w\w)$/.exec(value);
  assert.ok(hex, `${value} is a colour`);
  return hex.slice(1).map((part) => Number.parseInt(part, 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
}

/** Oklch to linear sRGB, cut to what a screen can show. */
function oklch(l, c, hue) {
  const [a, b] = [c * Math.cos((hue * Math.PI) / 180), c * Math.sin((hue * Math.PI) / 180)];
  const [x, y, z] = [l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b, l - 0.0894841775 * a - 1.291485548 * b].map((part) => part ** 3);
  return [4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z, -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z, -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z].map((part) => Math.min(1, Math.max(0, part)));
}

const luminance = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'raised', 'sunk'];
const TEXT = ['ink', 'soft', 'accent', 'high', 'medium', 'low', 'info'];
const LINES = ['person', 'organization', 'place', 'group', 'other', 'time', 'figure', 'quotation', 'focus'];
const SIGNS = ['high', 'medium', 'low', 'info'];

for (const [name, theme] of [['light', light], ['dark', dark]]) {
  const of = (one, other) => contrast(linear(theme[one]), linear(theme[other]));
  const atLeast = (least, pairs) => assert.deepEqual(pairs.filter(([one, other]) => of(one, other) < least).map(([one, other]) => `${one} on ${other}: ${of(one, other).toFixed(2)}`), []);

  test(`${name}: text on every ground`, () => atLeast(4.5, TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground]))));

  test(`${name}: text on tints, and what is written on strong colours`, () => atLeast(4.5, [
    ...SIGNS.flatMap((sign) => [['ink', `${sign}-tint`], [sign, `${sign}-tint`], ['sheet', sign]]), ['ink', 'quotation-tint'], ['soft', 'quotation-tint'], ['accent-ink', 'accent'], ['accent', 'low-tint'], ['paper', 'ink'],
  ]));

  test(`${name}: lines that tell kinds apart, edges of fields and the focus`, () => atLeast(3, [...LINES.flatMap((line) => ['paper', 'sheet', 'raised'].map((ground) => [line, ground])), ...['paper', 'sheet', 'raised'].map((ground) => ['rule-strong', ground])]));

  test(`${name}: the letter of every article on its colour, and that colour on the page`, () => {
    assert.equal(hues.length, 20);
    const [l, c] = [Number.parseFloat(theme['chip-l']) / 100, Number(theme['chip-c'])];
    const weak = hues.filter((hue) => contrast(oklch(l, c, hue), linear(theme['chip-ink'])) < 4.5 || contrast(oklch(l, c, hue), linear(theme.sheet)) < 3);
    assert.deepEqual(weak, []);
  });
}

test('the dark theme is the same by the system and by the switch', () => {
  assert.deepEqual(system, variables(block(':root[data-theme="dark"] {')));
});

/**
 * A drawing as a file. In: an SVG element, a title and a format; out: a file that stands by itself: every colour and face written at its element, text
 * escaped, a title within. PNG is drawn from that same file at twice the size. Example: `savePicture(svg, 'Timeline', 'png')`. Nothing is sent: the picture comes from memory.
 */

import {h} from '../dom.js';
import {M} from '../messages.js';
import {s} from '../svg.js';

/** What a style sheet says of drawings; everything else is in their attributes. */
const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'visibility'];
const PAINTS = new Set(['fill', 'stroke']);
/** What an element may have as an attribute of its own. */
const OWN = new Set(['fill', 'stroke', 'text-anchor', 'opacity']);
const MARGIN = 12;
const SCALE = 2;

export async function savePicture(svg, title, format) {
  const text = pictureOf(svg, title);
  if (format === 'svg') return hand(new Blob([text], {type: 'image/svg+xml;charset=utf-8'}), `crosscheck-${name(title)}.svg`);
  return hand(await raster(text), `crosscheck-${name(title)}.png`);
}

/** The text of a self-contained file. */
export function pictureOf(svg, title) {
  const {width, height} = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true);
  inline(svg, copy, painter());
  for (const one of copy.querySelectorAll('[data-screen-only]')) one.remove();
  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    for (const {name: attribute} of [...one.attributes]) if (/^(?:class|role|tabindex|aria-.*|data-.*)$/.test(attribute)) one.removeAttribute(attribute);
  }
  const box = [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
  copy.setAttribute('viewBox', box.join(' '));
  copy.setAttribute('width', box[2]);
  copy.setAttribute('height', box[3]);
  const paper = s('rect', {x: box[0], y: box[1], width: box[2], height: box[3], fill: painter()(getComputedStyle(svg.parentElement).backgroundColor)});
  copy.prepend(s('title', null, title), paper);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** A style is written where it is another than that of the element around, which hands most styles down. */
function inline(from, to, paint, around = {}) {
  const style = getComputedStyle(from);
  const own = Object.fromEntries(STYLES.map((name) => [name, PAINTS.has(name) ? paint(style.getPropertyValue(name)) : style.getPropertyValue(name)]));
  for (const name of STYLES) if (own[name] !== around[name] || OWN.has(name) && to.hasAttribute(name)) to.setAttribute(name, own[name]);
  [...from.children].forEach((child, i) => inline(child, to.children[i], paint, {...own, opacity: '1'}));
}

/** Colours as every reader of SVG knows them: a canvas turns newer notations into red, green and blue. */
function painter() {
  const context = h('canvas', {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
  const known = new Map();
  return (value) => {
    if (value === 'none' || value.startsWith('url(')) return value.replaceAll('"', '');
    if (!known.has(value)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = value;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
      known.set(value, alpha === 0 ? 'none' : `rgb(${red},${green},${blue})`);
    }
    return known.get(value);
  };
}

/** A data address, not a Blob's: that is what the content policy lets images come from. */
async function raster(text) {
  const image = h('img', {alt: ''});
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = h('canvas', {width: image.naturalWidth * SCALE, height: image.naturalHeight * SCALE});
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error(M.picture.failed))), 'image/png'));
}

const name = (title) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

function hand(blob, file) {
  const address = URL.createObjectURL(blob);
  h('a', {href: address, download: file}).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

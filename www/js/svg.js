/**
 * Builder of drawings. In: a tag, attributes and children; out: an SVG element. As in dom.js text is only ever put in as text nodes.
 * Example: `s('circle', {cx: 4, cy: 4, r: 2})`. Limits: attributes only; listeners are put on the drawing as a whole.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** @returns {SVGElement} */
export function s(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/**
 * Element builder. In: a tag, properties and children; out: an element. Text is only ever put in as text nodes, so
 * nothing an article contains can become markup. Example: `h('button', {class: 'quiet', onclick: f}, 'Undo')`.
 * Limits: no HTML strings, no style attributes; both are refused by the page's content policy as well.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node|string|number|null|undefined|false} Child */

/**
 * Builds an element. Properties whose names start with `on` are listeners, `data` is a map of data attributes, `true`
 * gives an empty attribute, and `null`, `undefined` or `false` leaves one out.
 * @param {string} tag
 * @param {Record<string, any>|null} [properties]
 * @param {...(Child|Child[])} children
 * @returns {HTMLElement}
 */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) set(element, name, value);
  append(element, children);
  return element;
}

/** Puts children in place of everything a root holds. */
export function fill(root, ...children) {
  const fragment = document.createDocumentFragment();
  append(fragment, children);
  root.replaceChildren(fragment);
}

/** Makes children the children of a root, in their order. What stands where it should is not touched, so that it keeps the focus and costs nothing. */
export function arrange(root, children) {
  const wanted = new Set(children);
  for (const child of [...root.children]) if (!wanted.has(child)) child.remove();
  let at = root.firstElementChild;
  for (const child of children) {
    if (child === at) at = at.nextElementSibling;
    else root.insertBefore(child, at);
  }
}

/** Draws an icon from the path table; it is decoration, so it is hidden from assistive technology. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  const [d, filled] = ICONS[name];
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', filled ? 'icon icon--filled' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

/** True when an element (or what contains it) takes typed text, so that single keys must be left alone. */
export function takesText(target) {
  return target instanceof Element && Boolean(target.closest('textarea, input, select, [contenteditable]'));
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name === 'data') for (const [key, entry] of Object.entries(value)) element.dataset[key] = String(entry);
  else element.setAttribute(name, value === true ? '' : String(value));
}

function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
}

/** Name → path data on a 16 px grid, and whether it is filled. Shapes of severities differ, not only their colours. */
const ICONS = {
  high: ['M8 1.5 15 14H1z', true],
  medium: ['M8 1 15 8 8 15 1 8z', true],
  low: ['M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z', true],
  info: ['M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z', false],
  add: ['M8 3v10M3 8h10', false],
  edit: ['M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z', false],
  link: ['M6.5 4H3v9h9V9.5M9 3h4v4M13 3 7.5 8.5', false],
  files: ['M2.5 4.5v8.5h11V6H8L6.5 4.5zM8 11.5V8M6.3 9.5 8 7.8l1.7 1.7', false],
  up: ['M4 10l4-4 4 4', false],
  remove: ['M3.5 4.5h9M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9', false],
  hide: ['M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM2.5 13.5l11-11', false],
  show: ['M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z', false],
  close: ['M4 4l8 8M12 4l-8 8', false],
  down: ['M4 6l4 4 4-4', false],
  back: ['M9.5 3.5 5 8l4.5 4.5M5 8h8', false],
  'layout-one': ['M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2.5', false],
  'layout-two': ['M1.5 3h6v10h-6zM8.5 3h6v10h-6z', false],
  'layout-all': ['M1.5 3h3.4v10H1.5zM6.3 3h3.4v10H6.3zM11.1 3h3.4v10h-3.4z', false],
  linked: ['M4 2v12M4 2 2 4.5M4 2l2 2.5M4 14l-2-2.5M4 14l2-2.5M12 2v12M12 2l-2 2.5M12 2l2 2.5M12 14l-2-2.5M12 14l2-2.5', false],
  find: ['M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14', false],
  flag: ['M4 14V2.5h7.5L10 5.5l1.5 3H4', false],
  take: ['M8 2v8M4.5 6.5 8 10l3.5-3.5M2.5 11v2.5h11V11', false],
  done: ['M3.5 8.5l3 3 6-7', false],
  previous: ['M9.5 3.5 5 8l4.5 4.5', false],
  jump: ['M6.5 3.5 11 8l-4.5 4.5', false],
  light: ['M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13', false],
  dark: ['M13 9.8A5.6 5.6 0 0 1 6.2 3a5.6 5.6 0 1 0 6.8 6.8z', false],
  system: ['M2 3h12v8H2zM6 13.5h4', false],
  help: ['M6 6a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M8 11.6v.1', false],
};

/**
 * The blocks of a marked-up text. In: an element of an inert document; out: its paragraphs, headings and list items in order, as text, each with the
 * reason why it is not part of an article, where there is one. Whether a page shows it is told by its markup alone, since nothing here is laid out.
 * Example: `blocksOf(inert('<p>Hello<nav>Home').body)` is `[{text: 'Hello', why: null, …}, {text: 'Home', why: 'navigation', …}]`. Limits: no style sheet is read.
 */

/** @typedef {{text: string, why: string|null, tag: string, tight: boolean}} Block */

/** What holds no words to be read. */
const SILENT = new Set('script style noframes template head meta link base title svg math iframe frame object embed applet canvas audio video img map select datalist textarea input progress meter'.split(' '));
const BLOCKS = new Set(('address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li '
  + 'main menu nav noscript ol p pre section summary table tbody tfoot thead tr ul button').split(' '));
const REASONS = {nav: 'navigation', menu: 'navigation', aside: 'aside', figure: 'picture', figcaption: 'picture', footer: 'footer', form: 'form', button: 'form', fieldset: 'form', noscript: 'hidden', dialog: 'hidden'};
const ROLES = {navigation: 'navigation', menu: 'navigation', menubar: 'navigation', banner: 'navigation', complementary: 'aside', contentinfo: 'footer', search: 'form', dialog: 'hidden', alertdialog: 'hidden', toolbar: 'form', button: 'form', figure: 'picture'};
/** A style that hides, as it is written in the element itself. */
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?:px|em|pt|%)?\s*(?:!important)?\s*(?:;|$))/i;
/** Characters that only tell where a line may be broken. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/** @param {Element} root
 * @returns {Block[]} */
export function blocksOf(root) {
  const writer = new Writer();
  // Without recursion, since markup may be nested as deeply as somebody likes.
  for (let node = root, down = true; node; ) {
    if (down && node.nodeType === Node.TEXT_NODE) writer.write(node.data);
    const inside = down && node.nodeType === Node.ELEMENT_NODE && writer.enter(node) && node.firstChild;
    if (inside) {
      node = inside;
      continue;
    }
    if (node.nodeType === Node.ELEMENT_NODE) writer.leave();
    if (node === root) break;
    down = node.nextSibling !== null;
    node = node.nextSibling ?? node.parentNode;
  }
  return writer.end();
}

class Writer {
  constructor() {
    this.blocks = [];
    this.open = [];
    /** Text runs that are being written: the block's own, and those that are hidden inside it. */
    this.runs = [{text: '', why: null}];
    this.tag = 'body';
    this.bullet = '';
  }

  write(text) {
    const run = this.runs.at(-1);
    run.text += this.open.some(({name}) => name === 'pre') ? text.replace(/\r\n?/g, '\n') : text.replace(/[ \t\r\n\f]+/g, ' ');
  }

  /** Whether what is inside is to be read. */
  enter(element) {
    const name = element.localName;
    const block = BLOCKS.has(name);
    const outer = this.open.at(-1)?.why ?? null;
    const why = outer ?? reasonOf(element, name);
    const aside = !block && why !== outer;
    this.open.push({name, block, why, aside, outer});
    if (SILENT.has(name)) return false;
    if (block) {
      this.flush();
      this.runs = [{text: '', why}];
      this.tag = name;
      if (name === 'li') this.bullet = bulletOf(element);
    } else if (aside) this.runs.push({text: '', why});
    if (name === 'br') this.runs.at(-1).text += '\n';
    if (name === 'td' || name === 'th') this.runs.at(-1).text += ' ';
    if (name === 'q') this.runs.at(-1).text += '“';
    return true;
  }

  leave() {
    const {name, block, aside, outer} = this.open.pop();
    if (name === 'q') this.runs.at(-1).text += '”';
    if (aside) this.emit(this.runs.pop());
    // Where a block stood inside something hidden, the run around it has been written already.
    if (!this.runs.length) this.runs = [{text: '', why: outer}];
    if (!block || SILENT.has(name)) return;
    this.flush();
    this.runs = [{text: '', why: outer}];
    this.tag = this.open.findLast((one) => one.block)?.name ?? 'body';
    if (name === 'li') this.bullet = '';
  }

  flush() {
    for (const run of this.runs) this.emit(run);
    this.runs = [];
  }

  emit({text, why}) {
    const clean = text.replace(UNSEEN, '').replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ');
    for (const piece of this.tag === 'pre' ? [text.trimEnd()] : clean.split(/\n{2,}/)) {
      const words = piece.trim();
      if (words === '') continue;
      this.blocks.push({text: why === null ? this.bullet + words : words, why, tag: this.tag, tight: this.bullet !== ''});
      if (why === null) this.bullet = '';
    }
  }

  end() {
    this.flush();
    return this.blocks;
  }
}

/** Whether an element hides itself by its own style; the parser keeps that under another name. */
export const isHiding = (element) => HIDING.test(element.getAttribute('data-style') ?? '');

function reasonOf(element, name) {
  if (element.hidden || element.getAttribute('aria-hidden') === 'true' || isHiding(element)) return 'hidden';
  if (name === 'dialog' && element.hasAttribute('open')) return 'aside';
  return REASONS[name] ?? ROLES[element.getAttribute('role')?.trim().toLowerCase()] ?? null;
}

function bulletOf(item) {
  if (item.parentElement?.localName !== 'ol') return '• ';
  let number = Number.parseInt(item.parentElement.getAttribute('start') ?? '1', 10) || 1;
  for (let before = item.previousElementSibling; before; before = before.previousElementSibling) number += before.localName === 'li' ? 1 : 0;
  return `${number}. `;
}

/**
 * A word-processor document to text. In: the bytes of a .docx; out: its paragraphs as text, with the title and date of its properties. Text that was
 * deleted while changes were tracked, hidden text, notes and field codes are left out; inserted text is kept. Example: `(await docx(bytes)).text`.
 * Limits: text boxes are left out; footnotes are not read; a document with a document type of its own is refused, since none is written so.
 */

import {inert} from '../policy.js';
import {day, line} from './head.js';
import {Refusal} from './refusal.js';

const TEXT = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';
/** Elements whose words are no text of the document: deletions, codes, second forms of what stands beside them, boxes. */
const LEFT = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'txbxContent', 'drawing', 'pict', 'object', 'rPr', 'sectPr', 'footnoteReference', 'endnoteReference', 'annotationRef']);

/** @param {Uint8Array} bytes */
export async function docx(bytes) {
  // The unpacker's tables take a while to make, and most readers never give a document.
  const {unpacked} = await import('./archive.js');
  const files = await unpacked(bytes, [TEXT, PROPERTIES]);
  if (!files.has(TEXT)) throw new Refusal('damaged');
  const body = xml(files.get(TEXT));
  const properties = files.has(PROPERTIES) ? xml(files.get(PROPERTIES)) : null;
  const property = (name) => properties?.getElementsByTagNameNS('*', name)[0]?.textContent ?? '';
  const text = paragraphsOf(body.documentElement);
  return {text, title: line(property('title')), outlet: null, date: day(property('created')), address: null};
}

function xml(bytes) {
  const source = new TextDecoder().decode(bytes);
  // An entity can stand for a text of any length; no word processor writes one.
  if (source.includes('<!DOCTYPE') || source.includes('<!ENTITY')) throw new Refusal('damaged');
  const tree = inert(source, 'application/xml');
  if (tree.getElementsByTagName('parsererror').length) throw new Refusal('damaged');
  return tree;
}

/** The paragraphs in order, those of a list close together. Without recursion, since nesting has no end in XML. */
function paragraphsOf(root) {
  let text = '';
  let open = null;
  let wasItem = false;
  const end = () => {
    const words = open?.words.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
    if (words) {
      text += (text === '' ? '' : open.isItem && wasItem ? '\n' : '\n\n') + (open.isItem ? `• ${words}` : words);
      wasItem = open.isItem;
    }
    open = null;
  };
  for (let node = root, down = true; node; ) {
    if (down && node.nodeType === Node.ELEMENT_NODE) {
      if (node.localName === 'p') {
        end();
        open = {words: '', isItem: node.getElementsByTagNameNS('*', 'numPr').length > 0};
      } else if (open) open.words += wordsOf(node);
      if (!LEFT.has(node.localName) && !isHidden(node) && node.firstChild) {
        node = node.firstChild;
        continue;
      }
    }
    if (node.localName === 'p') end();
    if (node === root) break;
    down = node.nextSibling !== null;
    node = node.nextSibling ?? node.parentNode;
  }
  return text;
}

function wordsOf(node) {
  switch (node.localName) {
    case 't': return node.textContent;
    case 'tab': return node.parentElement.localName === 'tabs' ? '' : ' ';
    case 'br': case 'cr': return '\n';
    case 'noBreakHyphen': return '-';
    default: return '';
  }
}

/** Whether a run is hidden; the mark may be switched off again by a value. */
function isHidden(node) {
  if (node.localName !== 'r') return false;
  const mark = [...node.children].find((child) => child.localName === 'rPr')?.getElementsByTagNameNS('*', 'vanish')[0];
  const value = [...(mark?.attributes ?? [])].find((attribute) => attribute.localName === 'val')?.value;
  return mark !== undefined && value !== '0' && value !== 'false';
}

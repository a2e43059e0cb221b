/**
 * The bookmarks that hand over the page being read. In: where this page is hosted, or nothing for the single file; out: an address that begins with
 * `javascript:`, for the reader's bookmarks. The code runs on the article's own page and is never run here. The hosted form's opens this page in a new window and
 * hands over what is shown of the page, or of what is chosen in it, by a message; the single file's copies it. Example: `bookmarklet('https://example.org/crosscheck/')`.
 * Limits: a page that may not speak with the windows it opens says so after a while.
 */

import {M} from '../messages.js';
import {ADDED, HTML, VERSION} from './handover.js';

/** What is shown of a page as markup: the reader's choice in it where that is more than some words. What is hidden there is marked as hidden. */
const SHOWN = `const d=document,s=getSelection(),t=String(s),b=t.trim().length>200,o=b?d.createElement('div'):d.documentElement;
if(b)for(let i=0;i<s.rangeCount;i++)o.append(s.getRangeAt(i).cloneContents());
const c=o.cloneNode(true),k=c.querySelectorAll('*');
if(!b)o.querySelectorAll('*').forEach((e,i)=>{if(e.checkVisibility&&!e.checkVisibility()&&!e.closest('head'))k[i].setAttribute('hidden','')});
c.querySelectorAll('script:not([type="application/ld+json"]),style,svg,iframe,template').forEach(e=>e.remove());
const h=new XMLSerializer().serializeToString(c).slice(0,${HTML}),p=b?t:d.body.innerText;`;

const HAND = (address, origin) => `(()=>{${SHOWN}
let n=0;const H=${JSON.stringify(address)},O=${JSON.stringify(origin)};
const l=e=>{if(!n&&w&&e.source===w&&e.origin===O&&e.data&&e.data.type==='crosscheck-ready'){n=1;w.postMessage({type:'crosscheck-page',version:${VERSION},html:h,text:p.slice(0,${HTML}),title:d.title,address:d.URL},O);removeEventListener('message',l)}};
addEventListener('message',l);const w=open(H+'${ADDED}','_blank');
if(!w)alert(${JSON.stringify(M.ways.bookmark.blocked)});else setTimeout(()=>{if(!n)alert(${JSON.stringify(M.ways.bookmark.silent)})},15000)})()`;

const COPY = `(()=>{${SHOWN}
const a=()=>alert(${JSON.stringify(M.ways.bookmark.copied)}),f=()=>{const l=e=>{e.preventDefault();e.stopPropagation();e.clipboardData.setData('text/html',h);e.clipboardData.setData('text/plain',p)};
d.addEventListener('copy',l,true);const y=d.execCommand('copy');d.removeEventListener('copy',l,true);y?a():alert(${JSON.stringify(M.ways.bookmark.uncopied)})};f()})()`;

/** @param {string|null} hosted the address of the hosted page, or null for the single file */
export function bookmarklet(hosted) {
  const code = hosted === null ? COPY : HAND(hosted, new URL(hosted).origin);
  return `javascript:${encodeURIComponent(code.replace(/\n/g, ''))}`;
}

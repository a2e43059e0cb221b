/**
 * Strings that try to be more than text. In: nothing; out: `{name, text, attack}` for each: what it tries, the string with a word of its own by which it is found
 * again, and whether it has characters that no file of text holds. Whatever takes text in or gives it out must show or write them as text: then nothing sets
 * `globalThis.hit`, asks anybody for anything, or opens a dialog. Example: `for (const {name, text} of hostile()) …`.
 * Limits: only ways that browsers or table programs are known to have taken.
 */

const HIT = 'globalThis.hit=1';
const AWAY = 'https://hostile.invalid';

const STRINGS = {
  'script': `<script>${HIT};alert(1)</script>`,
  'script-end': `</script><script>${HIT}</script>`,
  'script-source': `<script src="${AWAY}/x.js"></script>`,
  'style-end': `</style><script>${HIT}</script>`,
  'title-end': `</title></textarea></noscript></template><script>${HIT}</script>`,
  'comment': `--><script>${HIT}</script><!--`,
  'cdata': `]]><script>${HIT}</script><![CDATA[`,
  'handler': `<img src=x onerror="${HIT}"><body onload="${HIT}"><details open ontoggle="${HIT}">`,
  'attribute': `" autofocus onfocus="${HIT}" x="' onmouseover='${HIT}`,
  'address': `<a href="javascript:${HIT}">here</a> [here](javascript:${HIT}) javascript:${HIT}`,
  'address-coded': '<a href="jav&#x09;ascript:globalThis.hit=1">x</a> data:text/html,<script>parent.hit=1</script>',
  'frame': `<iframe srcdoc="<script>parent.${HIT}</script>"></iframe><object data="${AWAY}"></object><embed src="${AWAY}">`,
  'svg': `<svg onload="${HIT}"><script>${HIT}</script><use href="${AWAY}/x.svg#a"/><animate onbegin="${HIT}" attributeName="x"/></svg>`,
  'math': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${HIT}&gt;">`,
  'css': `<style>@import "${AWAY}/x.css";body{background:url(${AWAY}/x.png)}</style> style="background:url(${AWAY}/y.png)"`,
  'meta': `<meta http-equiv="refresh" content="0;url=${AWAY}"><base href="${AWAY}"><link rel="stylesheet" href="${AWAY}/x.css"><link rel="preconnect" href="${AWAY}">`,
  'form': `<form action="${AWAY}"><input name="q" autofocus onfocus="${HIT}"><button formaction="javascript:${HIT}">go</button></form>`,
  'template': '{{constructor.constructor("globalThis.hit=1")()}} ${globalThis.hit=1} <%= globalThis.hit=1 %> #{globalThis.hit=1} [[${globalThis.hit=1}]]',
  'entities': '&lt;script&gt;globalThis.hit=1&lt;/script&gt; &#60;img src=x onerror=globalThis.hit=1&#62; &amp;lt;b&amp;gt;',
  'prototype': '__proto__ constructor hasOwnProperty toString {"__proto__":{"hit":1}}',
  'formula': `=HYPERLINK("${AWAY}","click")`,
  'formula-command': '=cmd|\' /C calc\'!A0',
  'formula-plus': '+1+cmd|\' /C calc\'!A0',
  'formula-minus': '-2+3+cmd|\' /C calc\'!A0',
  'formula-at': '@SUM(1+1)*cmd|\' /C calc\'!A0',
  'formula-tab': '\t=1+1',
  'formula-quoted': '","=1+1","',
  'markdown': `![x](${AWAY}/x.png) <${AWAY}> [x]: ${AWAY} | a | b |\n| - | - |`,
  'bidi': 'abc \u202eevil\u202c \u2066isolated\u2069 \u200fright\u200e \u061cletter',
  'invisible': 'in\u200bvis\u2060ible \ufeffmark \u00adsoft \u{e0041}\u{e0042} tags',
  'combining': `Z${'\u0301\u0323'.repeat(200)}algo`,
  'long-word': 'w'.repeat(20_000),
  'separators': 'one\u2028two\u2029three\u0085four\u000bfive\u000csix',
};

/** Characters that are refused or replaced in files of text, and can still be pasted. */
const CHARACTERS = {
  'controls': Array.from({length: 32}, (_, i) => String.fromCharCode(i)).filter((one) => !'\n\r'.includes(one)).join('x'),
  'surrogates': '\ud800 alone \udc00 and \udfff\ud800 turned',
};

/** @returns {{name: string, text: string, odd: boolean}[]} */
export function hostile() {
  const list = (strings, odd) => Object.entries(strings).map(([name, text]) => ({name, text: `${text} hostile-${name}-end`, odd}));
  return [...list(STRINGS, false), ...list(CHARACTERS, true)];
}

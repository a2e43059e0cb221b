/**
 * The page's one trusted-types policy. In: the address of a script that the page made or that the build put beside it, or markup; out: a trusted
 * address, or a document that never becomes part of the page. Nothing else is ever trusted, and trusted markup never leaves this file.
 * Example: `inert('<p>Hello')` is a document in which nothing runs or loads. Limits: a browser without trusted types gets the same by plain strings.
 */

/** The only files that are loaded after the start: what makes the worker, the core where the worker can not have it, the reader of PDF, when a PDF comes, and what keeps the page for use without a network. */
const LATER = ['assets.js', 'core.js', 'pdf.js', 'sw.js'];

const policy = globalThis.trustedTypes?.createPolicy('crosscheck', {
  createScriptURL: (address) => (address.startsWith('blob:') || LATER.includes(address) ? address : ''),
  // The only user is the parser below, whose documents have no window: their scripts never run and their pictures are never asked for.
  createHTML: (markup) => markup,
});

/** The address of a Blob of the page's own, or of a file that the build listed. */
export const trustedAddress = (address) => (policy ? policy.createScriptURL(address) : address);

/**
 * Markup as a document apart from the page. Nothing of it may ever be attached to the page; only its text is read.
 * @param {string} markup
 * @param {'text/html'|'application/xml'} [type]
 */
export function inert(markup, type = 'text/html') {
  const quiet = type === 'text/html' ? quieted(markup) : markup;
  return new DOMParser().parseFromString(policy ? policy.createHTML(quiet) : quiet, type);
}

/**
 * Markup whose styles, handlers and base are out of use, since Chromium tells of each as a breach of the content policy although none ever does anything. An
 * element that holds a style sheet becomes another that holds nothing but characters, an attribute becomes one that can be read and says nothing to the browser.
 */
function quieted(markup) {
  return markup.replace(/<(\/?)style\b/gi, '<$1noframes').replace(/<base\b/gi, '<wbr')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2'));
}

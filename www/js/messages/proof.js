/** What the page says to prove that nothing leaves it. */

import {number} from './words.js';

export const proof = {
  title: 'Prove it', open: 'Prove it',
  intro: 'The page says that nothing you paste leaves it. You need not believe that: the browser enforces it, and you can look.',
  policy: 'The rules that the browser keeps for this page', policyIntro: 'They stand in the page’s own head, where every browser reads them before anything else. A page can make its rules stricter, never looser.', noPolicy: 'No rules were found in this page. Then nothing is proved.',
  directives: {
    'default-src': 'whatever is not named below may be loaded from', 'connect-src': 'scripts may connect to', 'script-src': 'scripts may come from', 'style-src': 'styles may come from', 'worker-src': 'background scripts may come from', 'img-src': 'pictures may come from',
    'base-uri': 'relative addresses may be changed to', 'form-action': 'forms may be sent to', 'require-trusted-types-for': 'text can not become script', 'trusted-types': 'the one named way to make an address of a script',
  },
  values: {"'none'": 'nowhere', "'self'": 'the page’s own files', "'wasm-unsafe-eval'": 'the compiled core', 'blob:': 'the page’s own memory', 'data:': 'the page’s own text'}, hash: 'exactly the text that is in this file',
  attempt: 'Try to send something', attemptIntro: 'This asks the browser for three requests to example.invalid, an address that is set aside and belongs to nobody. No word of your articles is in them.', run: 'Try it now', running: 'Trying…',
  ways: {fetch: 'A request by script', image: 'A picture from elsewhere', beacon: 'A report in the background'},
  blocked: (rule) => `blocked by the browser: ${rule}`, passed: 'not blocked', unknown: 'no answer from the browser',
  all: 'The browser blocked all of them before anything was sent.', notAll: 'Not all were blocked. Do not paste what is confidential, and tell who gave you this page.',
  loaded: 'What was loaded', loadedIntro: 'Everything that the browser notes as loaded for this page since it was opened:', nothing: 'Nothing but the page itself.', bytes: (n) => `${number.format(n)} bytes`, itself: 'the page itself', memory: 'from the page’s own memory',
  look: 'Look yourself', lookList: ['Open the browser’s developer tools (F12) at “Network”, load the page again, and paste an article: no new line appears.', 'Save the page as one file, cut the network (flight mode), open the file: everything works.', 'The attempt above appears in the tools as blocked, and in their console as refused.'],
  not: 'What this can not prove', notList: ['That the browser keeps its own rules, and that no extension reads the page: extensions stand above them.', 'That this page is the one that was published: compare its checksum with that of the release, or build it from its sources.', 'That links you click do not tell where you come from: they are opened without a referrer, but the address you open learns that it was opened.', 'That what you take away yourself (a file, a link with a session) stays where you put it.'],
};

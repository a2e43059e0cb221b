/**
 * Prove it. In: nothing but the page itself; out: the content policy in force with each rule in words, an attempt to send something on a click and what the browser made of it, everything that was
 * loaded, where to look, and what none of this proves. Example: `proof()`.
 */

import {attempts} from '../attempts.js';
import {fill, h, icon} from '../dom.js';
import {M} from '../messages.js';

export function proof() {
  const words = M.proof;
  const results = h('div', {class: 'proof__results', tabindex: '-1', 'data-key': 'proof-results'});
  const loaded = h('div');
  const run = h('button', {type: 'button', class: 'quiet proof__run', onclick: async () => {
    run.disabled = true;
    fill(results, h('p', {class: 'hint'}, words.running));
    fill(results, outcome(await attempts()));
    fill(loaded, loadedList());
    run.disabled = false;
    results.focus({preventScroll: true});
  }}, words.run);
  fill(loaded, loadedList());
  return [
    h('p', null, words.intro),
    part(words.attempt, h('p', null, words.attemptIntro), run, results),
    part(words.policy, rules()),
    part(words.loaded, h('p', null, words.loadedIntro), loaded),
    part(words.look, list(words.lookList)),
    part(words.not, list(words.notList))];
}

const part = (title, ...content) => h('section', {class: 'help__section'}, h('h3', null, title), content);
const list = (texts) => h('ul', {class: 'help__list'}, texts.map((text) => h('li', null, text)));

function outcome(tried) {
  const all = tried.every(({blocked, sent}) => blocked && !sent);
  return [
    h('p', {class: all ? 'proof__all' : 'problem'}, icon(all ? 'done' : 'high'), all ? M.proof.all : M.proof.notAll),
    h('ul', {class: 'help__list'}, tried.map(({way, blocked, sent}) => h('li', {'data-way': way, 'data-blocked': String(Boolean(blocked))}, M.proof.ways[way], ': ', blocked ? M.proof.blocked(blocked) : sent ? M.proof.passed : M.proof.unknown)))];
}

/** The policy as it stands in the page's head: every rule as it is written, and in words. */
function rules() {
  const text = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? '';
  const directives = text.split(';').map((one) => one.trim().split(/\s+/)).filter(([name]) => name);
  if (!directives.length) return h('p', {class: 'problem'}, M.proof.noPolicy);
  return [h('p', null, M.proof.policyIntro), h('dl', {class: 'proof__rules'}, directives.map(([name, ...values]) => h('div', null,
    h('dt', null, h('code', null, name, ' ', values.map((value) => (value.startsWith("'sha256-") ? `${value.slice(0, 16)}…'` : value)).join(' '))),
    h('dd', null, [M.proof.directives[name], [...new Set(values.map(meaning))].filter(Boolean).join(', ')].filter(Boolean).join(' ')))))];
}

const meaning = (value) => (value.startsWith("'sha256-") ? M.proof.hash : M.proof.values[value]);

/** What the browser itself notes of loading; an address of the page's own memory is no request. */
function loadedList() {
  const [itself] = performance.getEntriesByType('navigation');
  const others = performance.getEntriesByType('resource');
  const row = (address, note) => h('li', null, h('code', null, address), ' ', h('span', {class: 'hint'}, note));
  return h('ul', {class: 'help__list proof__loaded'}, row(shortened(itself?.name ?? document.URL), M.proof.itself), others.length ? others.map(({name, encodedBodySize}) => row(shortened(name), name.startsWith('blob:') || name.startsWith('data:') ? M.proof.memory : M.proof.bytes(encodedBodySize))) : h('li', null, M.proof.nothing));
}

/** A link that carries a session, and a picture that is text, are long. */
const shortened = (address) => (address.length > 90 ? `${address.slice(0, 90)}…` : address);

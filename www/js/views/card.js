/**
 * The card of a mark. In: the state and `send`; out: a small popover beside the mark: who or what a name is, how it is
 * written, which offices it is given, where else it stands; who says a quotation, how it is introduced, how other
 * articles print it. Other marks at the same place are one click away. Example: `card(root, send)(state)`.
 */

import {fill, h} from '../dom.js';
import {namesOf} from '../entities.js';
import {lookUp} from '../marks.js';
import {M} from '../messages.js';
import {clustersOf, wordsAt} from '../quotations.js';
import {articleAt, kindTitle, letterOf, numbers} from '../select.js';
import {groupsOf} from '../versions.js';
import {action, letter, letters, whenChanged} from './parts.js';
import {speakerName} from './words.js';

/** Words by which an utterance is called where there are several; longest wording shown, in characters. */
const BEGINNING = 5;
const WORDS = 160;

export function card(root, send) {
  // The browser closes a popover on Escape and on a click elsewhere; the state has to hear of it.
  root.addEventListener('toggle', (event) => event.newState === 'closed' && send({type: 'card-closed'}));
  return whenChanged((state) => [state.card], (state) => {
    if (!state.card || !state.report) {
      if (root.matches(':popover-open')) root.hidePopover();
      return;
    }
    const [first, ...others] = state.card.marks.map((id) => lookUp(state.report, id)).filter(Boolean);
    if (!first) return;
    fill(root, drawings[first.type](state, first.item, send), also(state, others, send));
    if (!root.matches(':popover-open')) root.showPopover();
    place(root, state.card.anchor);
    if (!state.card.hover) root.querySelector('button')?.focus({preventScroll: true});
  });
}

const drawings = {entity: entityCard, quotation: quotationCard, finding: findingCard};

function top(kind, name, send) {
  return h('div', {class: 'card__head'}, h('div', null, h('p', {class: 'card__kind'}, kind), h('p', {class: 'card__name', dir: 'auto'}, name)),
    action('close', M.dismiss, () => send({type: 'card-closed'}), {iconOnly: true}));
}

function entityCard(state, entity, send) {
  const [key] = [...namesOf(state.report)].find(([, one]) => one === entity) ?? [null];
  const forms = entity.forms.map((form) => h('li', null, `${form.text} `, h('span', {class: 'count'}, `×${form.count}`), form.note && h('span', {class: 'note'}, M.formNotes[form.note] ?? form.note)));
  const offices = unique(entity.offices, (office) => [M.statuses[office.status], office.title, office.of && `(${office.of})`].filter(Boolean).join(' '));
  return [
    top(M.entityKinds[entity.kind] ?? entity.kind, entity.name, send),
    h('dl', {class: 'card__facts'},
      entity.value && row(M.card.value, entity.value),
      forms.length > 1 && row(M.card.forms, h('ul', null, forms)),
      offices.length > 0 && row(M.card.offices, h('ul', null, offices.map(([text, list]) => h('li', null, text, ' ', list.map((office) => jump(state, office, send)))))),
      row(M.card.mentions, h('div', {class: 'card__jumps'}, firstMentions(entity).map(([mention, n]) => jump(state, mention, send, {n}))))),
    action('find', M.card.each(entity.mentions.length), () => send({type: 'mentions-listed', key: key ?? entity.name})),
    key && action('jump', M.names.open, () => send({type: 'name-opened', key})),
  ];
}

function quotationCard(state, quotation, send) {
  const clusters = clustersOf(state.report, quotation.id);
  const cue = wordsAt(state.report, quotation.article, quotation.cue);
  const via = state.report.entities.find((entity) => entity.id === quotation.via)?.name;
  return [
    top(M.quotationKinds[quotation.kind], speakerName(state.report, quotation), send),
    h('dl', {class: 'card__facts'},
      cue && row(M.card.cue, `“${cue}”`),
      via && row(M.card.via, via),
      quotation.source_class !== 'named' && row(M.card.source, M.sourceClasses[quotation.source_class]),
      row(M.card.confidence, `${quotation.confidence}%`),
      clusters.length === 1 && row(M.card.versions, h('ul', null, groupsOf(state.report, clusters[0]).map((group) => printed(state, clusters[0], group, send))))),
    clusters.map((cluster) => action('jump', clusters.length > 1 ? M.quotations.compareOf(beginning(state, cluster)) : M.quotations.compare, () => send({type: 'utterance-opened', cluster: cluster.id}))),
  ];
}

function findingCard(state, finding, send) {
  const n = numbers(state).get(finding.id);
  return [top(M.severities[finding.severity], kindTitle(state, finding.kind, M), send), h('p', null, finding.summary), h('p', {class: 'card__jumps'}, letters(state, finding.evidence), h('span', {class: 'hint'}, M.confidence(finding.confidence))),
    action('jump', M.goToFinding(n, M.card.open), () => send({type: 'finding-opened', id: finding.id}))];
}

/** The articles that print the same words, how these stand to the reference, and the words themselves. */
function printed(state, cluster, {status, versions}, send) {
  const words = new Set([M.quotationStatuses[status], ...versions[0].differences.map(({kind}) => M.differenceKinds[kind])]);
  const text = wordsAt(state.report, versions[0].article, versions[0]).replace(/\s+/gu, ' ');
  return h('li', null, h('div', {class: 'card__jumps'}, versions.map((version) => jump(state, version, send)), h('span', null, [...words].join(', '))),
    h('p', {class: 'card__words', dir: 'auto'}, `“${text.length > WORDS ? `${text.slice(0, WORDS)}…` : text}”`));
}

/** The first words of an utterance. */
function beginning({report}, {versions, reference}) {
  const words = wordsAt(report, versions[reference].article, versions[reference]).split(/\s+/u);
  return words.slice(0, BEGINNING).join(' ') + (words.length > BEGINNING ? ' …' : '');
}

/** A letter that leads to a place in its article. */
export function jump(state, place, send, {n = null, finding} = {}) {
  const article = articleAt(state, place.article);
  if (!article) return null;
  const label = M.showPassage(letterOf(article));
  return h('button', {
    type: 'button', class: 'jump', 'aria-label': n === null ? label : `${letterOf(article)} ${n}: ${label}`, title: label,
    onclick: () => send({type: 'passage-shown', article: article.id, start: place.start, end: place.end, finding}),
  }, letter(article), n !== null && [' ', h('span', {class: 'count'}, n)]);
}

/** The first mention in each article, with how many there are. */
export function firstMentions(entity) {
  const byArticle = new Map();
  for (const mention of entity.mentions) byArticle.set(mention.article, [...(byArticle.get(mention.article) ?? []), mention]);
  return [...byArticle.entries()].sort(([a], [b]) => a - b).map(([, list]) => [list.find((mention) => mention.form === 'name') ?? list[0], list.length]);
}

function also(state, others, send) {
  const rest = others.filter((other, i) => others.findIndex((twin) => twin.item === other.item) === i);
  return rest.length > 0 && h('div', {class: 'card__also'}, h('span', {class: 'hint'}, M.card.also), rest.map(({type, item}) =>
    h('button', {type: 'button', class: 'link', onclick: () => open(state, type, item, send)}, alsoName(state, type, item))));
}

function alsoName(state, type, item) {
  if (type === 'entity') return item.name;
  if (type === 'quotation') return `${M.quotationKinds[item.kind]}: ${speakerName(state.report, item)}`;
  return M.goToFinding(numbers(state).get(item.id), kindTitle(state, item.kind, M));
}

function open(state, type, item, send) {
  if (type === 'finding') return send({type: 'finding-opened', id: item.id});
  const id = state.card.marks.find((mark) => mark[0] === type[0] && Number(mark.slice(1).split('.')[0]) === item.id);
  return send({type: 'card-opened', marks: [id, ...state.card.marks.filter((mark) => mark !== id)], anchor: state.card.anchor});
}

function row(name, value) {
  return [h('dt', null, name), h('dd', null, value)];
}

function unique(list, textOf) {
  const groups = new Map();
  for (const entry of list) groups.set(textOf(entry), [...(groups.get(textOf(entry)) ?? []), entry]);
  // One button an article is enough, however often it repeats the office.
  return [...groups.entries()].map(([text, entries]) => [text, entries.filter((entry, i) => entries.findIndex((twin) => twin.article === entry.article) === i)]);
}

function place(root, {x, y, above}) {
  const {width, height} = root.getBoundingClientRect();
  const left = Math.max(8, Math.min(x - 24, innerWidth - width - 8));
  const under = y + height + 8 <= innerHeight;
  root.style.left = `${left}px`;
  root.style.top = `${under ? y + 4 : Math.max(8, above - height - 4)}px`;
}

/**
 * One statement of a speaker. In: the state, a statement and `send`; out: the reference of an utterance with who prints it, and under it each
 * other version word by word, its differences named; or the words that one article alone prints. It never says which wording is right.
 * Example: `statement(state, one, send)`. Limits: who introduces it how is told on request.
 */

import {fill, h} from '../dom.js';
import {M} from '../messages.js';
import {linksOf, wordsAt} from '../quotations.js';
import {articleAt, letterOf, shortName} from '../select.js';
import {groupsOf, piecesOf, supportOf} from '../versions.js';
import {findingLink, letter} from './parts.js';
import {differences, wording} from './wording.js';

/** Articles whose outlets are named beside their letters; of more only the letters are shown. */
const NAMED = 6;
/** Whole percent of confidence below which the page says that the speaker is uncertain. */
const SURE = 70;

export function statement(state, one, send) {
  return one.cluster ? utterance(state, one, send) : single(state, one, send);
}

/** An indirect report; its words are the article's own. */
export function report(state, one, send) {
  return single(state, one, send, 'statement--indirect');
}

function frame(one, label, name, ...content) {
  return h('div', {class: `statement ${name}`, role: 'group', tabindex: '-1', 'data-key': one.key, 'aria-label': label}, content);
}

function single(state, one, send, name = 'statement--single') {
  const [place] = one.places;
  const [quotation] = one.quotations;
  return frame(one, M.quotations.label(speakerOf(state, one), 1, 1), name,
    who(one), h('div', {class: 'version'}, places(state, one, [place], send), h('p', {class: 'version__text', dir: 'auto'}, wordsAt(state.report, place.article, place))), doubts(state, one, quotation), about(state, one, send));
}

function utterance(state, one, send) {
  const {cluster} = one;
  const [first, ...others] = groupsOf(state.report, cluster);
  const wordings = 1 + others.filter(({status}) => status !== 'glyph-only').length;
  const model = cluster.versions[cluster.reference];
  return frame(one, M.quotations.label(speakerOf(state, one), one.articles.length, wordings), one.tier === 0 ? 'statement--differs' : '',
    who(one),
    h('p', {class: cluster.independent < one.articles.length ? 'statement__printed statement__printed--copied' : 'statement__printed'}, printedBy(state, one)),
    h('p', {class: 'statement__text', dir: 'auto'}, wordsAt(state.report, model.article, model)),
    h('ul', {class: 'versions'}, group(state, one, first, M.quotations.support[wordings > 1 ? supportOf(cluster) : 'same'], send), others.map((other) => group(state, one, other, M.quotationStatuses[other.status], send))),
    about(state, one, send),
    cluster.reported.length > 0 && fold(M.quotations.reported(cluster.reported.length), () => cluster.reported.map((id) => reported(state, one, state.report.quotations[id], send))),
    fold(M.quotations.introduced, () => one.quotations.map((quotation) => introduced(state, one, quotation, send))));
}

/** How many articles print an utterance; of words that one passage prints, how many tell them. */
function printedBy({report: {quotations}}, {cluster, articles}) {
  if (cluster.versions.length > 1) return M.quotations.printed(articles.length, cluster.independent);
  return M.quotations.told(new Set(cluster.reported.map((id) => quotations[id].article)).size);
}

/** Who prints the same words, in words how they stand to the reference, and the words themselves where they differ. */
function group(state, one, {status, versions}, standing, send) {
  const [version] = versions;
  const kinds = new Set(version.differences.map(({kind}) => M.differenceKinds[kind]));
  // What the standing says already, or can say in a word more, needs no line of its own.
  const isCut = kinds.size === 1 && kinds.has(M.differenceKinds.cut);
  const isSaid = isCut || (kinds.size === 1 && kinds.has(standing));
  return h('li', {class: `group group--${status}`},
    h('div', {class: 'group__head'}, places(state, one, versions, send), h('span', {class: 'standing'}, standing, isCut && [', ', M.differenceKinds.cut]), givenTo(state, one, versions),
      versions.every(({quotation}) => state.report.quotations[quotation].kind === 'headline') && h('span', {class: 'note'}, M.quotations.headline)),
    kinds.size > 0 && [h('p', {class: 'statement__text', dir: 'auto'}, wording(piecesOf(state.report, one.cluster, version))), !isSaid && differences(state.report, one.cluster, version)]);
}

/** Where an article gives the words to somebody else. */
function givenTo(state, {speaker}, versions) {
  const names = versions.map(({quotation}) => state.report.quotations[quotation].speaker).filter((id) => id !== null && id !== speaker);
  return [...new Set(names)].map((id) => h('span', {class: 'flag'}, M.quotations.given(state.report.entities[id].name)));
}

/** The words that stand for a speaker who is not known. */
function who({speaker, sources, quotations: [{source_class}]}) {
  return speaker === null && h('p', {class: 'statement__who'}, sources.length ? sources.map((words) => `“${words}”`).join(', ') : M.quotations.nobody, source_class !== 'named' && h('span', {class: 'note'}, M.sourceClasses[source_class]));
}

/** What the reader has to know of how the words came to the article. */
function doubts(state, {speaker}, {kind, via, confidence}) {
  const notes = [kind === 'headline' && M.quotations.headline, via !== null && M.quotations.via(state.report.entities[via].name), speaker !== null && confidence < SURE && M.quotations.unsure].filter(Boolean);
  return notes.length > 0 && h('p', {class: 'statement__notes'}, notes.map((text) => h('span', {class: 'note'}, text)));
}

/** The findings about a statement. */
function about(state, {key}, send) {
  const findings = linksOf(state.report).findings.get(key);
  return findings && h('p', {class: 'statement__findings'}, findings.map((finding) => findingLink(state, finding, send)));
}

function introduced(state, one, quotation, send) {
  const words = (range) => range && `“${wordsAt(state.report, quotation.article, range)}”`;
  const parts = [[M.card.source, words(quotation.source)], [M.card.cue, words(quotation.cue)]].filter(([, text]) => text);
  return h('li', null, places(state, one, [quotation], send, 'whole'), h('span', null, parts.length ? parts.map(([name, text]) => `${name}: ${text}`).join(' · ') : M.quotations.nobody), doubts(state, one, quotation));
}

function reported(state, one, quotation, send) {
  return h('li', {class: 'version'}, places(state, one, [quotation], send, 'reported'), h('span', {class: 'version__text', dir: 'auto'}, wordsAt(state.report, quotation.article, quotation)));
}

/** Buttons that lead to places in the text; from there the keys go through all versions of the utterance, and back leads here. */
function places(state, one, list, send, name = 'at') {
  const walk = one.places.includes(list[0]) ? one.places : list;
  return h('span', {class: 'group__places'}, list.map((place) => {
    const article = articleAt(state, place.article);
    if (!article) return null;
    const outlet = one.cluster && name === 'at' && list.length <= NAMED && shortName(state, article);
    const label = M.showPassage(letterOf(article));
    const from = `${name}-${one.key}-${place.article}.${place.start}`;
    return h('button', {
      type: 'button', class: 'jump', 'data-key': from, title: label, 'aria-label': outlet ? `${letterOf(article)} ${outlet}: ${label}` : label,
      onclick: () => send({type: 'mentions-shown', tab: 'quotations', label: speakerOf(state, one), from, places: walk.map((stop) => wholeOf(state.report, stop)), at: walk.indexOf(place)}),
    }, letter(article), outlet && [' ', h('span', {class: 'jump__name'}, outlet)]);
  }));
}

/** A version that is all of its quotation is shown with its marks, so that the mark in the text is found. */
function wholeOf(report, place) {
  const quotation = report.quotations[place.quotation ?? place.id];
  const isWhole = quotation && quotation.content.start === place.start && quotation.content.end === place.end;
  return isWhole ? quotation : place;
}

function speakerOf(state, {speaker}) {
  return state.report.entities[speaker]?.name ?? M.unknownSpeaker;
}

/** Something to look at on request, drawn only then. */
function fold(title, make) {
  const list = h('ul', {class: 'introduced'});
  return h('details', {class: 'fold', ontoggle: () => list.hasChildNodes() || fill(list, make())}, h('summary', null, title), list);
}

/**
 * The reading view. In: the state and `send`; out: one article, two side by side, or all in columns, with the legend of their marks, or the editor.
 * A passage that is asked for is scrolled to; two articles scroll together where they say the same. Example: `reader(root, send)(state)`.
 * Limits: on a narrow screen one article at a time.
 */

import {anchorsOf} from '../anchors.js';
import {fill, h} from '../dom.js';
import {whole} from '../drawing.js';
import {M} from '../messages.js';
import {panesOf} from '../reading.js';
import {foundIn} from '../searching.js';
import {articleById, currentArticle, reportIndex} from '../select.js';
import {back} from './back.js';
import {editor} from './editor.js';
import {layouts} from './layouts.js';
import {leftOut} from './leftout.js';
import {legend} from './legend.js';
import {linking} from './linking.js';
import {headLine, pane} from './pane.js';
import {action, whenChanged} from './parts.js';
import {pointAtHits} from './pointing.js';
import {refusals} from './refusals.js';
import {show} from './showing.js';

/** Time to draw in one go when something changed, shared by the panes in sight, in milliseconds. */
const AT_ONCE = 24;
/** Of articles beside the current one so many on either side are in sight, as near as makes no difference. */
const NEAR = 3;

export function reader(root, send) {
  const head = h('div', {class: 'reader__which'});
  const legendRoot = h('div', {class: 'legend', role: 'group', 'aria-label': M.marks});
  const tools = h('div', {class: 'reader__layouts'});
  const find = action('find', M.search.open, () => send({type: 'search-opened'}), {iconOnly: true});
  const bar = h('header', {class: 'reader__head'}, head, h('div', {class: 'reader__tools'}, tools, find));
  const panesRoot = h('div', {class: 'panes'});
  const field = h('div', {class: 'reader__edit', hidden: true});
  const backRoot = h('div', {class: 'reader__back', hidden: true});
  const told = h('div', {class: 'refusals', hidden: true});
  const left = h('div', {class: 'left-out', hidden: true});
  const parts = [h('h2', {class: 'unseen'}, M.reading), bar, told, left, panesRoot, field, backRoot];
  const updates = [layouts(tools, send), refusals(told, send), leftOut(left, send), editor(field, send), back(backRoot, send)];
  const updateLegend = legend(legendRoot, send);
  const narrow = matchMedia('(max-width: 54rem)');
  const link = linking();
  const pool = [];
  let latest = null;
  let panes = [];

  const sight = new IntersectionObserver((entries) => {
    for (const {target, isIntersecting} of entries) pool.find(({element}) => element === target)?.setNear(isIntersecting);
    if (latest) draw(latest);
  }, {root: panesRoot, rootMargin: '0px 400px'});
  narrow.addEventListener('change', () => latest && whole(update, latest));

  const drawn = later(() => {
    link.forget();
    if (!latest) return;
    const {hits} = foundIn(latest);
    pointAtHits(panes.filter((one) => one.isNear()).flatMap((one) => one.text.rangesOf(hits.filter(({id}) => id === one.article()))));
  });
  const findAgain = whenChanged((state) => [state.search, state.articles, state.tab === 'search'], drawn);
  const drawHead = whenChanged((state) => [state.current, state.articles, state.report, state.editing, state.layout, narrow.matches], (state) => {
    const article = currentArticle(state);
    const one = state.editing || panesOf(state, narrow.matches).length < 2;
    fill(head, article ? one && headLine(state, article, send, {alone: true}) : h('p', {class: 'hint'}, M.nothing));
    if (one) panes[0]?.page.prepend(legendRoot);
    else head.append(legendRoot);
  });
  const flash = whenChanged((state) => [state.flash], (state) => {
    link.pause();
    if (state.flash) show(panes, state);
  });
  // Asking for a place lays out the page, so that it waits for the frame in which this is done anyway.
  const bringIn = later((element) => element.scrollIntoView({inline: 'nearest', block: 'nearest'}));
  const stepInto = whenChanged((state) => [state.current, state.layout], (state) => {
    const current = panes.find((one) => one.article() === state.current);
    if (panes.length > 1 && current && !current.element.contains(document.activeElement)) bringIn(current.element);
  });

  const idsOf = (state) => (state.editing ? [] : panesOf(state, narrow.matches).filter((id) => articleById(state, id)));

  /** Puts the articles in their places; what is left over of the pool is put away empty. */
  function draw(state) {
    const ids = idsOf(state);
    while (pool.length < ids.length) {
      const made = pane(send, drawn);
      pool.push(made);
      panesRoot.append(made.element);
      sight.observe(made.element);
    }
    // Of many articles those around the current one are drawn with their marks; the others when they come into sight.
    const at = ids.indexOf(state.current);
    pool.slice(panes.length, ids.length).forEach((one, i) => one.setNear(ids.length < 3 || Math.abs(panes.length + i - at) < NEAR));
    panes = pool.slice(0, ids.length);
    document.body.dataset.panes = ids.length > 1 ? 'many' : 'one';
    panesRoot.dataset.layout = ids.length > 1 ? state.layout : 'one';
    pool.forEach((one, i) => {
      one.element.hidden = i >= ids.length;
      if (ids.length < 3) one.setNear(true);
      if (i < ids.length) one.update(state, articleById(state, ids[i]), {limit: AT_ONCE / Math.min(ids.length, 4), alone: ids.length === 1});
      else if (one.article() !== null) one.clear();
    });
  }

  function update(state) {
    // The legend stands above a text and so comes first: its height moves the text.
    updateLegend(state, idsOf(state).map((id) => articleById(state, id)));
    return drawTexts;
  }

  function drawTexts(state) {
    // The text that came with the page stays until there is another.
    if (latest === null) root.replaceChildren(...parts);
    latest = state;
    draw(state);
    drawHead(state);
    updates.forEach((redraw) => redraw(state));
    // A pane may still name an article that was just removed.
    const [one, other] = panes.map((each) => articleById(state, each.article())).filter(Boolean).map((article) => reportIndex(state, article));
    const linked = panes.length === 2 && state.layout === 'two' && state.linked && state.report && one >= 0 && other >= 0;
    link.update(linked ? panes : null, linked ? anchorsOf(state.report, one, other) : null);
    panesRoot.hidden = panes.length === 0;
    stepInto(state);
    flash(state);
    findAgain(state);
  }

  return update;
}

/** Calls at the next frame, once however often it is asked, with what it was given last. */
function later(call) {
  let frame = null;
  let latest = [];
  return (...given) => {
    latest = given;
    frame ??= requestAnimationFrame(() => {
      frame = null;
      call(...latest);
    });
  };
}

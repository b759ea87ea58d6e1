// The twins of the graph: each is built anew only while it is shown, and only if what it shows has changed.

import { t } from '../i18n/texts.js';
import { pairKey } from '../model/document.js';
import { h } from '../view/dom.js';
import { opensEvidence } from '../view/format.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/state.js').State} State */

/**
 * Builds a form when it has to be, and marks in it what the panel is about.
 * @param {TheApp} app
 * @param {string} form
 * @param {(keyof State)[]} keys what of the state it depends on, besides the selection and the language
 * @param {() => void} build
 * @param {() => void} [mark]
 */
export function followForm(app, form, keys, build, mark = () => {}) {
  let stale = true;
  app.follow((_, before) => {
    const { state } = app;
    if (app.selects(before) || before.lang !== state.lang || keys.some((key) => before[key] !== state[key]))
      stale = true;
    if (state.form !== form) return;
    if (stale) build();
    if (stale || before.at !== state.at || before.form !== form) mark();
    stale = false;
  });
}

/**
 * The pairs of a statement that the filters leave, as they are directed.
 * @param {TheApp} app
 * @param {number} index
 * @returns {[string, string][]}
 */
export function pairsLeft({ model, state, selection }, index) {
  const pairs = model.levels.get(state.level)?.pairs[index] ?? [];
  return pairs.filter(([from, to]) => selection.dyads.has(pairKey(from, to)));
}

/**
 * The paragraphs of a statement or a position, as a button that opens its evidence.
 * @param {TheApp} app
 * @param {string} at
 * @param {{evidence?: {paragraph: number}[]}} said
 */
export function wayToEvidence(app, at, { evidence = [] }) {
  const paragraphs = [...new Set(evidence.map(({ paragraph }) => paragraph))].join(', ');
  const go = { ...opensEvidence(app, at), 'data-at': at };
  return h('sup', {}, h('button', go, `¶ ${paragraphs}`, h('span', { class: 'unseen' }, `, ${t('words-open')}`)));
}

/**
 * A region that scrolls by itself, so that the page need not.
 * @param {string} label
 * @param {...import('../view/dom.js').Child} children
 */
export function scroller(label, ...children) {
  return h('div', { class: 'scroller', role: 'region', tabindex: 0, 'aria-label': label }, children);
}

/**
 * Shows what a screen holds at once and the rest frame by frame, unless the place is gone by then.
 * @template T
 * @param {Element} place
 * @param {T[]} all
 * @param {number} screen
 * @param {(part: T[], from: number) => void} show
 */
export function inFrames(place, all, screen, show, from = 0) {
  show(all.slice(from, from + screen), from);
  const done = from + screen >= all.length;
  place.setAttribute('aria-busy', String(!done));
  if (done) return;
  const next = () => place.isConnected && inFrames(place, all, screen, show, from + screen);
  requestAnimationFrame(() => setTimeout(next));
}

/**
 * Shows a list slice by slice: 5,000 rows at once would make everyone wait.
 * @template T
 * @param {Element} place
 * @param {T[]} all
 * @param {{slice: number, screen: number}} size what a slice weighs, and how many things a screen holds
 * @param {(part: T[]) => void} show
 * @param {(thing: T) => number} [weigh]
 */
export function slices(place, all, { slice, screen }, show, weigh = () => 1) {
  let shown = 0;
  const more = () => {
    const from = shown;
    for (let room = slice; room > 0 && shown < all.length; shown += 1) room -= weigh(all[shown]);
    inFrames(place, all.slice(from, shown), screen, show);
  };
  more();
  return { more, left: () => all.length - shown, isBusy: () => place.ariaBusy === 'true' };
}

/**
 * A button for the next slice, which presses itself when it is scrolled to.
 * @param {ReturnType<typeof slices>} list
 * @param {() => string} label
 * @param {() => void} [came] is called after each
 */
export function moreButton(list, label, came = () => {}) {
  const button = h('button', { type: 'button', class: 'more', click: () => grow() }, label());
  const seen = new IntersectionObserver((entries) => {
    if (!list.isBusy() && entries.some((entry) => entry.isIntersecting)) grow();
  });
  const grow = () => {
    list.more();
    button.textContent = label();
    came();
    if (list.left() === 0) button.remove();
    seen.disconnect();
    if (list.left() > 0) seen.observe(button);
  };
  if (list.left() > 0) seen.observe(button);
  return list.left() > 0 ? button : null;
}

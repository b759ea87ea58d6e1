// The twins of the graph: each is built anew only while it is shown, and only if what it shows has changed.

import { h } from './dom.js';
import { pairKey } from './data.js';

/** @typedef {import('./app.js').TheApp} TheApp */
/** @typedef {import('./state.js').State} State */

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
 * A region that scrolls by itself, so that the page need not.
 * @param {string} label
 * @param {...import('./dom.js').Child} children
 */
export function scroller(label, ...children) {
  return h('div', { class: 'scroller', role: 'region', tabindex: 0, 'aria-label': label }, children);
}

/**
 * Shows a list slice by slice: 5,000 rows at once would make everyone wait.
 * @template T
 * @param {T[]} all
 * @param {number} size
 * @param {(part: T[], from: number) => void} show
 * @param {(shown: number) => void} said
 */
export function slices(all, size, show, said) {
  let shown = 0;
  const more = () => {
    const part = all.slice(shown, shown + size);
    show(part, shown);
    shown += part.length;
    said(shown);
  };
  more();
  return { more, left: () => all.length - shown };
}

/**
 * A button for the next slice, which presses itself when it is scrolled to.
 * @param {{more: () => void, left: () => number}} list
 * @param {() => string} label
 */
export function moreButton(list, label) {
  const button = h('button', { type: 'button', class: 'more', click: () => grow() }, label());
  const seen = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) grow();
  });
  const grow = () => {
    list.more();
    button.textContent = label();
    if (list.left() === 0) button.remove();
    seen.disconnect();
    if (list.left() > 0) seen.observe(button);
  };
  if (list.left() > 0) seen.observe(button);
  return list.left() > 0 ? button : null;
}

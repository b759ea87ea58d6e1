// The briefing: what divides and joins the views in a few lines, each of which leads to what it tells of.

import { t } from '../i18n/texts.js';
import { pairKey } from '../model/document.js';
import { relaxed } from '../model/filter_values.js';
import { toFragment } from '../model/state.js';
import { comparedOn } from '../model/verdict.js';
import { changeAndAnnounce } from './chips.js';
import { byId, fill, h } from './dom.js';
import { stepped } from './modes.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/data.d.ts').BriefingPiece} BriefingPiece */
/** @typedef {NonNullable<BriefingPiece['to']>} Target */
/** @typedef {import('../model/state.js').State} State */

/** @param {TheApp} app */
export function startBriefing(app) {
  const { briefing } = app.model.document;
  byId('brief').hidden = briefing === undefined;
  if (!briefing) return;
  const [fold, lines] = [byId('fold-brief'), byId('brief-lines')];
  fold.addEventListener('click', () => unfold(lines.hidden));
  lines.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => stepped(event, waysIn(lines)));
  lines.addEventListener('focusin', (/** @type {FocusEvent} */ { target }) => onlyStop(waysIn(lines), target));
  unfold(true);
  let lang = '';
  app.follow((_, before) => {
    const spoken = document.documentElement.lang;
    if (lang !== spoken) show(app, briefing[spoken]);
    if (lang !== spoken || before.at !== app.state.at) mark(lines, app.state.at);
    lang = spoken;
  });
}

/** @param {boolean} wanted */
function unfold(wanted) {
  byId('brief-lines').hidden = !wanted;
  byId('fold-brief').setAttribute('aria-expanded', String(wanted));
  document.body.classList.toggle('with-brief', wanted);
}

/**
 * @param {TheApp} app
 * @param {import('../model/data.d.ts').Briefing} briefing
 */
function show(app, { title, about, lines }) {
  byId('brief-title').textContent = title;
  const place = byId('brief-lines');
  const items = lines.map((line) => h('li', { dir: 'auto' }, line.map((piece) => pieceOf(app, piece))));
  fill(place, h('ul', { 'aria-label': t('briefing-keys') }, items), h('p', { class: 'about' }, about));
  const ways = waysIn(place);
  onlyStop(ways, ways[0]);
}

/**
 * A piece of a line: plain words, what the line is on, or a way to what it tells of.
 * @param {TheApp} app
 * @param {BriefingPiece} piece
 */
function pieceOf(app, { text, lead, to }) {
  if (lead) return h('strong', {}, text);
  if (!to) return text;
  const isPassage = 'statement' in to || 'position' in to;
  const go = (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(app, to);
  };
  const patch = patchOf(app, to);
  const named = { 'aria-label': isPassage && t('briefing-passage', { place: text }), 'data-at': patch.at };
  const href = `#${toFragment({ ...app.start, ...patch }, app.start)}`;
  return h('a', { href, class: isPassage ? 'place' : null, ...named, click: go }, h('bdi', {}, text));
}

/**
 * The state that shows what a piece tells of. Two actors are told at the level at which they are compared; what is not one
 * thing to be told is filtered by.
 * @param {TheApp} app
 * @param {Target} to
 * @returns {Partial<State>}
 */
function patchOf({ model, state }, to) {
  if ('facet' in to) return { facet: [to.facet] };
  if ('modes' in to) return { world: to.modes };
  if ('pair' in to) {
    const at = pairKey(...to.pair);
    return comparedOn(model, state.level, at).length > 0 ? { at } : { at, level: 'state' };
  }
  const [[kind, value]] = Object.entries(to);
  return { at: `${kind}:${value}` };
}

/**
 * @param {TheApp} app
 * @param {Target} to
 */
function goTo(app, to) {
  const patch = patchOf(app, to);
  if (patch.at !== undefined) return app.change(patch);
  const shows = relaxed(app, patch, ({ statements }) => Math.sign(statements.length));
  return changeAndAnnounce(app, shows.patch, shows.off);
}

/**
 * @param {Element} place
 * @returns {HTMLElement[]}
 */
function waysIn(place) {
  return [...place.querySelectorAll('a')];
}

/**
 * Marks the ways to what the panel tells of.
 * @param {Element} place
 * @param {string | null} at
 */
function mark(place, at) {
  for (const way of waysIn(place)) {
    if (at !== null && way.getAttribute('data-at') === at) way.setAttribute('aria-current', 'true');
    else way.removeAttribute('aria-current');
  }
}

/**
 * All ways are one stop of the tabulator, at the one that was last there.
 * @param {HTMLElement[]} ways
 * @param {EventTarget | null | undefined} stop
 */
function onlyStop(ways, stop) {
  if (ways.every((way) => way !== stop)) return;
  for (const way of ways) way.tabIndex = way === stop ? 0 : -1;
}

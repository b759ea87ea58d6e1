// As the text unfolds: an author's paragraphs one after the other, and what each of them brings that is new.

import { t } from '../i18n/texts.js';
import { toFragment } from '../model/state.js';
import { byId, fill, h } from './dom.js';
import { opensEvidence, sentenceOf, signMark } from './format.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {{view: number, paragraph: number, length: number}} Reading */
/** @typedef {Record<'view' | 'back' | 'play' | 'on' | 'scrub' | 'told' | 'fresh', any>} Controls */

/** So long a paragraph stands while it plays, in milliseconds: longer for whoever wants little motion. */
const BEAT = 3000;
const CALM_BEAT = 5000;
/** Addresses are not written more often than this: browsers stop pages that do. */
const PAUSE = 60;

/** @param {TheApp} app */
export function startReadingMode(app) {
  const place = byId('unfold');
  const toggle = byId('unfold-on');
  const news = newsOf(app);
  const player = playing(() => step(1));
  /** @type {string | null} the mode to go back to */
  let modeBefore = null;
  const read = (/** @type {number} */ view, /** @type {number} */ paragraph, /** @type {boolean} */ passing) =>
    app.change({ para: `${view}:${paragraph}`, mode: String(view) }, { passing });
  const step = (/** @type {number} */ way) => {
    const reading = readingAt(app);
    const next = reading && nextNew(news(reading.view), reading.paragraph, way);
    if (reading && next) read(reading.view, next, true);
    return Boolean(next);
  };
  const turn = () => {
    if (app.state.para !== null) return app.change({ para: null, mode: modeBefore ?? app.state.mode });
    modeBefore = app.state.mode;
    const view = Number.parseInt(app.state.mode, 10) || 0;
    return read(view, nextNew(news(view), 0, 1) ?? 1, false);
  };
  const controls = unfoldControls({
    choose: (view) => read(view, nextNew(news(view), 0, 1) ?? 1, false),
    scrub: calmly((paragraph) => {
      player.stop();
      read(readingAt(app)?.view ?? 0, paragraph, true);
    }),
    step: (way) => {
      player.stop();
      step(way);
    },
    play: () => (player.on() ? player.stop() : player.start()),
  });
  player.follow((on) => showPlaying(controls, on));
  toggle.addEventListener('click', turn);
  fill(place, ...unfoldBar(controls));
  app.follow((_, before) => {
    const reading = readingAt(app);
    if (reading && before.mode !== app.state.mode && String(reading.view) !== app.state.mode)
      return readElsewhere(app, reading);
    toggle.setAttribute('aria-pressed', String(reading !== null));
    place.hidden = reading === null;
    if (!reading) return player.stop();
    if (before === app.state || before.para === null || before.lang !== app.state.lang)
      nameControls(app, controls, player.on());
    showReading(app, controls, reading, news(reading.view));
    return undefined;
  });
}

/**
 * Where the address says that one is; nothing if it names no paragraph of a view.
 * @param {TheApp} app
 * @returns {Reading | null}
 */
function readingAt({ model, state }) {
  const [view, paragraph] = (state.para ?? '').split(':').map(Number);
  const place = model.places[view];
  if (state.para === null || !place || !Number.isInteger(paragraph)) return null;
  return { view, paragraph: Math.min(Math.max(paragraph, 1), Math.max(place.length, 1)), length: place.length };
}

/**
 * Another mode was chosen while a text unfolds: the text of that view, or no longer any.
 * @param {TheApp} app
 * @param {Reading} reading
 */
function readElsewhere(app, { paragraph }) {
  const other = app.model.places[Number.parseInt(app.state.mode, 10)];
  const para = other ? `${app.state.mode}:${Math.min(paragraph, other.length)}` : null;
  app.change({ para }, { passing: true });
}

/**
 * The statements of a view by the paragraph that first has them, as the other filters leave them.
 * @param {TheApp} app
 */
function newsOf(app) {
  /** @type {string | null} the address of what was gone through last; that of the start is empty */
  let key = null;
  /** @type {Map<number, number[]>} */
  let byParagraph = new Map();
  return (/** @type {number} */ view) => {
    const state = { ...app.state, para: null, at: null, box: null, focus: null, form: 'graph', mode: String(view) };
    const now = toFragment(state, app.start);
    if (now === key) return byParagraph;
    key = now;
    byParagraph = new Map();
    const { first } = app.model.places[view];
    for (const index of app.select(state).statements) {
      const paragraph = first[index];
      if (paragraph !== null) byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), index]);
    }
    return byParagraph;
  };
}

/**
 * The nearest paragraph that way that brings something new.
 * @param {Map<number, number[]>} news
 * @param {number} from
 * @param {number} way
 */
function nextNew(news, from, way) {
  const there = [...news.keys()].filter((paragraph) => (paragraph - from) * way > 0);
  return there.length === 0 ? null : there.reduce((a, b) => (Math.abs(a - from) < Math.abs(b - from) ? a : b));
}

/**
 * Does the first at once, and of those that come too soon after it the last.
 * @param {(value: number) => void} act
 */
function calmly(act) {
  let free = 0;
  let waiting = 0;
  return (/** @type {number} */ value) => {
    clearTimeout(waiting);
    const now = performance.now();
    const run = () => {
      free = performance.now() + PAUSE;
      act(value);
    };
    if (now >= free) run();
    else waiting = window.setTimeout(run, free - now);
  };
}

/**
 * A beat that goes on until there is nothing more to do.
 * @param {() => boolean} beat
 */
function playing(beat) {
  /** @type {number | null} */
  let timer = null;
  /** @type {(on: boolean) => void} */
  let listen = () => {};
  const stop = () => {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    listen(false);
  };
  const start = () => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!beat()) return;
    timer = window.setInterval(() => beat() || stop(), calm ? CALM_BEAT : BEAT);
    listen(true);
  };
  return {
    start,
    stop,
    on: () => timer !== null,
    follow: (/** @type {(on: boolean) => void} */ tell) => (listen = tell),
  };
}

/**
 * @param {{choose: (view: number) => void, scrub: (paragraph: number) => void, step: (way: number) => void, play: () => void}} acts
 * @returns {Controls}
 */
function unfoldControls(acts) {
  const number = (/** @type {Event} */ event) => Number(/** @type {HTMLInputElement} */ (event.target).value);
  return {
    view: h('select', { id: 'unfold-view', change: (event) => acts.choose(number(event)) }),
    back: h(
      'button',
      { type: 'button', id: 'unfold-back', class: 'icon', click: () => acts.step(-1) },
      h('span', { 'aria-hidden': 'true' }, '‹'),
    ),
    play: h('button', { type: 'button', id: 'play', click: acts.play }),
    on: h(
      'button',
      { type: 'button', id: 'unfold-next', class: 'icon', click: () => acts.step(1) },
      h('span', { 'aria-hidden': 'true' }, '›'),
    ),
    scrub: h('input', { type: 'range', id: 'paragraph', min: 1, step: 1, input: (event) => acts.scrub(number(event)) }),
    told: h('p', { id: 'unfold-told', role: 'status' }),
    fresh: h('ul', { class: 'fresh' }),
  };
}

/** @param {Controls} controls */
function unfoldBar({ view, back, play, on, scrub, told, fresh }) {
  return [h('div', { class: 'unfold-bar' }, view, h('span', { class: 'steps' }, back, play, on), scrub), told, fresh];
}

/**
 * Names in the language at hand.
 * @param {TheApp} app
 * @param {Controls} controls
 * @param {boolean} on
 */
function nameControls(app, controls, on) {
  byId('unfold').setAttribute('role', 'group');
  const names = { view: 'unfold-view', back: 'unfold-back', on: 'unfold-next', scrub: 'unfold-paragraph' };
  for (const [name, key] of Object.entries(names))
    controls[/** @type {keyof Controls} */ (name)].setAttribute('aria-label', t(key));
  for (const name of /** @type {const} */ (['back', 'on'])) controls[name].title = t(names[name]);
  byId('unfold').setAttribute('aria-label', t('unfold-label'));
  controls.fresh.setAttribute('aria-label', t('unfold-new'));
  fill(
    controls.view,
    app.model.views.map((view, index) => h('option', { value: index }, view.short)),
  );
  showPlaying(controls, on);
}

/**
 * @param {Controls} controls
 * @param {boolean} on
 */
function showPlaying({ play }, on) {
  fill(
    play,
    h('span', { class: 'way', 'aria-hidden': 'true' }, on ? '❙❙' : '▶'),
    ' ',
    t(on ? 'unfold-pause' : 'unfold-play'),
  );
}

/**
 * @param {TheApp} app
 * @param {Controls} controls
 * @param {Reading} reading
 * @param {Map<number, number[]>} news
 */
function showReading(app, { view, back, on, scrub, told, fresh }, reading, news) {
  const { model } = app;
  const { works, before } = model.places[reading.view];
  const work = works.filter((each) => (before.get(each.id) ?? 0) < reading.paragraph).at(-1) ?? works[0];
  const own = news.get(reading.paragraph) ?? [];
  view.value = String(reading.view);
  scrub.max = String(Math.max(reading.length, 1));
  scrub.value = String(reading.paragraph);
  back.disabled = nextNew(news, reading.paragraph, -1) === null;
  on.disabled = nextNew(news, reading.paragraph, 1) === null;
  const n = reading.paragraph - (before.get(work?.id ?? '') ?? 0);
  const where = t(work?.of ? 'unfold-where' : 'unfold-at', { paragraph: n, all: work?.of });
  const what = own.length === 0 ? t('unfold-none') : t('unfold-count', { n: own.length });
  fill(told, where, ': ', h('strong', {}, what), ' · ', h('cite', {}, work?.title ?? ''));
  scrub.setAttribute('aria-valuetext', told.textContent ?? '');
  const item = (/** @type {number} */ index) => {
    const said = [signMark(model.statements[index].sign), ' ', sentenceOf(model.statements[index])];
    return h('li', {}, h('button', opensEvidence(app, `statement:${index}`), said));
  };
  fill(fresh, own.map(item));
  fresh.scrollTop = 0;
}

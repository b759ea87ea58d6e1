// Taking the view away: as SVG, as PNG, its statements as CSV, and on paper.

import { dateInWords } from '../i18n/dates.js';
import { t } from '../i18n/texts.js';
import { pictureOf, viewsShown } from '../model/selection.js';
import { drawing, unpacked } from '../picture/drawings.js';
import { legendsOf } from '../picture/legend.js';
import { Drawn } from '../picture/picture.js';
import { unpairedText } from '../view/chips.js';
import { byId, fill, h, whenIdle } from '../view/dom.js';
import { statementsCsv } from './csv.js';
import { handoutParts } from './handout.js';
import { sheetOf, sheetPng, sheetText } from './svg_export.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('./svg_export.js').Sheet} Sheet */

/** From here on pictures have room for the wide legend. */
const WIDE_SHEET = 900;

/** @param {TheApp} app */
export function startExportMenu(app) {
  const menu = byId('take');
  const acts = {
    'take-svg': () => takeSvg(app).catch(sayFailure),
    'take-png': () => takePng(app).catch(sayFailure),
    'take-csv': () =>
      download(new Blob([statementsCsv(app)], { type: 'text/csv;charset=utf-8' }), `${fileName(app)}.csv`),
    'take-print': () => unpacked().then(() => print()),
  };
  for (const [id, act] of Object.entries(acts)) {
    byId(id).addEventListener('click', () => {
      menu.open = false;
      act();
    });
  }
  menuManners(menu);
  whenIdle(() => unpacked());
  const paper = { on: false };
  addEventListener('beforeprint', () => handout(app, paper, true));
  addEventListener('afterprint', () => handout(app, paper, false));
  matchMedia('print').addEventListener('change', ({ matches }) => handout(app, paper, matches));
}

/**
 * Says that a picture could not be made: nothing comes, and one would wait for it.
 * @param {unknown} failure
 */
function sayFailure(failure) {
  const place = byId('fault');
  place.textContent = t('take-failed', { why: failure instanceof Error ? failure.message : String(failure) });
  place.hidden = false;
}

/**
 * A menu closes when one goes elsewhere, and by Escape.
 * @param {HTMLDetailsElement} menu
 */
function menuManners(menu) {
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}

/** @param {TheApp} app */
async function takeSvg(app) {
  await unpacked();
  download(new Blob([sheetText(sheetOf(sheetFrom(app)))], { type: 'image/svg+xml' }), `${fileName(app)}.svg`);
}

/** @param {TheApp} app */
async function takePng(app) {
  await unpacked();
  download(await sheetPng(sheetOf(sheetFrom(app))), `${fileName(app)}.png`);
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function download(blob, name) {
  const href = URL.createObjectURL(blob);
  const link = h('a', { href, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/**
 * What the view is called as a file: title and mode, in letters that every disk takes.
 * @param {TheApp} app
 */
function fileName({ model, state }) {
  const view = model.views[Number.parseInt(state.mode, 10)];
  const parts = [
    model.document.title,
    view && model.views.length > 1 ? view.short : view ? '' : state.mode,
    state.level === 'state' ? 'states' : '',
  ];
  const plain = parts.join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'parallax'
  );
}

/**
 * The pictures of the mode as the graph shows them, whichever form is on.
 * @param {TheApp} app
 * @returns {Sheet}
 */
function sheetFrom(app) {
  const { model, state } = app;
  const one = Number.parseInt(state.mode, 10);
  const views = viewsShown(model, state);
  const together = state.mode !== 'side' && !(one >= 0 && one < model.views.length);
  const wanted = together ? [model.views.length > 1 ? null : 0] : views;
  const pictures = wanted.flatMap((view) => pictureOf(model, state, view) ?? []);
  const panels = pictures.flatMap((picture) => {
    const svg = drawing(picture.drawing);
    if (!svg) return [];
    applySelection(app, picture, svg, pictures.length > 1);
    return [{ svg, caption: picture.view === undefined ? '' : model.views[picture.view].name }];
  });
  const wide = pictures.reduce((sum, { width }) => sum + width, 0) > WIDE_SHEET;
  const legend = pictures.length > 0 ? drawing(legendsOf(model, pictures)[wide ? 0 : 1]) : null;
  return { title: model.document.title, note: noteOn(app), source: sourcesOf(app), panels, legend };
}

/**
 * Hides in a fresh drawing what the selection leaves out.
 * @param {TheApp} app
 * @param {import('../model/data.d.ts').Picture} picture
 * @param {SVGSVGElement} svg
 * @param {boolean} apart
 */
function applySelection(app, picture, svg, apart) {
  const { state, selection } = app;
  const drawn = new Drawn(app, picture, svg);
  drawn.refresh(state.mode === 'only', (id) => apart && selection.actors.has(id));
  drawn.fade(state.focus);
}

/**
 * The mode and the filters in words.
 * @param {TheApp} app
 */
function noteOn(app) {
  const { model, state, selection } = app;
  const view = model.views[Number.parseInt(state.mode, 10)];
  const mode = view
    ? view.name
    : t(`take-mode-${state.mode}`, { names: model.views.map(({ name }) => name).join(', ') });
  const chips = [...byId('chips').querySelectorAll('button')].map(
    (chip) => chip.firstElementChild?.textContent ?? chip.textContent,
  );
  const count = t('statements-some', { n: selection.statements.length, all: selection.all });
  const level = state.level === 'state' ? t(`level-${state.level}`) : '';
  return [mode, level, count, ...unpairedText(app), ...chips].filter(Boolean).join(' · ');
}

/**
 * Who wrote what, as a source is named below a picture.
 * @param {TheApp} app
 */
function sourcesOf({ model, state }) {
  const authors = new Set(viewsShown(model, state).flatMap((view) => model.views[view].authors));
  const works = [...model.works.values()].filter((work) => authors.has(work.author));
  const told = works.map((work) => {
    const author = model.views.find((view) => view.authors.includes(work.author))?.name ?? work.author;
    const where = [work.publisher, work.date && dateInWords(model, work.date)].filter(Boolean).join(', ');
    return `${author}, ${work.title}${where ? ` (${where})` : ''}`;
  });
  return told.length === 0 ? '' : t('source-after', { works: told.join('; ') });
}

/**
 * What goes on paper stands in the page only while it is printed.
 * @param {TheApp} app
 * @param {{on: boolean}} paper
 * @param {boolean} on
 */
function handout(app, paper, on) {
  if (paper.on === on) return;
  paper.on = on;
  byId('handout')?.remove();
  if (!on) return;
  const place = document.body.appendChild(h('section', { id: 'handout' }));
  fill(place, handoutParts(app, sheetFrom(app)));
}

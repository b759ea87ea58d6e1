// The view on paper: title, picture and legend, then what the form tells, each statement as a numbered note.

import { t } from '../i18n/texts.js';
import { formShown } from '../model/state.js';
import { wordSections } from '../text_views/words.js';
import { h } from '../view/dom.js';
import { authorName, sentenceOf, signMark } from '../view/format.js';
import { sheetOf } from './svg_export.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../view/dom.js').Child} Child */

/** Pixels of a landscape page's width. */
const PAGE = 1040;

/**
 * @param {TheApp} app
 * @param {import('./svg_export.js').Sheet} sheet
 * @returns {Child[]}
 */
export function handoutParts(app, sheet) {
  let number = 0;
  const tell = (/** @type {number} */ index) => {
    number += 1;
    return noteItem(app, index, number);
  };
  const notes = wordSections(app).flatMap((section) => section.build(tell));
  const { form } = formShown(app);
  const figures = form === 'issues' ? [] : form === 'matrix' ? matrixFigure() : pictureFigures(sheet);
  const wide = figures.some((figure) => figure.classList.contains('wide'));
  const head = [h('h1', {}, sheet.title), h('p', { class: 'about' }, sheet.note)];
  return [
    h('div', { class: wide ? 'first wide' : 'first' }, head, figures),
    h('h2', { class: 'notes' }, t('handout-notes')),
    h('div', { class: 'prose' }, notes),
    h('p', { class: 'source' }, sheet.source),
  ];
}

/**
 * A figure for each picture, as wide as the page; the last has the legend.
 * @param {import('./svg_export.js').Sheet} sheet
 */
function pictureFigures({ panels, legend }) {
  return panels.map((panel, place) => {
    const last = place === panels.length - 1;
    const picture = sheetOf({ title: '', note: '', source: '', panels: [panel], legend: last ? legend : null });
    const [width, height] = [Number(picture.getAttribute('width')), Number(picture.getAttribute('height'))];
    picture.querySelector('style')?.remove();
    picture.removeAttribute('width');
    picture.removeAttribute('height');
    const wide = panels.length === 1 && width > height * 1.15 && width > 700;
    return h(
      'figure',
      { class: wide ? 'wide' : null },
      panel.caption && panels.length > 1 && h('figcaption', {}, panel.caption),
      picture,
    );
  });
}

/** The matrix as it stands in the page, made small enough. */
function matrixFigure() {
  const [table, key] = [document.querySelector('#matrix table'), document.querySelector('#matrix .key')];
  if (!(table instanceof HTMLElement)) return [];
  const copy = /** @type {HTMLElement} */ (table.cloneNode(true));
  copy.style.setProperty('zoom', String(Math.min(1, PAGE / Math.max(table.offsetWidth, 1))));
  return [h('figure', { class: 'wide' }, copy, key?.cloneNode(true))];
}

/**
 * @param {TheApp} app
 * @param {number} index
 * @param {number} number
 */
function noteItem({ model }, index, number) {
  const { sign, gloss, author, evidence = [] } = model.statements[index];
  const works = [...new Set(evidence.map(({ work }) => work))].map((work) => {
    const paragraphs = evidence.filter((piece) => piece.work === work).map(({ paragraph }) => paragraph);
    return h(
      'span',
      {},
      ', ',
      h('cite', {}, model.works.get(work)?.title ?? work),
      `, ${t('tell-paragraph')}\u00a0${[...new Set(paragraphs)].join(', ')}`,
    );
  });
  const passages = evidence.flatMap(({ passage, paragraph }) => {
    if (!passage) return [];
    return [
      h(
        'blockquote',
        {},
        h('span', { class: 'number' }, paragraph),
        passage.before,
        h('mark', {}, passage.words),
        passage.after,
      ),
    ];
  });
  return h(
    'li',
    {},
    h('span', { class: 'number' }, `${number}`),
    h('p', {}, signMark(sign), ' ', sentenceOf(model.statements[index])),
    gloss && h('p', { class: 'gloss' }, gloss),
    h('p', { class: 'where' }, authorName(model, author), works),
    passages,
  );
}

// Actors by actors: a row acts, a column is acted upon. A table, and the graph's twin past two dozen actors.

import { t } from '../i18n/texts.js';
import { pairKey } from '../model/document.js';
import { viewsShown } from '../model/selection.js';
import { nothingLeft } from '../view/chips.js';
import { byId, fill, h } from '../view/dom.js';
import { matrixCell } from './matrix_cell.js';
import { ordered } from './matrix_order.js';
import { followForm, inFrames, pairsLeft, scroller } from './shared.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {Map<string, Map<string, number[]>>} Cells statements by row and column */

/** More actors than these are shown only on demand: of more than two views, whose cells are broader, fewer. */
const MOST = 60;
const MOST_OF_MANY = 40;
/** A row is about so high, with its share of what stands above all. */
const ROW_HEIGHT = 40;

const ORDERS = ['camps', 'degree', 'name'];

/** @param {TheApp} app */
export function startMatrix(app) {
  const place = byId('matrix');
  let everyone = false;
  const build = () => {
    const all = () => {
      everyone = !everyone;
      build();
      place.querySelector('.everyone')?.focus();
    };
    fill(place, ...matrixParts(app, everyone, all, () => matrixMark(app, place)));
  };
  followForm(app, 'matrix', ['order', 'mode'], build, () => matrixMark(app, place));
  place.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => matrixWalk(place, event));
  place.addEventListener('click', (/** @type {MouseEvent} */ event) => {
    const at = buttonOf(event.target)?.dataset.at;
    if (at) app.change({ at });
  });
  place.addEventListener('pointerover', (/** @type {PointerEvent} */ event) => {
    const cell = buttonOf(event.target);
    if (cell && !cell.title) cell.title = cell.getAttribute('aria-label') ?? '';
  });
  place.addEventListener('focusin', (/** @type {FocusEvent} */ event) => matrixRove(place, event.target));
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function buttonOf(target) {
  return target instanceof Element ? target.closest('button[data-at]') : null;
}

/**
 * @param {TheApp} app
 * @param {boolean} everyone
 * @param {() => void} all shows all, or the most connected only
 * @param {() => void} came is called when rows came
 */
function matrixParts(app, everyone, all, came) {
  const { model } = app;
  const cells = cellsOf(app);
  const bonds = bondsOf(app, cells);
  const most = ordered('degree', bonds, model.label);
  const room = viewsShown(model, app.state).length > 2 ? MOST_OF_MANY : MOST;
  const shown = everyone ? most : most.slice(0, room);
  const order = ordered(app.state.order ?? 'camps', { ...bonds, actors: shown }, model.label);
  if (order.length === 0) return [h('p', { class: 'empty' }, nothingLeft(app))];
  const label = t('matrix-label', { n: order.length });
  const rest = most.length - order.length;
  const left = rest > 0 ? t('matrix-left-out', { n: rest }) : '';
  const switching =
    most.length > room &&
    h('button', { type: 'button', class: 'everyone', click: all }, t(everyone ? 'matrix-fewer' : 'matrix-all'));
  return [
    h('div', { class: 'form-head' }, h('p', {}, label, rest > 0 && '. ', left, ' ', switching), orderSelect(app)),
    scroller(label, matrixTable(app, order, cells, came)),
    matrixKey(app),
  ];
}

/**
 * What is left, by row and column. What has no direction stands on both sides of the diagonal.
 * @param {TheApp} app
 */
function cellsOf(app) {
  /** @type {Cells} */
  const cells = new Map();
  const put = (/** @type {string} */ row, /** @type {string} */ column, /** @type {number} */ index) => {
    const columns = cells.get(row) ?? new Map();
    cells.set(row, columns);
    const known = columns.get(column);
    if (!known) columns.set(column, [index]);
    else if (known.at(-1) !== index) known.push(index);
  };
  for (const index of app.selection.statements) {
    const directed = app.model.types.get(app.model.statements[index].type)?.directed;
    for (const [from, to] of pairsLeft(app, index)) {
      put(from, to, index);
      if (!directed) put(to, from, index);
    }
  }
  return cells;
}

/**
 * @param {TheApp} app
 * @param {Cells} cells
 */
function bondsOf({ model, selection }, cells) {
  /** @type {Map<string, number>} */
  const degrees = new Map();
  for (const [key, statements] of selection.dyads) degrees.set(key, statements.length);
  /** @type {Map<string, number>} */
  const byActor = new Map();
  for (const [row, columns] of cells) {
    for (const column of columns.keys()) {
      const n = (degrees.get(pairKey(row, column)) ?? 0) / (cells.get(column)?.has(row) ? 2 : 1);
      for (const actor of [row, column]) byActor.set(actor, (byActor.get(actor) ?? 0) + n);
    }
  }
  const net = (/** @type {string} */ one, /** @type {string} */ other) =>
    (selection.dyads.get(pairKey(one, other)) ?? []).reduce((sum, index) => sum + model.statements[index].sign, 0);
  return { actors: [...selection.actors], degree: (/** @type {string} */ actor) => byActor.get(actor) ?? 0, net };
}

/** @param {TheApp} app */
function orderSelect(app) {
  const now = app.state.order ?? 'camps';
  const options = ORDERS.map((order) =>
    h('option', { value: order, selected: order === now }, t(`matrix-order-${order}`)),
  );
  const choose = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    app.change({ order: value === 'camps' ? null : value });
    byId('matrix-order').focus();
  };
  return h('label', {}, t('matrix-order'), ' ', h('select', { id: 'matrix-order', change: choose }, options));
}

/**
 * @param {TheApp} app
 * @param {string[]} order
 * @param {Cells} cells
 * @param {() => void} came
 */
function matrixTable(app, order, cells, came) {
  const views = viewsShown(app.model, app.state);
  const heads = order.map((to, column) => matrixHead(app, to, -1, column));
  const body = h('tbody');
  const kind = views.length > 2 ? 'many' : views.length === 2 ? 'two' : 'one';
  const table = h(
    'table',
    { class: `matrix ${kind}` },
    h('caption', { class: 'unseen' }, t('matrix-reading')),
    h('thead', {}, h('tr', {}, h('td', {}), heads)),
    body,
  );
  inFrames(body, order, Math.ceil(innerHeight / ROW_HEIGHT), (part, first) => {
    body.append(...part.map((_, place) => matrixRow(app, order, cells, views, first + place)));
    if (!body.querySelector('[tabindex="0"]')) body.querySelector('td button')?.setAttribute('tabindex', '0');
    came();
  });
  return table;
}

/**
 * @param {TheApp} app
 * @param {string} id
 * @param {number} row -1 for the head of a column
 * @param {number} column -1 for the head of a row
 */
function matrixHead({ model }, id, row, column) {
  const button = {
    type: 'button',
    tabindex: -1,
    'data-row': row,
    'data-column': column,
    'data-at': `actor:${id}`,
    title: model.name(id),
  };
  return h('th', { scope: row < 0 ? 'col' : 'row' }, h('button', button, h('span', {}, model.label(id))));
}

/**
 * @param {TheApp} app
 * @param {string[]} order
 * @param {Cells} cells
 * @param {number[]} views
 * @param {number} row
 */
function matrixRow(app, order, cells, views, row) {
  const level = app.model.levels.get(app.state.level);
  const from = order[row];
  const columns = cells.get(from);
  const tds = order.map((to, column) => {
    const statements = columns?.get(to);
    if (!statements) return h('td', { class: from === to ? 'self' : null });
    const key = pairKey(from, to);
    const clash = level?.dyads.get(key)?.some(({ dyad }) => dyad.contested) ?? false;
    const button = matrixCell(app, { from, to, statements, views, clash });
    for (const [name, value] of Object.entries({ 'data-row': row, 'data-column': column, 'data-at': key }))
      button.setAttribute(name, String(value));
    return h('td', {}, button);
  });
  return h('tr', {}, matrixHead(app, from, row, -1), tds);
}

/**
 * How to read the cells.
 * @param {TheApp} app
 */
function matrixKey(app) {
  const { model } = app;
  const views = viewsShown(model, app.state);
  const whose =
    views.length < 2
      ? []
      : views.map((view) =>
          h(
            'li',
            {},
            h('span', { class: `letter view-${view}`, 'aria-hidden': 'true' }, model.views[view].letter),
            model.views[view].name,
          ),
        );
  const both =
    views.length === 2 &&
    h('li', {}, h('span', { class: 'swatch both positive', 'aria-hidden': 'true' }), t('legend-both-same'));
  const signs = ['positive', 'neutral', 'negative', 'mixed'].map((kind) =>
    h(
      'li',
      {},
      h(
        'span',
        { class: `swatch ${kind}`, 'aria-hidden': 'true' },
        { positive: '+', neutral: '0', negative: '−', mixed: '±' }[kind],
      ),
      t(kind === 'mixed' ? 'matrix-mixed' : `sign-${kind}`),
    ),
  );
  const other = [
    h('li', {}, h('span', { class: 'swatch open', 'aria-hidden': 'true' }), t('matrix-open')),
    model.views.length > 1 &&
      h('li', {}, h('span', { class: 'unequal', 'aria-hidden': 'true' }, '≠'), t('matrix-clash')),
  ];
  return h(
    'details',
    { class: 'key-fold', open: matchMedia('(min-width: 820px)').matches },
    h('summary', {}, t('legend-reading'), h('span', { class: 'aside' }, t('matrix-reading'))),
    h('ul', { class: 'key' }, whose, both, signs, other),
  );
}

/**
 * @param {TheApp} app
 * @param {HTMLElement} place
 */
function matrixMark(app, place) {
  for (const marked of place.querySelectorAll('[aria-current]')) marked.removeAttribute('aria-current');
  if (app.state.at === null) return;
  for (const button of place.querySelectorAll(`[data-at="${CSS.escape(app.state.at)}"]`))
    button.setAttribute('aria-current', 'true');
}

/**
 * One button of the table at a time can be tabbed to: the one that was last in use.
 * @param {HTMLElement} place
 * @param {EventTarget | null} target
 */
function matrixRove(place, target) {
  if (!(target instanceof HTMLElement) || target.dataset.row === undefined) return;
  for (const other of place.querySelectorAll('[data-row][tabindex="0"]')) other.setAttribute('tabindex', '-1');
  target.setAttribute('tabindex', '0');
}

/**
 * Arrow keys go to the next cell that way that holds something, Home and End to the ends of the row.
 * @param {HTMLElement} place
 * @param {KeyboardEvent} event
 */
function matrixWalk(place, event) {
  const from = /** @type {HTMLElement} */ (event.target).dataset;
  if (from.row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const [row, column] = [Number(from.row), Number(from.column)];
  const all = /** @type {HTMLElement[]} */ ([...place.querySelectorAll('[data-row]')]);
  const at = (/** @type {HTMLElement} */ each) => [Number(each.dataset.row), Number(each.dataset.column)];
  const inRow = all.filter((each) => at(each)[0] === row).sort((a, b) => at(a)[1] - at(b)[1]);
  const inColumn = all.filter((each) => at(each)[1] === column).sort((a, b) => at(a)[0] - at(b)[0]);
  /** @type {Record<string, HTMLElement | undefined>} */
  const next = {
    ArrowLeft: inRow.filter((each) => at(each)[1] < column).at(-1),
    ArrowRight: inRow.find((each) => at(each)[1] > column),
    ArrowUp: inColumn.filter((each) => at(each)[0] < row).at(-1),
    ArrowDown: inColumn.find((each) => at(each)[0] > row),
    Home: inRow[0],
    End: inRow.at(-1),
  };
  if (!Object.hasOwn(next, event.key)) return;
  event.preventDefault();
  next[event.key]?.focus();
}

// The statements that are left, one a row: sortable, and quick however many there are.

import { dateInWords } from '../i18n/dates.js';
import { t } from '../i18n/texts.js';
import { pairKey } from '../model/document.js';
import { comparedOn, pairsOf, verdictName, VERDICTS } from '../model/verdict.js';
import { nothingLeft } from '../view/chips.js';
import { byId, fill, h } from '../view/dom.js';
import { attitudeText, labels, signMark, strengthWord, viewMark, voiceText } from '../view/format.js';
import { followForm, moreButton, scroller, slices } from './shared.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/document.js').Compared} Compared */
/** @typedef {import('../model/data.d.ts').Statement} Statement */
/** @typedef {import('../view/dom.js').Child} Child */
/**
 * @typedef {object} Column
 * @property {string} id
 * @property {(app: TheApp, index: number) => Child | Child[]} cell
 * @property {(app: TheApp, index: number) => string | number} by what it is sorted by
 */

/** How many rows are shown before more are asked for, and how many of them a screen holds. */
const PORTION = { slice: 200, screen: 30 };

/** @param {TheApp} app @param {number} index */
function rowOf(app, index) {
  return app.model.statements[index];
}

/** @type {Column[]} */
const COLUMNS = [
  {
    id: 'view',
    cell: (app, i) => rowOf(app, i).views.map((view) => viewMark(app.model, view)),
    by: (app, i) => rowOf(app, i).views.join(),
  },
  {
    id: 'from',
    cell: (app, i) => h('span', { class: 'clamp' }, labels(app.model, rowOf(app, i).from)),
    by: (app, i) => labels(app.model, rowOf(app, i).from),
  },
  { id: 'relation', cell: relationButton, by: (app, i) => typeLabel(app, i) },
  {
    id: 'to',
    cell: (app, i) => h('span', { class: 'clamp' }, labels(app.model, rowOf(app, i).to)),
    by: (app, i) => labels(app.model, rowOf(app, i).to),
  },
  { id: 'sign', cell: (app, i) => signMark(rowOf(app, i).sign), by: (app, i) => -rowOf(app, i).sign },
  {
    id: 'stance',
    cell: (app, i) => voiceText(app.model, rowOf(app, i)) || t(`stance-${rowOf(app, i).stance}`),
    by: (app, i) => rowOf(app, i).stance + voiceText(app.model, rowOf(app, i)),
  },
  { id: 'mode', cell: (app, i) => modeText(rowOf(app, i)), by: (app, i) => modeText(rowOf(app, i)) },
  {
    id: 'when',
    cell: (app, i) => dateInWords(app.model, rowOf(app, i).when ?? ''),
    by: (app, i) => firstYear(rowOf(app, i)),
  },
  {
    id: 'strength',
    cell: (app, i) => h('span', { title: strengthWord(rowOf(app, i).strength) }, rowOf(app, i).strength),
    by: (app, i) => -rowOf(app, i).strength,
  },
  { id: 'verdict', cell: verdictCell, by: (app, i) => verdictRank(app, i) },
  { id: 'where', cell: (app, i) => paragraphsOf(rowOf(app, i)), by: (app, i) => firstPlace(app, i) },
];

/** @param {TheApp} app */
export function startTable(app) {
  const place = byId('table');
  const build = () => {
    const focused = place.querySelector('th button:focus')?.closest('th')?.dataset.column;
    fill(place, ...tableParts(app));
    if (focused) place.querySelector(`th[data-column="${focused}"] button`)?.focus();
  };
  followForm(app, 'table', ['sort'], build, () => tableMark(app, place));
  place.addEventListener('click', (/** @type {MouseEvent} */ event) => {
    const row = /** @type {HTMLElement} */ (event.target).closest('tr[data-statement]');
    if (row && getSelection()?.isCollapsed !== false)
      app.change({ at: `statement:${row.getAttribute('data-statement')}` });
  });
}

/**
 * Its roles are said aloud, since on a phone the style makes a card of each row, which would be no table any more.
 * @param {TheApp} app
 * @returns {Child[]}
 */
function tableParts(app) {
  const rows = sorted(app);
  if (rows.length === 0) return [h('p', { class: 'empty' }, nothingLeft(app))];
  const body = h('tbody', { role: 'rowgroup' });
  const told = h('p', {});
  const columns = COLUMNS.filter(({ id }) => (id !== 'view' && id !== 'verdict' ? true : app.model.views.length > 1));
  const show = (/** @type {number[]} */ part) =>
    body.append(...part.map((index) => tableRow(app, columns, index)));
  const list = slices(body, rows, PORTION, show);
  const tell = () => {
    const shown = rows.length - list.left();
    const some = list.left() > 0;
    fill(told, some ? t('statements-some', { n: shown, all: rows.length }) : t('count-statements', { n: rows.length }));
  };
  tell();
  const label = () => t('form-more', { n: Math.min(PORTION.slice, list.left()), left: list.left() });
  const heads = columns.map((column) => columnHead(app, column));
  const head = h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, heads));
  const caption = h('caption', { class: 'unseen' }, t('table-caption'));
  const table = h('table', { class: 'statements', role: 'table' }, caption, head, body);
  return [h('div', { class: 'form-head' }, told), scroller(t('table-caption'), table, moreButton(list, label, tell))];
}

/**
 * The statements in the order that is asked for; those alike stay in the order of the data, and what has nothing to be
 * sorted by comes last either way.
 * @param {TheApp} app
 */
function sorted(app) {
  const { statements } = app.selection;
  const { column, down } = sortOf(app);
  if (!column) return statements;
  const keys = new Map(statements.map((index) => [index, column.by(app, index)]));
  const way = down ? -1 : 1;
  const order = (/** @type {number} */ a, /** @type {number} */ b) => {
    const [one, other] = [keys.get(a) ?? '', keys.get(b) ?? ''];
    if ((one === '') !== (other === '')) return one === '' ? 1 : -1;
    return way * (compared(one, other) || a - b);
  };
  return [...statements].sort(order);
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** @param {string | number} a @param {string | number} b */
function compared(a, b) {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/**
 * The column and direction in the address: `-when` is the latest first.
 * @param {TheApp} app
 */
function sortOf({ state }) {
  const down = state.sort?.startsWith('-') ?? false;
  const id = state.sort?.replace(/^-/, '');
  return { column: COLUMNS.find((column) => column.id === id), down };
}

/**
 * @param {TheApp} app
 * @param {Column} column
 */
function columnHead(app, column) {
  const { column: by, down } = sortOf(app);
  const own = by === column;
  const next = !own ? column.id : down ? null : `-${column.id}`;
  const mark = h('span', { class: 'way', 'aria-hidden': 'true' }, own ? (down ? '▼' : '▲') : '');
  const sort = own ? (down ? 'descending' : 'ascending') : 'none';
  const button = h(
    'button',
    { type: 'button', title: t('table-sort'), click: () => app.change({ sort: next }) },
    t(`table-${column.id}`),
    mark,
  );
  return h(
    'th',
    { scope: 'col', role: 'columnheader', class: column.id, 'data-column': column.id, 'aria-sort': sort },
    button,
  );
}

/**
 * @param {TheApp} app
 * @param {Column[]} columns
 * @param {number} index
 */
function tableRow(app, columns, index) {
  const { standing } = rowOf(app, index);
  const row = h(
    'tr',
    { role: 'row', 'data-statement': index, class: standing },
    columns.map(({ id, cell }) =>
      h('td', { role: 'cell', class: id, 'data-label': t(`table-${id}`) }, cell(app, index)),
    ),
  );
  if (app.state.at === `statement:${index}`) row.setAttribute('aria-current', 'true');
  return row;
}

/**
 * @param {TheApp} app
 * @param {number} index
 */
function relationButton(app, index) {
  const { sentence, negated } = rowOf(app, index);
  const label = negated ? t('tell-not', { relation: typeLabel(app, index) }) : typeLabel(app, index);
  return h(
    'button',
    { type: 'button', class: 'plain', 'data-at': `statement:${index}`, title: sentence },
    label,
    h('span', { class: 'unseen' }, `: ${sentence}`),
  );
}

/** @param {TheApp} app @param {number} index */
function typeLabel(app, index) {
  const { type } = rowOf(app, index);
  return app.model.types.get(type)?.label ?? type;
}

/** @param {Statement} statement */
function modeText(statement) {
  const parts = [t(`mode-${statement.mode}`), attitudeText(statement), statement.hedged && t('detail-hedged')];
  return parts.filter(Boolean).join(', ');
}

/** @param {Statement} statement */
function firstYear({ years }) {
  return years?.[0][0] ?? years?.[0][1] ?? '';
}

/**
 * The gravest verdict of a statement's pairs in which it stands.
 * @param {TheApp} app
 * @param {number} index
 * @returns {Compared | undefined}
 */
function verdictOf({ model, state }, index) {
  const own = pairsOf(model, state.level, index).flatMap((pair) => comparedOn(model, state.level, pairKey(...pair)));
  return own.sort((a, b) => VERDICTS.indexOf(a.dyad.verdict) - VERDICTS.indexOf(b.dyad.verdict))[0];
}

/** @param {TheApp} app @param {number} index */
function verdictRank(app, index) {
  const verdict = verdictOf(app, index);
  return verdict ? VERDICTS.indexOf(verdict.dyad.verdict) : VERDICTS.length;
}

/** @param {TheApp} app @param {number} index */
function verdictCell(app, index) {
  const verdict = verdictOf(app, index);
  if (!verdict) return '';
  const mark = verdict.dyad.contested && h('span', { class: 'unequal', 'aria-hidden': 'true' }, '≠');
  return h('span', { class: 'judged' }, mark, h('span', {}, verdictName(app.model, verdict)));
}

/** @param {Statement} statement */
function paragraphsOf({ evidence = [] }) {
  return [...new Set(evidence.map(({ paragraph }) => paragraph))].join(', ');
}

/** @param {TheApp} app @param {number} index */
function firstPlace(app, index) {
  const [view] = rowOf(app, index).views;
  return app.model.places[view]?.first[index] ?? Number.MAX_SAFE_INTEGER;
}

/**
 * @param {TheApp} app
 * @param {HTMLElement} place
 */
function tableMark(app, place) {
  for (const row of place.querySelectorAll('tr[aria-current]')) row.removeAttribute('aria-current');
  const index = app.state.at?.startsWith('statement:') ? app.state.at.slice(10) : null;
  if (index !== null && /^\d+$/.test(index))
    place.querySelector(`tr[data-statement="${index}"]`)?.setAttribute('aria-current', 'true');
}

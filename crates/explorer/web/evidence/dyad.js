// What the panel tells of two actors: the verdict in words, and each view's statements next to each other.

import { t } from '../i18n/texts.js';
import { comparedOn, statementsOn } from '../model/verdict.js';
import { h } from '../view/dom.js';
import { listInWords, opensEvidence, shortRelation, signMark, viewName } from '../view/format.js';
import { statementCard } from './statement.js';
import { verdictList } from './verdict_list.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/document.js').Compared} Compared */
/** @typedef {{views: [number, number], statements: [number, number], differs: string[], lifted: boolean}} Answer */

/**
 * @param {TheApp} app
 * @param {string} key
 * @param {[string, string]} pair
 */
export function dyadParts(app, key, pair) {
  const { model, state, selection } = app;
  const compared = comparedOn(model, state.level, key);
  const told = new Set(statementsOn(model, state.level, key));
  for (const { dyad } of compared) for (const index of dyad.statements.flat()) told.add(index);
  const all = [...told].sort((a, b) => a - b);
  const answers = answersIn(compared);
  const left = all.filter((index) => selection.kept[index] === 1);
  return [
    h('h2', { tabindex: -1 }, actorLink(app, pair[0]), h('span', { class: 'dash' }, ' – '), actorLink(app, pair[1])),
    verdictList(model, compared, key),
    left.length === 0 && h('p', { class: 'note' }, t('panel-none-left')),
    dyadBody(app, { shown: left, answers, all, compared }),
    hiddenFold(app, all, answers),
  ];
}

/**
 * The name of an actor that leads to all that is said of it.
 * @param {TheApp} app
 * @param {string} id
 */
export function actorLink(app, id) {
  return h('button', opensEvidence(app, `actor:${id}`), app.model.name(id));
}

/**
 * Claims that answer each other, from all comparisons: first those of the actors as the texts name them.
 * @param {Compared[]} compared
 * @returns {Answer[]}
 */
function answersIn(compared) {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  const named = [...compared].sort((a, b) => Number(a.dyad.via_roll_up ?? false) - Number(b.dyad.via_roll_up ?? false));
  for (const { comparison, dyad } of named) {
    for (const { statements, differs = [] } of dyad.pairs ?? []) {
      if (answers.has(statements.join())) continue;
      const ways = differs.filter((way) => way !== 'agrees');
      answers.set(statements.join(), {
        views: comparison.views,
        statements,
        differs: ways,
        lifted: dyad.via_roll_up ?? false,
      });
    }
  }
  return [...answers.values()];
}

/**
 * Statements by view in columns; of two views what the verdict rests on, and then those that answer each other, in one row.
 * @param {TheApp} app
 * @param {{shown: number[], answers: Answer[], all: number[], compared: Compared[]}} dyad all: what is hidden too
 */
function dyadBody(app, { shown, answers, all, compared }) {
  const { model } = app;
  const wanted = new Set(shown);
  const rows =
    model.views.length === 2 ? answers.filter(({ statements }) => statements.some((index) => wanted.has(index))) : [];
  const grounds = model.views.length === 2 ? groundRows(app, compared, wanted) : [];
  const inRows = new Set(rows.flatMap(({ statements }) => statements));
  for (const { ground = [] } of compared.map(({ dyad }) => dyad))
    if (grounds.length > 0) for (const index of ground.flat(2)) inRows.add(index);
  const rest = shown.filter((index) => !inRows.has(index));
  return [
    grounds,
    rows.length > 0 && [h('h3', {}, t('panel-answers')), ...answerRows(app, rows)],
    rest.length > 0 && rows.length > 0 && h('h3', {}, t('panel-beside')),
    rest.length > 0 && columns(app, rest, model.views.length === 2 ? [] : answers, all),
  ].flat();
}

/**
 * What the verdict rests on, and each rule that holds besides.
 * @param {TheApp} app
 * @param {Compared[]} compared
 * @param {Set<number>} wanted the statements that are shown
 */
function groundRows(app, compared, wanted) {
  /** @type {Set<number>} */
  const told = new Set();
  const rows = compared.flatMap(({ comparison, dyad }) =>
    (dyad.ground ?? []).map((ground, nth) => {
      if (!ground.flat().some((index) => wanted.has(index))) return null;
      const verdict = nth > 0 && t(`verdict-name-${dyad.also?.[nth - 1]}`);
      const said = verdict ? t('row-grounds-also', { verdict }) : t('row-grounds');
      const cells = ground.map((indices, side) => viewCell(app, comparison.views[side], indices, { told }));
      for (const index of ground.flat()) told.add(index);
      const parts = [h('p', { class: 'differs' }, said), h('div', { class: 'columns' }, cells)];
      return h('div', { class: 'answer', role: 'group', 'aria-label': said }, parts);
    }),
  );
  return rows.filter((row) => row !== null);
}

/**
 * A statement that answers several is told once, and named again.
 * @param {TheApp} app
 * @param {Answer[]} rows
 */
function answerRows(app, rows) {
  /** @type {Set<number>} */
  const told = new Set();
  return rows.map((answer) => {
    const row = answerRow(app, answer, told);
    for (const index of answer.statements) told.add(index);
    return row;
  });
}

/**
 * @param {TheApp} app
 * @param {Answer} answer
 * @param {Set<number>} told
 */
function answerRow(app, { views, statements, differs, lifted }, told) {
  const said = [differencesText(differs), lifted && t('words-rolled-up')].filter(Boolean).join(', ');
  const cells = statements.map((index, side) => viewCell(app, views[side], [index], { told }));
  const note = h(
    'p',
    { class: 'differs' },
    h('span', { 'aria-hidden': 'true' }, differs.length === 0 ? '=' : '↔'),
    ' ',
    said,
  );
  return h('div', { class: 'answer', role: 'group', 'aria-label': said }, note, h('div', { class: 'columns' }, cells));
}

/** @param {string[]} differs */
function differencesText(differs) {
  return differs.length === 0
    ? t('panel-agrees')
    : t('panel-differs', { ways: listInWords(differs.map((way) => t(`differs-${way}`))) });
}

/**
 * @param {TheApp} app
 * @param {number[]} indices
 * @param {Answer[]} answers
 * @param {number[]} all
 */
function columns(app, indices, answers, all) {
  const { model, selection } = app;
  const hidden = all.filter((index) => selection.kept[index] === 0 && !indices.includes(index));
  const hides = (/** @type {number} */ view) => hidden.some((index) => model.statements[index].views.includes(view));
  const cells = model.views.flatMap((_, view) => {
    const own = indices.filter((index) => model.statements[index].views.includes(view));
    if (own.length === 0 && model.views.length > 2) return [];
    return [viewCell(app, view, own, { answers, nothing: t(hides(view) ? 'panel-only-hidden' : 'held-nothing') })];
  });
  return h('div', { class: 'columns' }, cells);
}

/**
 * What a view says, under its name.
 * @param {TheApp} app
 * @param {number} view
 * @param {number[]} indices
 * @param {{answers?: Answer[], told?: Set<number>, nothing?: string}} how told: those that stand above already; nothing:
 *   what is said where there are none
 */
function viewCell(app, view, indices, { answers = [], told = new Set(), nothing = '' }) {
  const card = (/** @type {number} */ index) =>
    told.has(index) ? statementLink(app, index) : statementCard(app, index);
  const cards = indices.map((index) => h('li', {}, card(index), answeredBy(app, index, answers)));
  return h(
    'div',
    { class: `cell view-${view}` },
    h('p', { class: 'whose' }, viewName(app.model, view)),
    cards.length > 0 ? h('ul', { class: 'cards' }, cards) : h('p', { class: 'note' }, nothing),
  );
}

/**
 * @param {TheApp} app
 * @param {number} index
 */
function statementLink(app, index) {
  const statement = app.model.statements[index];
  return h(
    'p',
    {},
    signMark(statement.sign),
    ' ',
    h('button', opensEvidence(app, `statement:${index}`), shortRelation(app.model, statement)),
    h('span', { class: 'rest' }, ` ${t('panel-above')}`),
  );
}

/**
 * Which statements of other views answer one: where there are more than two views, rows would not do.
 * @param {TheApp} app
 * @param {number} index
 * @param {Answer[]} answers
 */
function answeredBy(app, index, answers) {
  const own = answers.filter(({ statements }) => statements.includes(index));
  if (own.length === 0) return null;
  const items = own.map(({ views, statements, differs }) => {
    const side = statements[0] === index ? 1 : 0;
    const other = statements[side];
    return h(
      'li',
      {},
      viewName(app.model, views[side]),
      ' ',
      h('button', opensEvidence(app, `statement:${other}`), shortRelation(app.model, app.model.statements[other])),
      ` (${differencesText(differs)})`,
    );
  });
  return h('ul', { class: 'links answered', 'aria-label': t('panel-answers') }, items);
}

/**
 * What the filters hide is not lost: it is folded, and built when it is asked for.
 * @param {TheApp} app
 * @param {number[]} all
 * @param {Answer[]} answers
 */
function hiddenFold(app, all, answers) {
  const { kept } = app.selection;
  const inRows = new Set(
    answers.flatMap(({ statements }) => (statements.some((index) => kept[index] === 1) ? statements : [])),
  );
  const tied = app.model.views.length === 2 ? inRows : new Set();
  const hidden = all.filter((index) => kept[index] === 0 && !tied.has(index));
  return foldOf(hidden.length, () => dyadBody(app, { shown: hidden, answers, all, compared: [] }));
}

/**
 * @param {number} n
 * @param {() => import('../view/dom.js').Child[]} build
 */
export function foldOf(n, build) {
  if (n === 0) return null;
  const fold = /** @type {HTMLDetailsElement} */ (
    h('details', { class: 'fold' }, h('summary', {}, t('panel-hidden', { n })))
  );
  const fillIn = () => {
    if (fold.open && fold.childElementCount === 1) fold.append(h('div', {}, build()));
  };
  fold.addEventListener('toggle', fillIn);
  return fold;
}

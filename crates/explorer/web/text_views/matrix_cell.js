// A cell of the matrix: glyph and hatch tell the sign, place and letter the view; its name says all of it in words.

import { t } from '../i18n/texts.js';
import { signName } from '../model/document.js';
import { h } from '../view/dom.js';
import { signGlyph, signWord } from '../view/format.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {{from: string, to: string, statements: number[], views: number[], clash: boolean}} CellOf */
/**
 * @typedef {object} Half
 * @property {string} kind
 * @property {string} glyph
 * @property {boolean} open nothing of it is held now
 * @property {boolean} denied
 * @property {string} senses in which senses its signs are meant
 * @property {number} n
 * @property {Map<number, number>} counts
 */

/**
 * @param {TheApp} app
 * @param {CellOf} cell
 */
export function matrixCell(app, cell) {
  const { model } = app;
  const halves = cell.views.map((view) =>
    halfOf(
      app,
      cell.statements.filter((index) => model.statements[index].views.includes(view)),
    ),
  );
  const told = cell.views.map((view, place) =>
    t('matrix-cell-view', { name: model.views[view].short, signs: signsText(halves[place]) }),
  );
  const label = t('matrix-cell', { from: model.name(cell.from), to: model.name(cell.to), told: told.join('; ') });
  return h(
    'button',
    { type: 'button', class: 'cell', tabindex: -1, 'aria-label': label },
    cell.views.length > 2 ? lettered(app, cell.views, halves) : shaded(cell.views, halves),
    cell.clash && h('span', { class: 'unequal', 'data-glyph': '≠' }),
  );
}

/**
 * What a view says in a cell, in sum; nothing if it says nothing.
 * @param {TheApp} app
 * @param {number[]} indices
 * @returns {Half | null}
 */
function halfOf({ model }, indices) {
  if (indices.length === 0) return null;
  const statements = indices.map((index) => model.statements[index]);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { sign } of statements) counts.set(Math.sign(sign), (counts.get(Math.sign(sign)) ?? 0) + 1);
  const mixed = counts.has(1) && counts.has(-1);
  const sign = counts.has(1) ? 1 : counts.has(-1) ? -1 : 0;
  return {
    kind: mixed ? 'mixed' : signName(sign),
    glyph: mixed ? '±' : signGlyph(sign),
    open: !statements.some(({ now }) => now),
    denied: statements.every(({ standing }) => standing === 'denies'),
    senses: [...new Set(statements.map(senseOf))].sort().join(),
    n: indices.length,
    counts,
  };
}

/**
 * The sign of a statement and in which sense it is meant: held now, or how else.
 * @param {import('../model/data.d.ts').Statement} statement
 */
function senseOf({ sign, now, standing, mode, attitude, negated }) {
  return [Math.sign(sign), ...(now ? ['now'] : [standing, mode, attitude ?? '', negated ?? false])].join(' ');
}

/** @param {Half | null} half */
function signsText(half) {
  if (half === null) return t('matrix-silent');
  const counted = [...half.counts].map(([sign, n]) => `${n} ${signWord(sign)}`).join(', ');
  return half.denied
    ? `${counted} (${t('standing-denies')})`
    : half.open
      ? `${counted} (${t('matrix-open')})`
      : counted;
}

/**
 * One view has the whole cell; of two each has a half, unless they say the same.
 * @param {number[]} views
 * @param {(Half | null)[]} halves
 */
function shaded(views, halves) {
  const [a, b] = halves;
  const same = a && b && a.senses === b.senses;
  if (halves.length === 1 || same) return a && [part(a, same ? 'whole both' : `whole view-${views[0]} lone`)];
  return [a && part(a, `upper view-${views[0]}`), b && part(b, `lower view-${views[1]}`)];
}

/**
 * @param {Half} half
 * @param {string} where
 */
function part(half, where) {
  const manner = `${half.open ? ' open' : ''}${half.denied ? ' denied' : ''}`;
  return h(
    'span',
    { class: `part ${where} ${half.kind}${manner}` },
    h('span', { class: 'glyph', 'data-glyph': half.glyph }),
  );
}

/**
 * Letters with sign and count, where halves would not do.
 * @param {TheApp} app
 * @param {number[]} views
 * @param {(Half | null)[]} halves
 */
function lettered({ model }, views, halves) {
  return views.flatMap((view, place) => {
    const half = halves[place];
    if (!half) return [];
    const manner = `${half.open ? ' open' : ''}${half.denied ? ' denied' : ''}`;
    const glyph = `${model.views[view].letter}${half.glyph}${half.n > 1 ? `×${half.n}` : ''}`;
    return [h('span', { class: `letter view-${view}${manner}`, 'data-glyph': glyph })];
  });
}

// The values that filters choose by: what they are called, in which order they stand, what choosing one takes.

import { t } from '../i18n/texts.js';
import { signName } from './document.js';
import { ISSUE_VERDICTS } from './issues.js';
import { VERDICTS } from './verdict.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('./document.js').Model} Model */
/** @typedef {import('./selection.js').Dimension} Dimension */
/** @typedef {import('./state.js').State} State */

/** Values that are a scale of their own keep its order; all others stand by count. */
const SCALES = new Map([
  ['sign', ['1', '0', '-1']],
  ['stance', ['asserts', 'endorses', 'reports', 'doubts', 'rejects']],
  ['world', ['actual', 'historical', 'future', 'hypothetical']],
  ['verdict', [...VERDICTS, ...ISSUE_VERDICTS.map((verdict) => `issue:${verdict}`)]],
]);

/**
 * Where a value stands in the scale of its dimension; what has none there comes last.
 * @param {Dimension} dimension
 * @param {string} value
 */
export function rankOf(dimension, value) {
  const place = SCALES.get(dimension)?.indexOf(value) ?? 0;
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

/**
 * @param {Model} model
 * @param {Dimension} dimension
 * @param {string} value
 */
export function valueName(model, dimension, value) {
  switch (dimension) {
    case 'view':
      return model.views[Number(value)]?.name ?? value;
    case 'type':
      return model.types.get(value)?.label ?? value;
    case 'facet':
      return model.facets.get(value) ?? value;
    case 'actor':
      return model.name(value);
    case 'holder':
      return value.startsWith('"') ? value.slice(1) : model.name(value);
    case 'world':
      return t(`mode-${value}`);
    case 'verdict':
      if (value.startsWith('issue:')) 
        return t('filters-issue-verdict', { verdict: t(`issue-name-${value.slice(6)}`) });
      if (!value.startsWith('only:')) return t(`verdict-name-${value}`);
      return t('verdict-title-only', { side: model.views[Number(value.slice(5))]?.short ?? value });
    case 'sign':
      return t(`sign-${signName(Number(value))}`);
    case 'stance':
      return t(`stance-${value}`);
    default:
      return value;
  }
}

/**
 * How much a value leaves of what the form shows; and, where it leaves no statement while the switches hide some, how much
 * it leaves without them.
 * @param {{statements: boolean, positions: boolean}} told what the form tells of
 * @param {import('./selection.js').Count} [count]
 */
export function countLeft(told, { within, beyond, positions } = { within: 0, beyond: 0, positions: 0 }) {
  const answers = told.positions ? positions : 0;
  if (!told.statements) return { left: answers, behind: 0 };
  return { left: within + answers, behind: within === 0 && beyond > 0 ? beyond + answers : 0 };
}

/**
 * A change, with as few switches off as show most of what is wanted: main lines first, then facts.
 * @param {TheApp} app
 * @param {Partial<State>} patch
 * @param {(selection: import('./selection.js').Selection) => number} weigh how much of it a selection shows
 * @returns {{patch: Partial<State>, off: ('main' | 'facts')[]}}
 */
export function relaxed(app, patch, weigh) {
  const { state } = app;
  /** @type {('main' | 'facts')[][]} */
  const tries = [[], ['main'], ['facts'], ['main', 'facts']];
  let best = { patch, off: tries[0] };
  let most = -1;
  for (const off of tries) {
    if (!off.every((name) => state[name])) continue;
    const tried = { ...patch, ...Object.fromEntries(off.map((name) => [name, false])) };
    const weight = weigh(app.select({ ...state, ...tried }));
    if (weight > most) [best, most] = [{ patch: tried, off }, weight];
  }
  return best;
}

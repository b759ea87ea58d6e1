// Which positions a state leaves: by the filters that ask for what positions have.
//
// The switches choose lines of pictures, of which positions are none. Who asks for a sign or a type asks for no
// positions, and of actors those count that the issue is about.

import { ALIKE, FIRST_DIMENSION, holdersOf, tally, UNREAD, weighed } from './failing.js';
import { issueVerdictValue } from './issues.js';
import { DIMENSIONS } from './state.js';

/** @typedef {import('./document.js').Model} Model */
/** @typedef {import('./selection.js').Selection} Selection */
/** @typedef {import('./state.js').State} State */

/**
 * Adds the positions that are left to a selection, and to its counts.
 * @param {Model} model
 */
export function positionSelector(model) {
  const levels = [...model.levels.keys()];
  const values = new Map(levels.map((level) => [level, model.positions.map((_, at) => valuesOf(model, level, at))]));
  /**
   * @param {Selection} selection
   * @param {State} state
   * @param {Set<number>} shown
   */
  return (selection, state, shown) => {
    const own = values.get(state.level) ?? values.get(levels[0]) ?? [];
    const counts = [...selection.counts.values()];
    const wanted = DIMENSIONS.map((dimension) => new Set(state[dimension]));
    const plain = plainly(model, state);
    model.positions.forEach(({ views }, at) => {
      if (!views.some((view) => shown.has(view))) return;
      selection.allPositions += 1;
      let fails = plain(at);
      wanted.forEach((some, place) => {
        if (some.size > 0 && !own[at][place].some((value) => some.has(value))) fails |= FIRST_DIMENSION << place;
      });
      own[at].forEach((of, place) => {
        if ((fails & ~(FIRST_DIMENSION << place)) === 0) tally(counts[place], of, 'positions');
      });
      if (fails !== 0) return;
      selection.positions.push(at);
      selection.keptPositions[at] = 1;
    });
  };
}

/**
 * The values of a position in each dimension, in the order of DIMENSIONS.
 * @param {Model} model
 * @param {string} level
 * @param {number} at
 * @returns {string[][]}
 */
function valuesOf(model, level, at) {
  const { views, stance, mode, facets = [], issue } = model.positions[at];
  const verdicts = (model.issueVerdicts.get(issue) ?? []).map(issueVerdictValue);
  const about = (model.issues.get(issue)?.about ?? []).flatMap((actor) => {
    const larger = level === 'state' ? (model.actors.get(actor)?.stands_for ?? []) : [];
    return larger.length > 0 ? larger : [actor];
  });
  const held = holdersOf(model.positions[at]);
  return [views.map(String), [], [], [stance], held, [mode], facets, [...new Set(verdicts)], [...new Set(about)]];
}

/**
 * What has no values to count: years, strength, issues on which all agree, what is not read yet.
 * @param {Model} model
 * @param {State} state
 * @returns {(at: number) => number}
 */
function plainly(model, state) {
  const [view, paragraph] = (state.para ?? '').split(':').map(Number);
  const first = state.para === null ? null : (model.places[view]?.ofPositions ?? null);
  return (at) => {
    let fails = weighed(model.positions[at], state);
    if (state.mode === 'only' && isAgreed(model, model.positions[at].issue)) fails |= ALIKE;
    if (first !== null && (first[at] ?? Number.POSITIVE_INFINITY) > paragraph) fails |= UNREAD;
    return fails;
  };
}

/**
 * Whether all views answer an issue alike.
 * @param {Model} model
 * @param {string} issue
 */
function isAgreed(model, issue) {
  const pairs = (model.views.length * (model.views.length - 1)) / 2;
  const agreed = (model.issueVerdicts.get(issue) ?? []).filter(({ found }) => found.verdict === 'agree');
  return agreed.length === pairs;
}

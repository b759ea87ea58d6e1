// Which statements and positions a state leaves, and what each filter would leave: hiding only, nothing is judged anew.

import { ALIKE, FIRST_DIMENSION, holdersOf, SWITCHES, tally, UNREAD, weighed } from './failing.js';
import { positionSelector } from './position_selection.js';
import { DIMENSIONS } from './state.js';

/** @typedef {import('./document.js').Model} Model */
/** @typedef {import('./data.d.ts').Picture} Picture */
/** @typedef {import('./state.js').State} State */
/** @typedef {(typeof DIMENSIONS)[number]} Dimension */
/**
 * How many statements a value keeps, how many more it would keep without the switches for main lines and facts, and how
 * many positions it keeps.
 * @typedef {{within: number, beyond: number, positions: number}} Count
 */
/**
 * @typedef {object} Selection
 * @property {number[]} statements those that are left, in the order of the data
 * @property {Uint8Array} kept 1 for each statement that is left
 * @property {Map<string, number[]>} dyads the pairs that are left, with their statements
 * @property {Set<string>} actors the actors of these pairs
 * @property {number[]} positions the positions that are left, in the order of the data
 * @property {Uint8Array} keptPositions 1 for each position that is left
 * @property {Map<Dimension, Map<string, Count>>} counts
 * @property {number} all how many statements there are in the views shown
 * @property {number} allPositions how many positions
 */

/**
 * The picture that the graph shows of a view, or of all on one another.
 * @param {Model} model
 * @param {State} state
 * @param {number | null} view
 * @returns {Picture | undefined}
 */
export function pictureOf(model, state, view) {
  const keeps = state.main && model.hasMain ? (state.facts ? 'main-now' : 'main') : state.facts ? 'now' : 'record';
  const fits = (/** @type {Picture} */ picture) =>
    picture.level === state.level && picture.keeps === keeps && (picture.view ?? null) === view;
  return model.document.pictures.find(fits);
}

/**
 * The views that a mode shows, by their places.
 * @param {Model} model
 * @param {State} state
 * @returns {number[]}
 */
export function viewsShown(model, state) {
  const one = Number.parseInt(state.mode, 10);
  const all = model.views.map((_, index) => index);
  const shown = Number.isInteger(one) && one >= 0 && one < all.length ? [one] : all;
  return state.view.length === 0 ? shown : shown.filter((view) => state.view.includes(String(view)));
}

/**
 * The values of a statement in each dimension but those of pairs, in the order of DIMENSIONS.
 * @param {Model} model
 * @param {number} index
 * @returns {string[][]}
 */
function valuesOf(model, index) {
  const { views, sign, type, stance, mode, facets = [] } = model.statements[index];
  return [views.map(String), [String(sign)], [type], [stance], holdersOf(model.statements[index]), [mode], facets];
}

/**
 * Looks statements up by dimension again and again: the values of all, once.
 * @param {Model} model
 */
export function selector(model) {
  const values = model.statements.map((_, index) => valuesOf(model, index));
  const selectPositions = positionSelector(model);
  /** @param {State} state */
  return (state) => {
    const selection = select(model, values, state);
    selectPositions(selection, state, new Set(viewsShown(model, { ...state, view: [] })));
    return selection;
  };
}

/**
 * O(statements x (dimensions + pairs)).
 * @param {Model} model
 * @param {string[][][]} values
 * @param {State} state
 * @returns {Selection}
 */
function select(model, values, state) {
  const level = model.levels.get(state.level) ?? [...model.levels.values()][0];
  const wanted = new Map(DIMENSIONS.map((dimension) => [dimension, new Set(state[dimension])]));
  const narrowing = [...wanted.values()].map((some, place) => ({ some, place })).filter(({ some }) => some.size > 0);
  const shown = new Set(viewsShown(model, { ...state, view: [] }));
  const plain = plainly(model, state);
  /** @type {Selection} */
  const selection = {
    statements: [],
    kept: new Uint8Array(model.statements.length),
    dyads: new Map(),
    actors: new Set(),
    positions: [],
    keptPositions: new Uint8Array(model.positions.length),
    counts: new Map(DIMENSIONS.map((dimension) => [dimension, new Map()])),
    all: 0,
    allPositions: 0,
  };
  const counts = [...selection.counts.values()];
  const pairs = pairWise(level.verdicts, wanted);
  model.statements.forEach((statement, index) => {
    if (!statement.views.some((view) => shown.has(view))) return;
    selection.all += 1;
    const own = values[index];
    let fails = plain(index);
    for (const { some, place } of narrowing) {
      if (place < own.length && !own[place].some((value) => some.has(value))) fails |= FIRST_DIMENSION << place;
    }
    const lasting = fails & ~SWITCHES;
    // What fails in two ways would be let in by no filter alone.
    if ((lasting & (lasting - 1)) !== 0) return;
    const kept = pairs(level.pairs[index], level.keys[index], statement);
    const within = (fails & SWITCHES) === 0 ? 'within' : 'beyond';
    for (let place = 0; kept.some && place < own.length; place += 1) {
      if ((lasting & ~(FIRST_DIMENSION << place)) === 0) tally(counts[place], own[place], within);
    }
    if (lasting === 0) tally(counts[own.length], kept.verdicts, within);
    if (lasting === 0) tally(counts[own.length + 1], kept.actors, within);
    if (fails === 0 && kept.some) keep(selection, index, level.pairs[index], level.keys[index], kept.which);
  });
  return selection;
}

/**
 * What has no values to count: the switches, years, strength, what both draw alike, what is not read yet.
 * @param {Model} model
 * @param {State} state
 * @returns {(index: number) => number}
 */
function plainly(model, state) {
  const alike = state.mode === 'only' ? alikeIn(pictureOf(model, state, null), model.views.length) : null;
  const [view, paragraph] = (state.para ?? '').split(':').map(Number);
  const first = state.para === null ? null : (model.places[view]?.first ?? null);
  return (index) => {
    const statement = model.statements[index];
    const off = (state.main && model.hasMain && !statement.main) || (state.facts && !statement.now);
    let fails = (off ? SWITCHES : 0) | weighed(statement, state);
    if (alike?.has(index)) fails |= ALIKE;
    if (first !== null && (first[index] ?? Number.POSITIVE_INFINITY) > paragraph) fails |= UNREAD;
    return fails;
  };
}

/**
 * Statements that stand only in lines which all views draw alike.
 * @param {Picture | undefined} picture
 * @param {number} views
 */
function alikeIn(picture, views) {
  const alike = new Set();
  const differing = new Set();
  for (const tie of picture?.ties ?? []) {
    for (const statement of tie.statements) (tie.views.length === views ? alike : differing).add(statement);
  }
  for (const statement of differing) alike.delete(statement);
  return alike;
}

/**
 * Which pairs of a statement the filters of pairs keep, and what there is to count. What relates an actor to itself has no pair, so no
 * verdict; its actor can be asked for.
 * @param {Map<string, string[]>} verdicts
 * @param {Map<Dimension, Set<string>>} wanted
 */
function pairWise(verdicts, wanted) {
  const wantedVerdicts = /** @type {Set<string>} */ (wanted.get('verdict'));
  const wantedActors = /** @type {Set<string>} */ (wanted.get('actor'));
  /**
   * @param {[string, string][]} pairs
   * @param {string[]} keys
   * @param {import('./data.d.ts').Statement} statement
   */
  return (pairs, keys, { from, to }) => {
    if (pairs.length === 0) {
      const [actors, judged] = [[...new Set([...from, ...to])], wantedVerdicts.size === 0];
      const some = judged && (wantedActors.size === 0 || actors.some((actor) => wantedActors.has(actor)));
      return { which: [], some, verdicts: [], actors: judged ? actors : [] };
    }
    const own = keys.map((key) => verdicts.get(key) ?? []);
    const judged = own.map((some) => wantedVerdicts.size === 0 || some.some((verdict) => wantedVerdicts.has(verdict)));
    const named = pairs.map((pair) => wantedActors.size === 0 || pair.some((actor) => wantedActors.has(actor)));
    const which = judged.map((is, place) => is && named[place]);
    const distinct = (/** @type {string[][]} */ lists) =>
      lists.length > 1 ? [...new Set(lists.flat())] : lists.flat();
    return {
      which,
      some: which.includes(true),
      verdicts: distinct(own.filter((_, place) => named[place])),
      actors: distinct(pairs.filter((_, place) => judged[place])),
    };
  };
}

/**
 * @param {Selection} selection
 * @param {number} index
 * @param {[string, string][]} pairs
 * @param {string[]} keys
 * @param {boolean[]} which
 */
function keep(selection, index, pairs, keys, which) {
  selection.statements.push(index);
  selection.kept[index] = 1;
  pairs.forEach((pair, place) => {
    if (!which[place]) return;
    for (const actor of pair) selection.actors.add(actor);
    const known = selection.dyads.get(keys[place]);
    if (!known) selection.dyads.set(keys[place], [index]);
    else if (known.at(-1) !== index) known.push(index);
  });
}

/**
 * Whether a line of a picture is left: one of its statements is, and its pair is.
 * @param {Selection} selection
 * @param {string} key the pair
 * @param {number[]} statements
 */
export function isLeft(selection, key, statements) {
  return selection.dyads.has(key) && statements.some((statement) => selection.kept[statement] === 1);
}

/**
 * The statements that are left and have no pair: they relate an actor to itself, or to what stands for it at this level.
 * @param {{model: Model, state: State, selection: Selection}} shown
 */
export function unpaired({ model, state, selection }) {
  const pairs = model.levels.get(state.level)?.pairs;
  return selection.statements.filter((index) => pairs?.[index].length === 0);
}

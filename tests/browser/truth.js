// What a state must leave, worked out from the data document alone, in the plainest way: the page is held against it.

/** @typedef {import('../../crates/explorer/web/model/data.d.ts').Document} Data */
/** @typedef {import('../../crates/explorer/web/model/data.d.ts').Statement} Statement */
/** @typedef {import('../../crates/explorer/web/model/data.d.ts').Position} Position */
/** @typedef {import('../../crates/explorer/web/model/data.d.ts').Picture} Picture */
/** @typedef {import('../../crates/explorer/web/model/data.d.ts').Dyad} Dyad */
/** @typedef {import('../../crates/explorer/web/model/state.js').State} State */

/**
 * A state that differs from the start in what is given.
 * @param {Data} data
 * @param {Partial<State>} [patch]
 * @returns {State}
 */
export function stateOf(data, patch = {}) {
  const lists = { view: [], sign: [], type: [], stance: [], holder: [], world: [], facet: [], verdict: [], actor: [] };
  const nothing = { from: null, to: null, focus: null, at: null, para: null, sort: null, order: null, box: null, lang: null, theme: null };
  return {
    form: 'graph',
    mode: data.views.length > 1 ? 'both' : '0',
    level: 'actor',
    main: data.statements.some((each) => each.main),
    facts: true,
    strength: 1,
    ...lists,
    ...nothing,
    ...patch,
  };
}

/**
 * The address of a state, as a person would write it by hand.
 * @param {Record<string, string | number | boolean | string[] | null | undefined>} patch
 */
export function fragmentOf(patch) {
  const value = (/** @type {unknown} */ each) => {
    if (typeof each === 'boolean') return each ? '1' : '0';
    return Array.isArray(each) ? each.map(encodeURIComponent).join(',') : encodeURIComponent(String(each));
  };
  return Object.entries(patch)
    .map(([key, each]) => `${key}=${value(each)}`)
    .join('&');
}

/**
 * The views that are shown.
 * @param {Data} data
 * @param {State} state
 */
export function shownViews(data, state) {
  const all = data.views.map((_, view) => view);
  return /^\d+$/.test(state.mode) ? [Number(state.mode)] : all;
}

/**
 * The unordered pairs of a statement that are left, sorted within.
 * @param {Data} data
 * @param {State} state
 * @param {number} index of the statement
 */
export function pairsLeft(data, state, index) {
  const level = data.levels.find((each) => each.level === state.level) ?? data.levels[0];
  return level.pairs[index].filter((pair) => {
    const verdicts = verdictsOf(data, state.level, pair);
    const judged = state.verdict.length === 0 || state.verdict.some((verdict) => verdicts.includes(verdict));
    return judged && (state.actor.length === 0 || pair.some((actor) => state.actor.includes(actor)));
  });
}

/**
 * Whether a statement that relates an actor to itself is left: it has no verdict, but an actor.
 * @param {Data} data
 * @param {State} state
 * @param {number} index of the statement
 */
function isLeftAlone(data, state, index) {
  const level = data.levels.find((each) => each.level === state.level) ?? data.levels[0];
  const { from, to } = data.statements[index];
  const named = state.actor.length === 0 || [...from, ...to].some((actor) => state.actor.includes(actor));
  return level.pairs[index].length === 0 && state.verdict.length === 0 && named;
}

/**
 * The dyads of a pair of actors, or of those for whom they stand, for each two views that have it.
 * @param {Data} data
 * @param {string} level
 * @param {[string, string]} pair
 */
export function dyadsOf(data, level, [one, other]) {
  const found = [];
  const isIt = (/** @type {string[]} */ actors) => actors.includes(one) && actors.includes(other);
  for (const { views, dyads } of data.levels.find((each) => each.level === level)?.comparisons ?? []) {
    for (const dyad of dyads) {
      if (isIt(dyad.actors) || dyad.through?.some(isIt)) found.push({ views, dyad });
    }
  }
  return found;
}

/**
 * What is judged on a pair; of a silence, who speaks.
 * @param {Data} data
 * @param {string} level
 * @param {[string, string]} pair
 */
export function verdictsOf(data, level, pair) {
  return dyadsOf(data, level, pair).map(({ views, dyad }) => {
    if (dyad.verdict === 'only-a') return `only:${views[0]}`;
    return dyad.verdict === 'only-b' ? `only:${views[1]}` : dyad.verdict;
  });
}

/**
 * The values of a statement, or of a position, that a filter of its own asks for.
 * @param {Statement | Position} statement
 * @param {string} dimension
 * @returns {string[]}
 */
export function valuesOf(statement, dimension) {
  switch (dimension) {
    case 'view':
      return statement.views.map(String);
    case 'sign':
      return 'sign' in statement ? [String(statement.sign)] : [];
    case 'type':
      return 'type' in statement ? [statement.type] : [];
    case 'stance':
      return [statement.stance];
    case 'world':
      return [statement.mode];
    case 'facet':
      return statement.facets ?? [];
    case 'holder':
      return (statement.holders ?? []).map((holder) => ('actor' in holder ? holder.actor : `"${holder.label}`));
    default:
      return [];
  }
}

/**
 * Whether it is strong enough, and of the years that are wanted.
 * @param {Statement | Position} said
 * @param {State} state
 */
function isInTime({ strength, years = [[null, null]] }, { strength: least, from, to }) {
  const meets = (/** @type {(number | null)[]} */ [first, last]) =>
    (from === null || last === null || last >= from) && (to === null || first === null || first <= to);
  return strength >= least && years.some(meets);
}

/**
 * The positions that a state leaves: the switches, a sign or a type apart, by the filters of statements.
 * @param {Data} data
 * @param {State} state
 */
export function positionsLeft(data, state) {
  const views = shownViews(data, state);
  return (data.positions ?? []).flatMap((position, at) => {
    const verdicts = issueVerdicts(data, position.issue);
    const about = (data.issues ?? []).find((issue) => issue.id === position.issue)?.about ?? [];
    const larger = (/** @type {string} */ actor) => data.who.find((who) => who.id === actor)?.stands_for ?? [];
    const actors = about.flatMap((actor) => (state.level === 'state' && larger(actor).length > 0 ? larger(actor) : [actor]));
    const agreed = verdicts.filter((verdict) => verdict === 'issue:agree').length;
    const kept =
      position.views.some((view) => views.includes(view)) &&
      ['view', 'sign', 'type', 'stance', 'holder', 'world', 'facet'].every((dimension) => {
        const wanted = state[/** @type {'sign'} */ (dimension)];
        return wanted.length === 0 || valuesOf(position, dimension).some((value) => wanted.includes(value));
      }) &&
      isInTime(position, state) &&
      (state.verdict.length === 0 || verdicts.some((verdict) => state.verdict.includes(verdict))) &&
      (state.actor.length === 0 || actors.some((actor) => state.actor.includes(actor))) &&
      !(state.mode === 'only' && agreed === (data.views.length * (data.views.length - 1)) / 2);
    return kept ? [at] : [];
  });
}

/**
 * What is judged on an issue; of a silence, who speaks.
 * @param {Data} data
 * @param {string} id
 */
export function issueVerdicts(data, id) {
  return (data.issue_comparisons ?? []).flatMap(({ views, issues }) =>
    issues.flatMap(({ issue, verdict }) => {
      if (issue !== id) return [];
      if (verdict === 'only-a') return [`only:${views[0]}`];
      return [verdict === 'only-b' ? `only:${views[1]}` : `issue:${verdict}`];
    }),
  );
}

/**
 * The statements that a state leaves.
 * @param {Data} data
 * @param {State} state
 */
export function left(data, state) {
  const hasMain = data.statements.some((each) => each.main);
  const views = shownViews(data, state);
  const differing = state.mode === 'only' ? differingStatements(data, state) : null;
  return data.statements.flatMap((statement, index) => {
    const kept =
      statement.views.some((view) => views.includes(view)) &&
      (!state.main || !hasMain || statement.main === true) &&
      (!state.facts || statement.now === true) &&
      ['view', 'sign', 'type', 'stance', 'holder', 'world', 'facet'].every((dimension) => {
        const wanted = state[/** @type {'sign'} */ (dimension)];
        return wanted.length === 0 || valuesOf(statement, dimension).some((value) => wanted.includes(value));
      }) &&
      isInTime(statement, state) &&
      (pairsLeft(data, state, index).length > 0 || isLeftAlone(data, state, index)) &&
      (differing === null || differing.has(index) || !drawn(data, state).has(index));
    return kept ? [index] : [];
  });
}

/**
 * The picture of a view, or of all on one another.
 * @param {Data} data
 * @param {State} state
 * @param {number | undefined} view
 * @returns {Picture}
 */
export function pictureOf(data, state, view) {
  const hasMain = data.statements.some((each) => each.main);
  const keeps = state.main && hasMain ? (state.facts ? 'main-now' : 'main') : state.facts ? 'now' : 'record';
  const found = data.pictures.find((each) => each.level === state.level && each.keeps === keeps && each.view === view);
  if (!found) throw new Error(`no picture of ${state.level}, ${keeps}, ${view}`);
  return found;
}

/**
 * @param {Data} data
 * @param {State} state
 */
function differingStatements(data, state) {
  const { ties } = pictureOf(data, state, undefined);
  return new Set(ties.filter((tie) => tie.views.length < data.views.length).flatMap((tie) => tie.statements));
}

/**
 * @param {Data} data
 * @param {State} state
 */
function drawn(data, state) {
  return new Set(pictureOf(data, state, undefined).ties.flatMap((tie) => tie.statements));
}

/**
 * The pictures that the graph shows in a mode.
 * @param {Data} data
 * @param {State} state
 */
export function picturesOf(data, state) {
  if (state.mode === 'side') return shownViews(data, state).map((view) => pictureOf(data, state, view));
  return [pictureOf(data, state, /^\d+$/.test(state.mode) ? Number(state.mode) : undefined)];
}

/**
 * The ties of a picture that are left, counted from 1 as they are drawn.
 * @param {Data} data
 * @param {State} state
 * @param {Picture} picture
 */
export function tiesLeft(data, state, picture) {
  const statements = new Set(left(data, state));
  const pairs = new Set([...statements].flatMap((index) => pairsLeft(data, state, index).map((pair) => [...pair].sort().join(' '))));
  return picture.ties.flatMap((tie, at) => {
    const alike = state.mode === 'only' && tie.views.length === data.views.length;
    const kept = pairs.has([tie.from, tie.to].sort().join(' ')) && tie.statements.some((index) => statements.has(index));
    return kept && !alike ? [at + 1] : [];
  });
}

/**
 * The pairs of actors that are left, each sorted and joined by a space.
 * @param {Data} data
 * @param {State} state
 */
export function dyadsLeft(data, state) {
  return [...new Set(left(data, state).flatMap((index) => pairsLeft(data, state, index).map((pair) => [...pair].sort().join(' '))))].sort();
}

/**
 * How many of what the form tells of, statements or positions or both, a value of a filter would leave if it alone were
 * chosen in its dimension.
 * @param {Data} data
 * @param {State} state
 * @param {string} dimension
 * @param {string} value
 */
export function countOf(data, state, dimension, value) {
  const chosen = { ...state, [dimension]: [value] };
  const statements = state.form === 'issues' ? 0 : left(data, chosen).length;
  return statements + (['issues', 'words'].includes(state.form) ? positionsLeft(data, chosen).length : 0);
}

/**
 * The place of a position.
 * @param {Data} data
 * @param {string} ref its author and its id
 */
export function placeOfPosition(data, ref) {
  const place = (data.positions ?? []).findIndex((each) => each.ref === ref);
  if (place < 0) throw new Error(`there is no ${ref}`);
  return place;
}

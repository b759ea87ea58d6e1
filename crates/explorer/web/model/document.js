// What the page holds: the data document, indexed once. Shapes are those of `parallax-explorer/1`.

/** @typedef {{actor?: string, label?: string}} Holder */
/** @typedef {{before: string, words: string, after: string}} Passage */
/** @typedef {{work: string, anchor: string, paragraph: number, passage?: Passage}} Evidence */
/** @typedef {{kind: string, to: number | string}} Link to a statement of the page, or to the name of another */
/**
 * @typedef {object} Statement
 * @property {string} ref
 * @property {string} id
 * @property {number[]} views
 * @property {string} author
 * @property {string[]} from
 * @property {string[]} to
 * @property {string} type
 * @property {number} sign
 * @property {string} stance
 * @property {string} standing
 * @property {string} mode
 * @property {number} strength
 * @property {string} sentence
 * @property {boolean} [now]
 * @property {boolean} [main]
 * @property {boolean} [negated]
 * @property {boolean} [hedged]
 * @property {Holder[]} [holders]
 * @property {Holder[]} [via]
 * @property {string} [attitude]
 * @property {string} [from_as]
 * @property {string} [to_as]
 * @property {string} [when]
 * @property {[number | null, number | null][]} [years] of each part of its period
 * @property {string[]} [facets]
 * @property {string[]} [with]
 * @property {string[]} [against]
 * @property {string[]} [excluding]
 * @property {string[]} [benefiting]
 * @property {Link[]} [links]
 * @property {string} [frame]
 * @property {string} [by]
 * @property {string} [amount]
 * @property {string} [condition]
 * @property {string} [gloss]
 * @property {string[]} [tags]
 * @property {string} [coder]
 * @property {Evidence[]} [evidence]
 */
/** @typedef {{name: string, short: string, view: string, authors: string[], letter: string, plural?: boolean}} View */
/** @typedef {{id: string, author: string, title: string, publisher?: string, date?: string, url?: string, paragraphs: number, of?: number}} Work */
/** @typedef {{id: string, name: string, label: string, kind: string, aliases?: string[], stands_for?: string[], part_of?: string[]}} Actor */
/** @typedef {{id: string, label: string, phrase: string, sign: number, directed?: boolean, definition?: string}} Type */
/** @typedef {{statements: [number, number], differs?: string[]}} Claims */
/**
 * @typedef {object} Dyad
 * @property {[string, string]} actors
 * @property {string} verdict
 * @property {string} [silence]
 * @property {string[]} [facets]
 * @property {boolean} [via_roll_up]
 * @property {[number[], number[]]} signs
 * @property {[number[], number[]]} statements
 * @property {Claims[]} [pairs]
 * @property {[number[], number[]]} beside
 */
/** @typedef {{views: [number, number], dyads: Dyad[]}} Comparison */
/** @typedef {{level: string, pairs: [string, string][][], comparisons: Comparison[]}} Level */
/** @typedef {{id: string, x: number, y: number, width: number, height: number, ghost?: boolean}} Placed */
/** @typedef {{from: string, to: string, views: number[], statements: number[]}} Tie */
/**
 * @typedef {object} Picture
 * @property {string} level
 * @property {string} keeps
 * @property {number} [view]
 * @property {number} width
 * @property {number} height
 * @property {Placed[]} actors
 * @property {Tie[]} ties
 * @property {number} drawing
 * @property {[number, number]} legends
 * @property {[number, number]} [legends_apart]
 */
/**
 * @typedef {object} Document
 * @property {string} schema
 * @property {string} title
 * @property {string} [about]
 * @property {View[]} views
 * @property {Work[]} works
 * @property {Actor[]} who
 * @property {Type[]} types
 * @property {{id: string, label: string}[]} facets
 * @property {{id: string, name: string, kind: string}[]} frames
 * @property {Record<string, import('../i18n/dates.js').Parts>} dates
 * @property {Statement[]} statements
 * @property {Level[]} levels
 * @property {Picture[]} pictures
 */
/** @typedef {{comparison: Comparison, dyad: Dyad}} Compared */
/** @typedef {ReturnType<typeof indexed>} Model */

/** Stands between the two actors of a pair: no id has it. */
const BETWEEN = '~';

/**
 * The name of a pair of actors, whichever stands first.
 * @param {string} one
 * @param {string} other
 */
export function pairKey(one, other) {
  return one < other ? one + BETWEEN + other : other + BETWEEN + one;
}

/**
 * The two actors of a pair by its name.
 * @param {string} key
 */
export function pairEnds(key) {
  return key.split(BETWEEN);
}

/**
 * The document with everything that is looked up often.
 * @param {Document} document
 */
export function indexed(document) {
  const statements = document.statements;
  const actors = new Map(document.who.map((actor) => [actor.id, actor]));
  const types = new Map(document.types.map((type) => [type.id, type]));
  const facets = new Map(document.facets.map((facet) => [facet.id, facet.label]));
  const works = new Map(document.works.map((work) => [work.id, work]));
  const frames = new Map(document.frames.map((frame) => [frame.id, frame]));
  const levels = new Map(document.levels.map((level) => [level.level, leveled(level)]));
  return {
    document,
    statements,
    views: document.views,
    actors,
    types,
    facets,
    works,
    frames,
    dates: document.dates,
    levels,
    hasMain: statements.some((statement) => statement.main),
    years: spannedYears(statements),
    places: document.views.map((_, view) => readingOrder(document, view)),
    linkedFrom: linkedFrom(statements),
    /** @param {string} id */
    label: (id) => actors.get(id)?.label ?? id,
    /** @param {string} id */
    name: (id) => actors.get(id)?.name ?? id,
    /** @param {Holder} holder */
    holder: ({ actor, label }) => (actor === undefined ? (label ?? '') : (actors.get(actor)?.name ?? actor)),
  };
}

/**
 * A level with its dyads by pair.
 * @param {Level} level
 */
function leveled(level) {
  /** @type {Map<string, Compared[]>} */
  const dyads = new Map();
  for (const comparison of level.comparisons) {
    for (const dyad of comparison.dyads) {
      const key = pairKey(...dyad.actors);
      const known = dyads.get(key);
      if (known) known.push({ comparison, dyad });
      else dyads.set(key, [{ comparison, dyad }]);
    }
  }
  const keys = level.pairs.map((pairs) => pairs.map(([from, to]) => pairKey(from, to)));
  /** @type {Map<string, string[]>} */
  const verdicts = new Map();
  for (const [key, compared] of dyads) verdicts.set(key, [...new Set(compared.flatMap(verdictValues))]);
  return { ...level, dyads, keys, verdicts };
}

/**
 * The verdict of a dyad as a value to filter by: a silence names the view that speaks.
 * @param {Compared} compared
 * @returns {string[]}
 */
function verdictValues({ comparison, dyad }) {
  if (dyad.verdict === 'only-a') return [`only:${comparison.views[0]}`];
  if (dyad.verdict === 'only-b') return [`only:${comparison.views[1]}`];
  return [dyad.verdict];
}

/**
 * First and last year of all that is dated; nothing if nothing is.
 * @param {Statement[]} statements
 * @returns {[number, number] | null}
 */
function spannedYears(statements) {
  const years = statements.flatMap((statement) => statement.years?.flat() ?? []).filter((year) => year !== null);
  return years.length === 0 ? null : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}

/**
 * The paragraphs of a view's works, one after the other, and where each of its statements first stands in them: a number
 * that counts from 1 through all works, or nothing for a statement without evidence there.
 * @param {Document} document
 * @param {number} view
 */
function readingOrder(document, view) {
  const works = document.works.filter((work) => document.views[view].authors.includes(work.author));
  /** @type {Map<string, number>} */
  const before = new Map();
  let length = 0;
  for (const work of works) {
    before.set(work.id, length);
    length += work.of ?? work.paragraphs;
  }
  const first = document.statements.map((statement) => {
    const at = (statement.evidence ?? []).flatMap((piece) => {
      const start = before.get(piece.work);
      return start === undefined ? [] : [start + piece.paragraph];
    });
    return at.length === 0 ? null : at.reduce((a, b) => Math.min(a, b));
  });
  return { works, before, length, first };
}

/**
 * Which statements link to each: the links read backwards.
 * @param {Statement[]} statements
 */
function linkedFrom(statements) {
  /** @type {Map<number, {kind: string, from: number}[]>} */
  const back = new Map();
  statements.forEach((statement, from) => {
    for (const { kind, to } of statement.links ?? []) {
      if (typeof to === 'string') continue;
      const known = back.get(to);
      if (known) known.push({ kind, from });
      else back.set(to, [{ kind, from }]);
    }
  });
  return back;
}

// What the page holds: the data document, indexed once.

/** @typedef {import('./data.d.ts').Comparison} Comparison */
/** @typedef {import('./data.d.ts').Document} Document */
/** @typedef {import('./data.d.ts').Dyad} Dyad */
/** @typedef {import('./data.d.ts').Holder} Holder */
/** @typedef {import('./data.d.ts').IssueVerdict} IssueVerdict */
/** @typedef {import('./data.d.ts').Level} Level */
/** @typedef {import('./data.d.ts').Position} Position */
/** @typedef {import('./data.d.ts').Statement} Statement */
/** @typedef {{comparison: Comparison, dyad: Dyad}} Compared */
/** @typedef {{views: [number, number], found: IssueVerdict}} IssueCompared */
/** @typedef {ReturnType<typeof indexed>} Model */

/**
 * The name of a sign, in classes and in keys of messages.
 * @param {number} sign
 */
export function signName(sign) {
  return sign > 0 ? 'positive' : sign < 0 ? 'negative' : 'neutral';
}

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
  const { statements, positions = [] } = document;
  const actors = new Map(document.who.map((actor) => [actor.id, actor]));
  const types = new Map(document.types.map((type) => [type.id, type]));
  const facets = new Map(document.facets.map((facet) => [facet.id, facet.label]));
  const works = new Map(document.works.map((work) => [work.id, work]));
  const frames = new Map(document.frames.map((frame) => [frame.id, frame]));
  const levels = new Map(document.levels.map((level) => [level.level, leveled(level)]));
  return {
    document,
    statements,
    positions,
    issues: new Map((document.issues ?? []).map((issue) => [issue.id, issue])),
    positionsOn: positionsOn(positions),
    issueVerdicts: issueVerdicts(document),
    views: document.views,
    actors,
    types,
    facets,
    works,
    frames,
    dates: document.dates,
    levels,
    hasMain: statements.some((statement) => statement.main),
    years: spannedYears([...statements, ...positions]),
    places: document.views.map((_, view) => readingOrder(document, view)),
    linkedFrom: linkedFrom(statements),
    reasonIn: reasonIn(positions),
    /** @param {string} id */
    label: (id) => actors.get(id)?.label ?? id,
    /** @param {string} id */
    name: (id) => actors.get(id)?.name ?? id,
    /** @param {string} id of an actor: who they are, if it is several of whom a statement speaks as a whole */
    members: (id) => actors.get(id)?.members ?? [],
    /** @param {Holder} holder */
    holder: (holder) => ('actor' in holder ? (actors.get(holder.actor)?.name ?? holder.actor) : holder.label),
  };
}

/**
 * A level with its dyads by pair.
 * @param {Level} level
 */
function leveled(level) {
  /** @type {Map<string, Compared[]>} */
  const dyads = new Map();
  // Of persons the verdict is that of the states for which they stand.
  /** @type {Map<string, Compared[]>} */
  const through = new Map();
  for (const comparison of level.comparisons) {
    for (const dyad of comparison.dyads) {
      add(dyads, dyad.actors, { comparison, dyad });
      for (const pair of dyad.through ?? []) add(through, pair, { comparison, dyad });
    }
  }
  const keys = level.pairs.map((pairs) => pairs.map(([from, to]) => pairKey(from, to)));
  /** @type {Map<string, string[]>} */
  const verdicts = new Map();
  for (const [key, compared] of [...dyads, ...through]) {
    verdicts.set(key, [...new Set([...(verdicts.get(key) ?? []), ...compared.flatMap(verdictValues)])]);
  }
  return { ...level, dyads, through, keys, verdicts };
}

/**
 * @param {Map<string, Compared[]>} byPair
 * @param {[string, string]} pair
 * @param {Compared} compared
 */
function add(byPair, pair, compared) {
  const key = pairKey(...pair);
  byPair.set(key, [...(byPair.get(key) ?? []), compared]);
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
 * The positions on each issue, by their places.
 * @param {Position[]} positions
 */
function positionsOn(positions) {
  /** @type {Map<string, number[]>} */
  const issues = new Map();
  positions.forEach(({ issue }, at) => {
    const known = issues.get(issue);
    if (known) known.push(at);
    else issues.set(issue, [at]);
  });
  return issues;
}

/**
 * The verdicts on each issue, contested ones first.
 * @param {Document} document
 */
function issueVerdicts({ issue_comparisons: comparisons = [] }) {
  /** @type {Map<string, IssueCompared[]>} */
  const verdicts = new Map();
  for (const { views, issues } of comparisons) {
    for (const found of issues) verdicts.set(found.issue, [...(verdicts.get(found.issue) ?? []), { views, found }]);
  }
  return verdicts;
}

/**
 * First and last year of all that is dated; nothing if nothing is.
 * @param {(Statement | Position)[]} said
 * @returns {[number, number] | null}
 */
function spannedYears(said) {
  const years = said.flatMap((each) => each.years?.flat() ?? []).filter((year) => year !== null);
  return years.length === 0 ? null : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}

/**
 * The paragraphs of a view's works, one after the other, and where each of its statements and positions first stands in
 * them: a number that counts from 1 through all works, or nothing for what has no evidence there.
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
  const firstPlace = (/** @type {Statement | Position} */ { evidence = [] }) => {
    const at = evidence.flatMap((piece) => {
      const start = before.get(piece.work);
      return start === undefined ? [] : [start + piece.paragraph];
    });
    return at.length === 0 ? null : at.reduce((a, b) => Math.min(a, b));
  };
  const [first, ofPositions] = [document.statements, document.positions ?? []].map((said) => said.map(firstPlace));
  return { works, before, length, first, ofPositions };
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

/**
 * What rests on each statement, position and frame, or leads to it: reasons and conclusions read backwards.
 * @param {Position[]} positions
 */
function reasonIn(positions) {
  /** @type {Map<string, {kind: 'rests_on' | 'so', from: number}[]>} */
  const back = new Map();
  positions.forEach((position, from) => {
    for (const kind of /** @type {const} */ (['rests_on', 'so'])) {
      for (const reason of position[kind] ?? []) {
        const key = reasonKey(reason);
        back.set(key, [...(back.get(key) ?? []), { kind, from }]);
      }
    }
  });
  return back;
}

/**
 * What a reason is called in addresses: `statement:12`, `position:3`, `frame:yalta`.
 * @param {import('./data.d.ts').Reason} reason
 */
export function reasonKey(reason) {
  const [[kind, name]] = Object.entries(reason);
  return `${kind}:${name}`;
}

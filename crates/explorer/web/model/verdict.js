// What two views say of a pair against each other, in the words of the page; and which statements a pair has.

import { grammaticalNumber, t } from '../i18n/texts.js';
import { pairKey } from './document.js';

/** @typedef {import('./document.js').Model} Model */
/** @typedef {import('./document.js').Compared} Compared */
/** @typedef {import('./data.d.ts').Dyad} Dyad */

/** What is contested comes first, silence last. */
export const VERDICTS = [
  'denied',
  'sign-conflict',
  'agency',
  'at-whose-cost',
  'ambivalent',
  'other-respects',
  'foreseen-denied',
  'valued',
  'possible',
  'leaning',
  'alike',
  'only-a',
  'only-b',
];

/**
 * Which of the two speaks, where the other is silent.
 * @param {Dyad} dyad
 */
function speakerOf({ verdict }) {
  return verdict === 'only-a' ? 0 : verdict === 'only-b' ? 1 : null;
}

/**
 * The name of a verdict: a silence names who speaks.
 * @param {Model} model
 * @param {Compared} compared
 */
export function verdictName(model, { comparison, dyad }) {
  const speaker = speakerOf(dyad);
  if (speaker === null) return t(`verdict-name-${dyad.verdict}`);
  return t('verdict-title-only', { side: model.views[comparison.views[speaker]].short });
}

/**
 * What a verdict rests on, in a sentence.
 * @param {Model} model
 * @param {Compared} compared
 */
export function verdictReason(model, { comparison, dyad }) {
  const speaker = speakerOf(dyad);
  if (speaker === null) return t(`verdict-why-${dyad.verdict}`);
  const silent = comparison.views[speaker === 0 ? 1 : 0];
  const lacking = dyad.actors.filter((actor) => !namedBy(model, silent).has(actor));
  const one = dyad.silence === 'not-named' && lacking.length === 1;
  return t(one ? 'silent-not-named-actor' : `silent-${dyad.silence ?? 'unrelated'}`, {
    name: model.views[silent].short,
    number: grammaticalNumber(model.views[silent].plural),
    actor: model.name(lacking[0] ?? dyad.actors[0]),
  });
}

/** @type {WeakMap<Model, Map<number, Set<string>>>} */
const namedByView = new WeakMap();

/**
 * Everyone whom a view's statements name, in any role, alone or together with others, and for whom these stand.
 * @param {Model} model
 * @param {number} view
 */
function namedBy(model, view) {
  const views = namedByView.get(model) ?? new Map();
  namedByView.set(model, views);
  /** @type {Set<string>} */
  const named = views.get(view) ?? new Set();
  if (views.has(view)) return named;
  for (const statement of model.statements) {
    if (!statement.views.includes(view)) continue;
    const { from, to, with: along = [], against = [], excluding = [], benefiting = [] } = statement;
    for (const actor of [...from, ...to, ...along, ...against, ...excluding, ...benefiting]) named.add(actor);
  }
  for (const actor of named) for (const member of model.members(actor)) named.add(member);
  for (const actor of named) for (const larger of largerThan(model, actor)) named.add(larger);
  views.set(view, named);
  return named;
}

/**
 * For whom an actor stands, and what it belongs to.
 * @param {Model} model
 * @param {string} actor
 */
function largerThan(model, actor) {
  const { stands_for = [], part_of = [] } = model.actors.get(actor) ?? {};
  return [stands_for, part_of].flat();
}

/**
 * What the views at hand say of a pair against each other, or of those for whom the two stand: contradictions first.
 * @param {Model} model
 * @param {string} level
 * @param {string} key
 * @returns {Compared[]}
 */
export function comparedOn(model, level, key) {
  const rank = (/** @type {Compared} */ { dyad }) => VERDICTS.indexOf(dyad.verdict);
  const compared = model.levels.get(level);
  const own = compared?.dyads.get(key) ?? [];
  return [...own, ...(compared?.through.get(key) ?? [])].sort((a, b) => rank(a) - rank(b));
}

/**
 * Of whom a verdict is, where that are not the two of a pair but those for whom they stand.
 * @param {Model} model
 * @param {Compared} compared
 * @param {string} key
 */
export function verdictOwner(model, { dyad }, key) {
  if (pairKey(...dyad.actors) === key) return null;
  const [a, b] = dyad.actors.map((actor) => model.name(actor));
  return t('panel-verdict-of', { a, b });
}

/** @type {WeakMap<object, Map<string, number[]>>} */
const pairStatements = new WeakMap();

/**
 * All statements on a pair at a level, hidden or not.
 * @param {Model} model
 * @param {string} level
 * @param {string} key
 */
export function statementsOn(model, level, key) {
  const at = model.levels.get(level);
  if (!at) return [];
  let known = pairStatements.get(at);
  if (!known) {
    known = new Map();
    for (const [index, keys] of at.keys.entries()) {
      for (const each of new Set(keys)) {
        const others = known.get(each);
        if (others) others.push(index);
        else known.set(each, [index]);
      }
    }
    pairStatements.set(at, known);
  }
  return known.get(key) ?? [];
}

/**
 * The pairs that a statement relates at a level, each once.
 * @param {Model} model
 * @param {string} level
 * @param {number} index
 */
export function pairsOf(model, level, index) {
  const pairs = model.levels.get(level)?.pairs[index] ?? [];
  return [...new Map(pairs.map((pair) => [pairKey(...pair), pair])).values()];
}

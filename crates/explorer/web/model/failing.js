// In how many ways a statement or a position fails a state, and what is counted of those that fail in none or in one.

/** @typedef {import('./selection.js').Count} Count */
/** @typedef {import('./state.js').State} State */

/** A bit for each way to fail. */
export const SWITCHES = 1;
export const YEARS = 2;
export const STRENGTH = 4;
export const ALIKE = 8;
export const UNREAD = 16;
/** The dimensions have the bits from here on, in their order; the two that look at a pair come last. */
export const FIRST_DIMENSION = 32;

/**
 * The bits of the years and the strength.
 * @param {{years?: [number | null, number | null][], strength: number}} said
 * @param {State} state
 */
export function weighed({ years, strength }, state) {
  return (inYears(years, state) ? 0 : YEARS) | (strength < state.strength ? STRENGTH : 0);
}

/**
 * Who holds it, as values to filter by.
 * @param {{holders?: import('./data.d.ts').Holder[]}} said
 */
export function holdersOf({ holders = [] }) {
  return holders.map((holder) => ('actor' in holder ? holder.actor : `"${holder.label}`));
}

/**
 * Whether a period meets the years that are wanted; what is undated always does.
 * @param {[number | null, number | null][] | undefined} years
 * @param {State} state
 */
function inYears(years, state) {
  if (!years) return true;
  return years.some(([first, last]) => {
    const begun = state.to === null || first === null || first <= state.to;
    return begun && (state.from === null || last === null || last >= state.from);
  });
}

/**
 * @param {Map<string, Count>} counts
 * @param {string[]} values
 * @param {keyof Count} what
 */
export function tally(counts, values, what) {
  for (const value of values) {
    const count = counts.get(value) ?? { within: 0, beyond: 0, positions: 0 };
    counts.set(value, count);
    count[what] += 1;
  }
}

// In which order a matrix puts its actors: always the same for the same selection.

/**
 * @typedef {object} Bonds
 * @property {string[]} actors
 * @property {(actor: string) => number} degree how many statements
 * @property {(one: string, other: string) => number} net positive less negative statements
 */

/** So many of those placed before have a say in who comes next. */
const NEIGHBOURS = 4;

/**
 * @param {string} how camps, degree or name
 * @param {Bonds} bonds
 * @param {(actor: string) => string} label
 */
export function ordered(how, bonds, label) {
  const byName = [...bonds.actors].sort((a, b) => label(a).localeCompare(label(b)) || (a < b ? -1 : 1));
  if (how === 'name') return byName;
  const byDegree = byName.sort((a, b) => bonds.degree(b) - bonds.degree(a));
  return how === 'degree' ? byDegree : campOrder(byDegree, bonds);
}

/**
 * Friends beside each other: next comes who is closest to the last few, or who has most ties if nobody is.
 * O(actors squared).
 * @param {string[]} byDegree
 * @param {Bonds} bonds
 */
function campOrder(byDegree, { net }) {
  const left = new Set(byDegree);
  /** @type {string[]} */
  const placed = [];
  while (left.size > 0) {
    const last = placed.slice(-NEIGHBOURS).reverse();
    let [best, most] = ['', Number.NEGATIVE_INFINITY];
    for (const actor of left) {
      const near = last.reduce((sum, other, steps) => sum + net(actor, other) / 2 ** steps, 0);
      if (near > most) [best, most] = [actor, near];
    }
    placed.push(best);
    left.delete(best);
  }
  return placed;
}

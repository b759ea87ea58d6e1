// Through a picture by arrow keys: one stop for the tabulator, from which each arrow goes to the nearest mark that way.

import { boxOfLine, boxOfPlace } from './geometry.js';

/** @typedef {import('./picture.js').Drawn} Drawn */
/** @typedef {import('./picture.js').Line} Line */
/** @typedef {import('./picture.js').Spot} Spot */
/** @typedef {{mark: Line | Spot, x: number, y: number}} Stop */

const WAYS = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/**
 * Actors and lines that are seen, with their middles.
 * @param {Drawn} drawn
 * @returns {Stop[]}
 */
function stopsOf(drawn) {
  const spots = [...drawn.spots.values()].filter((spot) => !spot.gone && !spot.ghost);
  const lines = drawn.lines.filter((line) => !line.gone && line.element);
  return [...spots, ...lines].flatMap((mark) => {
    const box = mark.kind === 'actor' ? boxOfPlace(mark.place) : boxOfLine(mark);
    return box ? [{ mark, x: box.x + box.width / 2, y: box.y + box.height / 2 }] : [];
  });
}

/**
 * The nearest mark in a direction, what lies straight ahead first.
 * @param {Drawn} drawn
 * @param {Line | Spot} from
 * @param {string} key
 * @returns {Line | Spot | null}
 */
export function nextMark(drawn, from, key) {
  const way = WAYS.get(key);
  const stops = stopsOf(drawn);
  const here = stops.find((stop) => stop.mark === from);
  if (!way || !here) return null;
  /** @type {Stop | null} */
  let best = null;
  let least = Number.POSITIVE_INFINITY;
  for (const stop of stops) {
    const [across, down] = [stop.x - here.x, stop.y - here.y];
    const ahead = across * way[0] + down * way[1];
    const aside = Math.abs(across * way[1]) + Math.abs(down * way[0]);
    if (ahead <= 0 || aside > ahead * 2) continue;
    const cost = ahead + aside * 1.5;
    if (cost < least) [best, least] = [stop, cost];
  }
  return best?.mark ?? null;
}

/**
 * The one mark that the tabulator stops at: that which was, if it is still seen, else the actor with most lines.
 * @param {Drawn | undefined} drawn
 * @param {Line | Spot | null} before
 * @returns {Line | Spot | null}
 */
export function firstMark(drawn, before) {
  if (!drawn) return null;
  const known =
    before?.kind === 'actor' ? drawn.spots.get(before.id) === before : before && drawn.lines.includes(before);
  if (before && known && !before.gone) return before;
  /** @type {Spot | null} */
  let best = null;
  for (const spot of drawn.spots.values()) {
    if (!spot.gone && !spot.ghost && spot.lines > (best?.lines ?? -1)) best = spot;
  }
  return best;
}

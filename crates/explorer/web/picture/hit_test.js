// Which line is nearest to a point: lines are too thin to be met, and were they broad, they would lie over one another.

import { controlsOf } from './geometry.js';

/** @typedef {import('./picture.js').Drawn} Drawn */
/** @typedef {import('./picture.js').Line} Line */
/** @typedef {{points: [number, number][], left: number, right: number, top: number, bottom: number}} Curve */

/** So many straight pieces stand for a curve. */
const PIECES = 12;

/**
 * A line as straight pieces.
 * @param {Line} line
 * @returns {Curve | null}
 */
function curveOf(line) {
  const controls = controlsOf(line);
  if (!controls) return null;
  const [x0, y0, x1, y1, x2, y2] = controls;
  /** @type {[number, number][]} */
  const points = [];
  for (let piece = 0; piece <= PIECES; piece += 1) {
    const [t, s] = [piece / PIECES, 1 - piece / PIECES];
    points.push([s * s * x0 + 2 * s * t * x1 + t * t * x2, s * s * y0 + 2 * s * t * y1 + t * t * y2]);
  }
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    points,
    left: Math.min(...across),
    right: Math.max(...across),
    top: Math.min(...down),
    bottom: Math.max(...down),
  };
}

/** @type {WeakMap<Line, Curve | null>} */
const curves = new WeakMap();

/**
 * The nearest of the lines that are shown, if it comes near enough.
 * @param {Drawn} drawn
 * @param {{x: number, y: number}} at in the picture
 * @param {number} within
 * @returns {Line | null}
 */
export function nearestLine({ lines }, at, within) {
  /** @type {Line | null} */
  let nearest = null;
  let least = within;
  for (const line of lines) {
    if (line.gone) continue;
    if (!curves.has(line)) curves.set(line, curveOf(line));
    const curve = curves.get(line);
    if (!curve || at.x < curve.left - least || at.x > curve.right + least) continue;
    if (at.y < curve.top - least || at.y > curve.bottom + least) continue;
    const far = distanceTo(curve, at);
    if (far < least) [nearest, least] = [line, far];
  }
  return nearest;
}

/**
 * @param {Curve} curve
 * @param {{x: number, y: number}} at
 */
function distanceTo({ points }, at) {
  let least = Number.POSITIVE_INFINITY;
  for (let end = 1; end < points.length; end += 1) {
    const [[x0, y0], [x1, y1]] = [points[end - 1], points[end]];
    const [across, down] = [x1 - x0, y1 - y0];
    const along = ((at.x - x0) * across + (at.y - y0) * down) / (across * across + down * down || 1);
    const part = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(x0 + part * across - at.x, y0 + part * down - at.y));
  }
  return least;
}

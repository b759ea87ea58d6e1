// Where lines end: at the edge of their actors, also when these have grown; arrowheads go with the ends.

import { controlsOf } from './geometry.js';

/** @typedef {import('../model/data.d.ts').Placed} Placed */
/** @typedef {import('./geometry.js').Controls} Controls */
/** @typedef {import('./picture.js').Drawn} Drawn */
/** @typedef {import('./picture.js').Line} Line */
/** @typedef {import('./picture.js').Spot} Spot */
/** @typedef {{x: number, y: number}} Point */
/** @typedef {{element: SVGElement, atEnd: boolean}} Head */

/** No end gives way by more than this part of its line; it is looked for in so many steps. */
const MOST_CUT = 0.4;
const STEPS = 24;
const HALVINGS = 6;

/** @type {WeakMap<Line, Head[]>} */
const heads = new WeakMap();
/** By how much its actors had grown when a line was last cut. @type {WeakMap<Line, string>} */
const cutFor = new WeakMap();

/**
 * Cuts the lines that are shown, so that none ends under an actor.
 * @param {Drawn} drawn
 */
export function cutLines({ lines, spots }) {
  for (const line of lines) {
    const [from, to] = [spots.get(line.tie.from), spots.get(line.tie.to)];
    if (line.gone || !from || !to) continue;
    const grown = `${from.grow} ${to.grow}`;
    if ((cutFor.get(line) ?? '1 1') === grown) continue;
    cutFor.set(line, grown);
    const controls = controlsOf(line);
    if (!controls) continue;
    const [start, end] = actorsAt(controls, from, to);
    cutLine(line, controls, cutBefore(controls, start, false), cutBefore(controls, end, true));
  }
}

/**
 * The actor at the start of a curve, and that at its end.
 * @param {Controls} controls
 * @param {Spot} from
 * @param {Spot} to
 */
function actorsAt(controls, from, to) {
  const start = pointAt(controls, 0);
  return outside(start, from.place) <= outside(start, to.place) ? [from, to] : [to, from];
}

/**
 * How far out a point lies, 1 being the edge of the actor's box.
 * @param {Point} point
 * @param {Placed} place
 */
function outside(point, { x, y, width, height }) {
  return Math.max(Math.abs(point.x - x) / width, Math.abs(point.y - y) / height) * 2;
}

/**
 * The share of the curve at which an end stands as far out from its actor, grown, as it did before.
 * @param {Controls} controls
 * @param {Spot} spot
 * @param {boolean} atEnd
 */
function cutBefore(controls, { place, grow }, atEnd) {
  const at = (/** @type {number} */ cut) => pointAt(controls, atEnd ? 1 - cut : cut);
  const wanted = outside(at(0), place) * grow;
  let [inner, outer] = [0, 0];
  while (outer < MOST_CUT && outside(at(outer), place) < wanted) [inner, outer] = [outer, outer + MOST_CUT / STEPS];
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (inner + outer) / 2;
    if (outside(at(middle), place) < wanted) inner = middle;
    else outer = middle;
  }
  return atEnd ? 1 - outer : outer;
}

/**
 * @param {Controls} controls
 * @param {number} t
 * @returns {Point}
 */
function pointAt([x0, y0, x1, y1, x2, y2], t) {
  const s = 1 - t;
  return { x: s * s * x0 + 2 * s * t * x1 + t * t * x2, y: s * s * y0 + 2 * s * t * y1 + t * t * y2 };
}

/**
 * The direction of the curve, in degrees.
 * @param {Controls} controls
 * @param {number} t
 */
function turnAt([x0, y0, x1, y1, x2, y2], t) {
  const [across, down] = [(1 - t) * (x1 - x0) + t * (x2 - x1), (1 - t) * (y1 - y0) + t * (y2 - y1)];
  return (Math.atan2(down, across) * 180) / Math.PI;
}

/**
 * Draws the part of a line between two shares of it, and has its arrowheads follow.
 * @param {Line} line
 * @param {Controls} controls
 * @param {number} first
 * @param {number} last
 */
function cutLine(line, controls, first, last) {
  if (!heads.has(line)) heads.set(line, headsOf(line, controls));
  for (const { element, atEnd } of heads.get(line) ?? []) {
    const [was, is] = atEnd ? [1, last] : [0, first];
    const [old, now] = [pointAt(controls, was), pointAt(controls, is)];
    const turned = turnAt(controls, is) - turnAt(controls, was);
    const moved = `translate(${told(now.x)} ${told(now.y)}) rotate(${told(turned)}) translate(${-old.x} ${-old.y})`;
    if (was === is) element.removeAttribute('transform');
    else element.setAttribute('transform', moved);
  }
  const [start, end] = [pointAt(controls, first), pointAt(controls, last)];
  const [x0, y0, x1, y1, x2, y2] = controls;
  // The control point of the part: where the tangents at its ends meet.
  const between = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ c) =>
    (1 - first) * ((1 - last) * a + last * b) + first * ((1 - last) * b + last * c);
  const middle = { x: between(x0, x1, x2), y: between(y0, y1, y2) };
  const text = [start, middle, end].map(({ x, y }) => `${told(x)},${told(y)}`);
  const d = `M${text[0]}Q${text[1]} ${text[2]}`;
  for (const path of line.element?.querySelectorAll('path[d]') ?? [])
    if (path.getAttribute('d')?.includes('Q')) path.setAttribute('d', d);
}

/** @param {number} length */
function told(length) {
  return Math.round(length * 10) / 10;
}

/**
 * What is drawn at the ends of a line, with which of them it belongs to.
 * @param {Line} line
 * @param {Controls} controls
 * @returns {Head[]}
 */
function headsOf({ element }, controls) {
  const [start, end] = [pointAt(controls, 0), pointAt(controls, 1)];
  return [...(element?.children ?? [])].flatMap((child) => {
    const written = child.getAttribute('d') ?? child.getAttribute('points') ?? '';
    if (written.includes('Q')) return [];
    const [x, y] = child.hasAttribute('cx')
      ? [Number(child.getAttribute('cx')), Number(child.getAttribute('cy'))]
      : (written.match(/-?[\d.]+/g) ?? []).map(Number);
    const atEnd = Math.hypot(x - end.x, y - end.y) < Math.hypot(x - start.x, y - start.y);
    return [{ element: /** @type {SVGElement} */ (child), atEnd }];
  });
}

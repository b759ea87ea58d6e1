// Which labels can grow in a picture seen from afar: those that cover no actor and no other label, else their signs.

import { boxOfPlace } from './geometry.js';

/** @typedef {import('./camera.js').Box} Box */
/** @typedef {import('./picture.js').Drawn} Drawn */
/** @typedef {import('./picture.js').Line} Line */
/** @typedef {{x: number, y: number, box: Box, sign: Box}} Pin where a label sits on its line, it and its sign */

/** @type {WeakMap<Element, Pin | null>} */
const pins = new WeakMap();

/**
 * The badge of a label sits on its line; it grows about the middle of that.
 * @param {SVGElement} label
 * @returns {Pin | null}
 */
function pinOf(label) {
  const known = pins.get(label);
  if (known !== undefined) return known;
  const moved = label.firstElementChild?.getAttribute('transform')?.match(/translate\(([-\d.]+),([-\d.]+)\)/);
  const rects = [...label.querySelectorAll('rect')].map((rect) => {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name)));
    return { x: x + Number(moved?.[1]), y: y + Number(moved?.[2]), width, height };
  });
  const badge = rects.at(-1);
  if (!moved || !badge) {
    pins.set(label, null);
    return null;
  }
  const [left, top] = [Math.min(...rects.map(({ x }) => x)), Math.min(...rects.map(({ y }) => y))];
  const right = Math.max(...rects.map(({ x, width }) => x + width));
  const bottom = Math.max(...rects.map(({ y, height }) => y + height));
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  const pin = { x: badge.x + badge.width / 2, y: badge.y + badge.height / 2, box, sign: badge };
  label.style.setProperty('transform-origin', `${pin.x}px ${pin.y}px`);
  pins.set(label, pin);
  return pin;
}

/**
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 * @param {number} factor
 * @returns {Box}
 */
function grownBox(box, x, y, factor) {
  const { width, height } = box;
  return { x: x + (box.x - x) * factor, y: y + (box.y - y) * factor, width: width * factor, height: height * factor };
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function meet(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * Gives room to labels, one after the other. Those for which there is none stay as they are, but that their signs, whose
 * words are hidden, grow if they can.
 * @param {Drawn} drawn
 * @param {number} factor
 */
export function makeRoom(drawn, factor) {
  const isSeen = (/** @type {Line} */ { label, gone }) => label && !gone && !label.classList.contains('far');
  const seen = factor > 1 ? drawn.lines.filter(isSeen) : [];
  const key = `${factor} ${drawn.small} ${drawn.grow} ${seen.map(({ label }) => label?.dataset.id).join()}`;
  if (key === drawn.roomFor) return;
  drawn.roomFor = key;
  for (const label of drawn.roomy) label.classList.remove('roomy', 'signed');
  drawn.roomy = [];
  if (seen.length === 0) return;
  /** @type {Box[]} */
  const taken = [];
  for (const { place, gone, element, grow } of drawn.spots.values()) {
    const box = boxOfPlace(place);
    if (box && !gone && !element.classList.contains('far')) taken.push(grownBox(box, place.x, place.y, grow));
  }
  const waiting = new Set(seen.flatMap(({ label }) => (label && pinOf(label)) ?? []));
  for (const { label } of seen) {
    const pin = label && pinOf(label);
    if (!pin) continue;
    const others = [...waiting].filter((other) => other !== pin).map(({ box, sign }) => (drawn.small ? sign : box));
    const wanted = drawn.small ? [pin.box, pin.sign] : [pin.box];
    const grown = wanted.map((box) => grownBox(box, pin.x, pin.y, factor));
    const fits = grown.findIndex((box) => ![...taken, ...others].some((other) => meet(box, other)));
    if (fits < 0) continue;
    taken.push(grown[fits]);
    waiting.delete(pin);
    label.classList.add(fits === 0 ? 'roomy' : 'signed');
    drawn.roomy.push(label);
  }
}

// What comes packed with the page: its data, and the drawings that are not shown at once, which are parsed one by one.

import { byId } from '../view/dom.js';

/** Stands around the number of a part; no drawing has it. Made of its number, so that no control character stands in the bundle. */
const MARK = String.fromCharCode(1);

const drawings = {
  /** @type {string[] | null} */
  texts: null,
  /** What marks of several drawings have in common: its number stands between two MARKs. @type {string[]} */
  parts: [],
  /** @type {Promise<string[]> | null} */
  unpacking: null,
};

/** Whether `drawing` can answer at once. */
export function areUnpacked() {
  return drawings.texts !== null;
}

/** Unpacks all drawings; again and again it is done once. */
export function unpacked() {
  drawings.unpacking ??= unpack('drawings').then(([parts, list]) => {
    drawings.parts = parts;
    drawings.texts = list;
    return /** @type {string[]} */ (drawings.texts);
  });
  return drawings.unpacking;
}

/**
 * A drawing as an element of this page. What it holds was written by the core, and markup in names is text there.
 * @param {number} index
 * @returns {SVGSVGElement | null}
 */
export function drawing(index) {
  const text = drawings.texts?.[index];
  if (text === undefined) return null;
  const pieces = text.split(MARK).map((piece, place) => (place % 2 === 1 ? drawings.parts[Number(piece)] : piece));
  const root = new DOMParser().parseFromString(pieces.join(''), 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') throw new Error(`drawing ${index} cannot be read`);
  return /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.adoptNode(root)));
}

/**
 * How high a drawing is, without parsing it.
 * @param {number} index
 */
export function drawnHeight(index) {
  return Number(drawings.texts?.[index]?.match(/viewBox="0 0 [\d.]+ ([\d.]+)"/)?.[1] ?? 0);
}

/**
 * The JSON that an element holds as base64 of a zlib stream.
 * @param {string} id
 * @returns {Promise<any>}
 */
export async function unpack(id) {
  const binary = atob(byId(id).textContent.trim());
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).json();
}

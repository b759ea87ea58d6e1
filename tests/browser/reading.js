// What is to be seen on the explorer page: lines and actors of the graph, rows, cells, boxes on the screen.

import assert from 'node:assert/strict';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {import('./visit.js').Box} Box */

/** The pictures that are shown: not legends, and not pictures that wait to be shown again. */
export const PICTURES = '#stage .shown > svg.picture';

/**
 * The lines that are visible, by the numbers of their drawing, picture by picture.
 * @param {Visit} visit
 * @returns {Promise<number[][]>}
 */
export async function visibleTies(visit) {
  return numbered(visit, 'tie-');
}

/**
 * The numbers of what is visible under a kind of name, picture by picture.
 * @param {Visit} visit
 * @param {'tie-' | 'label-'} kind
 */
async function numbered(visit, kind) {
  return visit.all(
    PICTURES,
    (pictures, kind) =>
      pictures
        .filter((picture) => picture.checkVisibility({ visibilityProperty: true }) && picture.getClientRects().length > 0)
        .map((picture) =>
          [...picture.querySelectorAll(`[data-id^="${kind}"]`)]
            .filter((mark) => mark.checkVisibility({ visibilityProperty: true }) && mark.getClientRects().length > 0)
            .map((mark) => Number(mark.getAttribute('data-id')?.slice(kind.length)))
            .sort((a, b) => a - b),
        ),
    kind,
  );
}

/**
 * Where the visible actors of each picture stand on the screen, by id.
 * @param {Visit} visit
 * @returns {Promise<Record<string, Box>[]>}
 */
export async function actorBoxes(visit) {
  return visit.all(PICTURES, (pictures) =>
    pictures
      .filter((picture) => picture.checkVisibility({ visibilityProperty: true }) && picture.getClientRects().length > 0)
      .map((picture) =>
        Object.fromEntries(
          [...picture.querySelectorAll('[data-actor]')]
            .filter((mark) => mark.checkVisibility({ visibilityProperty: true }) && mark.getClientRects().length > 0)
            .map((mark) => {
              const { x, y, width, height } = mark.getBoundingClientRect();
              return [mark.getAttribute('data-actor') ?? '', { x, y, width, height }];
            }),
        ),
      ),
  );
}

/**
 * Fails if an actor that both know stands elsewhere.
 * @param {Record<string, Box>} before
 * @param {Record<string, Box>} after
 * @param {string} what
 */
export function assertNoneMoved(before, after, what) {
  const middle = (/** @type {Box} */ box) => [box.x + box.width / 2, box.y + box.height / 2];
  let shared = 0;
  for (const [actor, box] of Object.entries(before)) {
    const now = after[actor];
    if (!now) continue;
    shared += 1;
    const [[x, y], [toX, toY]] = [middle(box), middle(now)];
    assert.ok(Math.hypot(toX - x, toY - y) < 1, `${what}: ${actor} moves from ${x},${y} to ${toX},${toY}`);
  }
  assert.ok(shared > 0, `${what}: no actor is in both`);
}

/**
 * The first numbers in a text: `12 of 462 statements` gives 12 and 462.
 * @param {string} text
 */
export function numbersIn(text) {
  return (text.replace(/(\d)[,.\u202f\u00a0'’](?=\d{3}\b)/g, '$1').match(/\d+/g) ?? []).map(Number);
}

/**
 * The selector of what is drawn for a line, in the first picture.
 * @param {number} number
 */
export function tie(number) {
  return `${PICTURES} [data-id="tie-${number}"]`;
}

/**
 * The selector of an actor in the first picture.
 * @param {string} id
 */
export function actor(id) {
  return `${PICTURES} [data-actor="${id.replace(/["\\]/g, '\\$&')}"]`;
}

/**
 * The selector of a value of a filter.
 * @param {string} dimension
 * @param {string} value
 */
export function choice(dimension, value) {
  const plain = value.replace(/["\\]/g, '\\$&');
  return `input[type="checkbox"][data-dim="${dimension}"][value="${plain}"]`;
}

/**
 * Opens the part of a filter that is folded.
 * @param {Visit} visit
 * @param {string} dimension
 */
export async function unfoldFilter(visit, dimension) {
  const details = `details[data-dim="${dimension}"]`;
  if ((await visit.attribute(details, 'open')) === null) await visit.click(`${details} > summary`);
}

/**
 * Chooses a value of a filter, or gives it up.
 * @param {Visit} visit
 * @param {string} dimension
 * @param {string} value
 */
export async function choose(visit, dimension, value) {
  await unfoldFilter(visit, dimension);
  await visit.click(choice(dimension, value));
}

/**
 * What a filter says a value would leave.
 * @param {Visit} visit
 * @param {string} dimension
 * @param {string} value
 */
export async function countShown(visit, dimension, value) {
  return visit.page.$eval(choice(dimension, value), (input) => {
    const output = input.closest('label, li, div')?.querySelector('output') ?? null;
    return output?.textContent?.trim() ?? null;
  });
}

/**
 * The positions that a part of the page has open, by their places.
 * @param {Visit} visit
 * @param {string} part
 */
export async function toldPositions(visit, part) {
  const places = await visit.all(`${part} [data-position]`, (cards) =>
    cards.filter((card) => card.checkVisibility() && card.getClientRects().length > 0).map((card) => Number(card.getAttribute('data-position'))),
  );
  return places.sort((a, b) => a - b);
}

// Parts of a picture: where an actor, a line, what is chosen or a neighbourhood stand in it.

/** @typedef {import('./camera.js').Box} Box */
/** @typedef {import('../model/data.d.ts').Placed} Placed */
/** @typedef {import('./picture.js').Drawn} Drawn */
/** @typedef {import('./picture.js').Line} Line */
/** Start, control point and end of a line: each is drawn as one quadratic curve. @typedef {number[]} Controls */

/**
 * @param {Placed | undefined} place
 * @returns {Box | null}
 */
export function boxOfPlace(place) {
  if (!place) return null;
  const { x, y, width, height } = place;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/**
 * Where a line is pointed at: its label if that is shown, else all of it.
 * @param {Line} line
 */
export function boxOfLine({ label, element, gone }) {
  if (gone) return null;
  const boxes = [label, element].map((part) => /** @type {SVGGraphicsElement | null} */ (part)?.getBBox());
  const box = boxes.find((each) => each && each.width + each.height > 0);
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
}

/** @type {WeakMap<Line, Controls | null>} */
const known = new WeakMap();

/**
 * A line as the core drew it, whatever was cut off since.
 * @param {Line} line
 * @returns {Controls | null}
 */
export function controlsOf(line) {
  const before = known.get(line);
  if (before !== undefined) return before;
  const written = line.element?.querySelector('path[d]')?.getAttribute('d') ?? '';
  const numbers = (written.match(/-?[\d.]+/g) ?? []).map(Number);
  const controls = written.includes('Q') && numbers.length === 6 ? numbers : null;
  known.set(line, controls);
  return controls;
}

/**
 * The least box that holds some.
 * @param {Box[]} boxes at least one
 * @returns {Box}
 */
export function unitedBox(boxes) {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/**
 * The part that is left of a picture.
 * @param {Drawn} drawn
 */
export function leftPart({ lines, spots }) {
  const boxes = [...spots.values()].flatMap((spot) => (spot.gone ? [] : (boxOfPlace(spot.place) ?? [])));
  const labels = lines.flatMap((line) => boxOfLine(line) ?? []);
  return boxes.length === 0 ? null : unitedBox([...boxes, ...labels]);
}

/**
 * The part that an actor and all near it take.
 * @param {Drawn} drawn
 * @param {string} focus
 */
export function neighbourhoodOf({ lines, spots }, focus) {
  if (!spots.has(focus)) return null;
  const near = new Set([focus]);
  for (const { tie, gone } of lines)
    if (!gone && (tie.from === focus || tie.to === focus)) near.add(tie.from).add(tie.to);
  return unitedBox([...near].flatMap((id) => boxOfPlace(spots.get(id)?.place) ?? []));
}

/**
 * The lines of a pair or of a statement.
 * @param {{lines: Line[]}} drawn
 * @param {string} at
 */
export function linesAt({ lines }, at) {
  if (!at.startsWith('statement:')) return lines.filter(({ key }) => key === at);
  const statement = Number(at.slice(10));
  return lines.filter(({ tie }) => tie.statements.includes(statement));
}

/**
 * The parts that a selection takes, if it is seen, the more wanted first: an actor; a line with both its actors, or its
 * label.
 * @param {Drawn} drawn
 * @param {string} at
 * @returns {Box[]}
 */
export function chosenParts({ lines, spots }, at) {
  const place = (/** @type {string} */ id) => boxOfPlace(spots.get(id)?.place) ?? [];
  if (at.startsWith('actor:')) return [place(at.slice(6))].flat();
  const line = linesAt({ lines }, at).find(({ gone }) => !gone);
  const label = line && boxOfLine(line);
  return label ? [unitedBox([label, place(line.tie.from), place(line.tie.to)].flat()), label] : [];
}

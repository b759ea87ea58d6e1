// Parts of a picture: where an actor, a line, what is chosen or a neighbourhood stand in it.

/** @typedef {import('./camera.js').Box} Box */
/** @typedef {import('./data.js').Placed} Placed */
/** @typedef {import('./picture.js').Drawn} Drawn */
/** @typedef {import('./picture.js').Line} Line */

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
 * Where a line is pointed at: its label, else all of it.
 * @param {Line} line
 */
export function boxOfLine(line) {
  const element = /** @type {SVGGraphicsElement | null} */ (line.label ?? line.element);
  if (!element || line.gone) return null;
  const { x, y, width, height } = element.getBBox();
  return { x, y, width, height };
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
 * The parts that a selection takes, if it is seen, the more wanted first: an actor; a line with both its actors, or its
 * label.
 * @param {Drawn} drawn
 * @param {string} at
 * @returns {Box[]}
 */
export function chosenParts({ lines, spots }, at) {
  const place = (/** @type {string} */ id) => boxOfPlace(spots.get(id)?.place) ?? [];
  if (at.startsWith('actor:')) return [place(at.slice(6))].flat();
  const statement = at.startsWith('statement:') ? Number(at.slice(10)) : null;
  const line = lines.find(({ key, gone, tie }) => {
    return !gone && (key === at || (statement !== null && tie.statements.includes(statement)));
  });
  const label = line && boxOfLine(line);
  return label ? [unitedBox([label, place(line.tie.from), place(line.tie.to)].flat()), label] : [];
}

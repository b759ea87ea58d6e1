// The legend below the pictures, as wide as there is room.

import { byId, fill } from './dom.js';
import { drawing, drawnHeight } from './drawings.js';

/** The legend that is as wide as a page needs this much room. */
const WIDE = 760;
/** What is left free on both sides of it. */
const LEGEND_MARGIN = 12;

/**
 * Shows a picture's legend. The place for it is as high as the highest that another mode has, so that nothing moves.
 * @param {import('./data.js').Model} model
 * @param {import('./data.js').Picture} picture
 * @param {number} room
 */
export function showLegend(model, picture, room) {
  const place = byId('legend');
  const which = room >= WIDE ? 0 : 1;
  const index = picture.legends[which];
  if (place.dataset.drawing === `${index} ${room}`) return;
  const legend = drawing(index);
  if (!legend) return;
  place.dataset.drawing = `${index} ${room}`;
  const { width } = legend.viewBox.baseVal;
  legend.setAttribute('width', String(width));
  fill(place, legend);
  const { level, keeps } = picture;
  const modes = model.document.pictures.filter((each) => each.level === level && each.keeps === keeps);
  const highest = Math.max(...modes.map(({ legends }) => drawnHeight(legends[which])));
  const shrunk = Math.min(1, (room - 2 * LEGEND_MARGIN) / width);
  place.style.setProperty('--high', `${Math.ceil(highest * shrunk)}px`);
}

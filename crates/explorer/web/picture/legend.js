// The legend below the pictures, as wide as there is room.

import { byId, fill } from '../view/dom.js';
import { drawing, drawnHeight } from './drawings.js';

/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/data.d.ts').Picture} Picture */

/** The legend that is as wide as a page needs this much room. */
const WIDE = 760;
/** What is left free on both sides of it. */
const LEGEND_MARGIN = 12;

/**
 * The wide and the narrow legend of pictures that are shown together, in the language of the page: those side by side have one in common.
 * @param {Model} model
 * @param {Picture[]} pictures at least one
 */
export function legendsOf(model, pictures) {
  const [first, ...others] = pictures;
  const apart = others.length > 0 ? likePictures(model, first).find((picture) => picture.legends_apart) : undefined;
  const { lang } = document.documentElement;
  return (apart?.legends_apart ?? first.legends)[lang];
}

/**
 * The pictures of the other modes that draw the same statements at the same level, and the picture itself.
 * @param {Model} model
 * @param {Picture} picture
 */
function likePictures({ document }, { level, keeps }) {
  return document.pictures.filter((each) => each.level === level && each.keeps === keeps);
}

/**
 * Shows the legend. The place for it is as high as the highest that another mode has, so that nothing moves.
 * @param {Model} model
 * @param {Picture[]} pictures
 * @param {number} room
 */
export function showLegend(model, pictures, room) {
  const place = byId('legend');
  const which = room >= WIDE ? 0 : 1;
  const index = legendsOf(model, pictures)[which];
  if (place.dataset.drawing === `${index} ${room}`) return;
  const legend = drawing(index);
  if (!legend) return;
  place.dataset.drawing = `${index} ${room}`;
  const { width } = legend.viewBox.baseVal;
  legend.setAttribute('width', String(width));
  fill(place, legend);
  const like = likePictures(model, pictures[0]).map((picture) => legendsOf(model, [picture])[which]);
  const highest = Math.max(...like.map(drawnHeight));
  const shrunk = Math.min(1, (room - 2 * LEGEND_MARGIN) / width);
  place.style.setProperty('--high', `${Math.ceil(highest * shrunk)}px`);
}

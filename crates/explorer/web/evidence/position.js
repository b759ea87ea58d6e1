// A position with everything that was coded of it: the answer, by whom, where, on which grounds, and what follows.

import { t } from '../i18n/texts.js';
import { answerOf, senseOf } from '../model/issues.js';
import { h } from '../view/dom.js';
import { opensEvidence, standMark, voiceText } from '../view/format.js';
import { contextFields, fieldList, foldedFields, marksOf, placesOf, stepsBack, stepTo, voiceFields } from './record.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/data.d.ts').Position} Position */

/**
 * A position as a card.
 * @param {TheApp} app
 * @param {number} at
 * @param {{whole?: boolean}} [how] whole: nothing is folded
 */
export function positionCard(app, at, { whole = false } = {}) {
  const { model } = app;
  const position = model.positions[at];
  const told = voiceText(model, position);
  const marks = marksOf(model, position).filter(Boolean);
  const hidden = app.selection.keptPositions[at] === 0;
  return h(
    'div',
    { class: hidden && !whole ? 'statement left-out' : 'statement', 'data-position': at },
    hidden && !whole && h('p', { class: 'hidden-note' }, t('statement-hidden')),
    h('p', { class: 'sentence' }, answerMark(model, position)),
    told && h('p', { class: 'voice' }, told),
    position.condition && h('p', {}, `${t('field-condition')}: ${position.condition}`),
    position.gloss && h('p', { class: 'gloss' }, position.gloss),
    marks.length > 0 && h('ul', { class: 'marks', 'aria-label': t('statement-marks') }, marks),
    placesOf(model, position),
    reasonsOf(app, at),
    whole ? fieldsOf(model, position) : foldedFields(app, `position:${at}`, () => fieldsOf(model, position)),
  );
}

/**
 * The answer of a position, as its first view gives it.
 * @param {Model} model
 * @param {Position} position
 */
export function answerMark(model, position) {
  const { answer, views } = position;
  const stand = { answer, label: answerOf(model, position), positions: [], ...senseOf(model, position) };
  return standMark(stand, views[0]);
}

/**
 * One position whole, with its question and the way to all that is answered.
 * @param {TheApp} app
 * @param {number} at
 */
export function positionParts(app, at) {
  const { model, selection } = app;
  const { issue } = model.positions[at];
  const go = { ...opensEvidence(app, `issue:${issue}`), class: null };
  return [
    h('h2', { tabindex: -1 }, model.issues.get(issue)?.question ?? issue),
    selection.keptPositions[at] === 0 && h('p', { class: 'note' }, t('panel-this-hidden')),
    positionCard(app, at, { whole: true }),
    h('p', { class: 'buttons' }, h('button', go, t('panel-all-answers'))),
  ];
}

/**
 * Its reasons and conclusions, and the positions of which it is one; each is a way to go on.
 * @param {TheApp} app
 * @param {number} at
 */
function reasonsOf(app, at) {
  const { rests_on = [], so = [] } = app.model.positions[at];
  const all = [
    ...rests_on.map((reason) => stepTo(app, 'reason-rests-on', reason)),
    ...so.map((reason) => stepTo(app, 'reason-so', reason)),
    ...stepsBack(app, `position:${at}`),
  ];
  return all.length > 0 && h('ul', { class: 'links', 'aria-label': t('position-reasons') }, all);
}

/**
 * Every field that has no place of its own above.
 * @param {Model} model
 * @param {Position} position
 */
function fieldsOf(model, position) {
  return fieldList([...voiceFields(position), ...contextFields(model, position)]);
}

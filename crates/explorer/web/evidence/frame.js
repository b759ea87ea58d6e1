// What the panel tells of a frame: the positions that rest on it, and the statements that belong to it.

import { t } from '../i18n/texts.js';
import { h } from '../view/dom.js';
import { viewName } from '../view/format.js';
import { stepsBack } from './record.js';
import { statementCard } from './statement.js';

/** @typedef {import('../app.js').TheApp} TheApp */

/**
 * @param {TheApp} app
 * @param {import('../model/data.d.ts').Frame} frame
 */
export function frameParts(app, { id, name, kind }) {
  const { model } = app;
  const back = stepsBack(app, `frame:${id}`);
  const own = model.statements.flatMap((statement, index) => (statement.frame === id ? [index] : []));
  const byView = model.views.flatMap((_, view) => {
    const said = own.filter((index) => model.statements[index].views.includes(view));
    if (said.length === 0) return [];
    const cards = said.map((index) => h('li', {}, statementCard(app, index)));
    return [h('h3', {}, viewName(model, view)), h('ul', { class: 'cards' }, cards)];
  });
  return [
    h('h2', { tabindex: -1 }, name),
    h('p', { class: 'note' }, t(`frame-kind-${kind}`)),
    back.length > 0 && h('ul', { class: 'links', 'aria-label': t('position-reasons') }, back),
    ...byView,
  ];
}

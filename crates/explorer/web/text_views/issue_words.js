// The issues of which something is left, in words: each with its verdict, and what each view answers.

import { besides } from '../evidence/issue_verdicts.js';
import { answerMark } from '../evidence/position.js';
import { t } from '../i18n/texts.js';
import { absence, isOfMore, issuesLeft, issueVerdictName, issueVerdictReason, standsOf } from '../model/issues.js';
import { h } from '../view/dom.js';
import { opensEvidence, viewName, voiceText } from '../view/format.js';
import { wayToEvidence } from './shared.js';

/** @typedef {import('../app.js').TheApp} TheApp */

/**
 * Sections of a text, contested issues first: what stands under each heading, and how many positions that tells.
 * @param {TheApp} app
 * @param {number[]} views
 */
export function issueSections(app, views) {
  const rows = issuesLeft(app, views);
  const heading = { size: 0, build: () => [h('h2', {}, t('form-issues'))] };
  const sections = rows.map(({ issue, compared }) => {
    const isShown = (/** @type {number} */ at) => app.selection.keptPositions[at] === 1;
    const said = views.map((view) => standsOf(app.model, issue, view, isShown).flatMap(({ positions }) => positions));
    const whole = isOfMore(app.model, issue, views, isShown);
    const sides = () => views.map((view, place) => positionsInWords(app, issue, view, said[place]));
    const build = () => [
      h('h3', {}, h('button', opensEvidence(app, `issue:${issue.id}`), issue.question)),
      ...(views.length === 2 ? compared : []).map((each) => issueInWords(app, each, whole)),
      h('div', { class: views.length === 2 ? 'sides' : null }, sides()),
    ];
    return { size: said.flat().length, build };
  });
  return sections.length === 0 ? [] : [heading, ...sections];
}

/**
 * @param {TheApp} app
 * @param {import('../model/document.js').IssueCompared} compared
 * @param {boolean} whole whether it rests on more than is shown
 */
function issueInWords({ model }, compared, whole) {
  const name = issueVerdictName(model, compared);
  const told = [issueVerdictReason(model, compared), ...besides(model, compared)];
  return h('p', { class: 'reason' }, `${name}. ${told.join(' ')}`, whole && ` ${t('issues-whole')}`);
}

/**
 * What a view answers; where nothing of it is shown, that this is no silence.
 * @param {TheApp} app
 * @param {import('../model/data.d.ts').Issue} issue
 * @param {number} view
 * @param {number[]} positions
 */
function positionsInWords(app, issue, view, positions) {
  const { model } = app;
  const why = positions.length === 0 ? absence(model, issue, view) : null;
  if (why === 'stand-silent') return null;
  const items = positions.map((at) => positionItem(app, at));
  const told = why ? h('p', { class: 'note' }, t(why)) : h('ul', { class: 'told' }, items);
  return h('div', {}, model.views.length > 1 && h('h4', {}, viewName(model, view)), told);
}

/**
 * A position: the answer, whose it is, and the paragraphs as a way to its evidence.
 * @param {TheApp} app
 * @param {number} at
 */
function positionItem(app, at) {
  const position = app.model.positions[at];
  const condition = position.condition && `${t('field-condition')}: ${position.condition}`;
  const told = [voiceText(app.model, position), condition].filter(Boolean).join('; ');
  return h(
    'li',
    { 'data-position': at },
    h('p', {}, answerMark(app.model, position), told && ` ${told}`, wayToEvidence(app, `position:${at}`, position)),
    position.gloss && h('p', { class: 'gloss' }, position.gloss),
  );
}

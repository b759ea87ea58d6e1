// What the panel tells of an issue: its answers with who gives them, the verdicts, and each view's positions.

import { t } from '../i18n/texts.js';
import { absence, answerLabel, isOfMore, issueCompared, standsOf } from '../model/issues.js';
import { h } from '../view/dom.js';
import { standMark, viewName } from '../view/format.js';
import { actorLink, foldOf } from './dyad.js';
import { issueVerdictList } from './issue_verdicts.js';
import { positionCard } from './position.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/data.d.ts').Issue} Issue */

/** Answers that every issue has beside its own. */
const STANDING = ['undecided', 'wrong-question'];

/**
 * @param {TheApp} app
 * @param {Issue} issue
 */
export function issueParts(app, issue) {
  const { model, selection } = app;
  const views = model.views.map((_, view) => view);
  const all = model.positionsOn.get(issue.id) ?? [];
  const compared = issueCompared(model, issue.id, views);
  const isKept = (/** @type {number} */ at) => selection.keptPositions[at] === 1;
  const hidden = all.filter((at) => !isKept(at));
  return [
    h('h2', { tabindex: -1 }, issue.question),
    whatItAsks(app, issue),
    answersOf(app, issue),
    ...issueVerdictList(model, compared),
    compared.length > 0 && isOfMore(model, issue, views, isKept) && h('p', { class: 'note' }, t('issues-whole')),
    hidden.length === all.length && h('p', { class: 'note' }, t('panel-none-left')),
    hidden.length < all.length && columns(app, issue, isKept),
    foldOf(hidden.length, () => [columns(app, issue, (at) => !isKept(at))]),
  ];
}

/**
 * What kind of question it is, and whom it is about.
 * @param {TheApp} app
 * @param {Issue} issue
 */
function whatItAsks(app, { kind, about = [] }) {
  const actors = about.flatMap((actor, place) => [place > 0 && ', ', actorLink(app, actor)]);
  return h('p', { class: 'note' }, t(`issue-kind-${kind}`), actors.length > 0 && [' · ', ...actors]);
}

/**
 * Every answer with the letters of those who give it: filled where it is held, struck where it is denied, else outlined.
 * @param {TheApp} app
 * @param {Issue} issue
 */
function answersOf({ model }, issue) {
  const stands = model.views.flatMap((_, view) => standsOf(model, issue, view).map((stand) => ({ view, stand })));
  const offered = issue.answers.map(({ id }) => id);
  const given = STANDING.filter((id) => stands.some(({ stand }) => stand.answer === id));
  const rows = [...offered, ...given].map((id) => {
    const label = answerLabel(issue, id);
    const marks = stands.flatMap(({ view, stand }) => {
      if (stand.answer !== id) return [];
      const { short, letter } = model.views[view];
      const exactly = stand.label === label ? '' : ` (${stand.label})`;
      const told = `${short}: ${stand.word || t('standing-holds')}${exactly}`;
      const mark = standMark({ ...stand, label: letter, word: '' }, view);
      return [h('span', { role: 'img', 'aria-label': told, title: told }, mark)];
    });
    return h('li', {}, h('span', {}, label), h('span', { class: 'givers' }, marks));
  });
  return h(issue.ordered ? 'ol' : 'ul', { class: 'answer-list', 'aria-label': t('issue-answers') }, rows);
}

/**
 * The positions of each view, what it holds first.
 * @param {TheApp} app
 * @param {Issue} issue
 * @param {(at: number) => boolean} isShown
 */
function columns(app, issue, isShown) {
  const { model } = app;
  const cells = model.views.flatMap((_, view) => {
    const own = standsOf(model, issue, view, isShown).flatMap(({ positions }) => positions);
    if (own.length === 0 && model.views.length > 2) return [];
    const cards = own.map((at) => h('li', {}, positionCard(app, at)));
    return [
      h(
        'div',
        { class: `cell view-${view}` },
        h('p', { class: 'whose' }, viewName(model, view)),
        own.length > 0
          ? h('ul', { class: 'cards' }, cards)
          : h('p', { class: 'note' }, t(absence(model, issue, view))),
      ),
    ];
  });
  return h('div', { class: 'columns' }, cells);
}

// The issues of which something is left, one a row: what each view answers, and what that comes to.

import { besidesShortly, issueVerdictGroups } from '../evidence/issue_verdicts.js';
import { t } from '../i18n/texts.js';
import { absence, isOfMore, issuesLeft, standsOf } from '../model/issues.js';
import { viewsShown } from '../model/selection.js';
import { nothingLeft } from '../view/chips.js';
import { byId, fill, h } from '../view/dom.js';
import { labels, standMark, viewMark } from '../view/format.js';
import { followForm, moreButton, scroller, slices } from './shared.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/document.js').IssueCompared} IssueCompared */
/** @typedef {import('../model/data.d.ts').Issue} Issue */
/** @typedef {{issue: Issue, compared: IssueCompared[]}} Row */

/** How many rows are shown before more are asked for, and how many of them a screen holds. */
const PORTION = { slice: 100, screen: 12 };

/** @param {TheApp} app */
export function startIssues(app) {
  const place = byId('issues');
  followForm(
    app,
    'issues',
    ['mode'],
    () => fill(place, ...issuesParts(app)),
    () => issuesMark(app, place),
  );
  place.addEventListener('click', (/** @type {MouseEvent} */ event) => {
    const row = /** @type {HTMLElement} */ (event.target).closest('tr[data-issue]');
    if (row && getSelection()?.isCollapsed !== false) app.change({ at: `issue:${row.getAttribute('data-issue')}` });
  });
}

/**
 * Its roles are said aloud, since on a phone the style makes a card of each row, which would be no table any more.
 * @param {TheApp} app
 */
function issuesParts(app) {
  const views = viewsShown(app.model, app.state);
  const rows = issuesLeft(app, views);
  if (rows.length === 0) return [h('p', { class: 'empty' }, nothingLeft(app))];
  const body = h('tbody', { role: 'rowgroup' });
  const list = slices(body, rows, PORTION, (part) => body.append(...part.map((row) => issueRow(app, row, views))));
  const contested = rows.filter(({ compared }) => compared.some(({ found }) => found.contested)).length;
  const told = [t('issues-count', { n: rows.length }), views.length > 1 && t('issues-contested', { n: contested })];
  const columns = ['issue', 'answers', ...(views.length > 1 ? ['verdict'] : [])];
  const heads = columns.map((id) => h('th', { scope: 'col', role: 'columnheader', class: id }, t(`issues-${id}`)));
  const head = h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, heads));
  const caption = h('caption', { class: 'unseen' }, t('issues-caption'));
  const table = h('table', { class: 'issues', role: 'table' }, caption, head, body);
  const more = moreButton(list, () => t('form-more', { n: Math.min(PORTION.slice, list.left()), left: list.left() }));
  return [
    h('div', { class: 'form-head' }, h('p', {}, told.filter(Boolean).join(', '), '. ', t('issues-reading'))),
    scroller(t('issues-caption'), table, more),
  ];
}

/**
 * @param {TheApp} app
 * @param {Row} row
 * @param {number[]} views
 */
function issueRow(app, { issue, compared }, views) {
  const { model } = app;
  const go = { type: 'button', class: 'plain', 'data-at': `issue:${issue.id}` };
  const about = labels(model, issue.about ?? []);
  const asked = [t(`issue-kind-${issue.kind}`), about].filter(Boolean).join(' · ');
  const stands = views.map((view) => h('li', {}, viewMark(model, view), answersOf(app, issue, view)));
  return h(
    'tr',
    { role: 'row', 'data-issue': issue.id },
    h('th', { role: 'rowheader', scope: 'row' }, h('button', go, issue.question), h('small', {}, asked)),
    h('td', { role: 'cell', class: 'answers' }, h('ul', { class: 'stands' }, stands)),
    views.length > 1 && h('td', { role: 'cell', class: 'verdict' }, verdictsOf(app, issue, compared, views)),
  );
}

/**
 * What a view answers, as the filters leave it.
 * @param {TheApp} app
 * @param {Issue} issue
 * @param {number} view
 */
function answersOf({ model, selection }, issue, view) {
  const stands = standsOf(model, issue, view, (at) => selection.keptPositions[at] === 1);
  if (stands.length > 0) return h('span', { class: 'givers' }, stands.map((stand) => standMark(stand, view)));
  return h('span', { class: 'silent' }, t(absence(model, issue, view)));
}

/**
 * The verdicts on an issue: of two views with what is to be said besides. Where a view has more answers than are shown, it is
 * said that they count.
 * @param {TheApp} app
 * @param {Issue} issue
 * @param {IssueCompared[]} compared
 * @param {number[]} views
 */
function verdictsOf({ model, selection }, issue, compared, views) {
  const whole = isOfMore(model, issue, views, (at) => selection.keptPositions[at] === 1);
  const groups = issueVerdictGroups(model, compared, { silences: views.length === 2 }).map(({ name, group }) => {
    const mark = group[0].found.contested && h('span', { class: 'unequal', 'aria-hidden': 'true' }, '≠');
    const pairs = group.map((each) => each.views.map((view) => model.views[view].letter).join('–')).join(', ');
    const notes = views.length > 2 ? [pairs] : besidesShortly(model, group[0]);
    const told = notes.map((note) => h('small', {}, note));
    return h('div', { class: 'judged' }, mark, h('span', {}, h('span', { class: 'name' }, name), told));
  });
  return [...groups, whole && groups.length > 0 && h('p', { class: 'whole' }, t('issues-whole'))];
}

/**
 * @param {TheApp} app
 * @param {HTMLElement} place
 */
function issuesMark({ model, state }, place) {
  for (const row of place.querySelectorAll('tr[aria-current]')) row.removeAttribute('aria-current');
  const [kind, id] = (state.at ?? '').split(':');
  const issue = kind === 'position' ? model.positions[Number(id)]?.issue : kind === 'issue' ? id : null;
  if (issue) place.querySelector(`tr[data-issue="${CSS.escape(issue)}"]`)?.setAttribute('aria-current', 'true');
}

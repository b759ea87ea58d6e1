// The verdicts on an issue in words: of two views with what is to be said besides; of more, each once.

import { t } from '../i18n/texts.js';
import { answerLabel, issueVerdictName, issueVerdictReason } from '../model/issues.js';
import { h } from '../view/dom.js';
import { listInWords, viewName } from '../view/format.js';
import { firmnessText, verdictBadge } from './verdict_list.js';

/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/document.js').IssueCompared} IssueCompared */

/**
 * @param {Model} model
 * @param {IssueCompared[]} compared contested ones first
 */
export function issueVerdictList(model, compared) {
  if (compared.length === 0) return [];
  const two = model.views.length === 2;
  const items = issueVerdictGroups(model, compared, { silences: two }).map(({ name, group }) => {
    const [{ found }] = group;
    return h(
      'li',
      { class: found.contested ? 'contested' : null },
      verdictBadge(name, found.contested),
      h('p', {}, issueVerdictReason(model, group[0])),
      two ? besides(model, group[0]).map((told) => h('p', { class: 'note' }, told)) : betweenWhom(model, group),
    );
  });
  const list = items.length > 0 && h('ul', { class: 'verdicts', 'aria-label': t('panel-verdicts') }, items);
  return [list, ...(two ? [] : silences(model, compared))];
}

/**
 * Why those who are silent are, each once.
 * @param {Model} model
 * @param {IssueCompared[]} compared
 */
function silences(model, compared) {
  const silent = compared.filter(({ found }) => found.silence).map((each) => issueVerdictReason(model, each));
  return [...new Set(silent)].map((told) => h('p', { class: 'note' }, told));
}

/**
 * Each verdict once, with those views that it is on.
 * @param {Model} model
 * @param {IssueCompared[]} compared
 * @param {{silences: boolean}} how silences: also that one of two is silent, which of more views is told of each by itself
 */
export function issueVerdictGroups(model, compared, { silences: all }) {
  /** @type {Map<string, IssueCompared[]>} */
  const groups = new Map();
  for (const each of compared) {
    if (!all && each.found.silence) continue;
    const name = issueVerdictName(model, each);
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups].map(([name, group]) => ({ name, group }));
}

/**
 * @param {Model} model
 * @param {IssueCompared[]} group
 */
function betweenWhom(model, group) {
  const pairs = group.map((each) => {
    const [a, b] = each.views.map((view) => viewName(model, view));
    const told = besides(model, each);
    return h('li', {}, a, ' – ', b, told.length > 0 && ` ${told.join(' ')}`);
  });
  return h('ul', { class: 'between' }, pairs);
}

/**
 * What is to be said of a verdict besides its name: other reasons or conclusions, what both deny, on what it rests.
 * @param {Model} model
 * @param {IssueCompared} compared
 */
export function besides(model, compared) {
  return [...howTheyMeet(model, compared), ...firmnessText(model, compared.found)];
}

/**
 * The same in few words: of what it rests on, on how many passages.
 * @param {Model} model
 * @param {IssueCompared} compared
 */
export function besidesShortly(model, compared) {
  const n = compared.found.rests_on?.length ?? 0;
  return [...howTheyMeet(model, compared), ...(n > 0 ? [t('issues-rests-on', { n })] : [])];
}

/**
 * Other reasons or conclusions, and what both deny.
 * @param {Model} model
 * @param {IssueCompared} compared
 */
function howTheyMeet(model, { found }) {
  const issue = model.issues.get(found.issue);
  const denied = (found.shared_denials ?? []).map((answer) => t('tell-quoted', { words: answerLabel(issue, answer) }));
  return [
    found.other?.includes('reasons') && t('issue-beside-reasons'),
    found.other?.includes('conclusions') && t('issue-beside-conclusions'),
    denied.length > 0 && t('issue-beside-denials', { answers: listInWords(denied) }),
  ].filter((text) => typeof text === 'string');
}

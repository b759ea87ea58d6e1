// The verdicts on a pair in words: of two views each with what it rests on; of more, each once with whom it is on.

import { dateInWords } from '../i18n/dates.js';
import { t } from '../i18n/texts.js';
import { verdictName, verdictOwner, verdictReason } from '../model/verdict.js';
import { h } from '../view/dom.js';
import { listInWords, signMark, viewName } from '../view/format.js';

/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/document.js').Compared} Compared */
/** @typedef {import('../model/document.js').IssueVerdict} IssueVerdict */

/**
 * @param {Model} model
 * @param {Compared[]} compared contested ones first
 * @param {string} key the pair
 */
export function verdictList(model, compared, key) {
  if (compared.length === 0) return null;
  const items =
    model.views.length > 2 ? verdictGroups(model, compared) : compared.map((each) => verdictItem(model, each, key));
  return h('ul', { class: 'verdicts', 'aria-label': t('panel-verdicts') }, items);
}

/**
 * @param {Model} model
 * @param {Compared} compared
 * @param {string} key
 */
function verdictItem(model, compared, key) {
  const { dyad } = compared;
  const owner = verdictOwner(model, compared, key);
  return h(
    'li',
    { class: dyad.contested ? 'contested' : null },
    verdictBadge(verdictName(model, compared), dyad.contested),
    h('p', {}, facetsText(model, compared), verdictReason(model, compared), alsoText(dyad)),
    owner && h('p', { class: 'note' }, owner),
    standsOn(model, dyad, owner === null),
    signsHeld(model, [compared]),
    dyad.via_roll_up && h('p', { class: 'note' }, t('panel-rolled-up')),
  );
}

/**
 * @param {Model} model
 * @param {Compared[]} compared
 */
function verdictGroups(model, compared) {
  /** @type {Map<string, Compared[]>} */
  const groups = new Map();
  for (const each of compared) {
    const name = verdictName(model, each);
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  const items = [...groups.values()].map((group) => {
    const [{ dyad }] = group;
    const pairs = group.map((each) => {
      const [a, b] = each.comparison.views.map((view) => viewName(model, view));
      const why = each.dyad.silence ? verdictReason(model, each) : facetsText(model, each);
      return h('li', {}, a, ' – ', b, why && ` ${why}`, each.dyad.via_roll_up && ` (${t('words-rolled-up')})`);
    });
    return h(
      'li',
      { class: dyad.contested ? 'contested' : null },
      verdictBadge(verdictName(model, group[0]), dyad.contested),
      !dyad.silence && h('p', {}, verdictReason(model, group[0])),
      h('ul', { class: 'between' }, pairs),
    );
  });
  return [h('li', { class: 'held' }, signsHeld(model, compared)), ...items];
}

/**
 * The rules that hold besides.
 * @param {import('../model/data.d.ts').Dyad} dyad
 */
function alsoText(dyad) {
  const verdicts = (dyad.also ?? []).map((verdict) => t(`verdict-name-${verdict}`));
  return verdicts.length > 0 && ` ${t('panel-verdict-also', { verdicts: listInWords(verdicts) })}`;
}

/**
 * On which single passages a verdict rests, and what it would be by the names of the two alone, if it is told of just these.
 * @param {Model} model
 * @param {import('../model/data.d.ts').Dyad} dyad
 * @param {boolean} ofThese
 */
function standsOn(model, dyad, ofThese) {
  const told = [
    ...firmnessText(model, dyad),
    ofThese && dyad.as_named && t('verdict-as-named', { verdict: t(`verdict-name-${dyad.as_named}`) }),
  ].filter(Boolean);
  return told.length > 0 && h('p', { class: 'note' }, told.join(' '));
}

/**
 * Whether a verdict is known to stand on more than one passage: what is to be said where it is not.
 * @param {Model} model
 * @param {import('../model/data.d.ts').Dyad | IssueVerdict} verdict
 */
export function firmnessText(model, { rests_on = [], untried }) {
  const passages = rests_on.map((passage) => passageName(model, passage));
  return [
    passages.length > 0 && t('verdict-rests-on', { n: passages.length, passages: listInWords(passages) }),
    untried && t('verdict-untried'),
  ].filter((text) => typeof text === 'string');
}

/**
 * @param {Model} model
 * @param {import('../model/data.d.ts').RestsOn | import('../model/data.d.ts').IssueRestsOn} passage
 */
function passageName(model, passage) {
  const { work, paragraph, when } = passage;
  if (when) return dateInWords(model, when);
  if ('statement' in passage && passage.statement !== undefined)
    return t('passage-statement', { statement: model.statements[passage.statement].id });
  if ('position' in passage && passage.position !== undefined)
    return t('issue-passage', { position: model.positions[passage.position].id });
  const author = model.works.get(work ?? '')?.author ?? '';
  const view = model.views.find(({ authors }) => authors.includes(author));
  return t('passage-of', { place: `p${paragraph}`, author: view?.short ?? author });
}

/**
 * In which facets a verdict was found, if not in all.
 * @param {Model} model
 * @param {Compared} compared
 */
export function facetsText(model, { dyad }) {
  const facets = (dyad.facets ?? []).map((facet) => model.facets.get(facet) ?? facet);
  return facets.length > 0 && `${t('panel-facets', { facets: listInWords(facets), n: facets.length })} `;
}

/**
 * Which signs each view holds now.
 * @param {Model} model
 * @param {Compared[]} compared
 */
function signsHeld(model, compared) {
  /** @type {Map<number, number[]>} */
  const signs = new Map();
  for (const { comparison, dyad } of compared) {
    comparison.views.forEach((view, side) => {
      if (!signs.has(view)) signs.set(view, dyad.signs[side]);
    });
  }
  if ([...signs.values()].every((held) => held.length === 0)) return null;
  const sides = [...signs].map(([view, held]) => {
    const marks = [...held].sort((a, b) => b - a).map((sign) => signMark(sign));
    return h('span', {}, viewName(model, view), ' ', marks.length > 0 ? marks : t('held-nothing'));
  });
  const all = compared.some(({ dyad }) => dyad.facets);
  return h('p', { class: 'signs' }, t(all ? 'panel-held-in-all' : 'panel-held-now'), ' ', sides);
}

/**
 * The name of a verdict, with ≠ where it is contested.
 * @param {string} name
 * @param {boolean | undefined} contested
 */
export function verdictBadge(name, contested) {
  const mark = contested && h('span', { class: 'unequal', 'aria-hidden': 'true' }, '≠');
  return h('strong', { class: 'verdict-name' }, mark, name);
}

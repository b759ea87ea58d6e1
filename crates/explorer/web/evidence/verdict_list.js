// The verdicts on a pair in words: of two views each with what it rests on; of more, each once with whom it is on.

import { dateInWords } from '../i18n/dates.js';
import { t } from '../i18n/texts.js';
import { verdictName, verdictOwner, verdictReason } from '../model/verdict.js';
import { h } from '../view/dom.js';
import { listInWords, signMark, viewName } from '../view/format.js';

/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/document.js').Compared} Compared */

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
    verdictBadge(model, compared),
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
      verdictBadge(model, group[0]),
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
  const passages = (dyad.rests_on ?? []).map((passage) => passageName(model, passage));
  const told = [
    passages.length > 0 && t('verdict-rests-on', { n: passages.length, passages: listInWords(passages) }),
    dyad.untried && t('verdict-untried'),
    ofThese && dyad.as_named && t('verdict-as-named', { verdict: t(`verdict-name-${dyad.as_named}`) }),
  ].filter(Boolean);
  return told.length > 0 && h('p', { class: 'note' }, told.join(' '));
}

/**
 * @param {Model} model
 * @param {import('../model/data.d.ts').RestsOn} passage
 */
function passageName(model, { work, paragraph, when, statement }) {
  if (when) return dateInWords(model, when);
  if (statement !== undefined) return t('passage-statement', { statement: model.statements[statement].id });
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
 * @param {Model} model
 * @param {Compared} compared
 */
function verdictBadge(model, compared) {
  const mark = compared.dyad.contested && h('span', { class: 'unequal', 'aria-hidden': 'true' }, '≠');
  return h('strong', { class: 'verdict-name' }, mark, verdictName(model, compared));
}

// What the panel tells of one actor: who it is, and its ties with others, view by view.

import { t } from '../i18n/texts.js';
import { pairKey } from '../model/document.js';
import { h } from '../view/dom.js';
import { opensEvidence, signGlyph, signMark, viewName } from '../view/format.js';
import { actorLink, foldOf } from './dyad.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../view/dom.js').Child} Child */
/** @typedef {{partner: string, out: number[], into: number[]}} Partner */

/**
 * @param {TheApp} app
 * @param {string} id
 */
export function actorParts(app, id) {
  const { selection } = app;
  const all = relationsOf(app, id);
  const left = all.filter(([index]) => selection.kept[index] === 1);
  const hidden = all.filter(([index]) => selection.kept[index] === 0);
  return [
    h('h2', { tabindex: -1 }, app.model.name(id)),
    whoItIs(app, id),
    actorButtons(app, id),
    left.length === 0 && h('p', { class: 'note' }, t('panel-none-left')),
    ...tiesByView(app, id, left),
    ...issuesAbout(app, id),
    foldOf(new Set(hidden.map(([index]) => index)).size, () => tiesByView(app, id, hidden)),
  ];
}

/**
 * Every statement that relates an actor, with the pair in which it does.
 * @param {TheApp} app
 * @param {string} id
 * @returns {[number, [string, string]][]}
 */
function relationsOf({ model, state }, id) {
  const pairs = model.levels.get(state.level)?.pairs ?? [];
  return pairs.flatMap((own, index) => own.flatMap((pair) => (pair.includes(id) ? [relationIn(index, pair)] : [])));
}

/**
 * @param {number} index
 * @param {[string, string]} pair
 * @returns {[number, [string, string]]}
 */
function relationIn(index, pair) {
  return [index, pair];
}

/**
 * @param {TheApp} app
 * @param {string} id
 */
function whoItIs(app, id) {
  const { model } = app;
  const actor = model.actors.get(id);
  if (!actor) return null;
  const larger = (/** @type {string | string[] | undefined} */ ids) =>
    [ids ?? []]
      .flat()
      .flatMap((each, place) => [place > 0 && ', ', model.actors.has(each) ? actorLink(app, each) : each]);
  const smaller = [...model.actors.values()].filter((other) =>
    [other.stands_for ?? [], other.part_of ?? []].flat().includes(id),
  );
  /** @type {[string, Child[]][]} */
  const facts = [
    [t('actor-kind'), [kindText(actor.kind)]],
    [t('actor-aliases'), [(actor.aliases ?? []).map(aliasText).join(', ')]],
    [t('actor-stands-for'), larger(actor.stands_for)],
    [t('actor-part-of'), larger(actor.part_of)],
    [t('actor-composed-of'), larger(actor.members ?? actor.composed_of)],
    [t('actor-stood-for-by'), larger(smaller.map((other) => other.id))],
  ];
  const given = facts.filter(([, value]) => value.some((part) => part !== '' && part));
  return h(
    'dl',
    { class: 'fields' },
    given.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

/** @param {string} kind */
function kindText(kind) {
  return t(kind === 'unknown' ? 'actor-kindless' : `actor-kind-${kind}`);
}

/** @param {unknown} alias a name, or a name with the work that has it */
function aliasText(alias) {
  return typeof alias === 'object' && alias !== null && 'name' in alias ? String(alias.name) : String(alias);
}

/**
 * @param {TheApp} app
 * @param {string} id
 */
function actorButtons(app, id) {
  const focused = app.state.focus === id;
  const only = app.state.actor.length === 1 && app.state.actor[0] === id;
  const focus = () => app.change({ focus: focused ? null : id, form: focused ? app.state.form : 'graph' });
  const narrow = () => app.change({ actor: only ? [] : [id] });
  return h(
    'p',
    { class: 'buttons' },
    h('button', { type: 'button', id: 'focus-actor', 'aria-pressed': String(focused), click: focus }, t('actor-focus')),
    h('button', { type: 'button', id: 'only-actor', 'aria-pressed': String(only), click: narrow }, t('actor-only')),
  );
}

/**
 * @param {TheApp} app
 * @param {string} id
 * @param {[number, [string, string]][]} relations
 */
function tiesByView(app, id, relations) {
  const { model } = app;
  return model.views.flatMap((_, view) => {
    const own = relations.filter(([index]) => model.statements[index].views.includes(view));
    if (own.length === 0) return [];
    const partners = partnersIn(id, own).map((partner) => h('li', {}, partnerRow(app, id, partner)));
    return [h('h3', {}, viewName(model, view)), h('ul', { class: 'partners' }, partners)];
  });
}

/**
 * The issues that are about an actor.
 * @param {TheApp} app
 * @param {string} id
 */
function issuesAbout(app, id) {
  const about = [...app.model.issues.values()].filter((issue) => issue.about?.includes(id));
  if (about.length === 0) return [];
  const items = about.map((issue) => h('li', {}, h('button', opensEvidence(app, `issue:${issue.id}`), issue.question)));
  return [h('h3', {}, t('form-issues')), h('ul', { class: 'links' }, items)];
}

/**
 * With whom, those with most statements first.
 * @param {string} id
 * @param {[number, [string, string]][]} relations
 */
function partnersIn(id, relations) {
  /** @type {Map<string, Partner>} */
  const partners = new Map();
  for (const [index, [from, to]] of relations) {
    const other = from === id ? to : from;
    const partner = partners.get(other) ?? { partner: other, out: [], into: [] };
    partners.set(other, partner);
    (from === id ? partner.out : partner.into).push(index);
  }
  const size = (/** @type {Partner} */ { out, into }) => out.length + into.length;
  return [...partners.values()].sort((a, b) => size(b) - size(a) || (a.partner < b.partner ? -1 : 1));
}

/**
 * @param {TheApp} app
 * @param {string} id
 * @param {Partner} partner
 */
function partnerRow(app, id, { partner, out, into }) {
  const { model } = app;
  const all = [...new Set([...out, ...into])];
  const signs = [1, 0, -1].flatMap((sign) => {
    const n = all.filter((index) => Math.sign(model.statements[index].sign) === sign).length;
    return n === 0 ? [] : [h('span', { class: 'tally' }, signMark(sign), ` ${n}`)];
  });
  const said = t('actor-with', { name: model.name(partner) });
  return [
    h(
      'span',
      { class: 'partner' },
      h('button', { ...opensEvidence(app, pairKey(id, partner)), title: said }, model.name(partner)),
      h('span', { class: 'tallies' }, signs),
    ),
    h('span', { class: 'how' }, waysOf(model, '→', 'actor-does', out), waysOf(model, '←', 'actor-suffers', into)),
  ];
}

/**
 * The types of statements in one direction; what has no direction shows none.
 * @param {Model} model
 * @param {string} arrow
 * @param {string} key
 * @param {number[]} indices
 */
function waysOf(model, arrow, key, indices) {
  if (indices.length === 0) return null;
  const types = indices.map((index) => {
    const { type, sign, negated } = model.statements[index];
    const label = model.types.get(type)?.label ?? type;
    return `${signGlyph(sign)} ${negated ? t('tell-not', { relation: label }) : label}`;
  });
  const once = [...new Set(types)].join(', ');
  return h(
    'span',
    { class: 'way' },
    h('span', { role: 'img', 'aria-label': t(key), title: t(key) }, arrow),
    ` ${once}`,
  );
}

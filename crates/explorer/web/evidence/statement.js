// A statement with everything that was coded of it: what is said, by whom, where, and where its links lead.

import { dateInWords } from '../i18n/dates.js';
import { t } from '../i18n/texts.js';
import { h } from '../view/dom.js';
import {
  attitudeText,
  labels,
  listInWords,
  opensEvidence,
  sentenceOf,
  shortRelation,
  signMark,
  strengthWord,
  voiceText,
} from '../view/format.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/data.d.ts').Statement} Statement */
/** @typedef {import('../model/data.d.ts').Evidence} Evidence */
/** @typedef {import('../view/dom.js').Child} Child */

/** So many links are shown at once; the others are folded. */
const LINKS_AT_ONCE = 4;

/**
 * A statement as a card.
 * @param {TheApp} app
 * @param {number} index
 * @param {{whole?: boolean}} [how] whole: nothing is folded
 */
export function statementCard(app, index, { whole = false } = {}) {
  const { model } = app;
  const statement = model.statements[index];
  const told = voiceText(model, statement);
  const hidden = app.selection.kept[index] === 0;
  return h(
    'div',
    { class: hidden && !whole ? 'statement left-out' : 'statement', 'data-statement': index },
    hidden && !whole && h('p', { class: 'hidden-note' }, t('statement-hidden')),
    h('p', { class: 'sentence' }, signMark(statement.sign), ' ', sentenceOf(statement)),
    told && h('p', { class: 'voice' }, told),
    statement.gloss && h('p', { class: 'gloss' }, statement.gloss),
    marks(model, statement),
    placesOf(model, statement),
    linksOf(app, index, whole),
    whole ? fieldsOf(model, statement) : foldedFields(app, index),
  );
}

/**
 * What qualifies a statement, as small marks.
 * @param {Model} model
 * @param {Statement} statement
 */
function marks(model, statement) {
  const type = model.types.get(statement.type);
  const negated = statement.negated && !statement.attitude && statement.standing !== 'denies';
  const known = [
    h('li', { class: 'type', title: type?.definition }, type?.label ?? statement.type),
    negated && h('li', { class: 'warns' }, t('tell-negated')),
    statement.standing !== 'holds' && h('li', { class: 'warns' }, t(`standing-${statement.standing}`)),
    statement.mode !== 'actual' && h('li', { class: 'warns' }, t(`mode-${statement.mode}`)),
    statement.attitude && h('li', {}, attitudeText(statement)),
    statement.hedged && h('li', {}, t('detail-hedged')),
    statement.strength !== 2 && h('li', {}, strengthWord(statement.strength)),
    statement.when && h('li', {}, dateInWords(model, statement.when)),
    ...(statement.facets ?? []).map((facet) => h('li', {}, model.facets.get(facet) ?? facet)),
  ];
  return h('ul', { class: 'marks', 'aria-label': t('statement-marks') }, known);
}

/**
 * Where it is written: by work, with the passages if they are there.
 * @param {Model} model
 * @param {Statement} statement
 */
function placesOf(model, statement) {
  /** @type {Map<string, Evidence[]>} */
  const byWork = new Map();
  for (const piece of statement.evidence ?? []) byWork.set(piece.work, [...(byWork.get(piece.work) ?? []), piece]);
  if (byWork.size === 0) return h('p', { class: 'where' }, t('statement-nowhere'));
  return [...byWork].flatMap(([work, pieces]) => {
    const numbers = [...new Set(pieces.map(({ paragraph }) => paragraph))].flatMap((paragraph, place) => {
      const anchors = pieces.filter((piece) => piece.paragraph === paragraph).map(({ anchor }) => anchor);
      return [place > 0 && ', ', h('span', { class: 'paragraph', title: anchors.join(', ') }, paragraph)];
    });
    const where = h('p', { class: 'where' }, workLink(model, work), ', ', t('tell-paragraph'), '\u00a0', ...numbers);
    return [where, ...pieces.map(quoted)];
  });
}

/**
 * The passage itself, if the texts were at hand.
 * @param {Evidence} piece
 */
function quoted({ passage, paragraph }) {
  if (!passage) return null;
  const { before, words, after } = passage;
  return h('blockquote', {}, h('span', { class: 'number' }, paragraph), before, h('mark', {}, words), after);
}

/**
 * A work by its title; a link only where it leads to the web.
 * @param {Model} model
 * @param {string} id
 */
function workLink(model, id) {
  const work = model.works.get(id);
  const title = h('cite', {}, work?.title ?? id);
  const safe = /^https?:\/\//i.test(work?.url ?? '');
  return safe ? h('a', { href: work?.url, rel: 'noopener noreferrer', target: '_blank' }, title) : title;
}

/**
 * What it does for other statements, and what others do for it; each is a way to go on.
 * @param {TheApp} app
 * @param {number} index
 * @param {boolean} whole
 */
function linksOf(app, index, whole) {
  const { model } = app;
  const onwards = (model.statements[index].links ?? []).map(({ kind, to }) => step(app, `link-${kind}`, to));
  const back = (model.linkedFrom.get(index) ?? []).map(({ kind, from }) => step(app, `link-${kind}-back`, from));
  const all = [...onwards, ...back];
  if (all.length === 0) return null;
  const cut = whole || all.length <= LINKS_AT_ONCE + 1 ? all.length : LINKS_AT_ONCE;
  const rest = all.slice(cut);
  return [
    h('ul', { class: 'links', 'aria-label': t('statement-links') }, all.slice(0, cut)),
    rest.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, t('statement-further-links', { n: rest.length })),
        h('ul', { class: 'links' }, rest),
      ),
  ];
}

/**
 * @param {TheApp} app
 * @param {string} key
 * @param {number | string} to
 */
function step(app, key, to) {
  const kind = h('span', { class: 'kind' }, t(key));
  if (typeof to === 'string') return h('li', {}, kind, ' ', to);
  const other = app.model.statements[to];
  const go = { ...opensEvidence(app, `statement:${to}`), title: other.sentence };
  return h('li', {}, kind, ' ', h('button', go, signMark(other.sign), ' ', shortRelation(app.model, other)));
}

/**
 * The rest of what was coded, built when it is asked for.
 * @param {TheApp} app
 * @param {number} index
 */
function foldedFields(app, index) {
  const more = h('details', { class: 'fields' }, h('summary', {}, t('statement-details')));
  const build = () => {
    if (!(/** @type {HTMLDetailsElement} */ (more).open) || more.childElementCount > 1) return;
    const alone = h('button', opensEvidence(app, `statement:${index}`), t('statement-alone'));
    more.append(fieldsOf(app.model, app.model.statements[index]), h('p', {}, alone));
  };
  more.addEventListener('toggle', build);
  return more;
}

/**
 * Every field that has no place of its own above.
 * @param {Model} model
 * @param {Statement} statement
 */
function fieldsOf(model, statement) {
  const type = model.types.get(statement.type);
  const frame = statement.frame === undefined ? undefined : model.frames.get(statement.frame);
  /** @type {[string, string | undefined][]} */
  const fields = [
    [t('field-type'), type?.definition ? `${type.label}: ${type.definition}` : undefined],
    [t('field-stance'), t(`stance-${statement.stance}`)],
    [
      t('field-standing'),
      (statement.standing === 'holds' && attitudeText(statement)) || t(`standing-${statement.standing}`),
    ],
    [t('field-mode'), t(`mode-${statement.mode}`)],
    [t('field-strength'), strengthWord(statement.strength)],
    [t('field-from-as', { actor: labels(model, statement.from) }), ownWords(statement.from_as)],
    [t('field-to-as', { actor: labels(model, statement.to) }), ownWords(statement.to_as)],
    ...rolesOf(model, statement),
    [t('field-by'), statement.by],
    [t('field-amount'), statement.amount],
    [t('field-condition'), statement.condition],
    [t('field-frame'), frame && `${frame.name} (${t(`frame-kind-${frame.kind}`)})`],
    [t('field-tags'), statement.tags?.join(', ')],
    [t('field-coder'), statement.coder],
    [t('field-anchors'), statement.evidence?.map((piece) => piece.anchor).join(', ')],
    [t('field-ref'), statement.ref],
  ];
  const given = fields.filter(([, value]) => value !== undefined && value !== '');
  return h(
    'dl',
    { class: 'fields' },
    given.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

/** @param {string | undefined} words */
function ownWords(words) {
  return words && t('tell-quoted', { words });
}

/**
 * Third actors by role.
 * @param {Model} model
 * @param {Statement} statement
 * @returns {[string, string | undefined][]}
 */
function rolesOf(model, statement) {
  const roles = /** @type {const} */ (['with', 'against', 'excluding', 'benefiting']);
  return roles.map((role) => [t(`role-${role}`), statement[role] && listInWords(statement[role].map(model.name))]);
}

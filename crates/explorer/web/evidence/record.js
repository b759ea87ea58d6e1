// What is told of statements and positions alike: marks, places with their passages, fields, steps to reasons.

import { dateInWords } from '../i18n/dates.js';
import { t } from '../i18n/texts.js';
import { reasonKey } from '../model/document.js';
import { answerLabel } from '../model/issues.js';
import { h } from '../view/dom.js';
import { attitudeText, listInWords, opensEvidence, shortRelation, signMark, strengthWord } from '../view/format.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/data.d.ts').Evidence} Evidence */
/** @typedef {import('../model/data.d.ts').Position} Position */
/** @typedef {import('../model/data.d.ts').Reason} Reason */
/** @typedef {import('../model/data.d.ts').Statement} Statement */
/** @typedef {Statement | Position} Said */
/** @typedef {[string, string | undefined]} Field */

/**
 * What qualifies it, as items of a list of small marks.
 * @param {Model} model
 * @param {Said} said
 */
export function marksOf(model, said) {
  const negated = said.negated && !said.attitude && said.standing !== 'denies';
  return [
    negated && h('li', { class: 'warns' }, t('tell-negated')),
    said.standing !== 'holds' && h('li', { class: 'warns' }, t(`standing-${said.standing}`)),
    said.mode !== 'actual' && h('li', { class: 'warns' }, t(`mode-${said.mode}`)),
    said.attitude && h('li', {}, attitudeText(said)),
    said.hedged && h('li', {}, t('detail-hedged')),
    said.strength !== 2 && h('li', {}, strengthWord(said.strength)),
    said.when && h('li', {}, dateInWords(model, said.when)),
    ...(said.facets ?? []).map((facet) => h('li', {}, model.facets.get(facet) ?? facet)),
  ];
}

/**
 * Where it is written: by work, with the passages if they are there.
 * @param {Model} model
 * @param {Said} said
 */
export function placesOf(model, { evidence = [] }) {
  /** @type {Map<string, Evidence[]>} */
  const byWork = new Map();
  for (const piece of evidence) byWork.set(piece.work, [...(byWork.get(piece.work) ?? []), piece]);
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
 * A step to a statement, a position or a frame, with how it leads there; one that the page does not have is only named.
 * @param {TheApp} app
 * @param {string} key
 * @param {Reason} to
 */
export function stepTo(app, key, to) {
  const kind = h('span', { class: 'kind' }, t(key));
  const name = 'frame' in to ? to.frame : 'position' in to ? to.position : to.statement;
  if (typeof name === 'string' && !('frame' in to)) return h('li', {}, kind, ' ', name);
  const { title, parts } = toldShortly(app.model, to);
  return h('li', {}, kind, ' ', h('button', { ...opensEvidence(app, reasonKey(to)), title }, parts));
}

/**
 * @param {Model} model
 * @param {Reason} reason one that the page has
 */
function toldShortly(model, reason) {
  if ('frame' in reason) return { title: null, parts: [model.frames.get(reason.frame)?.name ?? reason.frame] };
  if ('position' in reason) {
    const position = model.positions[Number(reason.position)];
    const issue = model.issues.get(position.issue);
    const answer = answerLabel(issue, position.answer);
    const told = position.standing === 'denies' ? t('tell-not', { relation: answer }) : answer;
    return { title: null, parts: [told, h('span', { class: 'rest' }, ` – ${issue?.question ?? position.issue}`)] };
  }
  const statement = model.statements[Number(reason.statement)];
  return { title: statement.sentence, parts: [signMark(statement.sign), ' ', shortRelation(model, statement)] };
}

/**
 * The positions that rest on something or lead to it, each with its question.
 * @param {TheApp} app
 * @param {string} at `statement:12`, `position:3` or `frame:yalta`
 */
export function stepsBack(app, at) {
  const back = app.model.reasonIn.get(at) ?? [];
  return back.map(({ kind, from }) =>
    stepTo(app, kind === 'so' ? 'reason-so-back' : 'reason-rests-on-back', { position: from }),
  );
}

/**
 * The rest of what was coded, built when it is asked for.
 * @param {TheApp} app
 * @param {string} at what the panel tells of it alone
 * @param {() => HTMLElement} build
 */
export function foldedFields(app, at, build) {
  const more = h('details', { class: 'fields' }, h('summary', {}, t('statement-details')));
  const fillIn = () => {
    if (!(/** @type {HTMLDetailsElement} */ (more).open) || more.childElementCount > 1) return;
    const alone = h('button', opensEvidence(app, at), t('statement-alone'));
    more.append(build(), h('p', {}, alone));
  };
  more.addEventListener('toggle', fillIn);
  return more;
}

/**
 * Whose it is and how it is said.
 * @param {Said} said
 * @returns {Field[]}
 */
export function voiceFields(said) {
  return [
    [t('field-stance'), t(`stance-${said.stance}`)],
    [t('field-standing'), (said.standing === 'holds' && attitudeText(said)) || t(`standing-${said.standing}`)],
    [t('field-mode'), t(`mode-${said.mode}`)],
    [t('field-strength'), strengthWord(said.strength)],
  ];
}

/**
 * Third roles, means, frame, and how it was coded.
 * @param {Model} model
 * @param {Said} said
 * @returns {Field[]}
 */
export function contextFields(model, said) {
  const frame = said.frame === undefined ? undefined : model.frames.get(said.frame);
  return [
    ...rolesOf(model, said),
    [t('field-by'), said.by],
    [t('field-amount'), said.amount],
    [t('field-condition'), said.condition],
    [t('field-frame'), frame && `${frame.name} (${t(`frame-kind-${frame.kind}`)})`],
    [t('field-tags'), said.tags?.join(', ')],
    [t('field-coder'), said.coder],
    [t('field-anchors'), said.evidence?.map((piece) => piece.anchor).join(', ')],
    [t('field-ref'), said.ref],
  ];
}

/**
 * Third actors by role.
 * @param {Model} model
 * @param {Said} said
 * @returns {Field[]}
 */
function rolesOf(model, said) {
  const roles = /** @type {const} */ (['with', 'against', 'excluding', 'benefiting']);
  return roles.map((role) => [t(`role-${role}`), said[role] && listInWords(said[role].map(model.name))]);
}

/**
 * Fields that say something, as a list of names and values.
 * @param {Field[]} fields
 */
export function fieldList(fields) {
  const given = fields.filter(([, value]) => value !== undefined && value !== '');
  return h(
    'dl',
    { class: 'fields' },
    given.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

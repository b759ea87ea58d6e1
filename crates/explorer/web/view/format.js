// Signs, names and voices in the words of the page: every form tells them from here.

import { t } from '../i18n/texts.js';
import { pairEnds, signName } from '../model/document.js';
import { h } from './dom.js';

/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/data.d.ts').Position} Position */
/** @typedef {import('../model/data.d.ts').Statement} Statement */

/**
 * What makes a button that opens the evidence.
 * @param {import('../app.js').TheApp} app
 * @param {string} at `eu~us`, `actor:us`, `statement:12`, `issue:turn`, `position:3` or `frame:yalta`
 */
export function opensEvidence(app, at) {
  return { type: 'button', class: 'plain', click: () => app.change({ at }) };
}

/** @param {number} sign */
export function signGlyph(sign) {
  return sign > 0 ? '+' : sign < 0 ? '−' : '0';
}

/** @param {number} sign */
export function signWord(sign) {
  return t(`sign-${signName(sign)}`);
}

/**
 * How strongly a statement is made.
 * @param {number} strength 1 to 3
 */
export function strengthWord(strength) {
  return t(`strength-${['slight', 'plain', 'strong'][strength - 1]}`);
}

/**
 * The sign of a statement as a mark: glyph and dash tell it, hue only helps.
 * @param {number} sign
 */
export function signMark(sign) {
  const word = signWord(sign);
  return h('span', { class: `pole ${signName(sign)}`, role: 'img', 'aria-label': word, title: word }, signGlyph(sign));
}

/**
 * The letter of a view, as it stands on the lines of the pictures.
 * @param {Model} model
 * @param {number} view
 */
export function viewMark(model, view) {
  const { letter, name } = model.views[view];
  return h('span', { class: `letter view-${view}`, role: 'img', 'aria-label': name, title: name }, letter);
}

/**
 * A view by its short name, with its letter if there are several.
 * @param {Model} model
 * @param {number} view
 */
export function viewName(model, view) {
  const mark = h('span', { class: `letter view-${view}`, 'aria-hidden': 'true' }, model.views[view].letter);
  return h('span', { class: 'view-name' }, model.views.length > 1 && mark, model.views[view].short);
}

/**
 * An answer as a view gives it: filled where it is held, struck where it is denied, else an outline with a word.
 * @param {import('../model/issues.js').Stand} stand
 * @param {number} view
 */
export function standMark({ label, sense, word }, view) {
  const name = sense === 'denied' ? h('s', {}, label) : h('span', {}, label);
  const told = word && [' ', h('small', {}, word)];
  return h('span', { class: `stand ${sense} view-${view}`, dir: 'auto' }, name, told);
}

/**
 * An author by the short name that a view of his or her own has.
 * @param {Model} model
 * @param {string} author
 */
export function authorName(model, author) {
  return viewOf(model, author)?.short ?? model.actors.get(author)?.label ?? author;
}

/**
 * The view that an author has alone.
 * @param {Model} model
 * @param {string} author
 */
export function viewOf(model, author) {
  return model.views.find((view) => view.authors.length === 1 && view.authors[0] === author);
}

/**
 * The pair that a key names, if both are actors of the page.
 * @param {Model} model
 * @param {string | null} key
 * @returns {[string, string] | null}
 */
export function pairOf(model, key) {
  const [one, other, ...more] = pairEnds(key ?? '');
  return more.length === 0 && model.actors.has(one) && model.actors.has(other) ? [one, other] : null;
}

/**
 * Labels of actors in a row: "US, Europe".
 * @param {Model} model
 * @param {string[]} ids
 */
export function labels(model, ids) {
  return ids.map(model.label).join(', ');
}

/**
 * A statement in the shortest words that tell it: who, which type, whom.
 * @param {Model} model
 * @param {Statement} statement
 */
export function shortRelation(model, statement) {
  const type = model.types.get(statement.type)?.label ?? statement.type;
  const relation = `${labels(model, statement.from)} ${type} ${labels(model, statement.to)}`;
  return statement.negated ? t('tell-not', { relation }) : relation;
}

/**
 * The sentence of a statement; what qualifies it stands back.
 * @param {Statement} statement
 */
export function sentenceOf({ sentence, rest = '' }) {
  const main = sentence.slice(0, sentence.length - rest.length);
  return h('span', { lang: 'en' }, main, rest && h('span', { class: 'rest' }, rest));
}

/**
 * Whose word it is, if not simply the author's own: "attributed to Trump, rejected by Hudis".
 * @param {Model} model
 * @param {Statement | Position} statement
 */
export function voiceText(model, statement) {
  const { stance, holders = [], via = [] } = statement;
  const named = holders.map(model.holder);
  if (stance === 'asserts' && named.length === 0) return '';
  const told = t(`attributed-${stance}`, {
    author: authorName(model, statement.author),
    holders: named.length === 0 ? t('attributed-others') : listInWords(named),
  });
  const relayed = via.length === 0 ? '' : t('voice-via', { holders: listInWords(via.map(model.holder)) });
  return `${told}${relayed}${statement.attitude ? ` (${attitudeText(statement)})` : ''}`;
}

/**
 * What somebody feels about it, if that is said: "wanted", "wanted not to be".
 * @param {Statement | Position} statement
 */
export function attitudeText({ attitude, negated }) {
  return attitude && `${t(`attitude-${attitude}`, { time: 'now' })}${negated ? ` ${t('tell-not-to-be')}` : ''}`;
}

/**
 * "A, B and C".
 * @param {string[]} parts
 */
export function listInWords(parts) {
  if (parts.length < 2) return parts.join('');
  return t('list-and', { first: parts.slice(0, -1).join(', '), last: parts.at(-1) ?? '' });
}

// A statement with everything that was coded of it: what is said, by whom, where, and where its links lead.

import { t } from '../i18n/texts.js';
import { h } from '../view/dom.js';
import { labels, sentenceOf, signMark, voiceText } from '../view/format.js';
import { contextFields, fieldList, foldedFields, marksOf, placesOf, stepsBack, stepTo, voiceFields } from './record.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/data.d.ts').Statement} Statement */

/** So many links are shown at once; the others are folded. */
const LINKS_AT_ONCE = 3;

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
    whole ? fieldsOf(model, statement) : foldedFields(app, `statement:${index}`, () => fieldsOf(model, statement)),
  );
}

/**
 * What qualifies a statement, as small marks.
 * @param {Model} model
 * @param {Statement} statement
 */
function marks(model, statement) {
  const type = model.types.get(statement.type);
  const label = h('li', { class: 'type', title: type?.definition }, type?.label ?? statement.type);
  return h('ul', { class: 'marks', 'aria-label': t('statement-marks') }, label, marksOf(model, statement));
}

/**
 * What it does for other statements, and what others do for it; each is a way to go on.
 * @param {TheApp} app
 * @param {number} index
 * @param {boolean} whole
 */
function linksOf(app, index, whole) {
  const { model } = app;
  const { links = [] } = model.statements[index];
  const onwards = links.map(({ kind, to }) => stepTo(app, `link-${kind}`, { statement: to }));
  const back = (model.linkedFrom.get(index) ?? []).map(({ kind, from }) =>
    stepTo(app, `link-${kind}-back`, { statement: from }),
  );
  const all = [...onwards, ...back, ...stepsBack(app, `statement:${index}`)];
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
 * Every field that has no place of its own above.
 * @param {Model} model
 * @param {Statement} statement
 */
function fieldsOf(model, statement) {
  const type = model.types.get(statement.type);
  return fieldList([
    [t('field-type'), type?.definition ? `${type.label}: ${type.definition}` : undefined],
    ...voiceFields(statement),
    [t('field-from-as', { actor: labels(model, statement.from) }), ownWords(statement.from_as)],
    [t('field-to-as', { actor: labels(model, statement.to) }), ownWords(statement.to_as)],
    ...contextFields(model, statement),
  ]);
}

/** @param {string | undefined} words */
function ownWords(words) {
  return words && t('tell-quoted', { words });
}

// The selection in words, to be read like a handout: by view and actor, or by pair if views are set against each other.

import { facetsText } from '../evidence/verdict_list.js';
import { grammaticalNumber, t } from '../i18n/texts.js';
import { pairEnds, pairKey } from '../model/document.js';
import { unpaired, viewsShown } from '../model/selection.js';
import { formShown } from '../model/state.js';
import { comparedOn, verdictName, verdictOwner, verdictReason, VERDICTS } from '../model/verdict.js';
import { nothingLeft } from '../view/chips.js';
import { byId, fill, h } from '../view/dom.js';
import { opensEvidence, sentenceOf, signMark, viewName } from '../view/format.js';
import { issueSections } from './issue_words.js';
import { followForm, moreButton, pairsLeft, slices, wayToEvidence } from './shared.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/data.d.ts').Statement} Statement */
/** @typedef {import('../view/dom.js').Child} Child */
/** How a statement is told: as an item of a list. */
/** @typedef {(index: number) => HTMLElement} Telling */
/** A heading with what stands under it, built when it is shown. */
/** @typedef {{size: number, build: (tell: Telling) => Child[]}} Section */

/** How many statements are shown before more are asked for, and how many sections a screen holds. */
const PORTION_IN_WORDS = { slice: 240, screen: 8 };

/** In which sense a statement stands; each has a heading of its own. */
const SENSES = /** @type {const} */ ([
  ['held', (/** @type {Statement} */ s) => s.standing === 'holds' && s.mode === 'actual' && !isWish(s)],
  ['past', (/** @type {Statement} */ s) => s.standing === 'holds' && s.mode === 'historical' && !isWish(s)],
  ['possible', (/** @type {Statement} */ s) => s.standing === 'holds'],
  ['said', (/** @type {Statement} */ s) => s.standing === 'open'],
  ['denied', () => true],
]);

/** @param {Statement} statement */
function isWish({ attitude }) {
  return attitude !== undefined;
}

/** @param {TheApp} app */
export function startWords(app) {
  const place = byId('words');
  followForm(
    app,
    'words',
    ['mode'],
    () => {
      place.scrollTop = 0;
      fill(place, h('div', { class: 'prose' }, h('h2', { class: 'unseen' }, t('form-words')), wordsShown(app)));
    },
    () => {
      for (const item of place.querySelectorAll('[aria-current]')) item.removeAttribute('aria-current');
      const [kind, at] = (app.state.at ?? '').split(':');
      if (kind !== 'statement' && kind !== 'position') return;
      for (const item of place.querySelectorAll(`[data-${kind}="${CSS.escape(at)}"]`))
        item.setAttribute('aria-current', 'true');
    },
  );
}

/**
 * Slice by slice, each of whole sections.
 * @param {TheApp} app
 * @returns {Child[]}
 */
function wordsShown(app) {
  const sections = wordSections(app);
  if (sections.length === 0) return [h('p', { class: 'empty' }, nothingLeft(app))];
  const text = h('div');
  const tell = (/** @type {number} */ index) => statementItem(app, index);
  const show = (/** @type {Section[]} */ part) =>
    text.append(...part.flatMap((section) => nodes(section.build(tell))));
  const list = slices(text, sections, PORTION_IN_WORDS, show, ({ size }) => size);
  return [text, moreButton(list, () => t('words-more'))];
}

/** @param {Child[]} children */
function nodes(children) {
  return /** @type {Node[]} */ (children.filter((child) => child instanceof Node));
}

/**
 * What is left of what the form tells of, under headings; also what a handout says.
 * @param {TheApp} app
 * @returns {Section[]}
 */
export function wordSections(app) {
  const told = formShown(app);
  const issues = told.positions ? issueSections(app, viewsShown(app.model, app.state)) : [];
  return [...issues, ...(told.statements ? ties(app) : [])];
}

/**
 * The statements that are left: by verdict and pair where views are set against each other, else by view and actor.
 * @param {TheApp} app
 */
function ties(app) {
  const views = viewsShown(app.model, app.state);
  const against = app.model.views.length > 1 && ['both', 'side', 'only'].includes(app.state.mode) && views.length > 1;
  return against ? byVerdict(app, views) : views.flatMap((view) => byActor(app, view));
}

/**
 * A statement: sign, sentence, and the paragraphs as a way to its evidence.
 * @param {TheApp} app
 * @param {number} index
 */
function statementItem(app, index) {
  const statement = app.model.statements[index];
  const { sign, gloss } = statement;
  return h(
    'li',
    { 'data-statement': index },
    signMark(sign),
    h('p', {}, sentenceOf(statement), wayToEvidence(app, `statement:${index}`, statement)),
    gloss && h('p', { class: 'gloss' }, gloss),
  );
}

/**
 * One view: what is held, then what is past, possible, said by others, denied; by actor where there is much.
 * @param {TheApp} app
 * @param {number} view
 * @returns {Section[]}
 */
function byActor(app, view) {
  const { model, selection } = app;
  let rest = selection.statements.filter((index) => model.statements[index].views.includes(view));
  /** @type {Section[]} */
  const sections = [];
  for (const [sense, has] of SENSES) {
    const own = rest.filter((index) => has(model.statements[index]));
    rest = rest.filter((index) => !has(model.statements[index]));
    if (own.length === 0) continue;
    const { short: name, plural } = model.views[view];
    const heading = () => h('h3', {}, t(`words-${sense}`, { name, number: grammaticalNumber(plural) }));
    const actors = [...groupedByActor(app, own)];
    actors.forEach(([actor, indices], place) => {
      const build = (/** @type {Telling} */ tell) => [
        place === 0 && heading(),
        h('h4', {}, model.name(actor)),
        h('ul', { class: 'told' }, indices.map(tell)),
      ];
      sections.push({ size: indices.length, build });
    });
  }
  return sections.length === 0 ? [] : [{ size: 0, build: () => [h('h2', {}, viewName(model, view))] }, ...sections];
}

/**
 * @param {TheApp} app
 * @param {number[]} indices
 * @returns {[string, number[]][]}
 */
function groupedByActor(app, indices) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const index of indices) {
    const actor = pairsLeft(app, index)[0]?.[0] ?? app.model.statements[index].from[0];
    const group = groups.get(actor);
    if (group) group.push(index);
    else groups.set(actor, [index]);
  }
  return [...groups].sort(
    ([a, one], [b, other]) => other.length - one.length || app.model.name(a).localeCompare(app.model.name(b)),
  );
}

/**
 * Views against each other: pair by pair, contradictions first, each with its verdict.
 * @param {TheApp} app
 * @param {number[]} views
 * @returns {Section[]}
 */
function byVerdict(app, views) {
  const { model, state, selection } = app;
  const ranked = [...selection.dyads].map(([key, indices]) => {
    const compared = comparedOn(model, state.level, key).filter(({ comparison }) =>
      comparison.views.every((view) => views.includes(view)),
    );
    return { key, indices, compared, rank: compared[0] ? VERDICTS.indexOf(compared[0].dyad.verdict) : VERDICTS.length };
  });
  ranked.sort((a, b) => a.rank - b.rank || b.indices.length - a.indices.length || (a.key < b.key ? -1 : 1));
  let heading = '';
  const paired = ranked.flatMap(({ key, indices, compared }) => {
    const name = compared[0] ? verdictName(model, compared[0]) : t('words-unjudged');
    /** @type {Section[]} */
    const sections = [];
    if (name !== heading) sections.push({ size: 0, build: () => [h('h2', {}, name), commonReason(app, compared)] });
    heading = name;
    sections.push({ size: indices.length, build: (tell) => dyadInWords(app, { key, indices, compared, views }, tell) });
    return sections;
  });
  const alone = unpaired(app);
  if (alone.length === 0) return paired;
  const build = (/** @type {Telling} */ tell) => [h('h2', {}, t('words-alone')), ...byView(app, alone, views, tell)];
  return [...paired, { size: alone.length, build }];
}

/**
 * Statements under the names of the views that have them.
 * @param {TheApp} app
 * @param {number[]} indices
 * @param {number[]} views
 * @param {Telling} tell
 */
function byView({ model }, indices, views, tell) {
  return views.flatMap((view) => {
    const own = indices.filter((index) => model.statements[index].views.includes(view));
    if (own.length === 0) return [];
    return [h('h4', {}, viewName(model, view)), h('ul', { class: 'told' }, own.map(tell))];
  });
}

/**
 * What a verdict rests on, once for all pairs that have it; a silence has its own reason in each.
 * @param {TheApp} app
 * @param {import('../model/document.js').Compared[]} compared
 */
function commonReason({ model, selection }, compared) {
  if (!compared[0] || compared[0].dyad.silence) return null;
  const whole = selection.statements.length < selection.all && t('status-whole');
  return h('p', { class: 'reason' }, [verdictReason(model, compared[0]), whole].filter(Boolean).join(' '));
}

/**
 * @param {TheApp} app
 * @param {{key: string, indices: number[], compared: import('../model/document.js').Compared[], views: number[]}} dyad
 * @param {Telling} tell
 * @returns {Child[]}
 */
function dyadInWords(app, { key, indices, compared, views }, tell) {
  const { model } = app;
  const pair = namesOf(app, indices[0], key);
  const reasons =
    compared.length > 1
      ? [verdictsInWords(app, compared)]
      : compared.flatMap((each) => {
          const told = [
            facetsText(model, each),
            each.dyad.silence && verdictReason(model, each),
            verdictOwner(model, each, key) ?? (each.dyad.via_roll_up && t('panel-rolled-up')),
          ].filter(Boolean);
          return told.length === 0 ? [] : [h('p', { class: 'reason' }, told.join(' '))];
        });
  return [h('h3', {}, h('button', opensEvidence(app, key), pair)), ...reasons, ...byView(app, indices, views, tell)];
}

/**
 * Each verdict once, with who stands against whom, or how two views met.
 * @param {TheApp} app
 * @param {import('../model/document.js').Compared[]} compared
 */
function verdictsInWords({ model }, compared) {
  /** @type {Map<string, string[]>} */
  const byName = new Map();
  for (const each of compared) {
    const name = verdictName(model, each);
    const met = t(each.dyad.via_roll_up ? 'words-rolled-up' : 'words-as-named');
    const pair = each.comparison.views.map((view) => model.views[view].letter).join('–');
    byName.set(name, [...(byName.get(name) ?? []), model.views.length > 2 ? pair : met]);
  }
  if (byName.size === 1 && model.views.length === 2) return null;
  return h(
    'p',
    { class: 'reason' },
    [...byName].map(([name, how]) => `${name} (${[...new Set(how)].join(', ')})`).join('; '),
  );
}

/**
 * The two actors of a key, as the statement has them.
 * @param {TheApp} app
 * @param {number} index
 * @param {string} key
 */
function namesOf(app, index, key) {
  const pair = pairsLeft(app, index).find(([from, to]) => pairKey(from, to) === key) ?? pairEnds(key);
  return pair.map(app.model.name).join(' – ');
}

// Issues in the words of the page: what answers are called, where a view stands, what the answers of two come to.

import { grammaticalNumber, t } from '../i18n/texts.js';

/** @typedef {import('./document.js').Model} Model */
/** @typedef {import('./document.js').IssueCompared} IssueCompared */
/** @typedef {import('./document.js').Position} Position */
/** @typedef {import('./data.d.ts').Issue} Issue */
/** @typedef {import('./data.d.ts').Standing} Standing */
/** In which sense an answer stands. */
/** @typedef {'held' | 'guarded' | 'denied' | 'open'} Sense */
/** An answer of a view, with the word for what keeps it from being held outright. */
/** @typedef {{answer: string, label: string, sense: Sense, word: string, positions: number[]}} Stand */

/** What is contested comes first, silence last. */
export const ISSUE_VERDICTS = [
  'wrong-question',
  'torn',
  'rejects',
  'contradict',
  'near',
  'in-part',
  'differ',
  'open',
  'agree',
  'only-a',
  'only-b',
];

/**
 * Which of the two speaks, where the other is silent.
 * @param {IssueCompared} compared
 */
function speakerOf({ found }) {
  return found.verdict === 'only-a' ? 0 : found.verdict === 'only-b' ? 1 : null;
}

/**
 * The name of a verdict: a silence names who speaks.
 * @param {Model} model
 * @param {IssueCompared} compared
 */
export function issueVerdictName(model, compared) {
  const speaker = speakerOf(compared);
  if (speaker === null) return t(`issue-name-${compared.found.verdict}`);
  return t('verdict-title-only', { side: model.views[compared.views[speaker]].short });
}

/**
 * A verdict on an issue as a value to filter by: a silence names the view that speaks.
 * @param {IssueCompared} compared
 */
export function issueVerdictValue(compared) {
  const speaker = speakerOf(compared);
  return speaker === null ? `issue:${compared.found.verdict}` : `only:${compared.views[speaker]}`;
}

/**
 * What a verdict rests on, in a sentence.
 * @param {Model} model
 * @param {IssueCompared} compared
 */
export function issueVerdictReason(model, compared) {
  const speaker = speakerOf(compared);
  if (speaker === null) return t(`issue-why-${compared.found.verdict}`);
  const { short: name, plural } = model.views[compared.views[1 - speaker]];
  const silence = compared.found.silence ?? 'not-raised';
  return t(`issue-silent-${silence}`, { name, number: grammaticalNumber(plural) });
}

/**
 * The verdicts on an issue of those of some views that are set against each other, contested ones first.
 * @param {Model} model
 * @param {string} issue
 * @param {number[]} views
 */
export function issueCompared(model, issue, views) {
  const rank = (/** @type {IssueCompared} */ { found }) => ISSUE_VERDICTS.indexOf(found.verdict);
  const own = model.issueVerdicts.get(issue) ?? [];
  const among = own.filter((compared) => compared.views.every((view) => views.includes(view)));
  return among.sort((a, b) => rank(a) - rank(b));
}

/**
 * An answer in words.
 * @param {Issue | undefined} issue
 * @param {string} answer
 */
export function answerLabel(issue, answer) {
  if (answer === 'undecided') return t('answer-undecided');
  if (answer === 'wrong-question') return t('answer-wrong-question');
  return issue?.answers.find(({ id }) => id === answer)?.label ?? answer;
}

/**
 * The answer of a position in words, with the `not` of what is reported or felt.
 * @param {Model} model
 * @param {Position} position
 */
export function answerOf(model, position) {
  const label = answerLabel(model.issues.get(position.issue), position.answer);
  const within = position.negated && (position.attitude !== undefined || position.standing === 'open');
  return within ? t('tell-not', { relation: label }) : label;
}

/**
 * The word for what an answer hangs on: a condition, or what is still to come; nothing if it holds outright.
 * @param {Model} model
 * @param {Position} position
 */
function hangsOn({ issues }, { mode, condition, issue }) {
  if (mode === 'hypothetical' || condition !== undefined) return t('stand-if');
  return mode === 'future' && issues.get(issue)?.kind !== 'forecast' ? t('stand-to-come') : '';
}

/**
 * How a position stands by itself, and the word for it.
 * @param {Model} model
 * @param {Position} position
 * @returns {{sense: Sense, word: string}}
 */
export function senseOf(model, position) {
  const { attitude, stance, standing, hedged, answer } = position;
  if (attitude !== undefined) return { sense: 'open', word: t(`attitude-${attitude}`, { time: 'now' }) };
  if (standing === 'open') return { sense: 'open', word: t(stance === 'doubts' ? 'stand-doubted' : 'stand-reported') };
  const condition = hangsOn(model, position);
  const word = [condition, hedged && t('stand-guarded')].filter(Boolean).join(', ');
  if (standing === 'denies') return { sense: 'denied', word: [t('standing-denies'), word].filter(Boolean).join(', ') };
  if (answer === 'undecided') return { sense: 'open', word };
  return { sense: word ? 'guarded' : 'held', word };
}

/**
 * Where a view stands on an issue, by some of its positions: what it holds, the strongest first, what it denies, what it
 * leaves open, and what it only wishes for or hangs on conditions.
 * @param {Model} model
 * @param {Issue} issue
 * @param {number} view
 * @param {(position: number) => boolean} [isShown]
 * @returns {Stand[]}
 */
export function standsOf(model, issue, view, isShown = () => true) {
  const stand = issue.stands.find((each) => each.view === view);
  const all = (model.positionsOn.get(issue.id) ?? []).filter((at) => model.positions[at].views.includes(view));
  const held = [...(stand?.held ?? [])].sort((a, b) => Number(b.main ?? false) - Number(a.main ?? false));
  const answers = [
    ...held.map((standing) => heldStand(model, issue, standing)),
    ...(stand?.denied ?? []).map((standing) => deniedStand(issue, standing)),
  ];
  const told = new Set(answers.flatMap(({ positions }) => positions));
  const rest = all.filter((at) => !told.has(at));
  const open = new Set(stand?.open ?? []);
  rest.sort((a, b) => Number(open.has(b)) - Number(open.has(a)) || a - b);
  return [...answers, ...loose(model, rest)].flatMap((each) => {
    const positions = each.positions.filter(isShown);
    return positions.length > 0 ? [{ ...each, positions }] : [];
  });
}

/**
 * Why nothing of a view is shown on an issue, as a key of messages: it is `silent`, or filters hide what it answers, or what
 * the page has of it leaves that out. Verdicts are of the whole record, so that only the first of these is a finding.
 * @param {Model} model
 * @param {Issue} issue
 * @param {number} view
 */
export function absence(model, issue, view) {
  if (issue.stands.some((stand) => stand.view === view)) return 'panel-only-hidden';
  const own = (model.issueVerdicts.get(issue.id) ?? []).filter(({ views }) => views.includes(view));
  const speaks = own.some((compared) => {
    const speaker = speakerOf(compared);
    return speaker === null || compared.views[speaker] === view;
  });
  return speaks ? 'stand-unselected' : 'stand-silent';
}

/**
 * Whether the verdicts of some views on an issue rest on more than is shown of them: one has answers, and none is shown.
 * @param {Model} model
 * @param {Issue} issue
 * @param {number[]} views
 * @param {(position: number) => boolean} isShown
 */
export function isOfMore(model, issue, views, isShown) {
  const nothing = views.filter((view) => standsOf(model, issue, view, isShown).length === 0);
  return nothing.some((view) => absence(model, issue, view) !== 'stand-silent');
}

/**
 * An answer that is held: outright, or in some way short of that.
 * @param {Model} model
 * @param {Issue} issue
 * @param {Standing} standing
 * @returns {Stand}
 */
function heldStand(model, issue, { answer, main, guarded, positions }) {
  const conditions = new Set(positions.map((/** @type {number} */ at) => hangsOn(model, model.positions[at])));
  const condition = conditions.has('') ? '' : [...conditions].join(', ');
  const short = [condition, guarded && t('stand-guarded')].filter(Boolean).join(', ');
  const label = answerLabel(issue, answer);
  if (short) return { answer, label, sense: 'guarded', word: short, positions };
  return { answer, label, sense: 'held', word: main ? '' : t('stand-also'), positions };
}

/**
 * @param {Issue} issue
 * @param {Standing} standing
 * @returns {Stand}
 */
function deniedStand(issue, { answer, positions }) {
  return { answer, label: answerLabel(issue, answer), sense: 'denied', word: t('standing-denies'), positions };
}

/**
 * Positions that are neither held nor denied outright: those alike are one.
 * @param {Model} model
 * @param {number[]} positions
 */
function loose(model, positions) {
  /** @type {Map<string, Stand>} */
  const stands = new Map();
  for (const at of positions) {
    const position = model.positions[at];
    const { sense, word } = senseOf(model, position);
    const label = answerOf(model, position);
    const key = [label, sense, word].join('\n');
    const known = stands.get(key);
    if (known) known.positions.push(at);
    else stands.set(key, { answer: position.answer, label, sense, word, positions: [at] });
  }
  return [...stands.values()];
}

/**
 * The issues of which something is left, contested ones first, each with the views that are shown and their verdicts.
 * @param {{model: Model, selection: import('./selection.js').Selection}} shown
 * @param {number[]} views
 */
export function issuesLeft({ model, selection }, views) {
  const left = new Set(selection.positions.map((at) => model.positions[at].issue));
  const inOrder = [...new Set([...model.issueVerdicts.keys(), ...model.issues.keys()])];
  const told = inOrder.flatMap((id) => {
    const issue = model.issues.get(id);
    return issue && left.has(id) ? [{ issue, compared: issueCompared(model, id, views) }] : [];
  });
  const rank = (/** @type {IssueCompared[]} */ [first]) =>
    first ? ISSUE_VERDICTS.indexOf(first.found.verdict) : ISSUE_VERDICTS.length;
  return told.sort((a, b) => rank(a.compared) - rank(b.compared));
}

// Statements as a table for other programs: RFC 4180, the columns named as Parallax names them in its own tables.

import { authorName } from './tell.js';
import { comparedOn, pairsOf, verdictName } from './verdict.js';
import { pairKey } from './data.js';

/** @typedef {import('./app.js').TheApp} TheApp */
/** @typedef {import('./data.js').Statement} Statement */

/** @param {string[] | undefined} parts */
function several(parts) {
  return (parts ?? []).join(';');
}

/** @param {Statement} statement @param {'holders' | 'via'} whose */
function voices(statement, whose) {
  return several(statement[whose]?.map(({ actor, label }) => actor ?? label ?? ''));
}

/**
 * Columns that `parallax --table` reads come first, those that tell people more come last.
 * @type {[string, (app: TheApp, statement: Statement, index: number) => string | number | boolean | undefined][]}
 */
const CSV_COLUMNS = [
  ['author', (_, s) => s.author],
  ['id', (_, s) => s.ref.slice(s.ref.indexOf('/') + 1)],
  ['from', (_, s) => several(s.from)],
  ['from-as', (_, s) => s.from_as],
  ['to', (_, s) => several(s.to)],
  ['to-as', (_, s) => s.to_as],
  ['type', (_, s) => s.type],
  ['sign', (_, s) => s.sign],
  ['stance', (_, s) => s.stance],
  ['holder', (_, s) => voices(s, 'holders')],
  ['via', (_, s) => voices(s, 'via')],
  ['negated', (_, s) => s.negated ?? false],
  ['mode', (_, s) => s.mode],
  ['attitude', (_, s) => s.attitude],
  ['hedged', (_, s) => s.hedged ?? false],
  ['when', (_, s) => s.when],
  ['strength', (_, s) => s.strength],
  ['facets', (_, s) => several(s.facets)],
  ['with', (_, s) => several(s.with)],
  ['against', (_, s) => several(s.against)],
  ['excluding', (_, s) => several(s.excluding)],
  ['benefiting', (_, s) => several(s.benefiting)],
  ['frame', (_, s) => s.frame],
  ['by', (_, s) => s.by],
  ['amount', (_, s) => s.amount],
  ['condition', (_, s) => s.condition],
  ['gloss', (_, s) => s.gloss],
  ['tags', (_, s) => several(s.tags)],
  ['coder', (_, s) => s.coder],
  ['evidence', (_, s) => several(s.evidence?.map(({ work, anchor }) => `${work}:${anchor}`))],
  ['author-name', ({ model }, s) => authorName(model, s.author)],
  ['from-names', ({ model }, s) => several(s.from.map(model.name))],
  ['to-names', ({ model }, s) => several(s.to.map(model.name))],
  ['standing', (_, s) => s.standing],
  ['paragraphs', (_, s) => several([...new Set(s.evidence?.map(({ paragraph }) => String(paragraph)))])],
  ['verdicts', (app, _, index) => verdictsOf(app, index)],
  ['sentence', (_, s) => s.sentence],
];

/**
 * @param {TheApp} app
 * @param {number} index
 */
function verdictsOf({ model, state }, index) {
  const compared = pairsOf(model, state.level, index).flatMap((pair) =>
    comparedOn(model, state.level, pairKey(...pair)),
  );
  return several([...new Set(compared.map((each) => verdictName(model, each)))]);
}

/**
 * The statements that are left, as CSV.
 * @param {TheApp} app
 */
export function statementsCsv(app) {
  const head = CSV_COLUMNS.map(([name]) => name);
  const rows = app.selection.statements.map((index) =>
    CSV_COLUMNS.map(([, cell]) => cell(app, app.model.statements[index], index) ?? ''),
  );
  return `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula. Plain numbers are none.
 * @param {unknown} value
 */
function csvCell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

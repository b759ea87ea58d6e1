// Statements as a table for other programs: RFC 4180, the columns named as Parallax names them in its own tables.

import { pairKey } from '../model/document.js';
import { comparedOn, pairsOf, verdictName } from '../model/verdict.js';
import { authorName } from '../view/format.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/document.js').Model} Model */
/** @typedef {import('../model/data.d.ts').Statement} Statement */
/** @typedef {{app: TheApp, rows: Set<number>}} Table the statements that are left, by their places */

/**
 * A list in a cell, as tables are read: it is divided at `;`, one that belongs to a part has a backslash before it, and behind a part
 * that ends in a backslash stands a space.
 * @param {string[] | undefined} parts
 */
function several(parts) {
  return (parts ?? [])
    .map((part) => part.replaceAll(';', '\\;'))
    .reduce((cell, part) => (cell === '' ? part : `${cell}${cell.endsWith('\\') ? ' ' : ''};${part}`), '');
}

/** @param {Statement} statement @param {'holders' | 'via'} whose */
function voices(statement, whose) {
  return several(statement[whose]?.map((holder) => ('actor' in holder ? holder.actor : holder.label)));
}

/**
 * The id of a statement where a table can have it: not one that was made up of others, or that stands twice.
 * @param {Statement} statement
 */
function idOf({ ref, author, id }) {
  return ref === `${author}/${id}` && !/[\s\p{Cc}:,+=#~]/u.test(id) ? id : '';
}

/**
 * What the statement does for others: for those of the table, or for those beyond it, which a table cannot name.
 * @param {Statement} statement
 * @param {Table} table
 * @param {boolean} within
 */
function linksIn(statement, { app: { model }, rows }, within) {
  const told = (statement.links ?? []).map(({ kind, to }) => {
    const other = typeof to === 'number' ? model.statements[to] : null;
    const id = typeof to === 'number' && other && rows.has(to) ? idOf(other) : '';
    return { known: id !== '', text: `${kind} ${id || (other ? other.ref : to)}` };
  });
  return several(told.filter(({ known }) => known === within).map(({ text }) => text));
}

/**
 * The work of a passage as its author calls it: works of several authors that have one id have the author before it in the page.
 * @param {Table} table
 * @param {Statement} statement
 * @param {string} work
 */
function workOf({ app: { model } }, { author }, work) {
  const before = `${author}/`;
  const shared = [...model.works.keys()].some((id) => id !== work && id.endsWith(work.slice(before.length - 1)));
  return work.startsWith(before) && shared ? work.slice(before.length) : work;
}

/**
 * The actors at an end as files name them: of several together each.
 * @param {Model} model
 * @param {string[]} ids
 */
function named(model, ids) {
  return ids.flatMap((id) => (model.members(id).length > 0 ? model.members(id) : [id]));
}

/**
 * Which ends speak of several together.
 * @param {Model} model
 * @param {Statement} statement
 */
function togetherIn(model, { from, to }) {
  const [first, second] = [from, to].map((ids) => ids.some((id) => model.members(id).length > 0));
  if (first && second) return true;
  return first ? 'from' : second ? 'to' : '';
}

/**
 * Columns that `parallax --table` reads come first, those that tell people more come last.
 * @type {[string, (table: Table, statement: Statement, index: number) => string | number | boolean | undefined][]}
 */
const CSV_COLUMNS = [
  ['author', (_, s) => s.author],
  ['id', (_, s) => idOf(s)],
  ['from', ({ app: { model } }, s) => several(named(model, s.from))],
  ['from-as', (_, s) => s.from_as],
  ['to', ({ app: { model } }, s) => several(named(model, s.to))],
  ['to-as', (_, s) => s.to_as],
  ['together', ({ app: { model } }, s) => togetherIn(model, s)],
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
  ['by', (_, s) => s.by],
  ['amount', (_, s) => s.amount],
  ['condition', (_, s) => s.condition],
  ['gloss', (_, s) => s.gloss],
  ['tags', (_, s) => several(s.tags)],
  ['coder', (_, s) => s.coder],
  ['links', (table, s) => linksIn(s, table, true)],
  // Works and frames are no part of a table: read into the corpus of the page, these two are named by --columns.
  ['cited', (table, s) => several(s.evidence?.map(({ work, anchor }) => `${workOf(table, s, work)}:${anchor}`))],
  ['framed', (_, s) => s.frame],
  ['author-name', ({ app: { model } }, s) => authorName(model, s.author)],
  ['from-names', ({ app: { model } }, s) => several(named(model, s.from).map(model.name))],
  ['to-names', ({ app: { model } }, s) => several(named(model, s.to).map(model.name))],
  ['links-beyond', (table, s) => linksIn(s, table, false)],
  ['standing', (_, s) => s.standing],
  ['paragraphs', (_, s) => several([...new Set(s.evidence?.map(({ paragraph }) => String(paragraph)))])],
  ['verdicts', ({ app }, _, index) => verdictsOf(app, index)],
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
  const table = { app, rows: new Set(app.selection.statements) };
  const rows = app.selection.statements.map((index) =>
    CSV_COLUMNS.map(([, cell]) => cell(table, app.model.statements[index], index) ?? ''),
  );
  return `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe before it says so, and tables are read without it. Plain numbers
 * are none.
 * @param {unknown} value
 */
function csvCell(value) {
  const text = String(value);
  const safe = /^'*[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

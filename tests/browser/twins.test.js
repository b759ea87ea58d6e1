// Matrix, table and words tell the same selection as the graph, and can be sorted and read without it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { choose, numbersIn, visibleTies } from './reading.js';
import { dyadsLeft, fragmentOf, left, pairsLeft, positionsLeft, stateOf } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {import('../../crates/explorer/web/model/state.js').State} State */

const on = browsing();
const FORMS = ['graph', 'matrix', 'table', 'issues', 'words'];

/** Selections that are small enough to be shown whole in each form. @type {Partial<State>[]} */
const SELECTIONS = [
  {},
  { mode: '1' },
  { level: 'state' },
  { main: false, facts: false, stance: ['rejects'] },
  { main: false, facts: false, actor: ['china'] },
  { main: false, facts: false, verdict: ['agency'] },
  { mode: 'only' },
];

/**
 * The statements that are cited in a form.
 * @param {Visit} visit
 * @param {string} form
 */
async function cited(visit, form) {
  const ats = await visit.all(`#${form} [data-at^="statement:"]`, (marks) => marks.map((mark) => mark.getAttribute('data-at') ?? ''));
  return [...new Set(ats.map((at) => Number(at.slice('statement:'.length))))].sort((a, b) => a - b);
}

/**
 * The pairs that have a cell.
 * @param {Visit} visit
 */
async function celled(visit) {
  const ats = await visit.all('#matrix td [data-at]', (marks) => marks.map((mark) => mark.getAttribute('data-at') ?? ''));
  return [...new Set(ats.map((at) => at.split('~').sort().join(' ')))].sort();
}

describe('the same selection', () => {
  for (const patch of SELECTIONS) {
    test(
      `in every form: ${fragmentOf(patch) || 'as at the start'}`,
      on('builtin', { fragment: fragmentOf(patch) }, async (visit) => {
        const data = await visit.data();
        const state = stateOf(data, patch);
        const statements = left(data, state);
        const positions = positionsLeft(data, state);
        for (const form of FORMS) {
          await visit.click(`#tab-${form}`);
          const said = await visit.text('#status');
          // The issues are told by positions alone, and words tell both.
          const counted = [...said.matchAll(/(\d+) of \d+ (statement|position)s?/g)].map(([, n, what]) => `${n} ${what}s`);
          const [ofStatements, ofPositions] = [[`${statements.length} statements`], [`${positions.length} positions`]];
          const expected = form === 'issues' ? ofPositions : form === 'words' ? [...ofStatements, ...ofPositions] : ofStatements;
          assert.deepEqual(counted, expected, `${form}: ${said}`);
        }
        await visit.click('#tab-table');
        assert.deepEqual(await cited(visit, 'table'), statements, 'rows');
        await visit.click('#tab-words');
        assert.deepEqual(await cited(visit, 'words'), statements, 'sentences');
        await visit.click('#tab-matrix');
        assert.deepEqual(await celled(visit), dyadsLeft(data, state), 'cells');
      }),
    );
  }

  test(
    'a filter that is chosen in one form holds in all',
    on('builtin', { fragment: fragmentOf({ main: false, facts: false, form: 'table' }) }, async (visit) => {
      await choose(visit, 'stance', 'doubts');
      const data = await visit.data();
      const statements = left(data, stateOf(data, { main: false, facts: false, stance: ['doubts'] }));
      assert.deepEqual(await cited(visit, 'table'), statements);
      await visit.click('#tab-graph');
      assert.ok((await visibleTies(visit)).flat().length > 0);
      await visit.click('#tab-words');
      assert.deepEqual(await cited(visit, 'words'), statements);
    }),
  );
});

describe('the table', () => {
  test(
    'each row says who does what to whom',
    on('builtin', { fragment: 'form=table' }, async (visit) => {
      const { statements, who } = await visit.data();
      const name = new Map(who.map((each) => [each.id, [each.name, each.label]]));
      const rows = await visit.all('#table tbody tr', (rows) =>
        rows.map((row) => ({ at: row.querySelector('[data-at]')?.getAttribute('data-at') ?? '', text: row.textContent ?? '' })),
      );
      assert.ok(rows.length > 10);
      for (const { at, text } of rows) {
        const statement = statements[Number(at.split(':')[1])];
        for (const actor of [statement.from[0], statement.to[0]]) {
          assert.ok(name.get(actor)?.some((each) => text.includes(each)), `${text} names ${actor}`);
        }
        const [first] = statement.evidence ?? [];
        if (first) assert.ok(text.includes(String(first.paragraph)), `${text} says where`);
      }
    }),
  );

  test(
    'every column sorts, one way and the other',
    on('builtin', { fragment: fragmentOf({ form: 'table', main: false }) }, async (visit) => {
      const buttons = await visit.count('#table thead th button');
      assert.ok(buttons >= 6, `${buttons} columns sort`);
      const order = () => visit.texts('#table tbody tr');
      for (let column = 1; column <= buttons; column += 1) {
        const header = `#table thead th:nth-of-type(${column})`;
        if (!(await visit.page.$(`${header} button`))) continue;
        await visit.click(`${header} button`);
        assert.match((await visit.attribute(header, 'aria-sort')) ?? '', /^(a|de)scending$/);
        const one = await order();
        const first = await visit.attribute(header, 'aria-sort');
        await visit.click(`${header} button`);
        assert.notEqual(await visit.attribute(header, 'aria-sort'), first, `column ${column}`);
        const other = await order();
        assert.equal(one.length, other.length);
        if (new Set(one).size > 1) assert.notDeepEqual(one.slice(0, 30), other.slice(0, 30), `column ${column} turns round`);
      }
      assert.ok((await visit.fragment()).sort !== undefined, 'the order is in the address');
    }),
  );

  test(
    'a thousand rows come on demand, and none is lost',
    on('many', { fragment: fragmentOf({ form: 'table', main: false, facts: false }) }, async (visit) => {
      const data = await visit.data();
      const all = left(data, stateOf(data, { main: false, facts: false })).length;
      assert.ok(all > 1_000);
      assert.ok(numbersIn(await visit.text('#table')).includes(all) || numbersIn(await visit.text('#status')).includes(all));
      const before = await visit.count('#table tbody tr');
      assert.ok(before > 0 && before <= all);
      if (before < all) {
        await visit.page.$eval('#table tbody tr:last-child', (row) => row.scrollIntoView());
        await visit.still();
        const more = await visit.page.$('#table button.more');
        if (more && (await visit.count('#table tbody tr')) === before) await visit.click('#table button.more');
        assert.ok((await visit.count('#table tbody tr')) > before, 'more rows come');
      }
    }),
  );
});

describe('the matrix', () => {
  test(
    'is a table with heads for rows and columns, and cells that say what they hold',
    on('builtin', { fragment: 'form=matrix' }, async (visit) => {
      const data = await visit.data();
      const heads = await visit.all('#matrix table', ([table]) => ({
        columns: table.querySelectorAll('thead th[scope="col"]').length,
        rows: table.querySelectorAll('tbody th[scope="row"]').length,
      }));
      const actors = new Set(left(data, stateOf(data)).flatMap((index) => pairsLeft(data, stateOf(data), index).flat()));
      assert.equal(heads.rows, actors.size);
      assert.ok(heads.columns >= actors.size);
      const names = await visit.all('#matrix td button', (cells) =>
        cells.map((cell) => cell.getAttribute('aria-label') ?? cell.textContent ?? ''),
      );
      for (const name of names) assert.ok(name.trim().length > 5, `a cell is called "${name}"`);
    }),
  );

  test(
    'arrow keys walk over its cells, Enter opens what one says',
    on('builtin', { fragment: 'form=matrix' }, async (visit) => {
      await visit.page.focus('#matrix [tabindex="0"][data-at], #matrix td [tabindex="0"]');
      const at = () => visit.page.evaluate(() => document.activeElement?.getAttribute('data-at') ?? '');
      const before = await at();
      await visit.press('ArrowRight', 'ArrowDown');
      const after = await at();
      assert.notEqual(after, before);
      await visit.press('Enter');
      assert.equal(decodeURIComponent((await visit.fragment()).at), after);
      assert.equal(await visit.visible('#panel'), true);
    }),
  );

  test(
    'of many actors it shows those of whom most is said, and says how many it leaves out',
    on('many', { fragment: fragmentOf({ form: 'matrix', main: false }) }, async (visit) => {
      const data = await visit.data();
      const state = stateOf(data, { main: false });
      const actors = new Set(left(data, state).flatMap((index) => pairsLeft(data, state, index).flat())).size;
      const shown = await visit.count('#matrix tbody th[scope="row"]');
      assert.ok(shown <= 60 && actors > 60, `${shown} of ${actors}`);
      assert.ok(numbersIn(await visit.text('#matrix')).includes(actors - shown), `${actors - shown} are left out`);
    }),
  );
});

describe('in words', () => {
  test(
    'every sentence stands there as the data has it, with its paragraph',
    on('builtin', { fragment: 'form=words' }, async (visit) => {
      const data = await visit.data();
      const text = await visit.text('#words');
      for (const index of left(data, stateOf(data))) {
        assert.ok(text.includes(data.statements[index].sentence.replace(/\s+/g, ' ')), data.statements[index].sentence);
      }
    }),
  );
});

describe('of two authors', () => {
  const whole = { facts: false };

  test(
    'cells are the same only where both mean it in the same sense',
    on('apart', { fragment: fragmentOf({ ...whole, form: 'matrix' }) }, async (visit) => {
      const parts = await visit.all('#matrix td button', (cells) =>
        cells.map((cell) => [cell.getAttribute('data-at'), cell.querySelectorAll('.part.both').length]),
      );
      const both = new Map(/** @type {[string, number][]} */ (parts.filter(([, same]) => same)));
      assert.deepEqual([...both.keys()], ['east~south'], 'one ought and one wants not: these are not the same');
    }),
  );

  test(
    'what relates an actor to itself is told in table and words, and that no line has it',
    on('apart', { fragment: fragmentOf(whole) }, async (visit) => {
      const data = await visit.data();
      assert.match(await visit.text('#status'), new RegExp(`${data.statements.length} of ${data.statements.length} statements`));
      assert.match(await visit.text('#status'), /1 within one actor/);
      const all = data.statements.map((_, index) => index);
      for (const form of ['table', 'words']) {
        await visit.click(`#tab-${form}`);
        assert.deepEqual(await cited(visit, form), all, form);
      }
    }),
  );

  test(
    'a silence is that of the coding, and a verdict that of the whole record',
    on('apart', { fragment: fragmentOf({ form: 'words' }) }, async (visit) => {
      const words = await visit.text('#words');
      assert.match(words, /verdicts are those of the whole record/i);
      assert.doesNotMatch(words, /does not name/);
    }),
  );

  test(
    'what qualifies a sentence stands back, and no words of its own do',
    on('apart', { fragment: fragmentOf(whole) }, async (visit) => {
      const { statements } = await visit.data();
      const index = statements.findIndex((each) => each.by !== undefined);
      await visit.go(fragmentOf({ ...whole, at: `statement:${index}` }));
      const ends = await visit.all('#panel .sentence .rest', (all) => all.map((each) => each.textContent));
      assert.deepEqual(ends, [' (war)']);
      assert.match(statements[index].sentence, /EAST: all, so that none is left hates .*, by a plan: one, so that it holds \(twice\) \(war\)$/);
    }),
  );

  test(
    'their own colours are those of the twins',
    on('apart', { scheme: 'light' }, async (visit) => {
      const colours = await visit.page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return ['--view-0', '--view-1'].map((name) => style.getPropertyValue(name).trim());
      });
      assert.deepEqual(colours, ['#aa3311', '#1155aa']);
    }),
  );
});

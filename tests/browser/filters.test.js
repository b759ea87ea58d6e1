// Every filter as a person uses it: what it leaves is what the data say, and its counts are right.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { choice, choose, countShown, numbersIn, unfoldFilter, visibleTies } from './reading.js';
import { countOf, fragmentOf, left, picturesOf, positionsLeft, stateOf, tiesLeft } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {import('../../crates/explorer/web/model/state.js').State} State */

const on = browsing();
const RECORD = { main: false, facts: false };

/**
 * Fails unless the graph and the status line say what the state leaves.
 * @param {Visit} visit
 * @param {Partial<State>} patch
 */
async function assertLeft(visit, patch) {
  const data = await visit.data();
  const state = stateOf(data, patch);
  const expected = picturesOf(data, state).map((picture) => tiesLeft(data, state, picture));
  assert.deepEqual(await visibleTies(visit), expected, `the lines of ${JSON.stringify(patch)}`);
  const said = numbersIn(await visit.text('#status'));
  assert.ok(said.includes(left(data, state).length), `${said} has no ${left(data, state).length}`);
}

/**
 * The values of a filter that are there to choose, with what they say they leave.
 * @param {Visit} visit
 * @param {string} dimension
 */
async function choices(visit, dimension) {
  const values = await visit.all(`input[type="checkbox"][data-dim="${dimension}"]`, (inputs) =>
    inputs.map((input) => /** @type {HTMLInputElement} */ (input).value),
  );
  const counts = [];
  for (const value of values) counts.push({ value, count: await countShown(visit, dimension, value) });
  return counts;
}

describe('the switches', () => {
  test(
    'main lines only, facts only, each off and on again',
    on('builtin', {}, async (visit) => {
      await assertLeft(visit, {});
      await visit.click('#main-only');
      await assertLeft(visit, { main: false });
      await visit.click('#facts-only');
      await assertLeft(visit, RECORD);
      await visit.click('#main-only');
      await assertLeft(visit, { facts: false });
      await visit.click('#facts-only');
      await assertLeft(visit, {});
      assert.deepEqual(await visit.fragment(), {}, 'all as at the start');
    }),
  );
});

describe('lists of values', () => {
  for (const dimension of ['view', 'sign', 'type', 'stance', 'holder', 'world', 'facet', 'verdict', 'actor']) {
    test(
      `${dimension}: what a value leaves is what it said it would, and a second adds to it`,
      on('builtin', { fragment: fragmentOf(RECORD) }, async (visit) => {
        const data = await visit.data();
        const state = stateOf(data, RECORD);
        await unfoldFilter(visit, dimension);
        const offered = await choices(visit, dimension);
        assert.ok(offered.length >= 2, `${dimension} has ${offered.length} values`);
        for (const { value, count } of offered.slice(0, 8)) {
          const expected = countOf(data, state, dimension, value);
          assert.deepEqual(numbersIn(count ?? ''), [expected], `${dimension} ${value}`);
        }
        const [{ value: first }, { value: second }] = offered;
        await choose(visit, dimension, first);
        await assertLeft(visit, { ...RECORD, [dimension]: [first] });
        await choose(visit, dimension, second);
        await assertLeft(visit, { ...RECORD, [dimension]: [first, second] });
        assert.equal(await visit.count('#chips button'), 2);
        await choose(visit, dimension, first);
        await assertLeft(visit, { ...RECORD, [dimension]: [second] });
      }),
    );
  }

  test(
    'every value that the record has can be chosen',
    on('builtin', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const data = await visit.data();
      for (const [dimension, values] of /** @type {[string, Set<string>][]} */ ([
        ['type', new Set(data.statements.map((each) => each.type))],
        ['stance', new Set(data.statements.map((each) => each.stance))],
        ['world', new Set(data.statements.map((each) => each.mode))],
        ['sign', new Set(data.statements.map((each) => String(each.sign)))],
        ['facet', new Set(data.statements.flatMap((each) => each.facets ?? []))],
      ])) {
        const offered = (await choices(visit, dimension)).map(({ value }) => value);
        assert.deepEqual([...offered].sort(), [...values].sort(), dimension);
      }
    }),
  );

  test(
    'counts follow the other filters',
    on('builtin', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const data = await visit.data();
      await choose(visit, 'stance', 'rejects');
      await unfoldFilter(visit, 'type');
      const state = stateOf(data, { ...RECORD, stance: ['rejects'] });
      for (const { value, count } of await choices(visit, 'type')) {
        const expected = countOf(data, state, 'type', value);
        assert.equal(numbersIn(count ?? '')[0] ?? 0, expected, value);
      }
      // A filter's own values are counted as if it were not there: one sees what adding them would bring.
      for (const { value, count } of await choices(visit, 'stance')) {
        assert.equal(numbersIn(count ?? '')[0] ?? 0, countOf(data, state, 'stance', value), value);
      }
    }),
  );

  test(
    'what lies beyond the main lines is said, and reached by choosing it',
    on('builtin', {}, async (visit) => {
      const data = await visit.data();
      assert.equal(countOf(data, stateOf(data), 'stance', 'rejects'), 0, 'no main line is a rejection');
      await choose(visit, 'stance', 'rejects');
      const { main, facts, stance } = await visit.fragment();
      assert.equal(stance, 'rejects');
      const patch = { main: main !== '0', facts: facts !== '0', stance: ['rejects'] };
      assert.ok(left(data, stateOf(data, patch)).length > 0, 'the switches that hid it are off');
      await assertLeft(visit, patch);
    }),
  );

  test(
    'a long list has a field to narrow it',
    on('builtin', { fragment: fragmentOf(RECORD) }, async (visit) => {
      await unfoldFilter(visit, 'actor');
      const field = 'details[data-dim="actor"] input:not([type="checkbox"])';
      await visit.type(field, 'chin');
      assert.equal(await visit.visible(choice('actor', 'china')), true);
      assert.equal(await visit.visible(choice('actor', 'hudis')), false);
    }),
  );
});

describe('period and strength', () => {
  test(
    'a period leaves what meets it, and what is undated',
    on('builtin', { fragment: fragmentOf(RECORD) }, async (visit) => {
      await visit.set('#from-year', 2022);
      await assertLeft(visit, { ...RECORD, from: 2022 });
      await visit.set('#to-year', 2024);
      await assertLeft(visit, { ...RECORD, from: 2022, to: 2024 });
      assert.match(await visit.text('#years'), /2022.*2024/);
    }),
  );

  test(
    'the sliders go over the years that occur, by key as well',
    on('builtin', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const years = (await visit.data()).statements.flatMap((each) => each.years?.flat() ?? []).filter((year) => year !== null);
      assert.equal(Number(await visit.attribute('#from-year', 'min')), Math.min(...years));
      assert.equal(Number(await visit.attribute('#to-year', 'max')), Math.max(...years));
      await visit.page.focus('#to-year');
      await visit.press('ArrowLeft', 'ArrowLeft');
      await assertLeft(visit, { ...RECORD, to: Math.max(...years) - 2 });
    }),
  );

  test(
    'strength is at least what is chosen',
    on('builtin', { fragment: fragmentOf(RECORD) }, async (visit) => {
      for (const strength of [2, 3, 1]) {
        await visit.click(`#strength input[value="${strength}"]`);
        await assertLeft(visit, { ...RECORD, strength });
      }
    }),
  );
});

describe('what is filtered is said and taken back', () => {
  test(
    'each chip takes its filter away',
    on('builtin', { fragment: fragmentOf({ ...RECORD, sign: ['-1'], facet: ['military'], strength: 2 }) }, async (visit) => {
      const chips = await visit.texts('#chips button');
      assert.ok(chips.length >= 3, chips.join(', '));
      for (let turn = chips.length; turn > 0; turn -= 1) {
        await visit.click('#chips button');
        assert.equal(await visit.count('#chips button'), turn - 1);
      }
    }),
  );

  test(
    'several filters at once leave what all leave, and one button clears them',
    on('builtin', {}, async (visit) => {
      const patch = { ...RECORD, sign: ['-1'], world: ['actual', 'hypothetical'], facet: ['military'], strength: 2, from: 2014 };
      await visit.go(fragmentOf(patch));
      await assertLeft(visit, patch);
      await visit.click('#clear');
      assert.equal(await visit.count('#chips button'), 0);
      const { sign, world, facet, strength, from } = await visit.fragment();
      assert.deepEqual([sign, world, facet, strength, from], [undefined, undefined, undefined, undefined, undefined]);
    }),
  );

  test(
    'what is left of positions keeps no switch on where no statement is left, and is told in the form that has it',
    on('builtin', {}, async (visit) => {
      const data = await visit.data();
      const [lines, record] = [stateOf(data, { holder: ['trump'] }), stateOf(data, { ...RECORD, holder: ['trump'] })];
      assert.ok(positionsLeft(data, lines).length > 0 && left(data, lines).length === 0, 'positions alone, of the main lines');
      await unfoldFilter(visit, 'holder');
      assert.equal(await countShown(visit, 'holder', 'trump'), `(${left(data, record).length})`);
      await visit.click('#tab-issues');
      assert.equal(await countShown(visit, 'holder', 'trump'), String(positionsLeft(data, lines).length));
      await choose(visit, 'holder', 'trump');
      const { main, facts } = await visit.fragment();
      assert.deepEqual([main, facts], [undefined, undefined], 'no switch hides a position');
      await visit.click('#tab-graph');
      assert.equal(await visit.visible('#nothing'), true);
      assert.match(await visit.text('#nothing'), new RegExp(`${positionsLeft(data, lines).length} positions? (is|are) left, under Issues`));
      await visit.click('#tab-table');
      assert.match(await visit.text('#table'), /No statement is left.*left, under Issues/);
    }),
  );

  test(
    'when nothing is left it is said, with a way out',
    on('builtin', { fragment: fragmentOf({ ...RECORD, stance: ['rejects'], holder: ['biden'] }) }, async (visit) => {
      assert.equal(left(await visit.data(), stateOf(await visit.data(), { ...RECORD, stance: ['rejects'], holder: ['biden'] })).length, 0);
      assert.deepEqual((await visibleTies(visit)).flat(), []);
      assert.equal(await visit.visible('#nothing'), true);
      await visit.click('#nothing button');
      assert.ok((await visibleTies(visit)).flat().length > 0);
    }),
  );

  test(
    'in every mode and level the graph keeps to the filters',
    on('builtin', {}, async (visit) => {
      for (const level of ['actor', 'state']) {
        for (const mode of ['0', '1', 'side', 'both', 'only']) {
          for (const patch of [{ ...RECORD, sign: ['1'] }, { main: false, facet: ['economic'] }, { ...RECORD, verdict: ['agency', 'at-whose-cost'] }]) {
            await visit.go(fragmentOf({ mode, level, ...patch }));
            await assertLeft(visit, { mode, level, ...patch });
          }
        }
      }
    }),
  );
});

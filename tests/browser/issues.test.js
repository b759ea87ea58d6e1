// Issues: a row for each, what every view answers, what that comes to, and what filters leave of it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { choose, countShown, numbersIn, toldPositions, unfoldFilter } from './reading.js';
import { countOf, fragmentOf, issueVerdicts, placeOfPosition, positionsLeft, stateOf } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {import('../../crates/explorer/web/model/state.js').State} State */

const on = browsing();
const FORM = { form: 'issues' };
const WHOLE = 'Judged by the whole record, also by what this selection leaves out.';

/** The rows in their order: which issue, what each view answers, and the verdict. @param {Visit} visit */
async function rows(visit) {
  return visit.all('#issues tr[data-issue]', (rows) =>
    rows.map((row) => {
      const plain = (/** @type {Element | null | undefined} */ part) => (part?.textContent ?? '').replace(/\s+/g, ' ').trim();
      return {
        issue: row.getAttribute('data-issue') ?? '',
        question: plain(row.querySelector('th button')),
        stands: [...row.querySelectorAll('.stands > li')].map((stand) => plain(stand)),
        verdict: plain(row.querySelector('td.verdict')),
        contested: row.querySelector('td.verdict .unequal') !== null,
      };
    }),
  );
}

/** The row of an issue. @param {Visit} visit @param {string} issue */
async function row(visit, issue) {
  const found = (await rows(visit)).find((each) => each.issue === issue);
  assert.ok(found, `there is no row of ${issue}`);
  return found;
}

describe('the form', () => {
  test(
    'is not there where nobody answers anything',
    on('one', {}, async (visit) => {
      assert.equal(await visit.visible('#tab-issues'), false);
      await visit.go(fragmentOf(FORM));
      assert.equal(await visit.visible('#graph'), true, 'its address leads to the graph');
      await visit.page.focus('#tab-table');
      await visit.press('ArrowRight');
      assert.equal((await visit.fragment()).form, 'words', 'arrows pass it by');
      assert.doesNotMatch(await visit.text('#status'), /position/);
    }),
  );

  test(
    'is a tab like the others, and has a row for each issue, contested ones first',
    on('issues', {}, async (visit) => {
      const data = await visit.data();
      await visit.click('#tab-issues');
      assert.equal((await visit.fragment()).form, 'issues');
      const shown = await rows(visit);
      assert.deepEqual(shown.map(({ issue }) => issue).sort(), (data.issues ?? []).map(({ id }) => id).sort());
      const contested = shown.map((each) => each.contested);
      assert.deepEqual(contested, [...contested].sort((a, b) => Number(b) - Number(a)));
      const verdicts = new Map(data.issue_comparisons?.[0].issues.map((each) => [each.issue, each.contested === true]));
      for (const each of shown) assert.equal(each.contested, verdicts.get(each.issue), each.question);
      await visit.page.focus('#tab-issues');
      await visit.press('ArrowRight');
      assert.equal((await visit.fragment()).form, 'words');
    }),
  );

  test(
    'says what each view answers: held, denied, guarded, on a condition, to come, reported, undecided, wished for, silent',
    on('issues', { fragment: fragmentOf(FORM) }, async (visit) => {
      const stands = async (/** @type {string} */ issue) => (await row(visit, issue)).stands;
      assert.deepEqual(await stands('cause'), ['AFear of a growing powerOld wrongs denied', 'BOld wrongsEnvy also']);
      assert.deepEqual(await stands('outcome'), ['AIt could if', 'BIt could not']);
      assert.deepEqual(await stands('oracle'), ['AIt did not', 'BIt did reported']);
      assert.deepEqual(await stands('plague'), ['AFrom abroad guarded', 'Bsilent']);
      assert.deepEqual(await stands('peace'), ['Ait cannot be said', 'BIt will not']);
      assert.deepEqual(await stands('freedom'), ['Athe question is wrongly put', 'BIt is']);
      assert.deepEqual(await stands('blame'), ['AThe generalsThe allies denied', 'BThe peopleThe allies deniedThe generals wanted']);
      assert.equal(await visit.text('tr[data-issue="cause"] s'), 'Old wrongs', 'what is denied is struck');
    }),
  );

  test(
    'fills what is held, and nothing else',
    on('issues', { fragment: fragmentOf(FORM) }, async (visit) => {
      const ground = await visit.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const marks = await visit.all('#issues .stand', (marks) =>
        marks.map((mark) => ({ held: mark.classList.contains('held'), back: getComputedStyle(mark).backgroundColor, text: mark.textContent })),
      );
      for (const { held, back, text } of marks) assert.equal(back !== ground, held, `${text}: ${back}`);
    }),
  );

  test(
    'says what the answers come to, and what is to be said besides',
    on('issues', { fragment: fragmentOf(FORM) }, async (visit) => {
      const verdict = async (/** @type {string} */ issue) => (await row(visit, issue)).verdict;
      assert.match(await verdict('cause'), /^≠Contradiction: rejected/);
      assert.match(await verdict('outcome'), /^Other answers/);
      assert.match(await verdict('league'), /^AgreedFor other reasons\.$/);
      assert.match(await verdict('blame'), /Both deny “The allies”\./);
      assert.match(await verdict('plague'), /^Only Thucydides$/);
    }),
  );

  test(
    'of one view it says what that answers, without a verdict',
    on('issues', { fragment: fragmentOf({ ...FORM, mode: '1' }) }, async (visit) => {
      const data = await visit.data();
      const shown = await rows(visit);
      const own = new Set((data.positions ?? []).filter(({ views }) => views.includes(1)).map(({ issue }) => issue));
      assert.deepEqual(shown.map(({ issue }) => issue).sort(), [...own].sort());
      for (const each of shown) assert.deepEqual([each.stands.length, each.verdict], [1, '']);
    }),
  );

  test(
    'of what differs it leaves out what all answer alike',
    on('issues', { fragment: fragmentOf({ ...FORM, mode: 'only' }) }, async (visit) => {
      const data = await visit.data();
      const differing = (data.issues ?? []).map(({ id }) => id).filter((id) => !issueVerdicts(data, id).includes('issue:agree'));
      assert.deepEqual((await rows(visit)).map(({ issue }) => issue).sort(), differing.sort());
    }),
  );

  test(
    'of three views it says each verdict once with those whom it is on, and of each who is silent',
    on('issues-of-three', { fragment: fragmentOf({ ...FORM, at: 'issue:blame' }) }, async (visit) => {
      const shown = await row(visit, 'blame');
      assert.deepEqual(shown.stands, ['AThe generalsThe allies denied', 'BThe peopleThe allies deniedThe generals wanted', 'CThe generals']);
      assert.equal(shown.verdict, '≠ContradictionA–B, B–CAgreedA–C');
      assert.deepEqual((await row(visit, 'oracle')).stands, ['AIt did not', 'BIt did reported', 'Cnothing in this selection']);
      assert.equal((await row(visit, 'oracle')).verdict, `Left openA–B, B–C${WHOLE}`, 'a selection is no silence');
      assert.deepEqual(await visit.texts('#panel .verdicts .verdict-name'), ['≠Contradiction', 'Agreed']);
      await visit.go(fragmentOf({ ...FORM, at: 'issue:plague' }));
      assert.equal((await visit.texts('#panel > #evidence > .note')).filter((text) => text.startsWith('Herodotus speaks of')).length, 1);
    }),
  );

  test(
    'speaks German',
    on('issues', { fragment: fragmentOf({ ...FORM, lang: 'de' }) }, async (visit) => {
      assert.equal(await visit.text('#tab-issues'), 'Fragen');
      assert.match((await row(visit, 'league')).verdict, /^EinigAus anderen Gründen\.$/);
      assert.match((await row(visit, 'plague')).stands.join(' '), /mit Vorbehalt/);
    }),
  );
});

describe('filters', () => {
  for (const patch of /** @type {Partial<State>[]} */ ([
    { stance: ['reports'] },
    { world: ['hypothetical'] },
    { facet: ['sea'] },
    { holder: ['priests'] },
    { strength: 3 },
    { view: ['1'] },
    { actor: ['islands'] },
    { level: 'state', actor: ['athens'] },
    { sign: ['1'] },
    { verdict: ['issue:contradict'] },
    { to: -429 },
  ])) {
    test(
      `leave of positions what they leave of statements: ${fragmentOf(patch)}`,
      on('issues', { fragment: fragmentOf({ ...FORM, ...patch }) }, async (visit) => {
        const data = await visit.data();
        const kept = positionsLeft(data, stateOf(data, { ...FORM, ...patch }));
        const issues = [...new Set(kept.map((place) => data.positions?.[place].issue))];
        assert.deepEqual((await rows(visit)).map(({ issue }) => issue).sort(), issues.sort());
        assert.ok((await visit.text('#status')).includes(`${kept.length} of ${data.positions?.length} positions`));
        await visit.click('#tab-words');
        assert.deepEqual(await toldPositions(visit, '#words'), kept);
      }),
    );
  }

  test(
    'count positions, of which alone the form tells',
    on('issues', { fragment: fragmentOf(FORM) }, async (visit) => {
      const data = await visit.data();
      for (const [dimension, value] of [['stance', 'reports'], ['facet', 'sea'], ['verdict', 'issue:agree']]) {
        await unfoldFilter(visit, dimension);
        assert.deepEqual(numbersIn((await countShown(visit, dimension, value)) ?? ''), [countOf(data, stateOf(data, FORM), dimension, value)], value);
      }
      await choose(visit, 'stance', 'reports');
      assert.deepEqual((await row(visit, 'oracle')).stands, ['Aonly what the filters hide', 'BIt did reported']);
      assert.ok((await row(visit, 'oracle')).verdict.endsWith(WHOLE), 'the verdict is that of the whole record');
      await visit.click('tr[data-issue="oracle"] button');
      assert.deepEqual(await toldPositions(visit, '#panel'), [placeOfPosition(data, 'herodotus/oracle-yes')]);
      await visit.click('#panel .fold summary');
      assert.equal((await toldPositions(visit, '#panel')).length, 2, 'what is hidden is folded');
    }),
  );

  test(
    'that hide all say so',
    on('issues', { fragment: fragmentOf({ ...FORM, type: ['rules'] }) }, async (visit) => {
      assert.match(await visit.text('#issues'), /No position is left: the filters hide all of them\. \d+ statements? (is|are) left/);
    }),
  );
});

describe('as a text unfolds', () => {
  test(
    'what is not read yet is not answered yet',
    on('issues', { fragment: fragmentOf({ ...FORM, mode: '0', para: '0:2' }) }, async (visit) => {
      assert.deepEqual((await rows(visit)).map(({ issue }) => issue).sort(), ['cause', 'fleet', 'league']);
    }),
  );
});

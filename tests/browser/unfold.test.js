// As the text unfolds: ties appear in the order in which they are read.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsing } from './harness.js';
import { numbersIn, visibleTies } from './reading.js';
import { LATER } from './visit.js';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {import('./visit.js').Data} Data */

const on = browsing();

/**
 * The paragraph, counted through a view's works, in which each of its statements first stands.
 * @param {Data} data
 * @param {number} view
 */
function firstPlaces(data, view) {
  const works = data.works.filter((work) => data.views[view].authors.includes(work.author));
  const start = new Map(works.map((work, at) => [work.id, works.slice(0, at).reduce((sum, each) => sum + each.paragraphs, 0)]));
  return data.statements.map((statement) => {
    if (!statement.views.includes(view)) return Number.POSITIVE_INFINITY;
    return Math.min(...(statement.evidence ?? []).map((piece) => (start.get(piece.work) ?? Number.NaN) + piece.paragraph));
  });
}

/**
 * Starts it, with all that the author says.
 * @param {Visit} visit
 */
async function unfold(visit) {
  await visit.click('#unfold-on');
  assert.equal(await visit.visible('#unfold'), true);
  assert.equal(await visit.attribute('#unfold-on', 'aria-pressed'), 'true');
}

test(
  'it is off until it is asked for, and goes away again',
  on('builtin', {}, async (visit) => {
    assert.equal(await visit.visible('#unfold'), false);
    const before = await visibleTies(visit);
    await unfold(visit);
    assert.match(decodeURIComponent((await visit.fragment()).para), /^\d+:\d+$/);
    await visit.click('#unfold-on');
    assert.equal(await visit.visible('#unfold'), false);
    assert.equal((await visit.fragment()).para, undefined);
    await visit.click('#modes [data-mode="both"]');
    assert.deepEqual(await visibleTies(visit), before);
  }),
);

test(
  'at each paragraph there is what was said up to it',
  on('builtin', { fragment: 'main=0&facts=0' }, async (visit) => {
    const data = await visit.data();
    await unfold(visit);
    const [view] = decodeURIComponent((await visit.fragment()).para).split(':').map(Number);
    assert.equal((await visit.fragment()).mode, String(view), 'one author at a time');
    const first = firstPlaces(data, view);
    const length = Number(await visit.attribute('#paragraph', 'max'));
    const works = data.works.filter((work) => data.views[view].authors.includes(work.author));
    assert.equal(length, works.reduce((sum, work) => sum + work.paragraphs, 0));
    const picture = data.pictures.find((each) => each.level === 'actor' && each.keeps === 'record' && each.view === view);
    let before = 0;
    for (const paragraph of [1, 5, Math.floor(length / 2), length]) {
      await visit.set('#paragraph', paragraph);
      const expected = (picture?.ties ?? []).flatMap((tie, at) =>
        tie.statements.some((index) => first[index] <= paragraph) ? [at + 1] : [],
      );
      assert.deepEqual(await visibleTies(visit), [expected], `paragraph ${paragraph}`);
      assert.ok(expected.length >= before);
      before = expected.length;
      assert.ok(numbersIn(await visit.text('#unfold')).includes(paragraph), `it says that this is paragraph ${paragraph}`);
    }
  }),
);

test(
  'the scrubber goes by key, and the way is no step to go back over',
  on('builtin', { fragment: 'main=0&facts=0' }, async (visit) => {
    await unfold(visit);
    await visit.set('#paragraph', 3);
    const steps = await visit.page.evaluate(() => history.length);
    await visit.page.focus('#paragraph');
    await visit.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await visit.still(LATER);
    assert.equal(decodeURIComponent((await visit.fragment()).para).split(':')[1], '6');
    assert.equal(await visit.page.evaluate(() => history.length), steps);
  }),
);

test(
  'it plays by itself until it is stopped',
  on('builtin', { fragment: 'main=0&facts=0' }, async (visit) => {
    await unfold(visit);
    await visit.set('#paragraph', 1);
    const at = async () => Number(decodeURIComponent((await visit.fragment()).para).split(':')[1]);
    const { x, y } = await visit.reach('#play');
    await visit.page.mouse.click(x, y);
    await visit.page.waitForFunction(() => Number(decodeURIComponent(location.hash).match(/para=\d+:(\d+)/)?.[1]) >= 3, { timeout: 20_000 });
    await visit.page.mouse.click(x, y);
    await visit.still();
    const stopped = await at();
    await new Promise((done) => setTimeout(done, 2_500));
    assert.equal(await at(), stopped, 'it stands still');
  }),
);

test(
  'of one view alone the text unfolds too, and says no number of paragraphs that nobody knows',
  on('one', {}, async (visit) => {
    await unfold(visit);
    assert.doesNotMatch(await visit.text('#unfold-told'), /nothing new| of \d/);
    assert.ok((await visit.page.$$('#unfold .fresh li')).length > 0, 'the first paragraph that brings something');
    await visit.set('#paragraph', 1);
    assert.equal(await visit.page.$eval('#unfold-next', (button) => /** @type {HTMLButtonElement} */ (button).disabled), false);
  }),
);

test(
  'the other author’s text unfolds as well',
  on('builtin', { fragment: 'main=0&facts=0' }, async (visit) => {
    await unfold(visit);
    const values = await visit.all('#unfold-view option', (options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
    assert.equal(values.length, 2);
    await visit.set('#unfold-view', values[1]);
    const { para, mode } = await visit.fragment();
    assert.equal(decodeURIComponent(para).split(':')[0], '1');
    assert.equal(mode, '1');
  }),
);

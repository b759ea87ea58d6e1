// The same page in Firefox, in short: it opens in silence, and what is used most works.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { actorBoxes, assertNoneMoved, choose, numbersIn, visibleTies } from './reading.js';
import { fragmentOf, left, picturesOf, stateOf, tiesLeft } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {import('../../crates/explorer/web/model/state.js').State} State */

const on = browsing('firefox');

/**
 * @param {Visit} visit
 * @param {Partial<State>} patch
 */
async function assertShows(visit, patch) {
  const data = await visit.data();
  const state = stateOf(data, patch);
  assert.deepEqual(await visibleTies(visit), picturesOf(data, state).map((picture) => tiesLeft(data, state, picture)), JSON.stringify(patch));
}

describe('Firefox', () => {
  test(
    'opens the page with both authors, all actors in sight',
    on('builtin', {}, async (visit) => {
      await assertShows(visit, {});
      const stage = await visit.box('#stage');
      for (const [actor, box] of Object.entries((await actorBoxes(visit))[0])) {
        assert.ok(box.x >= stage.x - 1 && box.x + box.width <= stage.x + stage.width + 1, `${actor} is out of sight`);
      }
    }),
  );

  test(
    'modes, without an actor moving',
    on('builtin', {}, async (visit) => {
      const [before] = await actorBoxes(visit);
      for (const mode of ['0', '1', 'only', 'side', 'both']) {
        await visit.click(`#modes [data-mode="${mode}"]`);
        await assertShows(visit, { mode });
        if (mode !== 'side') assertNoneMoved(before, (await actorBoxes(visit))[0], mode);
      }
    }),
  );

  test(
    'a filter',
    on('builtin', { fragment: 'main=0&facts=0' }, async (visit) => {
      await choose(visit, 'stance', 'rejects');
      await assertShows(visit, { main: false, facts: false, stance: ['rejects'] });
    }),
  );

  test(
    'the wheel comes nearer',
    on('builtin', {}, async (visit) => {
      const width = async () => Object.values((await actorBoxes(visit))[0])[0].width;
      const before = await width();
      const { x, y, width: wide, height } = await visit.box('#stage');
      await visit.page.mouse.move(x + wide / 2, y + height / 2);
      await visit.page.mouse.wheel({ deltaY: -300 });
      await visit.still();
      assert.ok((await width()) > before * 1.1);
    }),
  );

  test(
    'the evidence, and a link walked along',
    on('builtin', {}, async (visit) => {
      const { statements } = await visit.data();
      const index = statements.findIndex((each) => each.links?.some((link) => link.to !== undefined));
      await visit.go(fragmentOf({ main: false, facts: false, at: `statement:${index}` }));
      assert.ok((await visit.text('#panel')).includes(statements[index].sentence));
      await visit.click('#panel .links button');
      assert.notEqual(decodeURIComponent((await visit.fragment()).at), `statement:${index}`);
    }),
  );

  test(
    'matrix, table and words; back and forward',
    on('builtin', {}, async (visit) => {
      const data = await visit.data();
      const count = left(data, stateOf(data)).length;
      for (const form of ['matrix', 'table', 'words']) {
        await visit.click(`#tab-${form}`);
        assert.equal(await visit.visible(`#${form}`), true);
        assert.ok(numbersIn(await visit.text('#status')).includes(count), form);
      }
      assert.equal(await visit.all('#table tbody tr', (rows) => rows.length) >= 0, true);
      await visit.page.goBack();
      await visit.still();
      assert.equal(await visit.visible('#table'), true);
      await visit.page.goForward();
      await visit.still();
      assert.equal(await visit.visible('#words'), true);
    }),
  );

  test(
    'languages, and light and dark',
    on('builtin', {}, async (visit) => {
      await visit.set('#lang', 'de');
      assert.equal(await visit.page.evaluate(() => document.documentElement.lang), 'de');
      assert.ok((await visit.texts('#forms [role="tab"]')).includes('Tabelle'));
      const ground = () => visit.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const before = await ground();
      await visit.click('#theme');
      if ((await ground()) === before) await visit.click('#theme');
      assert.notEqual(await ground(), before);
    }),
  );

  test(
    'nothing is wider than a phone',
    on('builtin', { width: 500, height: 800 }, async (visit) => {
      for (const form of ['graph', 'matrix', 'table', 'words']) {
        await visit.go(`form=${form}`);
        const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `${form}: ${wide} px too wide`);
      }
    }),
  );

  test(
    'a hostile corpus stays text',
    on('hostile', { fragment: 'main=0&facts=0' }, async (visit) => {
      for (const form of ['graph', 'matrix', 'table', 'words']) {
        await visit.go(fragmentOf({ main: false, facts: false, form, at: 'statement:3' }));
        const strange = await visit.all('img, iframe, [onerror], [onload], [onclick], a[href^="javascript"]', (all) => all.map((each) => each.outerHTML));
        assert.deepEqual(strange, []);
      }
    }),
  );
});

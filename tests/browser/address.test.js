// The whole state is in the address: it can be kept, sent and gone back to.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { actorBoxes, assertNoneMoved, choose, visibleTies } from './reading.js';
import { fragmentOf } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */

const on = browsing();

/** All that a person would call the same view. @param {Visit} visit */
async function view(visit) {
  const [boxes] = await actorBoxes(visit);
  return {
    ties: await visibleTies(visit),
    actors: Object.keys(boxes ?? {}).sort(),
    status: await visit.text('#status'),
    chips: await visit.texts('#chips button'),
    forms: await visit.all('#forms [aria-selected="true"]', (tabs) => tabs.map((tab) => tab.id)),
    modes: await visit.all('#modes [aria-checked="true"]', (radios) => radios.map((radio) => radio.getAttribute('data-mode'))),
    switches: await visit.all('#filters input:checked', (inputs) => inputs.map((input) => input.id || /** @type {HTMLInputElement} */ (input).value)),
    panel: (await visit.visible('#panel')) ? await visit.text('#evidence') : '',
    lang: await visit.page.evaluate(() => document.documentElement.lang),
    theme: await visit.page.evaluate(() => document.documentElement.getAttribute('data-theme')),
  };
}

/**
 * Where the actors of the first picture stand.
 * @param {Visit} visit
 */
async function places(visit) {
  const [boxes] = await actorBoxes(visit);
  return boxes ?? {};
}

/** Views that a person might keep. */
const KEPT = [
  {},
  { mode: '1', facet: ['military'] },
  { mode: 'side', main: false, sign: ['-1'], strength: 2 },
  { mode: 'only', level: 'state' },
  { form: 'table', main: false, facts: false, stance: ['rejects', 'doubts'], sort: null },
  { form: 'matrix', level: 'state', main: false },
  { form: 'words', mode: '0', main: false, facts: false, from: 2022, to: 2024 },
  { focus: 'russia', at: 'actor:russia' },
  { at: 'russia~us', main: false, facts: false, lang: 'de', theme: 'dark' },
  { main: false, facts: false, holder: ['"some analysts', 'trump'] },
];

describe('an address', () => {
  for (const patch of KEPT) {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
    test(
      `gives the same view again: ${fragmentOf(given) || 'the start'}`,
      on('builtin', { fragment: fragmentOf(given) }, async (visit) => {
        const before = await view(visit);
        const there = await places(visit);
        const hash = await visit.page.evaluate(() => location.hash);
        await visit.page.reload();
        await visit.still();
        assert.deepEqual(await view(visit), before);
        if (Object.keys(there).length > 0) assertNoneMoved(there, await places(visit), 'after a reload');
        assert.equal(await visit.page.evaluate(() => location.hash), hash);
      }),
    );
  }

  test(
    'says only what differs from the start',
    on('builtin', {}, async (visit) => {
      assert.deepEqual(await visit.fragment(), {});
      await visit.click('#modes [data-mode="0"]');
      assert.deepEqual(await visit.fragment(), { mode: '0' });
      await visit.click('#modes [data-mode="both"]');
      assert.deepEqual(await visit.fragment(), {});
    }),
  );

  test(
    'that makes no sense is taken as far as it goes',
    on('builtin', {}, async (visit) => {
      const nonsense = [
        'mode=99&form=poem&level=planet',
        'at=nobody~noone&focus=nobody',
        'at=statement:99999',
        'at=actor:__proto__&focus=constructor',
        'para=7:3',
        'para=0:100000',
        'box=1,2,NaN,four',
        'box=0,0,0,0',
        'box=1e9,1e9,1,1',
        'sort=nothing:up',
        'from=zero&to=9999999&strength=12',
        'type=nothing,,,&stance=%E0%A4%A',
        'lang=xx&theme=neon',
        '__proto__=1&constructor=2&toString=3',
        '&&==&=x&mode',
        `actor=${'a'.repeat(20_000)}`,
        '<script>alert(1)</script>',
      ];
      for (const fragment of nonsense) {
        await visit.go(fragment);
        assert.ok((await visit.text('#status')).length > 0, fragment);
        assert.equal(await visit.visible('#fault'), false, fragment);
        assert.equal(await visit.count('#forms [aria-selected="true"]'), 1, fragment);
        assert.equal(await visit.count('#modes [aria-checked="true"]'), 1, fragment);
        const panels = await visit.count('main > [role="tabpanel"]:not([hidden])');
        assert.equal(panels, 1, `${fragment}: one form is shown`);
      }
    }),
  );
});

describe('back and forward', () => {
  test(
    'go over the steps that were taken',
    on('builtin', {}, async (visit) => {
      const seen = [await view(visit)];
      const steps = [
        () => visit.click('#modes [data-mode="1"]'),
        () => visit.click('#main-only'),
        () => choose(visit, 'sign', '-1'),
        () => visit.click('#tab-table'),
        () => visit.click('#table tbody [data-at]'),
        () => visit.click('#close-panel'),
        () => visit.click('#tab-graph'),
      ];
      for (const step of steps) {
        await step();
        seen.push(await view(visit));
      }
      for (let at = seen.length - 2; at >= 0; at -= 1) {
        await visit.page.goBack();
        await visit.still();
        assert.deepEqual(await view(visit), seen[at], `back at step ${at}`);
      }
      for (let at = 1; at < seen.length; at += 1) {
        await visit.page.goForward();
        await visit.still();
        assert.deepEqual(await view(visit), seen[at], `forward at step ${at}`);
      }
    }),
  );

  test(
    'an address that is typed in is gone to',
    on('builtin', {}, async (visit) => {
      await visit.page.evaluate(() => {
        location.hash = '#mode=1&form=table';
      });
      await visit.still();
      assert.equal(await visit.visible('#table'), true);
      assert.equal(await visit.visible('#graph'), false);
      assert.equal(await visit.attribute('#modes [data-mode="1"]', 'aria-checked'), 'true');
    }),
  );
});

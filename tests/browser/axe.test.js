// Accessibility by axe-core: every rule, every form, light and dark, on every screen; nothing is found at any level.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';

/** @typedef {import('./visit.js').Visit} Visit */

const on = browsing();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is looked at, by address; each is another set of elements. */
const VIEWS = [
  '',
  'mode=side',
  'mode=0&at=actor:russia&focus=russia',
  'form=matrix',
  'form=table&main=0',
  'form=words',
  'main=0&facts=0&sign=-1&facet=military&at=russia~ukraine',
  'stance=rejects&holder=biden&main=0&facts=0',
  'para=0:12&mode=0&main=0',
];

/**
 * Fails on any violation.
 * @param {Visit} visit
 */
async function assertAccessible(visit) {
  await visit.page.evaluate(AXE);
  const found = await visit.page.evaluate(async () => {
    const { axe } = /** @type {any} */ (window);
    // No style sheet is fetched, no frame is asked: there are none.
    const { violations } = await axe.run(document, { preload: false, resultTypes: ['violations'] });
    return violations.map((/** @type {any} */ { id, impact, help, nodes }) => ({
      id: `${id} (${impact}): ${help}`,
      nodes: nodes.slice(0, 4).map((/** @type {any} */ { html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`),
    }));
  });
  assert.deepEqual(found, []);
}

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  describe(scheme, () => {
    for (const screen of [{ width: 1280, height: 800 }, { width: 360, height: 740, touch: true }]) {
      for (const fragment of VIEWS) {
        test(
          `${screen.width} ${fragment || 'the start'}`,
          on('builtin', { ...screen, scheme, fragment }, (visit) => assertAccessible(visit)),
        );
      }
    }
    test('1920 the start', on('builtin', { width: 1920, height: 1080, scheme }, (visit) => assertAccessible(visit)));
    test(
      'with everything open',
      on('builtin', { scheme, fragment: 'main=0&facts=0&at=russia~us' }, async (visit) => {
        for (const dimension of ['view', 'sign', 'type', 'stance', 'holder', 'world', 'facet', 'verdict', 'actor']) {
          await visit.page.$eval(`details[data-dim="${dimension}"]`, (details) => details.setAttribute('open', ''));
        }
        await visit.click('#take > summary');
        await visit.type('#search', 'rus');
        await assertAccessible(visit);
      }),
    );
    test(
      'the drawer of a phone',
      on('builtin', { scheme, width: 360, height: 740, touch: true }, async (visit) => {
        await visit.tap('#open-filters');
        await assertAccessible(visit);
      }),
    );
  });
}

describe('other pages', () => {
  for (const name of ['one', 'six', 'hostile', 'passages']) {
    test(name, on(name, {}, (visit) => assertAccessible(visit)));
  }
  test('German', on('builtin', { fragment: 'lang=de&at=russia~us' }, (visit) => assertAccessible(visit)));
});

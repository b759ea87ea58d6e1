// Accessibility by axe-core: every rule, every form, on every screen, and again in the dark what colours decide; nothing is found at any level.

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

/** The rules that look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong by some rules, or by all.
 * @param {Visit} visit
 * @param {string[]} [rules]
 */
async function violations(visit, rules) {
  return visit.page.evaluate(async (rules) => {
    const { axe } = /** @type {any} */ (window);
    // No style sheet is fetched, no frame is asked: there are none.
    const { violations } = await axe.run(document, { preload: false, resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
    return violations.map((/** @type {any} */ { id, impact, help, nodes }) => ({
      id: `${id} (${impact}): ${help}`,
      nodes: nodes.slice(0, 4).map((/** @type {any} */ { html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`),
    }));
  }, rules);
}

/** How many elements are to be seen. @param {Visit} visit */
async function visibleElements(visit) {
  return visit.all('*', (all) => all.filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length);
}

/**
 * Fails on any violation, in the light, then in the dark. Both show the same, so that only colours need to be looked at twice.
 * @param {Visit} visit
 */
async function assertAccessible(visit) {
  await visit.page.evaluate(AXE);
  assert.deepEqual(await violations(visit), [], 'light');
  const shown = await visibleElements(visit);
  await visit.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
  await visit.still();
  assert.equal(await visibleElements(visit), shown, 'dark shows what light shows');
  assert.deepEqual(await violations(visit, COLOURS), [], 'dark');
}

for (const screen of [{ width: 1280, height: 800 }, { width: 360, height: 740, touch: true }]) {
  for (const fragment of VIEWS) {
    test(
      `${screen.width} ${fragment || 'the start'}`,
      on('builtin', { ...screen, fragment }, (visit) => assertAccessible(visit)),
    );
  }
}
test('1920 the start', on('builtin', { width: 1920, height: 1080 }, (visit) => assertAccessible(visit)));
test(
  'with everything open',
  on('builtin', { fragment: 'main=0&facts=0&at=russia~us' }, async (visit) => {
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
  on('builtin', { width: 360, height: 740, touch: true }, async (visit) => {
    await visit.tap('#open-filters');
    await assertAccessible(visit);
  }),
);

describe('other pages', () => {
  for (const name of ['one', 'six', 'hostile', 'passages']) {
    test(name, on(name, {}, (visit) => assertAccessible(visit)));
  }
  for (const screen of [{ width: 1280, height: 800 }, { width: 360, height: 740, touch: true }]) {
    for (const fragment of ['form=issues&at=issue:cause', 'form=issues&mode=0&at=position:0', 'form=words']) {
      test(`issues, ${screen.width} ${fragment}`, on('issues', { ...screen, fragment }, (visit) => assertAccessible(visit)));
    }
  }
  test('German', on('builtin', { fragment: 'lang=de&at=russia~us' }, (visit) => assertAccessible(visit)));
});

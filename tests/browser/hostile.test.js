// A corpus whose every text is hostile: it is shown as text, nothing of it runs, is fetched, or becomes an element.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { PICTURES, actorBoxes, visibleTies } from './reading.js';
import { fragmentOf, left, picturesOf, positionsLeft, stateOf, tiesLeft } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */

const on = browsing();
const RECORD = { main: false, facts: false };

/** What no page of ours has, and markup in the data would bring. */
const STRANGERS = 'img, iframe, object, embed, frame, link[href^="http"], base, form, video, audio, meta[http-equiv="refresh"], [onload], [onerror], [onclick], [onmouseover], a[href^="javascript"], a[href^="data:text"]';

/**
 * Fails if an element or a handler came from the data.
 * @param {Visit} visit
 */
async function assertClean(visit) {
  const found = await visit.page.evaluate((strangers) => {
    const shown = (/** @type {Element} */ each) => each.outerHTML.slice(0, 200);
    const scripts = [...document.querySelectorAll('script')].map((each) => each.id || each.getAttribute('type') || 'unknown');
    const handlers = [...document.querySelectorAll('*')].filter((each) => [...each.attributes].some(({ name }) => name.startsWith('on')));
    return { strangers: [...document.querySelectorAll(strangers)].map(shown), handlers: handlers.map(shown), scripts };
  }, STRANGERS);
  assert.deepEqual(found.strangers, []);
  assert.deepEqual(found.handlers, []);
  assert.deepEqual(found.scripts.sort(), ['data', 'drawings', 'module', 'texts']);
}

/**
 * The hidden marks that turn the order of letters round are let out of a text no further than the text itself.
 * @param {Visit} visit
 */
async function assertIsolated(visit) {
  const loose = await visit.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('script, style, noscript') || !/[\u202a-\u202e\u2066-\u2069]/.test(node.textContent ?? '')) continue;
      const open = (node.textContent?.match(/[\u202a\u202b\u202d\u202e\u2066-\u2068]/g) ?? []).length;
      const closed = (node.textContent?.match(/[\u202c\u2069]/g) ?? []).length;
      let isolated = open <= closed;
      for (let up = /** @type {Element | null} */ (parent); up && !isolated; up = up.parentElement) {
        isolated = /isolate|plaintext/.test(getComputedStyle(up).unicodeBidi) || !/^inline/.test(getComputedStyle(up).display);
      }
      if (!isolated) found.push(parent.outerHTML.slice(0, 120));
    }
    return found;
  });
  assert.deepEqual(loose, []);
}

describe('shown as text', () => {
  test(
    'the title, and every actor',
    on('hostile', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const data = await visit.data();
      await assertClean(visit);
      assert.ok((await visit.text('#title')).includes('</script>'), await visit.text('#title'));
      assert.ok((await visit.page.title()).includes('</script>'));
      const [boxes] = await actorBoxes(visit);
      for (const { id } of picturesOf(data, stateOf(data, RECORD))[0].actors) assert.ok(id in boxes, `${id} is in the picture`);
      const state = stateOf(data, RECORD);
      assert.deepEqual(await visibleTies(visit), picturesOf(data, state).map((picture) => tiesLeft(data, state, picture)));
    }),
  );

  for (const form of ['matrix', 'table', 'issues', 'words']) {
    test(
      form,
      on('hostile', { fragment: fragmentOf({ ...RECORD, form }) }, async (visit) => {
        await assertClean(visit);
        await assertIsolated(visit);
        const text = await visit.text(`#${form}`);
        for (const piece of ['<script>', '</script']) assert.ok(text.includes(piece), `${form} shows ${piece}`);
        const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `${wide} px too wide`);
      }),
    );
  }

  test(
    'every statement, every actor, every position and every issue in the panel',
    on('hostile', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const data = await visit.data();
      const squeezed = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
      for (const [index, { gloss }] of data.statements.entries()) {
        await visit.go(fragmentOf({ ...RECORD, at: `statement:${index}` }));
        assert.ok((await visit.text('#panel')).includes(squeezed(gloss ?? '')), `statement ${index}`);
        if (index % 8 === 0) await assertClean(visit);
      }
      for (const { id, name } of data.who) {
        await visit.go(fragmentOf({ ...RECORD, at: `actor:${id}` }));
        assert.ok((await visit.text('#panel')).includes(squeezed(name).slice(0, 2_000)), `actor ${id}`);
      }
      for (const [place, { gloss }] of (data.positions ?? []).entries()) {
        await visit.go(fragmentOf({ ...RECORD, at: `position:${place}` }));
        assert.ok((await visit.text('#panel')).includes(squeezed(gloss ?? '')), `position ${place}`);
      }
      for (const { id, question, answers } of data.issues ?? []) {
        await visit.go(fragmentOf({ ...RECORD, at: `issue:${id}` }));
        const text = await visit.text('#panel');
        for (const told of [question, ...answers.map(({ label }) => label)]) assert.ok(text.includes(squeezed(told)), `issue ${id}: ${told}`);
      }
      await assertClean(visit);
    }),
  );

  test(
    'filters of every kind, and what they leave',
    on('hostile', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const data = await visit.data();
      for (const dimension of /** @type {const} */ (['view', 'type', 'holder', 'facet', 'actor'])) {
        await visit.go(fragmentOf(RECORD));
        const values = await visit.all(`input[type="checkbox"][data-dim="${dimension}"]`, (inputs) =>
          inputs.map((input) => /** @type {HTMLInputElement} */ (input).value),
        );
        assert.ok(values.length >= 2, dimension);
        for (const value of values) {
          const patch = { ...RECORD, [dimension]: [value] };
          await visit.go(fragmentOf(patch));
          const state = stateOf(data, patch);
          assert.ok(left(data, state).length + positionsLeft(data, state).length > 0, `${dimension} ${value}`);
          assert.deepEqual(await visibleTies(visit), picturesOf(data, state).map((picture) => tiesLeft(data, state, picture)), `${dimension} ${value}`);
        }
      }
      await assertClean(visit);
    }),
  );

  test(
    'search offers it, and finds the ids of JavaScript’s own words',
    on('hostile', {}, async (visit) => {
      await visit.type('#search', '<script>');
      assert.ok((await visit.texts('#found [role="option"]')).length > 0);
      await assertClean(visit);
      await visit.press('ArrowDown', 'Enter');
      assert.ok((await visit.fragment()).at !== undefined);
    }),
  );

  test(
    'passages',
    on('hostile', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const { statements } = await visit.data();
      const index = statements.findIndex((each) => each.evidence?.some((piece) => piece.passage));
      assert.ok(index >= 0, 'the page has passages');
      await visit.go(fragmentOf({ ...RECORD, at: `statement:${index}` }));
      assert.ok((await visit.texts('#panel mark')).some((text) => /hostile/i.test(text)));
      await assertClean(visit);
    }),
  );
});

describe('kept apart', () => {
  test(
    'pairs whose ids would make one name',
    on('hostile', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const data = await visit.data();
      const of = (/** @type {string} */ from, /** @type {string} */ to) =>
        data.statements.findIndex((each) => each.from.includes(from) && each.to.includes(to));
      const [one, other] = [of('a', 'b--c'), of('a--b', 'c')];
      assert.ok(one >= 0 && other >= 0);
      await visit.go(fragmentOf({ ...RECORD, actor: ['c'], form: 'table' }));
      const rows = await visit.all('#table [data-at]', (marks) => marks.map((mark) => mark.getAttribute('data-at')));
      assert.ok(rows.includes(`statement:${other}`));
      assert.ok(!rows.includes(`statement:${one}`));
      const picture = picturesOf(data, stateOf(data, RECORD))[0];
      const number = picture.ties.findIndex((each) => [each.from, each.to].sort().join(' ') === 'a--b c') + 1;
      await visit.go(fragmentOf({ ...RECORD, mode: 'both' }));
      await visit.page.$eval(`${PICTURES} [data-id="tie-${number}"]`, (mark) => mark.dispatchEvent(new MouseEvent('click', { bubbles: true })));
      await visit.still();
      const told = await visit.all('#panel [data-statement]', (cards) => cards.map((card) => Number(card.getAttribute('data-statement'))));
      assert.ok(told.includes(other), 'the pair that was meant');
      assert.ok(!told.includes(one), 'and not the other');
    }),
  );

  test(
    'works of two authors that have one id',
    on('hostile', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const data = await visit.data();
      assert.equal(new Set(data.works.map((work) => work.id)).size, data.works.length, 'ids of works are unique in the document');
      for (const statement of data.statements) {
        for (const { work } of statement.evidence ?? []) {
          assert.equal(data.works.find((each) => each.id === work)?.author, statement.author, `${statement.ref} is in its author’s work`);
        }
      }
    }),
  );
});

describe('what is taken away', () => {
  test(
    'is as harmless',
    on('hostile', {}, async (visit) => {
      await visit.click('#take > summary');
      const { bytes } = await visit.download('#take-svg');
      const text = bytes.toString('utf8');
      // Elsewhere, for a document within this page would be under its policy.
      const page = await visit.page.browser().newPage();
      const wrong = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        const bad = [...parsed.querySelectorAll('parsererror, script, foreignObject, img, iframe, a')];
        const handlers = [...parsed.querySelectorAll('*')].filter((each) => [...each.attributes].some(({ name }) => name.startsWith('on')));
        return [...bad, ...handlers].map((each) => each.outerHTML.slice(0, 200));
      }, text);
      await page.close();
      assert.deepEqual(wrong, []);
    }),
  );
});

describe('a title with controls', () => {
  test(
    'breaks neither SVG nor PNG',
    on('hostile', {}, async (visit) => {
      await visit.click('#take > summary');
      const svg = (await visit.download('#take-svg')).bytes.toString('utf8');
      assert.doesNotMatch(svg, /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u);
      if ((await visit.attribute('#take', 'open')) === null) await visit.click('#take > summary');
      const { bytes } = await visit.download('#take-png');
      assert.deepEqual([...bytes.subarray(0, 4)], [137, 80, 78, 71]);
      assert.equal(await visit.visible('#fault'), false);
    }),
  );
});

describe('on a phone', () => {
  test(
    'ten thousand characters do not burst it',
    on('hostile', { width: 360, height: 740, touch: true, fragment: fragmentOf({ ...RECORD, at: 'actor:__proto__' }) }, async (visit) => {
      for (const form of ['graph', 'matrix', 'table', 'issues', 'words']) {
        await visit.go(fragmentOf({ ...RECORD, form, at: 'actor:constructor' }));
        const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `${form}: ${wide} px too wide`);
      }
      await assertClean(visit);
    }),
  );
});

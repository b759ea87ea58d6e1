// Without a mouse: Tab reaches every control, one sees where one is, and every key does what it does elsewhere.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';

/** @typedef {import('./visit.js').Visit} Visit */

const on = browsing();

/** More steps than any page of two authors needs. */
const MOST = 400;

/**
 * Where the keyboard is, whether one can see it there, and whether it can be seen that it is there: the looks of the
 * element and of those around it, to be held against their looks without the focus.
 * @param {Visit} visit
 */
async function where(visit) {
  const stop = await visit.page.evaluate(() => {
    const looks = (/** @type {Element} */ element) => {
      const style = getComputedStyle(element);
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, stroke, strokeWidth, filter, textDecorationLine } = style;
      const outline = outlineStyle === 'none' || outlineWidth === '0px' ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      return [outline, boxShadow, borderColor, backgroundColor, stroke, strokeWidth, filter, textDecorationLine].join('|');
    };
    const all = (/** @type {Element} */ element) => [element, ...element.querySelectorAll('*'), element.parentElement ?? element, element.nextElementSibling ?? element].map(looks).join('\n');
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const inside = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
    // Something of it must lie on top: a line has no middle of its own, so a mark of the picture is looked for all over its box.
    const over = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((across) =>
      [0.1, 0.3, 0.5, 0.7, 0.9].map((down) => document.elementFromPoint(box.left + box.width * across, box.top + box.height * down)),
    );
    const near = element.closest('svg.picture, label') ?? element;
    const open = over.some((top) => top !== null && (near.contains(top) || top.contains(near)));
    const seen = element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    const focused = all(element);
    /** @type {HTMLElement} */ (element).blur();
    const blurred = all(element);
    /** @type {HTMLElement} */ (element).focus({ preventScroll: true });
    const name = element.getAttribute('aria-label') ?? element.getAttribute('data-at') ?? element.textContent?.trim().slice(0, 40);
    const { x, y, width, height } = box;
    const called = `${element.tagName.toLowerCase()}#${element.id} ${name}`;
    return { id: element.id, name: called, inside: inside && open, seen, marked: focused !== blurred, box: { x, y, width, height } };
  });
  if (!stop) return null;
  const { box, ...told } = stop;
  return told.marked || !told.inside ? told : { ...told, marked: await looksOther(visit, box) };
}

/**
 * Whether there are other pixels around what has the focus than without it: a mark may stand anywhere near.
 * @param {Visit} visit
 * @param {import('./visit.js').Box} box
 */
async function looksOther(visit, { x, y, width, height }) {
  const clip = { x: Math.max(0, x - 12), y: Math.max(0, y - 12), width: width + 24, height: height + 24 };
  const shot = async () => Buffer.from(await visit.page.screenshot({ clip })).toString('base64');
  const focused = await shot();
  await visit.page.evaluate(() => {
    const element = /** @type {any} */ (document.activeElement);
    /** @type {any} */ (window).wasFocused = element;
    element.blur();
  });
  const blurred = await shot();
  await visit.page.evaluate(() => /** @type {any} */ (window).wasFocused.focus({ preventScroll: true, focusVisible: true }));
  return focused !== blurred;
}

/**
 * Presses Tab until it comes round again, and tells each stop.
 * @param {Visit} visit
 */
async function round(visit) {
  const stops = [];
  for (let step = 0; step < MOST; step += 1) {
    await visit.page.keyboard.press('Tab');
    const stop = await where(visit);
    if (stop === null) break;
    if (stops.length > 1 && stop.name === stops[0].name && stop.id === stops[0].id) break;
    stops.push(stop);
  }
  assert.ok(stops.length < MOST, 'Tab comes round');
  return stops;
}

describe('Tab', () => {
  for (const form of ['graph', 'matrix', 'table', 'issues', 'words']) {
    test(
      `in ${form} goes through every control, each in sight and marked`,
      on('builtin', { fragment: `form=${form}&at=russia~us` }, async (visit) => {
        const stops = await round(visit);
        const ids = stops.map(({ id }) => id);
        for (const id of ['search', 'lang', 'theme', `tab-${form}`, 'open-filters', 'main-only', 'facts-only', 'roll-up', 'close-panel', 'unfold-on']) {
          assert.ok(ids.includes(id), `#${id} is reached`);
        }
        if (form === 'graph') for (const id of ['zoom-in', 'zoom-out', 'fit']) assert.ok(ids.includes(id), `#${id} is reached`);
        assert.deepEqual(stops.filter(({ inside, seen }) => !inside || !seen).map(({ name }) => name), [], 'in sight');
        assert.deepEqual(stops.filter(({ marked }) => !marked).map(({ name }) => name), [], 'marked');
        const forms = ids.filter((id) => id.startsWith('tab-'));
        assert.equal(forms.length, 1, 'the forms are one stop');
        if (form === 'graph') assert.ok(stops.length < 90, `the picture is not a hundred stops: ${stops.length}`);
      }),
    );
  }

  test(
    'goes back the same way',
    on('builtin', {}, async (visit) => {
      const there = (await round(visit)).map(({ name }) => name);
      /** @type {string[]} */
      const back = [];
      await visit.page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
      await visit.page.reload();
      await visit.still();
      for (let step = 0; step < there.length; step += 1) {
        await visit.page.keyboard.down('Shift');
        await visit.page.keyboard.press('Tab');
        await visit.page.keyboard.up('Shift');
        const stop = await where(visit);
        if (stop) back.push(stop.name);
      }
      const missed = there.filter((name) => !back.includes(name));
      assert.deepEqual(missed, []);
    }),
  );

  test(
    'first of all offers to skip to the picture',
    on('builtin', {}, async (visit) => {
      await visit.press('Tab');
      assert.equal((await where(visit))?.id, 'skip');
      await visit.press('Enter');
      const inside = await visit.page.evaluate(() => document.getElementById('main')?.contains(document.activeElement));
      assert.equal(inside, true);
    }),
  );
});

describe('keys', () => {
  test(
    'arrows go over the forms',
    on('builtin', {}, async (visit) => {
      await visit.page.focus('#tab-graph');
      for (const form of ['matrix', 'table', 'issues', 'words', 'graph']) {
        await visit.press('ArrowRight');
        if ((await visit.attribute(`#tab-${form}`, 'aria-selected')) !== 'true') await visit.press('Enter');
        assert.equal(await visit.visible(`#${form}`), true, form);
        assert.equal(await visit.page.evaluate(() => document.activeElement?.id), `tab-${form}`);
      }
      await visit.press('ArrowLeft');
      assert.equal(await visit.page.evaluate(() => document.activeElement?.id), 'tab-words');
    }),
  );

  test(
    'arrows go over the modes, and choose',
    on('builtin', {}, async (visit) => {
      await visit.page.focus('#modes [aria-checked="true"]');
      const seen = new Set();
      for (let step = 0; step < 5; step += 1) {
        await visit.press('ArrowRight');
        const [mode] = await visit.all('#modes [aria-checked="true"]', (radios) => radios.map((radio) => radio.getAttribute('data-mode')));
        const focused = await visit.page.evaluate(() => document.activeElement?.getAttribute('data-mode'));
        assert.equal(focused, mode);
        seen.add(mode);
      }
      assert.equal(seen.size, 5, 'all five come round');
    }),
  );

  test(
    'Space turns a switch, and a filter',
    on('builtin', { fragment: 'main=0&facts=0' }, async (visit) => {
      await visit.page.focus('#roll-up');
      await visit.press('Space');
      assert.equal((await visit.fragment()).level, 'state');
      await visit.page.focus('details[data-dim="sign"] > summary');
      if ((await visit.attribute('details[data-dim="sign"]', 'open')) === null) await visit.press('Enter');
      await visit.page.focus('input[data-dim="sign"][value="-1"]');
      await visit.press('Space');
      assert.equal((await visit.fragment()).sign, '-1');
      assert.equal(await visit.page.evaluate(() => document.activeElement?.getAttribute('value')), '-1', 'the keyboard stays where it was');
    }),
  );

  test(
    'arrows walk over the picture from mark to mark',
    on('builtin', {}, async (visit) => {
      const [start] = await visit.page.$$('#stage svg [tabindex="0"]');
      assert.ok(start, 'one mark of the picture can be reached');
      assert.equal(await visit.count('#stage svg [tabindex="0"]'), 1, 'and only one at a time');
      await start.evaluate((mark) => /** @type {SVGElement} */ (mark).focus());
      const here = () =>
        visit.page.evaluate(() => {
          const mark = document.activeElement;
          return { id: mark?.getAttribute('data-id') ?? '', label: mark?.getAttribute('aria-label') ?? '' };
        });
      /** @type {Set<string>} */
      const seen = new Set();
      const open = [(await here()).id];
      for (let from = open.pop(); from !== undefined; from = open.pop()) {
        if (seen.has(from)) continue;
        seen.add(from);
        for (const key of /** @type {const} */ (['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'])) {
          await visit.page.$eval(`#stage svg.picture [data-id="${from}"]`, (mark) => /** @type {SVGElement} */ (mark).focus({ preventScroll: true }));
          await visit.page.keyboard.press(key);
          const { id, label } = await here();
          assert.match(id, /^(actor|tie)-/, `${key} on ${from}`);
          assert.ok(label.length > 1, `${id} is called "${label}"`);
          if (!seen.has(id)) open.push(id);
        }
      }
      const all = await visit.all('#stage svg.picture :is([data-id^="actor-"], [data-id^="tie-"])', (marks) =>
        marks.filter((mark) => mark.getClientRects().length > 0).map((mark) => mark.getAttribute('data-id') ?? ''),
      );
      assert.deepEqual(all.filter((id) => !seen.has(id)), [], 'every mark is reached');
    }),
  );

  test(
    'Escape closes what opened last',
    on('builtin', { fragment: 'at=russia~us' }, async (visit) => {
      await visit.type('#search', 'chin');
      await visit.press('Escape');
      assert.equal(await visit.visible('#found'), false);
      assert.equal(await visit.visible('#panel'), true, 'one at a time');
      await visit.page.focus('#close-panel');
      await visit.press('Escape');
      assert.equal(await visit.visible('#panel'), false);
      await visit.click('#take > summary');
      await visit.press('Escape');
      assert.equal(await visit.attribute('#take', 'open'), null, 'the menu');
    }),
  );

  test(
    'letters typed into a field are letters',
    on('builtin', {}, async (visit) => {
      await visit.type('#search', 'f+-0/');
      assert.equal(await visit.page.$eval('#search', (field) => /** @type {HTMLInputElement} */ (field).value), 'f+-0/');
      assert.deepEqual(await visit.fragment(), {});
    }),
  );
});

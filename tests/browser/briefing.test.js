// The briefing: what a newcomer reads first. Its lines are those of the data, and each name leads to what it tells of.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { fragmentOf, left, stateOf } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {import('./visit.js').Data} Data */
/** @typedef {import('../../crates/explorer/web/model/data.d.ts').BriefingPiece} Piece */

const on = browsing();
const PHONE = { width: 360, height: 740, touch: true };

/** @param {string} text */
const squeezed = (text) => text.replace(/\s+/g, ' ').trim();

/** The lines of the data, as text. @param {Data} data @param {string} lang */
function linesOf(data, lang) {
  return (data.briefing?.[lang].lines ?? []).map((line) => squeezed(line.map(({ text }) => text).join('')));
}

/** The pieces that lead somewhere, in their order. @param {Data} data */
function ways(data) {
  return (data.briefing?.en.lines ?? []).flat().filter(({ to }) => to !== undefined);
}

/** What the panel must name for a piece. @param {Data} data @param {NonNullable<Piece['to']>} to */
function toldBy(data, to) {
  const name = (/** @type {string} */ id) => data.who.find((who) => who.id === id)?.name ?? id;
  const question = (/** @type {string} */ id) => data.issues?.find((issue) => issue.id === id)?.question ?? id;
  if ('actor' in to) return [name(to.actor)];
  if ('pair' in to) return to.pair.map(name);
  if ('issue' in to) return [question(to.issue)];
  if ('position' in to) return [question(data.positions?.[to.position].issue ?? '')];
  return 'statement' in to ? [data.statements[to.statement].sentence] : [];
}

describe('the lines', () => {
  for (const page of ['builtin', 'issues', 'six', 'hostile']) {
    test(
      `of ${page} are those of its data, in both languages`,
      on(page, {}, async (visit) => {
        const data = await visit.data();
        assert.ok(linesOf(data, 'en').length > 0);
        for (const lang of ['en', 'de']) {
          await visit.go(fragmentOf({ lang }));
          assert.equal(await visit.text('#brief-title'), data.briefing?.[lang].title);
          assert.deepEqual((await visit.texts('#brief-lines li')).map(squeezed), linesOf(data, lang));
          assert.ok((await visit.text('#brief-lines')).includes(data.briefing?.[lang].about ?? 'nothing'));
        }
      }),
    );
  }

  test(
    'say in German what they say in English: they lead to the same things',
    on('builtin', {}, async (visit) => {
      const { briefing } = await visit.data();
      const targets = (/** @type {string} */ lang) =>
        briefing?.[lang].lines.map((line) => line.flatMap(({ to }) => (to ? [JSON.stringify(to)] : [])).sort());
      assert.deepEqual(targets('de'), targets('en'));
    }),
  );

  test(
    'are not there on a page of one author',
    on('one', {}, async (visit) => {
      assert.equal((await visit.data()).briefing, undefined);
      assert.equal(await visit.visible('#brief'), false);
    }),
  );

  test(
    'of a hostile corpus stay text',
    on('hostile', {}, async (visit) => {
      const inside = await visit.all('#brief *', (all) => [...new Set(all.map((each) => each.tagName.toLowerCase()))].sort());
      const known = ['a', 'bdi', 'button', 'div', 'h2', 'li', 'p', 'span', 'strong', 'ul'];
      assert.deepEqual(inside.filter((tag) => !known.includes(tag)), []);
      const links = await visit.all('#brief a', (all) => all.map((each) => each.getAttribute('href') ?? ''));
      assert.ok(links.length > 0 && links.every((href) => href.startsWith('#')), links.join(' '));
      assert.match(await visit.text('#brief-lines'), /hostile.*</);
    }),
  );
});

describe('each way', () => {
  for (const page of ['builtin', 'hostile']) {
    test(
      `leads where it says: ${page}`,
      on(page, {}, async (visit) => {
        const data = await visit.data();
        const all = ways(data);
        const kinds = new Map(all.map((piece, at) => [Object.keys(piece.to ?? {})[0], at]));
        if (page === 'builtin') assert.deepEqual([...kinds.keys()].sort(), ['actor', 'facet', 'issue', 'modes', 'pair', 'position', 'statement']);
        // Every target is looked at once; of the many passages a part.
        const seen = new Set();
        for (const [at, { text, to }] of all.entries()) {
          const key = JSON.stringify(to);
          const isPassage = to !== undefined && ('statement' in to || 'position' in to);
          if (to === undefined || seen.has(key) || (isPassage && at % 6 !== 0)) continue;
          seen.add(key);
          await visit.go('');
          await visit.page.$$eval('#brief-lines a', (links, at) => /** @type {HTMLElement} */ (links[at]).click(), at);
          await visit.still();
          if ('facet' in to || 'modes' in to) {
            const { facet, world, main, facts } = await visit.fragment();
            assert.deepEqual([facet, world && decodeURIComponent(world)], 'facet' in to ? [encodeURIComponent(to.facet), undefined] : [undefined, to.modes.join()]);
            const patch = { main: main !== '0' && stateOf(data).main, facts: facts !== '0', facet: 'facet' in to ? [to.facet] : [], world: 'modes' in to ? to.modes : [] };
            assert.ok(left(data, stateOf(data, patch)).length > 0, `${text} shows something`);
            continue;
          }
          const told = squeezed(await visit.text('#panel'));
          for (const name of toldBy(data, to)) assert.ok(told.includes(squeezed(name).slice(0, 500)), `${text} leads to ${name}: ${told.slice(0, 200)}`);
          if ('pair' in to) assert.equal(await visit.visible('#panel .verdicts'), true, `${text} has its verdict`);
        }
        assert.ok(seen.size > 5);
      }),
    );
  }

  test(
    'is a passage that stands where it says',
    on('builtin', {}, async (visit) => {
      const data = await visit.data();
      let passages = 0;
      for (const { text, to } of ways(data)) {
        if (to === undefined || !('statement' in to || 'position' in to)) continue;
        const said = 'statement' in to ? data.statements[to.statement] : data.positions?.[to.position];
        assert.ok(said?.evidence?.some(({ paragraph }) => text === `p${paragraph}`), `${text}: ${JSON.stringify(to)}`);
        passages += 1;
      }
      assert.ok(passages > 30, `${passages} passages`);
    }),
  );

  test(
    'can be pointed at, is marked while the panel tells it, and is an address of its own',
    on('builtin', {}, async (visit) => {
      const first = '#brief-lines a[data-at^="actor:"]';
      const at = (await visit.attribute(first, 'data-at')) ?? '';
      await visit.click(first);
      assert.equal(decodeURIComponent((await visit.fragment()).at), at);
      assert.equal(await visit.attribute(first, 'aria-current'), 'true');
      assert.equal(await visit.attribute(first, 'href'), `#${fragmentOf({ at })}`);
      await visit.press('Escape');
      assert.equal(await visit.attribute(first, 'aria-current'), null);
    }),
  );

  test(
    'is reached by arrow keys from one stop',
    on('builtin', {}, async (visit) => {
      assert.equal(await visit.count('#brief-lines a[tabindex="0"]'), 1);
      await visit.page.focus('#brief-lines a[tabindex="0"]');
      await visit.press('ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowDown');
      const links = await visit.all('#brief-lines a', (links) => links.map((link) => link === document.activeElement));
      assert.equal(links.indexOf(true), 2);
      assert.equal(await visit.count('#brief-lines a[tabindex="0"]'), 1);
      await visit.press('Enter');
      assert.equal(await visit.visible('#panel'), true);
    }),
  );
});

describe('its place', () => {
  for (const [screen, opening] of /** @type {[string, import('./harness.js').Opening][]} */ ([
    ['a laptop', { width: 1280, height: 720 }],
    ['a phone', PHONE],
  ])) {
    test(
      `is beside the picture or above it, and never on it: ${screen}`,
      on('builtin', opening, async (visit) => {
        const [brief, stage] = [await visit.box('#brief'), await visit.box('#stage')];
        assert.ok(brief.x + brief.width <= stage.x + 1 || brief.y + brief.height <= stage.y + 1, JSON.stringify({ brief, stage }));
        assert.ok(brief.height > 150, `${brief.height} pixels are enough for a few lines`);
        assert.ok(stage.height > 250, `the picture has ${stage.height}`);
        const before = stage.width * stage.height;
        await visit.click('#fold-brief');
        assert.equal(await visit.visible('#brief-lines'), false);
        const now = await visit.box('#stage');
        assert.ok(now.width * now.height > before, 'folded away it leaves its room to the picture');
        await visit.click('#fold-brief');
        assert.equal(await visit.visible('#brief-lines'), true);
      }),
    );
  }

  test(
    'on a phone gives way to the evidence, and comes back',
    on('builtin', PHONE, async (visit) => {
      await visit.tap('#brief-lines a');
      assert.equal(await visit.visible('#brief-lines'), false);
      await visit.tap('#close-panel');
      assert.equal(await visit.visible('#brief-lines'), true);
    }),
  );

  test(
    'with the filters folded away as well is the whole column',
    on('builtin', {}, async (visit) => {
      await visit.click('#open-filters');
      assert.equal(await visit.visible('#filters'), false);
      assert.equal(await visit.visible('#brief-lines'), true);
      await visit.click('#fold-brief');
      const { x } = await visit.box('#stage');
      assert.ok(x < 1, 'nothing is left of the column');
      await visit.click('#open-filters');
      assert.equal(await visit.visible('#fold-brief'), true);
    }),
  );
});

// Each author, side by side, on one another, only the difference; persons and their states: and no actor ever moves.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { PICTURES, actorBoxes, assertNoneMoved, visibleTies } from './reading.js';
import { fragmentOf, picturesOf, stateOf, tiesLeft } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {import('../../crates/explorer/web/model/state.js').State} State */

const on = browsing();
const mode = (/** @type {string} */ name) => `#modes [data-mode="${name}"]`;

/**
 * Fails unless the graph shows exactly what the state leaves.
 * @param {Visit} visit
 * @param {Partial<State>} patch
 */
async function assertShows(visit, patch) {
  const data = await visit.data();
  const state = stateOf(data, patch);
  const expected = picturesOf(data, state).map((picture) => tiesLeft(data, state, picture));
  assert.deepEqual(await visibleTies(visit), expected, JSON.stringify(patch));
}

/**
 * Which mode is marked as chosen.
 * @param {Visit} visit
 */
async function chosen(visit) {
  return visit.all('#modes [role="radio"][aria-checked="true"]', (radios) => radios.map((radio) => radio.getAttribute('data-mode')));
}

describe('two authors', () => {
  test(
    'the page opens with both on one another',
    on('builtin', {}, async (visit) => {
      assert.deepEqual(await chosen(visit), ['both']);
      assert.equal(await visit.count(PICTURES), 1);
      await assertShows(visit, {});
    }),
  );

  test(
    'the first picture stands there before any script, and the script changes none of it',
    on('builtin', {}, async (visit) => {
      // Whose box it is the script notes on it: without one the names stand for the actors.
      const names = () =>
        visit.all(`${PICTURES} g.actor`, (actors) =>
          actors
            .filter((actor) => actor.checkVisibility({ visibilityProperty: true }) && actor.getClientRects().length > 0)
            .map((actor) => actor.querySelector('text')?.textContent ?? '')
            .sort(),
        );
      const [after, ties] = [await names(), await visibleTies(visit)];
      assert.ok(after.length > 0);
      await visit.page.setJavaScriptEnabled(false);
      await visit.page.reload();
      assert.deepEqual(await visibleTies(visit), ties);
      assert.deepEqual(await names(), after);
    }),
  );

  for (const name of ['0', '1', 'only', 'side']) {
    test(
      `mode ${name} by pointing, and back`,
      on('builtin', {}, async (visit) => {
        const [before] = await actorBoxes(visit);
        await visit.click(mode(name));
        assert.deepEqual(await chosen(visit), [name]);
        await assertShows(visit, { mode: name });
        if (name !== 'side') {
          const [there] = await actorBoxes(visit);
          assertNoneMoved(before, there, name);
        }
        await visit.click(mode('both'));
        const [back] = await actorBoxes(visit);
        assertNoneMoved(before, back, 'back');
        await assertShows(visit, {});
      }),
    );
  }

  test(
    'no actor moves from author to author, in any of what the pictures keep',
    on('builtin', {}, async (visit) => {
      for (const keeps of [{}, { main: false }, { main: false, facts: false }]) {
        for (const level of ['actor', 'state']) {
          await visit.go(fragmentOf({ mode: 'both', level, ...keeps }));
          const [both] = await actorBoxes(visit);
          for (const name of ['0', '1', 'only']) {
            await visit.click(mode(name));
            await assertShows(visit, { mode: name, level, ...keeps });
            const [there] = await actorBoxes(visit);
            assertNoneMoved(both, there, `${name} ${level} ${JSON.stringify(keeps)}`);
          }
        }
      }
    }),
  );

  test(
    'side by side each picture has its author’s name and all actors at the same places within',
    on('builtin', { fragment: 'mode=side' }, async (visit) => {
      const { views } = await visit.data();
      const captions = await visit.texts('#stage .shown figcaption');
      assert.equal(captions.length, views.length);
      for (const [at, { name, short }] of views.entries()) {
        assert.ok(captions[at].includes(short) || captions[at].includes(name), captions[at]);
      }
      const [left, right] = await actorBoxes(visit);
      const frames = await visit.all(PICTURES, (all) => all.map((each) => each.getBoundingClientRect().x));
      assert.ok(frames[1] > frames[0], 'next to each other on a wide screen');
      for (const [actor, box] of Object.entries(left)) {
        if (!right[actor]) continue;
        assert.ok(Math.abs(box.x - frames[0] - (right[actor].x - frames[1])) < 1.5, `${actor} stands elsewhere on the right`);
        assert.ok(Math.abs(box.y - right[actor].y) < 1.5, `${actor} stands higher or lower on the right`);
      }
    }),
  );

  test(
    'the legend says what the empty places of an author’s picture are',
    on('builtin', {}, async (visit) => {
      for (const [name, told, untold] of [
        ['0', 'not in this view', 'no difference here'],
        ['side', 'not in this view', 'no difference here'],
        ['both', 'related here by A alone', 'not in this view'],
      ]) {
        await visit.click(mode(name));
        const legend = (await visit.texts('#legend text')).join('\n');
        assert.ok(legend.includes(told), `${name}: ${legend}`);
        assert.ok(!legend.includes(untold), `${name}: ${legend}`);
      }
    }),
  );

  test(
    'side by side the legend explains the pictures of both',
    on('builtin', { fragment: 'mode=side' }, async (visit) => {
      const apart = await visit.texts('#legend text');
      for (const name of ['0', '1']) {
        await visit.click(mode(name));
        for (const told of await visit.texts('#legend text')) assert.ok(apart.includes(told), `${told} of ${name} is missing`);
      }
    }),
  );

  for (const [width, height, name] of /** @type {const} */ ([
    [1280, 800, 'side'],
    [360, 740, 'both'],
  ])) {
    test(
      `seen from afar names grow, and actors cover neither one another nor arrowheads: ${name} at ${width}`,
      on('builtin', { fragment: `mode=${name}`, width, height }, async (visit) => {
        const found = await visit.all(PICTURES, (pictures) =>
          pictures.map((picture) => {
            const seen = (/** @type {string} */ marks) =>
              [...picture.querySelectorAll(marks)].filter((mark) => mark.checkVisibility({ visibilityProperty: true }) && mark.getClientRects().length > 0);
            const box = (/** @type {Element} */ mark) => mark.getBoundingClientRect();
            const meet = (/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) =>
              a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
            const actors = seen('[data-actor]').map((mark) => ({ name: mark.textContent?.trim() ?? '', box: box(mark) }));
            const heads = seen('.tie > :not([fill="none"])').map((mark) => ({ of: mark.parentElement?.getAttribute('aria-label') ?? '', box: box(mark) }));
            const over = (/** @type {DOMRect} */ { left, top, width, height }) =>
              document.elementFromPoint(left + width / 2, top + height / 2)?.closest('[data-actor]')?.textContent?.trim();
            return {
              actors: actors.length,
              heads: heads.length,
              grown: Math.max(...seen('[data-actor]').map((mark) => Number(getComputedStyle(mark).getPropertyValue('--grow') || 1))),
              touching: actors.flatMap((a, at) => actors.slice(at + 1).flatMap((b) => (meet(a.box, b.box) ? [`${a.name} and ${b.name}`] : []))),
              covered: heads.flatMap((head) => (over(head.box) ? [`${head.of} under ${over(head.box)}`] : [])),
            };
          }),
        );
        for (const { actors, heads, grown, touching, covered } of found) {
          assert.ok(actors > 5 && heads > 5 && grown > 1.05, `${actors} actors, ${heads} arrowheads, grown by ${grown}`);
          assert.deepEqual([touching, covered], [[], []]);
        }
      }),
    );
  }

  test(
    'pictures of two authors are stacked on a phone',
    on('builtin', { fragment: 'mode=side', width: 360, height: 740, touch: true }, async (visit) => {
      const tops = await visit.all(PICTURES, (all) => all.map((each) => each.getBoundingClientRect().y));
      assert.ok(tops[1] > tops[0]);
    }),
  );

  test(
    'leaders become their states with a switch',
    on('builtin', {}, async (visit) => {
      await assertShows(visit, { level: 'actor' });
      const [before] = await actorBoxes(visit);
      await visit.click('#roll-up');
      assert.equal((await visit.fragment()).level, 'state');
      await assertShows(visit, { level: 'state' });
      const [after] = await actorBoxes(visit);
      assert.ok('trump' in before && !('trump' in after), 'Trump goes into the United States');
      await visit.click('#roll-up');
      await assertShows(visit, {});
      const [back] = await actorBoxes(visit);
      assertNoneMoved(before, back, 'there and back');
    }),
  );

  test(
    'the page says that the verdicts are those of the whole record',
    on('builtin', {}, async (visit) => {
      const text = await visit.page.$eval('body', (body) => body.textContent ?? '');
      assert.match(text, /whole record/i);
    }),
  );
});

describe('one author and six', () => {
  test(
    'one author has no modes, and is shown',
    on('one', {}, async (visit) => {
      assert.equal(await visit.visible('#modes'), false);
      await assertShows(visit, {});
      assert.equal(await visit.count(PICTURES), 1);
    }),
  );

  test(
    'six authors have a mode each and three of all',
    on('six', {}, async (visit) => {
      const names = await visit.all('#modes [role="radio"]', (radios) => radios.map((radio) => radio.getAttribute('data-mode')));
      assert.deepEqual([...names].sort(), ['0', '1', '2', '3', '4', '5', 'both', 'only', 'side']);
      const [before] = await actorBoxes(visit);
      for (const name of ['5', 'only', 'side', '3', 'both']) {
        await visit.click(mode(name));
        await assertShows(visit, { mode: name });
        if (name !== 'side') assertNoneMoved(before, (await actorBoxes(visit))[0], name);
      }
    }),
  );
});

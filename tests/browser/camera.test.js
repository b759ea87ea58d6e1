// Nearer, farther, along: by wheel, dragging, two fingers, buttons and keys.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsing } from './harness.js';
import { PICTURES, actorBoxes } from './reading.js';

/** @typedef {import('./visit.js').Visit} Visit */

const on = browsing();

/** The middle of the stage on the screen. @param {Visit} visit */
async function middle(visit) {
  const { x, y, width, height } = await visit.box('#stage');
  return { x: x + width / 2, y: y + height / 2 };
}

/** How large an actor is on the screen, and where: the same one each time. @param {Visit} visit */
async function look(visit) {
  const [boxes] = await actorBoxes(visit);
  const { x, y, width } = boxes.us ?? Object.values(boxes)[0];
  return { x, y, width };
}

test(
  'at first all actors are in sight',
  on('builtin', {}, async (visit) => {
    const stage = await visit.box('#stage');
    const [boxes] = await actorBoxes(visit);
    for (const [actor, box] of Object.entries(boxes)) {
      const inside = box.x >= stage.x - 1 && box.x + box.width <= stage.x + stage.width + 1;
      assert.ok(inside && box.y >= stage.y - 1 && box.y + box.height <= stage.y + stage.height + 1, `${actor} is out of sight`);
    }
  }),
);

test(
  'the wheel comes nearer, to where the pointer is, and goes away again',
  on('builtin', {}, async (visit) => {
    const before = await look(visit);
    const [boxes] = await actorBoxes(visit);
    const at = boxes.us ?? Object.values(boxes)[0];
    await visit.page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await visit.page.mouse.wheel({ deltaY: -300 });
    await visit.still();
    const near = await look(visit);
    assert.ok(near.width > before.width * 1.1, `${before.width} becomes ${near.width}`);
    const drift = Math.abs(near.x + near.width / 2 - (before.x + before.width / 2));
    assert.ok(drift < 3, `what the pointer is on stays under it, and drifts by ${drift}`);
    await visit.page.mouse.wheel({ deltaY: 300 });
    await visit.still();
    const back = await look(visit);
    assert.ok(Math.abs(back.width - before.width) < before.width * 0.05);
  }),
);

test(
  'a line is pointed at from beside it, and only from near',
  on('builtin', {}, async (visit) => {
    const { number, at, aside } = await visit.page.$eval(PICTURES, (picture) => {
      const free = [...picture.querySelectorAll('.tie')].flatMap((tie) => {
        const path = tie.querySelector('path');
        const matrix = path?.getScreenCTM();
        if (!path || !matrix) return [];
        const along = (/** @type {number} */ share) => path.getPointAtLength(path.getTotalLength() * share).matrixTransform(matrix);
        const [before, here, after] = [0.24, 0.25, 0.26].map(along);
        const [across, down] = [after.x - before.x, after.y - before.y];
        const long = Math.hypot(across, down);
        const beside = (/** @type {number} */ far) => ({ x: here.x - (down / long) * far, y: here.y + (across / long) * far });
        const empty = [4, 14].every((far) => {
          const { x, y } = beside(far);
          const there = document.elementFromPoint(x, y);
          return there?.closest('#stage') && !there.closest('[data-id]');
        });
        return empty ? [{ number: tie.getAttribute('data-id'), at: beside(4), aside: beside(14) }] : [];
      });
      return free[0];
    });
    await visit.page.mouse.move(at.x, at.y);
    await visit.still();
    assert.equal(await visit.visible('#hint'), true, `${number} is told of`);
    await visit.page.mouse.move(aside.x, aside.y);
    await visit.still();
    assert.equal(await visit.count(`${PICTURES} [data-id="${number}"].lit`), 0, 'and no more from far away');
    await visit.page.mouse.click(at.x, at.y);
    await visit.still();
    assert.equal(await visit.visible('#panel'), true);
  }),
);

test(
  'dragging moves the picture with the pointer, and selects nothing',
  on('builtin', {}, async (visit) => {
    await visit.click('#zoom-in');
    const before = await look(visit);
    const { x, y } = await middle(visit);
    await visit.page.mouse.move(x, y);
    await visit.page.mouse.down();
    await visit.page.mouse.move(x + 40, y + 25, { steps: 4 });
    await visit.page.mouse.move(x + 80, y + 50, { steps: 4 });
    await visit.page.mouse.up();
    await visit.still();
    const after = await look(visit);
    assert.ok(Math.abs(after.x - before.x - 80) < 3 && Math.abs(after.y - before.y - 50) < 3, JSON.stringify({ before, after }));
    assert.equal((await visit.fragment()).at, undefined);
  }),
);

test(
  'buttons come nearer, go away, and show all again',
  on('builtin', {}, async (visit) => {
    const before = await look(visit);
    await visit.click('#zoom-in');
    const near = await look(visit);
    assert.ok(near.width > before.width * 1.1);
    await visit.click('#zoom-out');
    await visit.click('#zoom-out');
    const far = await look(visit);
    assert.ok(far.width < near.width * 0.95);
    await visit.click('#zoom-in');
    await visit.click('#zoom-in');
    await visit.click('#fit');
    const back = await look(visit);
    assert.ok(Math.abs(back.width - before.width) < 1 && Math.abs(back.x - before.x) < 2, JSON.stringify({ before, back }));
  }),
);

test(
  'keys do the same',
  on('builtin', {}, async (visit) => {
    const before = await look(visit);
    await visit.page.$eval(`${PICTURES} [tabindex="0"], #stage[tabindex="0"], #stage [tabindex="0"]`, (mark) => {
      /** @type {HTMLElement | SVGElement} */ (mark).focus();
    });
    await visit.press('+');
    const near = await look(visit);
    assert.ok(near.width > before.width * 1.1, '+ comes nearer');
    await visit.press('-');
    assert.ok((await look(visit)).width < near.width * 0.95, '- goes away');
    await visit.press('+', '0');
    assert.ok(Math.abs((await look(visit)).width - before.width) < 1, '0 shows all');
  }),
);

test(
  'two fingers spread come nearer, and together go away',
  on('builtin', { width: 800, height: 1000, touch: true }, async (visit) => {
    const before = await look(visit);
    const { x, y } = await middle(visit);
    const spread = async (/** @type {number} */ from, /** @type {number} */ to) => {
      const one = await visit.page.touchscreen.touchStart(x - from, y);
      const other = await visit.page.touchscreen.touchStart(x + from, y);
      for (const share of [0.25, 0.5, 0.75, 1]) {
        const apart = from + (to - from) * share;
        await one.move(x - apart, y);
        await other.move(x + apart, y);
      }
      await one.end();
      await other.end();
      await visit.still();
    };
    await spread(40, 120);
    const near = await look(visit);
    assert.ok(near.width > before.width * 1.8, `${before.width} becomes ${near.width}`);
    await spread(120, 40);
    assert.ok((await look(visit)).width < near.width * 0.7);
  }),
);

test(
  'where one looks stays in the address, and is no step to go back over',
  on('builtin', {}, async (visit) => {
    const steps = await visit.page.evaluate(() => history.length);
    const { x, y } = await middle(visit);
    await visit.page.mouse.move(x, y);
    for (let turn = 0; turn < 4; turn += 1) await visit.page.mouse.wheel({ deltaY: -120 });
    await visit.still();
    await new Promise((done) => setTimeout(done, 600));
    const { box } = await visit.fragment();
    assert.match(decodeURIComponent(box), /^-?[\d.]+(,-?[\d.]+){3}$/);
    assert.equal(await visit.page.evaluate(() => history.length), steps);
    const before = await look(visit);
    await visit.page.reload();
    await visit.still();
    const after = await look(visit);
    assert.ok(Math.abs(after.width - before.width) < 1 && Math.abs(after.x - before.x) < 2, JSON.stringify({ before, after }));
  }),
);

test(
  'modes and forms keep where one looks',
  on('builtin', {}, async (visit) => {
    await visit.click('#zoom-in');
    await visit.click('#zoom-in');
    const before = await look(visit);
    await visit.click('#modes [data-mode="0"]');
    await visit.click('#tab-table');
    await visit.click('#tab-graph');
    await visit.click('#modes [data-mode="both"]');
    const after = await look(visit);
    assert.ok(Math.abs(after.x - before.x) < 1 && Math.abs(after.width - before.width) < 1, JSON.stringify({ before, after }));
  }),
);

test(
  'with motion allowed the picture arrives where it would stand without',
  on('builtin', { motion: true }, async (visit) => {
    const before = await look(visit);
    await visit.click('#zoom-in');
    await visit.click('#fit');
    await new Promise((done) => setTimeout(done, 1_000));
    const after = await look(visit);
    assert.ok(Math.abs(after.x - before.x) < 2 && Math.abs(after.width - before.width) < 1);
  }),
);

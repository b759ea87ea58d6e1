// Light and dark, still and moving, phone to projector: nothing is cut off, out of reach or too small.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browsing } from './harness.js';
import { PICTURES } from './reading.js';

/** @typedef {import('./visit.js').Visit} Visit */

const on = browsing();
const FORMS = ['graph', 'matrix', 'table', 'issues', 'words'];
const SCREENS = [
  { width: 360, height: 740, touch: true },
  { width: 768, height: 1024, touch: true },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const LAYOUT = fileURLToPath(new URL('layout.json', import.meta.url));
const REGIONS = ['header', '#title', '#search', '#forms', '#modes', '#brief', '#filters', '#status', '#stage', '#legend', '#matrix', '#table', '#issues', '#words', '#panel'];
const CONTROLS = 'a[href], button, input, select, summary, [role="tab"], [role="radio"], [role="option"]';

/** What the eye takes for the ground of the page: how light it is, from 0 to 1. @param {Visit} visit */
async function ground(visit) {
  return visit.page.evaluate(() => {
    const colour = getComputedStyle(document.body).backgroundColor;
    const html = getComputedStyle(document.documentElement).backgroundColor;
    const [r, g, b] = ((colour === 'rgba(0, 0, 0, 0)' ? html : colour).match(/[\d.]+/g) ?? []).map(Number);
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  });
}

/**
 * Runs in the page: which controls are not within the screen, and which are too small to be hit: less than 24 pixels one way or
 * the other, and with a neighbour so near that a finger meant for one hits the other (WCAG 2.5.8). Words within a sentence may be
 * as low as its lines are.
 * @param {Element[]} controls
 */
function targets(controls) {
  const least = 24;
  const all = controls
    .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && each.getClientRects().length > 0)
    // A link that comes with the focus is not there before.
    .filter((each) => !each.matches('a[href^="#"]'))
    .map((each) => {
      const target = each.closest('label') ?? each;
      const called = (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().slice(0, 30);
      return { target, box: target.getBoundingClientRect(), name: `${each.tagName.toLowerCase()}#${each.id} "${called}"` };
    });
  const scrolls = (/** @type {Element | null} */ each) => {
    for (let up = each; up; up = up.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth) return true;
    }
    return false;
  };
  const outside = all
    .filter(({ box, target }) => (box.left < -1 || box.right > innerWidth + 1) && !scrolls(target.parentElement))
    .map(({ name, box }) => `${name} from ${box.left} to ${box.right}`);
  const inSentence = (/** @type {Element} */ each) => {
    const block = each.closest('p, li, dd, blockquote');
    return block !== null && (block.textContent ?? '').trim().length > 2 * (each.textContent ?? '').trim().length;
  };
  const few = all.filter(({ box, target }) => (box.width < least || box.height < least) && !inSentence(target));
  const crowded = few.filter(({ box, target }) => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return all.some((other) => {
      if (other.target === target || target.contains(other.target) || other.target.contains(target)) return false;
      const [dx, dy] = [
        Math.max(other.box.left - x, 0, x - other.box.right),
        Math.max(other.box.top - y, 0, y - other.box.bottom),
      ];
      return Math.hypot(dx, dy) < least / 2;
    });
  });
  return { outside, small: crowded.map(({ name, box }) => `${name} is ${box.width} x ${box.height}`) };
}

describe('light and dark', () => {
  test(
    'follow the system',
    on('builtin', { scheme: 'dark' }, async (visit) => {
      assert.ok((await ground(visit)) < 0.25);
      await visit.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
      await visit.still();
      assert.ok((await ground(visit)) > 0.85);
    }),
  );

  test(
    'are changed by a button, against the system, and stay in the address',
    on('builtin', { scheme: 'dark' }, async (visit) => {
      const seen = new Set();
      for (let turn = 0; turn < 3; turn += 1) {
        await visit.click('#theme');
        const { theme } = await visit.fragment();
        seen.add(theme ?? 'system');
        if (theme) assert.equal((await ground(visit)) > 0.5, theme === 'light', theme);
      }
      assert.deepEqual([...seen].sort(), ['dark', 'light', 'system']);
    }),
  );

  test(
    'the picture takes part: its lines stand out from the ground in both',
    on('builtin', {}, async (visit) => {
      for (const scheme of ['light', 'dark']) {
        await visit.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await visit.still();
        const light = await ground(visit);
        const strokes = await visit.all(`${PICTURES} .tie path:not(.hit)`, (paths) =>
          paths.map((path) => {
            const [r, g, b] = (getComputedStyle(path).stroke.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
            return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
          }),
        );
        const near = strokes.filter((stroke) => Math.abs(stroke - light) < 0.15).length;
        assert.ok(near < strokes.length / 2, `${scheme}: ${near} of ${strokes.length} strokes are as light as the ground`);
      }
    }),
  );
});

describe('less motion', () => {
  test(
    'means none',
    on('builtin', {}, async (visit) => {
      await visit.click('#modes [data-mode="0"]');
      await visit.click('#open-filters');
      const moving = await visit.page.evaluate(() => document.getAnimations().filter((each) => Number(each.effect?.getComputedTiming().duration) > 20).length);
      assert.equal(moving, 0);
      const slow = await visit.all(':not(.parked *)', (all) =>
        all.filter((each) => getComputedStyle(each).transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0.02)).length,
      );
      assert.equal(slow, 0, 'transitions are off');
    }),
  );
});

describe('screens', () => {
  for (const screen of SCREENS) {
    test(
      `at ${screen.width} no form is wider than the screen, every control is within it and large enough`,
      on('builtin', screen, async (visit) => {
        for (const form of FORMS) {
          await visit.go(`form=${form}`);
          const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(wide <= 0, `${form}: ${wide} px too wide`);
          const { outside, small } = await visit.all(CONTROLS, targets);
          assert.deepEqual({ outside, small }, { outside: [], small: [] }, form);
        }
      }),
    );
  }

  for (const screen of SCREENS.filter(({ width }) => width !== 768)) {
    test(
      `at ${screen.width} forms and modes stand in one row, in both languages and whichever is chosen`,
      on('builtin', screen, async (visit) => {
        for (const fragment of ['lang=en', 'lang=de', ...FORMS.map((form) => `lang=de&mode=side&form=${form}`)]) {
          await visit.go(fragment);
          const tops = await visit.all(':is([role="tab"], [role="radio"])', (all) => all.map((each) => Math.round(each.getBoundingClientRect().y)));
          assert.equal(tops.length, 10);
          assert.equal(new Set(tops).size, 1, `${fragment}: they stand at ${tops}`);
        }
      }),
    );
  }

  test(
    'on a phone the filters are a drawer',
    on('builtin', { width: 360, height: 740, touch: true }, async (visit) => {
      const covered = async () => {
        const { x, width } = await visit.box('#filters');
        return (await visit.visible('#filters')) && x < 360 && x + width > 0;
      };
      assert.equal(await covered(), false);
      await visit.tap('#open-filters');
      assert.equal(await covered(), true);
      await visit.tap('#main-only');
      assert.equal((await visit.fragment()).main, '0');
      await visit.press('Escape');
      assert.equal(await covered(), false);
    }),
  );

  test(
    'on a phone the evidence leaves the picture in sight, and closes again',
    on('builtin', { width: 360, height: 740, touch: true, fragment: 'at=russia~us' }, async (visit) => {
      const { width, x, height } = await visit.box('#panel');
      assert.ok(x >= -1 && width <= 361 && height < 740, JSON.stringify({ x, width, height }));
      await visit.tap('#close-panel');
      assert.equal(await visit.visible('#panel'), false);
    }),
  );

  test(
    'the picture has most of the page on a wide screen',
    on('builtin', {}, async (visit) => {
      const { width, height } = await visit.box('#stage');
      assert.ok(width * height > 0.45 * 1280 * 800, `${width} x ${height}`);
    }),
  );
});

describe('layout', () => {
  test('of the main regions is as it was', async (context) => {
    /** @type {Record<string, Record<string, number[]>>} */
    const found = {};
    for (const screen of SCREENS) {
      await on('builtin', screen, async (visit) => {
        for (const fragment of ['', 'mode=side', 'form=matrix', 'form=table', 'form=issues', 'form=words', 'at=russia~us']) {
          if (fragment !== '') await visit.go(fragment);
          const boxes = await visit.page.evaluate((regions) => {
            const near = (/** @type {number} */ length) => Math.round(length / 8) * 8;
            const seen = regions.flatMap((region) => {
              const element = document.querySelector(region);
              if (!(element?.checkVisibility() && element.getClientRects().length > 0)) return [];
              const { x, y, width, height } = element.getBoundingClientRect();
              // How far long texts go is their own affair.
              return [[region, [near(x), near(y), near(width), near(Math.min(height, innerHeight))]]];
            });
            return Object.fromEntries(seen);
          }, REGIONS);
          found[`${screen.width} ${fragment}`.trim()] = boxes;
        }
      })(context);
    }
    if (process.env.UPDATE || !existsSync(LAYOUT)) {
      const lines = Object.entries(found).map(([name, boxes]) => {
        const rows = Object.entries(boxes).map(([region, box]) => `    ${JSON.stringify(region)}: ${JSON.stringify(box)}`);
        return `  ${JSON.stringify(name)}: {\n${rows.join(',\n')}\n  }`;
      });
      writeFileSync(LAYOUT, `{\n${lines.join(',\n')}\n}\n`);
      return;
    }
    const known = JSON.parse(readFileSync(LAYOUT, 'utf8'));
    // Letters of another system face may push a box a little.
    const moved = Object.entries(found).flatMap(([name, boxes]) =>
      [...new Set([...Object.keys(boxes), ...Object.keys(known[name] ?? {})])].flatMap((region) => {
        const [now, then] = [boxes[region], known[name]?.[region]];
        const same = now && then && now.every((/** @type {number} */ length, /** @type {number} */ at) => Math.abs(length - then[at]) <= 16);
        return same ? [] : [`${name}: ${region} was ${then}, is ${now}`];
      }),
    );
    assert.deepEqual(moved, [], 'UPDATE=1 takes what is for what must be');
  });
});

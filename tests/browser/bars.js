// How quick the page is, as a table: `PARALLAX_PAGES=... node bars.js [PAGE...]`. No test: other work on the machine would fail it.

import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { address, launched, opened } from './harness.js';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {{page: string, what: string, bar: number, unit: string, measured: number[]}} Row */

const OPENINGS = 7;
const CHANGES = 50;

/**
 * The value below which this share of them lies.
 * @param {number[]} values
 * @param {number} share
 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)];
}

/**
 * When the first picture was painted, and when the page was ready for use, after it was asked for.
 * @param {Visit} visit
 */
async function times(visit) {
  return visit.page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { painted: paint?.startTime ?? Number.NaN, ready: /** @type {any} */ (window).readyAfter ?? Number.NaN };
  });
}

/**
 * Turns a switch to and fro, and waits for what it draws; each time until the frame has been made.
 * @param {Visit} visit
 * @param {string} selector
 */
async function changes(visit, selector) {
  return visit.page.evaluate(
    async (selector, count) => {
      const drawn = () =>
        new Promise((done) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(undefined);
            port2.postMessage(0);
          });
        });
      const whole = [];
      const work = [];
      for (let turn = 0; turn < count; turn += 1) {
        await new Promise((done) => setTimeout(done, 20));
        await drawn();
        const start = performance.now();
        /** @type {HTMLElement} */ (document.querySelector(selector)).click();
        document.body.getBoundingClientRect();
        work.push(performance.now() - start);
        await drawn();
        whole.push(performance.now() - start);
      }
      return { whole, work };
    },
    selector,
    CHANGES,
  );
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {string} fragment
 */
async function visited(browser, url, fragment) {
  const visit = await opened(browser, 'chromium', { url: 'about:blank', downloads: '' });
  await visit.page.evaluateOnNewDocument(() => {
    const watcher = new MutationObserver(() => {
      if (!document.getElementById('status')?.textContent) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { readyAfter: performance.now() })));
    });
    watcher.observe(document, { childList: true, subtree: true, characterData: true });
  });
  visit.url = url;
  await visit.go(fragment);
  await visit.page.waitForFunction(() => 'readyAfter' in window);
  return visit;
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} page
 * @param {{opens: number, ready: number, changes: number}} bar
 * @returns {Promise<Row[]>}
 */
async function measured(browser, page, bar) {
  const url = address(page);
  if (url === undefined) return [];
  const painted = [];
  const ready = [];
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    const visit = await visited(browser, url, '');
    const took = await times(visit);
    painted.push(took.painted);
    ready.push(took.ready);
    await visit.leave();
  }
  /** @type {Row[]} */
  const rows = [
    { page, what: 'first picture', bar: bar.opens, unit: 'ms', measured: painted },
    { page, what: 'ready for use', bar: bar.ready, unit: 'ms', measured: ready },
  ];
  for (const [what, fragment, selector] of [
    ['facts only, to and fro', 'main=0', '#facts-only'],
    ['main lines only, to and fro', '', '#main-only'],
    ['negative only, to and fro', 'main=0&facts=0', 'input[data-dim="sign"][value="-1"]'],
    ['the same in the table', 'main=0&facts=0&form=table', 'input[data-dim="sign"][value="-1"]'],
    ['the same in the matrix', 'main=0&facts=0&form=matrix', 'input[data-dim="sign"][value="-1"]'],
    ['the same in words', 'main=0&facts=0&form=words', 'input[data-dim="sign"][value="-1"]'],
  ]) {
    const visit = await visited(browser, url, fragment);
    const { whole, work } = await changes(visit, selector);
    await visit.leave();
    rows.push({ page, what, bar: bar.changes, unit: 'ms', measured: work });
    rows.push({ page, what: `${what}, with the frame`, bar: bar.changes, unit: 'ms', measured: whole });
  }
  rows.push({ page, what: 'size', bar: page === 'builtin' ? 900 : Number.NaN, unit: 'KB', measured: [statSync(fileURLToPath(url)).size / 1000] });
  return rows;
}

const browser = await launched('chromium');
const BARS = {
  builtin: { opens: 300, ready: Number.NaN, changes: 50 },
  large: { opens: Number.NaN, ready: 1_500, changes: 150 },
};
const rows = [];
for (const [page, bar] of Object.entries(BARS)) {
  const asked = process.argv.slice(2);
  if (asked.length === 0 || asked.includes(page)) rows.push(...(await measured(browser, page, bar)));
}
await browser.close();
// Where the machine has other work, the best tenth says more than the median.
process.stdout.write('| page | what | bar | median | best tenth |\n|---|---|---|---|---|\n');
for (const { page, what, bar, unit, measured } of rows) {
  const limit = Number.isNaN(bar) ? '' : `${bar} ${unit}`;
  const [median, best] = [0.5, 0.1].map((share) => quantile(measured, share));
  const over = median > bar ? ' **over**' : '';
  process.stdout.write(`| ${page} | ${what} | ${limit} | ${median.toFixed(0)} ${unit}${over} | ${best.toFixed(0)} ${unit} |\n`);
}

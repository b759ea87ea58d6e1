// What is taken away: the view as SVG, PNG and CSV, and a handout on paper. Each is opened and looked at.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { browsing } from './harness.js';
import { visibleTies } from './reading.js';
import { fragmentOf, left, picturesOf, positionsLeft, stateOf } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */

const on = browsing();

/**
 * Opens the menu and takes something away.
 * @param {Visit} visit
 * @param {'svg' | 'png' | 'csv'} what
 */
async function take(visit, what) {
  if ((await visit.attribute('#take', 'open')) === null) await visit.click('#take > summary');
  return visit.download(`#take-${what}`);
}

/**
 * The rows of a CSV by RFC 4180.
 * @param {string} text
 */
function rowsOf(text) {
  /** @type {string[][]} */
  const rows = [[]];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g;
  for (const [, cell, end] of text.matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
    else if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

describe('SVG', () => {
  for (const patch of [{}, { mode: '1' }, { mode: 'side' }, { mode: 'only', main: false, facet: ['military'] }]) {
    test(
      `is whole without the page: ${fragmentOf(patch) || 'the start'}`,
      on('builtin', { fragment: fragmentOf(patch), scheme: 'dark' }, async (visit, context) => {
        const ties = (await visibleTies(visit)).flat().length;
        const { file, bytes } = await take(visit, 'svg');
        assert.match(file, /\.svg$/);
        const text = bytes.toString('utf8');
        assert.doesNotMatch(text, /var\(|<script|javascript:|\son\w+=/i);
        assert.doesNotMatch(text, /(href|src)="(?!#|data:)/);
        const path = join(mkdtempSync(join(tmpdir(), 'parallax-svg-')), 'x.svg');
        writeFileSync(path, bytes);
        const page = await visit.page.browser().newPage();
        await page.goto(pathToFileURL(path).href);
        const found = await page.evaluate(() => ({
          root: document.documentElement.tagName,
          broken: document.querySelectorAll('parsererror').length,
          titles: document.querySelectorAll('svg > title').length,
          ties: [...document.querySelectorAll('.tie')].filter((mark) => mark.checkVisibility() && mark.getClientRects().length > 0).length,
          words: document.documentElement.textContent,
          width: document.documentElement.getBoundingClientRect().width,
        }));
        await page.close();
        assert.equal(found.root, 'svg');
        assert.equal(found.broken, 0);
        assert.ok(found.titles >= 1, 'it has a title');
        assert.equal(found.ties, ties, 'what is hidden is not in it');
        assert.ok(found.width > 300);
        for (const view of (await visit.data()).views) {
          if (patch.mode !== '1') assert.ok(found.words?.includes(view.short), `${view.short} is named`);
        }
        const lint = spawnSync('xmllint', ['--noout', path]);
        if (lint.error) context.diagnostic('xmllint is not installed');
        else assert.equal(lint.status, 0, String(lint.stderr));
      }),
    );
  }
});

describe('PNG', () => {
  test(
    'has the shape of the picture, sharp enough for paper, and is not empty',
    on('builtin', {}, async (visit) => {
      const data = await visit.data();
      const [picture] = picturesOf(data, stateOf(data));
      const { file, bytes } = await take(visit, 'png');
      assert.match(file, /\.png$/);
      assert.deepEqual([...bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      assert.ok(width >= 1.5 * picture.width && width <= 4.5 * picture.width, `${width} wide`);
      assert.ok(height / width > (0.8 * picture.height) / picture.width, `${width} x ${height}`);
      const colours = await visit.page.evaluate(async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [200, 150];
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
        context.drawImage(image, 0, 0, 200, 150);
        const { data } = context.getImageData(0, 0, 200, 150);
        const seen = new Set();
        for (let at = 0; at < data.length; at += 4) seen.add(data.slice(at, at + 4).join());
        return { seen: seen.size, corner: [...data.slice(0, 4)] };
      }, bytes.toString('base64'));
      assert.ok(colours.seen > 50, `${colours.seen} colours`);
      assert.deepEqual(colours.corner, [255, 255, 255, 255], 'on white, whatever the theme');
    }),
  );
});

describe('CSV', () => {
  for (const patch of [{}, { main: false, facts: false, stance: ['rejects'] }, { mode: '0', main: false, facts: false }]) {
    test(
      `has the statements of the view: ${fragmentOf(patch) || 'the start'}`,
      on('builtin', { fragment: fragmentOf(patch) }, async (visit) => {
        const data = await visit.data();
        const expected = left(data, stateOf(data, patch));
        const { file, bytes } = await take(visit, 'csv');
        assert.match(file, /\.csv$/);
        const text = bytes.toString('utf8');
        assert.ok(text.startsWith('\ufeff'), 'a mark for spreadsheets');
        const [head, ...rows] = rowsOf(text.slice(1));
        assert.equal(rows.length, expected.length);
        for (const row of rows) assert.equal(row.length, head.length);
        const column = (/** @type {string} */ name) => head.indexOf(name);
        for (const name of ['from', 'to', 'type', 'stance', 'mode']) assert.ok(column(name) >= 0, `${head} has ${name}`);
        for (const [at, index] of expected.entries()) {
          const statement = data.statements[index];
          assert.equal(rows[at][column('type')], statement.type);
          assert.equal(rows[at][column('stance')], statement.stance);
          const members = (/** @type {string} */ id) => data.who.find((actor) => actor.id === id)?.members ?? [id];
          assert.deepEqual(rows[at][column('from')].split(/; ?/), statement.from.flatMap(members));
        }
      }),
    );
  }

  test(
    'of a hostile corpus starts no formula',
    on('hostile', { fragment: 'main=0&facts=0' }, async (visit) => {
      const { bytes } = await take(visit, 'csv');
      const rows = rowsOf(bytes.toString('utf8').slice(1));
      assert.ok(rows.length > 10);
      const isNumber = (/** @type {string} */ cell) => /^-?\d+(\.\d+)?$/.test(cell);
      for (const cell of rows.flat()) assert.ok(isNumber(cell) || !/^[=+\-@\t\r]/.test(cell), cell);
    }),
  );
});

describe('paper', () => {
  /** @param {Visit} visit */
  const printed = async (visit) => {
    const path = join(mkdtempSync(join(tmpdir(), 'parallax-pdf-')), 'x.pdf');
    const bytes = Buffer.from(await visit.page.pdf({ format: 'A4', printBackground: false }));
    writeFileSync(path, bytes);
    return { path, bytes, pages: (bytes.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length };
  };
  const squeezed = (/** @type {string} */ text) => text.replace(/[\s\u00ad-]/g, '');

  test(
    'is a handout: the picture, and numbered notes on what it shows',
    on('builtin', { scheme: 'dark' }, async (visit) => {
      const data = await visit.data();
      const ties = (await visibleTies(visit)).flat().length;
      await visit.page.emulateMediaType('print');
      await visit.still();
      const text = squeezed(await visit.page.$eval('body', (body) => /** @type {HTMLElement} */ (body).innerText));
      assert.ok(text.includes(squeezed(data.title)), 'its title');
      for (const index of left(data, stateOf(data))) {
        const { sentence } = data.statements[index];
        assert.ok(text.includes(squeezed(sentence)), `the note on: ${sentence}`);
      }
      for (const { title } of data.works) assert.ok(text.includes(squeezed(title)), title);
      for (const control of ['#filters', '#forms', '#modes', '#search', '#zoom-in', '#take', '#theme', '#lang']) {
        assert.equal(await visit.visible(control), false, `${control} is not printed`);
      }
      assert.equal(await visit.visible('#handout svg.picture'), true);
      const drawn = await visit.count('#handout svg.picture [data-id^="tie-"]');
      assert.equal(drawn, ties, 'the picture has what was seen');
      const numbers = (await visit.texts('#handout .told > li .number')).map((number) => Number.parseInt(number, 10));
      assert.deepEqual(numbers, numbers.map((_, at) => at + 1), 'the notes are numbered');
      assert.equal(await visit.count('#handout [data-position]'), 0, 'what the picture does not show is not told');
    }),
  );

  test(
    'of the issues has every answer, and no picture',
    on('builtin', { fragment: 'form=issues' }, async (visit) => {
      await visit.page.emulateMediaType('print');
      await visit.still();
      const told = await visit.all('#handout [data-position]', (items) => items.map((item) => Number(item.getAttribute('data-position'))));
      assert.deepEqual(told.sort((a, b) => a - b), positionsLeft(await visit.data(), stateOf(await visit.data())));
      assert.equal(await visit.count('#handout svg.picture'), 0);
    }),
  );

  test(
    'is a few pages of PDF, with its words in it',
    on('builtin', {}, async (visit, context) => {
      const { path, bytes, pages } = await printed(visit);
      assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
      assert.ok(pages >= 2 && pages <= 8, `${pages} pages`);
      const run = spawnSync('pdftotext', ['-f', '1', '-l', '1', path, '-'], { encoding: 'utf8' });
      if (run.error) {
        context.diagnostic('pdftotext is not installed');
        return;
      }
      const data = await visit.data();
      const us = data.who.find((each) => each.id === 'us');
      assert.ok(squeezed(run.stdout).includes(squeezed(data.title)));
      assert.ok([us?.label, us?.name].some((name) => name && run.stdout.includes(name)), 'the picture is on the first page');
    }),
  );

  test(
    'takes every form',
    on('builtin', {}, async (visit) => {
      for (const form of ['matrix', 'table', 'issues', 'words']) {
        await visit.click(`#tab-${form}`);
        const { pages } = await printed(visit);
        // In words all is told that is left: of the issues every answer, and then every line.
        assert.ok(pages >= 1 && pages <= (form === 'words' ? 20 : 12), `${form}: ${pages} pages`);
      }
    }),
  );

  test(
    'the button asks the browser to print',
    on('builtin', {}, async (visit) => {
      await visit.page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', '');
      });
      await visit.click('#take > summary');
      await visit.click('#take-print');
      assert.notEqual(await visit.attribute('body', 'data-printed'), null);
    }),
  );
});

// The harness sees what it must: each thing that a page may not do is done here once.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launched, opened } from './harness.js';

const CASES = [
  ['nothing', '<p>quiet</p>', null],
  ['a message', '<script>console.info("hello")</script>', /console info: hello/],
  ['a warning', '<script>console.warn("careful")</script>', /console warn\w*: careful/],
  ['an error', '<script>throw new Error("broken")</script>', /error: .*broken/],
  ['a lost promise', '<script>Promise.reject(new Error("lost"))</script>', /error: .*lost/],
  ['a dialog', '<script>setTimeout(() => alert("boo"))</script>', /dialog alert: boo/],
  ['an image', '<img alt="" src="https://parallax.invalid/x.png">', /request: https:\/\/parallax.invalid/],
  ['a file', '<link rel="stylesheet" href="other.css">', /request: file:.*other.css/],
  ['a call', '<script>fetch("https://parallax.invalid/").catch(() => {})</script>', /request: https:\/\/parallax.invalid/],
  ['a blob', '<script>new Image().src = URL.createObjectURL(new Blob(["<svg xmlns=\'http://www.w3.org/2000/svg\'/>"], {type: "image/svg+xml"}))</script>', null],
];

const POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">';

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  describe(kind, () => {
    const folder = mkdtempSync(join(tmpdir(), 'parallax-harness-'));
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => {
      browser = await launched(kind);
    });
    after(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const visit = async (/** @type {string} */ body, head = '') => {
      const path = join(folder, 'page.html');
      writeFileSync(path, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>${head}</head><body>${body}</body></html>`);
      return opened(browser, kind, { url: pathToFileURL(path).href, downloads: folder });
    };

    for (const [what, body, expected] of /** @type {[string, string, RegExp | null][]} */ (CASES)) {
      // Firefox does not tell its driver of files.
      if (kind === 'firefox' && what === 'a file') continue;
      test(`${what} is ${expected ? 'noticed' : 'let be'}`, async () => {
        const seen = await visit(body);
        await new Promise((done) => setTimeout(done, 200));
        await seen.leave();
        if (expected) assert.match(seen.troubles.join('\n'), expected);
        else assert.deepEqual(seen.troubles, []);
      });
    }

    for (const [what, body] of [
      ['a handler', '<p onclick="x()">text</p>'],
      ['a script', '<script>document.body.append("x")</script>'],
      ['a style', '<p style="color: red">text</p>'],
    ]) {
      test(`${what} that the policy refuses is noticed`, async () => {
        const seen = await visit(body, POLICY);
        await seen.leave();
        assert.match(seen.troubles.join('\n'), /console error: .*Content[- ]Security[- ]Policy/i);
      });
    }

    test('what is covered or hidden cannot be clicked', async () => {
      const seen = await visit(
        '<button id="free">free</button><button id="gone" hidden>gone</button><div style="position:relative"><button id="under">under</button><div id="lid" style="position:absolute;inset:0"></div></div>',
      );
      await seen.click('#free');
      await assert.rejects(seen.click('#gone'), /it is hidden/);
      await assert.rejects(seen.click('#under'), /id="lid".* lies over it/);
      await assert.rejects(seen.click('#none'), /there is no #none/);
      await seen.leave();
    });
  });
}

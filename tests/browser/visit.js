// What a person does on a page and sees there: pointing, typing, reading; and what the page does that it must not.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').KeyInput} KeyInput */
/** @typedef {import('../../crates/explorer/web/model/data.d.ts').Document} Data */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/** @typedef {{file: string, bytes: Buffer}} Download */

/** How long nothing must change where the page may act a little later, in milliseconds: it unpacks its data, and follows sliders calmly. */
export const LATER = 80;
/** How long it may take until a page stands still. */
const RESTLESS = 30_000;
/** The data of the pages, by their addresses. @type {Map<string, Data>} */
const DATA = new Map();

export class Visit {
  /**
   * @param {Page} page
   * @param {string} url
   * @param {string} downloads a folder for what is taken away
   */
  constructor(page, url, downloads) {
    this.page = page;
    this.url = url;
    this.downloads = downloads;
    /** @type {string[]} what the page did that no page may do */
    this.troubles = [];
    /** Takes back what listens to the tab. */
    this.unwatch = this.watch();
  }

  /** Notes every message, fault, dialog, window, and every request but for the page itself. */
  watch() {
    const trouble = (/** @type {string} */ text) => this.troubles.push(text);
    const listeners = {
      console: (/** @type {import('puppeteer-core').ConsoleMessage} */ message) => trouble(`console ${message.type()}: ${message.text()}`),
      pageerror: (/** @type {unknown} */ fault) => trouble(`error: ${fault instanceof Error ? fault.message : String(fault)}`),
      popup: () => trouble('a window was opened'),
      dialog: async (/** @type {import('puppeteer-core').Dialog} */ dialog) => {
        trouble(`dialog ${dialog.type()}: ${dialog.message()}`);
        await dialog.dismiss();
      },
      request: (/** @type {import('puppeteer-core').HTTPRequest} */ request) => {
        const url = request.url().split('#')[0];
        if (url !== this.url && !/^(data|blob|about):/.test(url)) trouble(`request: ${url.slice(0, 200)}`);
      },
    };
    const each = /** @type {[keyof typeof listeners, any][]} */ (Object.entries(listeners));
    for (const [event, listen] of each) this.page.on(event, listen);
    return () => {
      for (const [event, listen] of each) this.page.off(event, listen);
    };
  }

  /** @param {string} fragment */
  async go(fragment) {
    const within = this.page.url().split('#')[0] === this.url && fragment !== '';
    await this.page.goto(fragment === '' ? this.url : `${this.url}#${fragment}`, { waitUntil: 'load' });
    await this.still(within ? 0 : LATER);
  }

  async leave() {
    await this.page.close();
  }

  /** Leaves the page for an empty one in the same tab. */
  async blank() {
    await this.page.goto('about:blank');
    this.unwatch();
  }

  /**
   * Waits until all has come and nothing changes any more: two frames and what waits for an idle moment, without a change.
   * @param {number} [quiet] how long nothing must have changed besides
   */
  async still(quiet = 0) {
    await this.page.evaluate(
      (quiet, restless) =>
        new Promise((done, fail) => {
          const start = performance.now();
          let last = start;
          let frames = 0;
          const watcher = new MutationObserver(() => {
            last = performance.now();
            frames = 0;
          });
          watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
          const idle = globalThis.requestIdleCallback ?? setTimeout;
          const frame = () => {
            frames += 1;
            if (frames > 2) idle(judge);
            else requestAnimationFrame(frame);
          };
          const judge = () => {
            const now = performance.now();
            if (now - start > restless) fail(new Error('the page does not come to rest'));
            else if (frames === 0 || now - last < quiet || document.querySelector('[aria-busy="true"]')) return frame();
            else done(undefined);
            watcher.disconnect();
          };
          frame();
        }),
      quiet,
      RESTLESS,
    );
  }

  /**
   * What an element of the page holds packed.
   * @param {string} id
   * @returns {Promise<any>}
   */
  async packed(id) {
    const packed = await this.page.$eval(`#${id}`, (element) => element.textContent ?? '');
    return JSON.parse(inflateSync(Buffer.from(packed.trim(), 'base64')).toString('utf8'));
  }

  /** The data document of the page. */
  async data() {
    const known = DATA.get(this.url);
    if (known) return known;
    /** @type {Data} */
    const data = await this.packed('data');
    DATA.set(this.url, data);
    return data;
  }

  /**
   * Points at the middle of something and clicks. What a person could not hit fails: hidden, covered or off the screen.
   * @param {string} selector
   * @param {{times?: number}} [how]
   */
  async click(selector, { times = 1 } = {}) {
    const { x, y } = await this.reach(selector);
    await this.page.mouse.click(x, y, { count: times });
    await this.still();
  }

  /** @param {string} selector */
  async tap(selector) {
    const { x, y } = await this.reach(selector);
    await this.page.touchscreen.tap(x, y);
    await this.still();
  }

  /** @param {string} selector */
  async hover(selector) {
    const { x, y } = await this.reach(selector);
    await this.page.mouse.move(x, y);
    await this.still();
  }

  /**
   * Where to point to hit something, scrolled to if need be.
   * @param {string} selector
   * @returns {Promise<{x: number, y: number}>}
   */
  async reach(selector) {
    const element = await this.page.$(selector);
    assert.ok(element, `there is no ${selector}`);
    const found = await element.evaluate(pointAt);
    await element.dispose();
    if (typeof found === 'string') assert.fail(`${selector} cannot be pointed at: ${found}`);
    return found;
  }

  /** @param {...KeyInput} keys */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.still();
  }

  /**
   * A key while others are held.
   * @param {KeyInput} held
   * @param {KeyInput} key
   */
  async chord(held, key) {
    await this.page.keyboard.down(held);
    await this.page.keyboard.press(key);
    await this.page.keyboard.up(held);
    await this.still();
  }

  /**
   * Puts the cursor into a field and types.
   * @param {string} selector
   * @param {string} text
   */
  async type(selector, text) {
    await this.click(selector);
    await this.page.keyboard.type(text);
    await this.still();
  }

  /**
   * Sets a slider or a list as a person leaves it: the value, then both events.
   * @param {string} selector
   * @param {string | number} value
   */
  async set(selector, value) {
    await this.page.$eval(
      selector,
      (element, value) => {
        /** @type {any} */ (element).value = value;
        element.dispatchEvent(new Event('input', { bubbles: true }));
        element.dispatchEvent(new Event('change', { bubbles: true }));
      },
      String(value),
    );
    await this.still(LATER);
  }

  /**
   * Has a function look at all elements of a selector, in the page, in one go: a handle for each of thousands takes seconds.
   * @template {any[]} A, R
   * @param {string} selector
   * @param {(elements: Element[], ...values: A) => R} look is sent as text, and knows only what it is given
   * @param {A} values
   * @returns {Promise<Awaited<R>>}
   */
  async all(selector, look, ...values) {
    const given = values.map((value) => `, ${JSON.stringify(value)}`).join('');
    return /** @type {Awaited<R>} */ (
      await this.page.evaluate(`(${look})([...document.querySelectorAll(${JSON.stringify(selector)})]${given})`)
    );
  }

  /** @param {string} selector */
  async text(selector) {
    return (await this.page.$eval(selector, (element) => element.textContent ?? '')).replace(/\s+/g, ' ').trim();
  }

  /**
   * The texts of what is visible among several.
   * @param {string} selector
   * @returns {Promise<string[]>}
   */
  async texts(selector) {
    return this.all(selector, (elements) =>
      elements
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0)
        .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()),
    );
  }

  /** @param {string} selector */
  async visible(selector) {
    const element = await this.page.$(selector);
    if (!element) return false;
    const seen = await element.evaluate((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0);
    await element.dispose();
    return seen;
  }

  /** @param {string} selector */
  async count(selector) {
    return this.all(selector, (elements) => elements.length);
  }

  /**
   * @param {string} selector
   * @returns {Promise<Box>}
   */
  async box(selector) {
    return this.page.$eval(selector, (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  /**
   * An attribute, or nothing.
   * @param {string} selector
   * @param {string} name
   */
  async attribute(selector, name) {
    return this.page.$eval(selector, (element, name) => element.getAttribute(name), name);
  }

  /** What the address says after `#`, by key. */
  async fragment() {
    const hash = await this.page.evaluate(() => location.hash.slice(1));
    const parts = hash.split('&').filter((part) => part !== '');
    return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
  }

  /**
   * Clicks, and waits for the file that comes of it.
   * @param {string} selector
   * @returns {Promise<Download>}
   */
  async download(selector) {
    const folder = mkdtempSync(join(this.downloads, 'one-'));
    const session = await this.page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await this.click(selector);
    const deadline = Date.now() + RESTLESS;
    for (;;) {
      const [file] = readdirSync(folder).filter((name) => !name.endsWith('.crdownload') && !name.startsWith('.'));
      if (file !== undefined) return { file, bytes: readFileSync(join(folder, file)) };
      assert.ok(Date.now() < deadline, `${selector} gives no file`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/**
 * Runs in the page: a point at which an element is hit, or why there is none. An SVG line is hit on its middle.
 * @param {Element} element
 * @returns {{x: number, y: number} | string}
 */
function pointAt(element) {
  if (!(element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0)) return 'it is hidden';
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const points = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  for (const path of element.querySelectorAll('path, line, polyline')) {
    if (!(path instanceof SVGGeometryElement)) continue;
    const matrix = path.getScreenCTM();
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      if (matrix) points.push(path.getPointAtLength(path.getTotalLength() * share).matrixTransform(matrix));
    }
  }
  let covering = 'nothing';
  for (const { x, y } of points) {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) {
      covering = 'the edge of the screen';
      continue;
    }
    const top = document.elementFromPoint(x, y);
    if (top && (top === element || element.contains(top))) return { x, y };
    if (top?.closest('label')?.contains(element)) return { x, y };
    if (top) covering = `<${top.tagName.toLowerCase()} id="${top.id}" class="${top.getAttribute('class') ?? ''}"> lies over it`;
  }
  return covering;
}

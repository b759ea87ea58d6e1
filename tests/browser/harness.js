// A page opened in a real browser as a person opens it; whatever it complains of, asks for or fetches fails the test.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { Visit } from './visit.js';

/** @typedef {'chromium' | 'firefox'} Kind */
/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('node:test').TestContext} TestContext */
/**
 * @typedef {object} Opening
 * @property {string} [fragment] the address after `#`
 * @property {number} [width]
 * @property {number} [height]
 * @property {boolean} [touch] a phone or tablet
 * @property {'light' | 'dark'} [scheme] what the system prefers
 * @property {boolean} [motion] whether things may move; still by default, so that nothing is caught halfway
 */

/** How long something that must come is waited for: long, because other tests may keep the machine busy. */
export const PATIENCE = 60_000;

/** Where the pages are. */
const FOLDER = process.env.PARALLAX_PAGES ?? '';

const PROGRAMS = {
  chromium: [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  firefox: [process.env.FIREFOX ?? '', '/usr/bin/firefox-esr', '/usr/bin/firefox'],
};

const CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--lang=en-GB',
];

/** No animation, no first-run pages, English, no calls home. */
const FIREFOX = {
  'ui.prefersReducedMotion': 1,
  'intl.accept_languages': 'en-GB, en',
  'app.normandy.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/**
 * The program of a browser, if it is installed.
 * @param {Kind} kind
 */
export function program(kind) {
  return PROGRAMS[kind].find((path) => path !== '' && existsSync(path));
}

/**
 * @param {Kind} kind
 * @returns {Promise<Browser>}
 */
export async function launched(kind) {
  const executablePath = program(kind);
  assert.ok(executablePath, `${kind} is not installed`);
  const usual = { executablePath, headless: true, timeout: 2 * PATIENCE, protocolTimeout: 4 * PATIENCE };
  if (kind === 'firefox') return puppeteer.launch({ ...usual, browser: 'firefox', extraPrefsFirefox: FIREFOX });
  return puppeteer.launch({ ...usual, browser: 'chrome', args: CHROMIUM });
}

/**
 * The address of a page, by its name; nothing if there is no such page.
 * @param {string} name
 */
export function address(name) {
  const path = join(FOLDER, `${name}.html`);
  assert.ok(FOLDER !== '', 'PARALLAX_PAGES names the folder of the pages');
  return existsSync(path) ? pathToFileURL(path).href : undefined;
}

/**
 * A browser for the tests of a file. What it gives makes the body of a test: a page is opened, tried, and left, and must
 * have been quiet all the while. The tab serves the next test if this one went well.
 * @param {Kind} [kind]
 */
export function browsing(kind = 'chromium') {
  /** @type {Browser | undefined} */
  let browser;
  /** @type {Page | undefined} */
  let free;
  const downloads = mkdtempSync(join(tmpdir(), 'parallax-downloads-'));
  before(async () => {
    browser = await launched(kind);
  });
  after(async () => {
    await browser?.close();
    rmSync(downloads, { recursive: true, force: true });
  });
  /**
   * @param {string} name of the page, without its ending
   * @param {Opening} opening
   * @param {(visit: Visit, context: TestContext) => Promise<void>} body
   */
  return (name, opening, body) => async (/** @type {TestContext} */ context) => {
    const url = address(name);
    if (url === undefined) {
      context.skip(`there is no ${name}.html in PARALLAX_PAGES`);
      return;
    }
    assert.ok(browser, 'a browser');
    const page = free ?? (await newTab(browser, kind));
    free = undefined;
    const visit = await visited(page, kind, { ...opening, url, downloads });
    try {
      await body(visit, context);
      free = page;
    } finally {
      if (free) await cleared(visit, kind);
      else await visit.leave();
    }
    assert.deepEqual(visit.troubles, [], 'the page is quiet');
  };
}

/**
 * Opens a page in a tab of its own and waits until it stands still.
 * @param {Browser} browser
 * @param {Kind} kind
 * @param {Opening & {url: string, downloads: string}} opening
 */
export async function opened(browser, kind, opening) {
  return visited(await newTab(browser, kind), kind, opening);
}

/**
 * @param {Browser} browser
 * @param {Kind} kind
 */
async function newTab(browser, kind) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  if (kind === 'firefox') {
    // Chromium tells of what a policy refuses by itself.
    await page.evaluateOnNewDocument(() => {
      const told = (/** @type {SecurityPolicyViolationEvent} */ { violatedDirective, blockedURI, sample }) =>
        // biome-ignore lint/suspicious/noConsole: the page tells the harness
        console.error('Content-Security-Policy', violatedDirective, blockedURI, sample);
      addEventListener('securitypolicyviolation', told, true);
    });
  }
  return page;
}

/**
 * Leaves a page, and has its tab as a new one is: nothing held down, nothing switched off.
 * @param {Visit} visit
 * @param {Kind} kind
 */
async function cleared(visit, kind) {
  await visit.page.mouse.reset();
  await visit.blank();
  if (kind === 'firefox') return;
  await visit.page.setJavaScriptEnabled(true);
  await visit.page.emulateMediaType();
}

/**
 * Opens a page in a tab that shows none, and waits until it stands still.
 * @param {Page} page
 * @param {Kind} kind
 * @param {Opening & {url: string, downloads: string}} opening
 */
async function visited(page, kind, opening) {
  const { width = 1280, height = 800, touch = false, scheme = 'light', motion = false } = opening;
  const visit = new Visit(page, opening.url, opening.downloads);
  if (kind === 'chromium') {
    await page.setViewport({ width, height, hasTouch: touch, isMobile: touch, deviceScaleFactor: 1 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: motion ? 'no-preference' : 'reduce' },
    ]);
  } else {
    await page.setViewport({ width, height });
  }
  await visit.go(opening.fragment ?? '');
  return visit;
}

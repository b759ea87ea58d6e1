// The languages of the page: what each says, and that nothing is left unsaid.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsing } from './harness.js';
import { fragmentOf } from './truth.js';

const on = browsing();
const FORMS = ['graph', 'matrix', 'table', 'issues', 'words'];

test(
  'languages can be chosen, reach every control, and leave the data alone',
  on('builtin', {}, async (visit) => {
    const options = await visit.all('#lang option', (all) => all.map((each) => /** @type {HTMLOptionElement} */ (each).value));
    assert.ok(options.includes('en') && options.includes('de'), options.join());
    const controls = () =>
      visit.all('header button:not([data-mode]), header summary, #filters summary, .switch, legend, .camera button', (all) =>
        all.map((each) => `${each.getAttribute('aria-label') ?? ''} ${each.textContent}`.replace(/[\d\s]+/g, ' ').trim()),
      );
    const english = await controls();
    await visit.set('#lang', 'de');
    assert.equal(await visit.page.evaluate(() => document.documentElement.lang), 'de');
    assert.equal((await visit.fragment()).lang, 'de');
    const german = await controls();
    const tabs = await visit.texts('#forms [role="tab"]');
    assert.ok(tabs.includes('Tabelle'), tabs.join());
    assert.ok(german.filter((text, at) => text !== english[at]).length > 0.7 * german.length, `the controls speak German: ${german}`);
    await visit.click('#tab-words');
    const data = await visit.data();
    const some = data.statements.find((each) => each.main && each.now);
    assert.ok((await visit.text('#words')).includes(some?.sentence ?? '?'), 'what was coded is not translated');
    const inGerman = await visit.page.evaluate((sentence) => {
      const walker = document.createTreeWalker(document.getElementById('words') ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.textContent?.includes(sentence)) return node.parentElement?.closest('[lang]')?.getAttribute('lang');
      }
      return undefined;
    }, (some?.sentence ?? '?').slice(0, 30));
    assert.equal(inGerman, 'en', 'and is said to be English');
  }),
);

test(
  'the legend and dates speak the language of the page',
  on('builtin', { fragment: 'mode=side&main=0&facts=0' }, async (visit) => {
    const data = await visit.data();
    const dated = data.statements.findIndex(({ when }) => /^\d{4}-\d\d-\d\d$/.test(when ?? ''));
    const day = data.dates[data.statements[dated].when ?? ''];
    for (const [lang, actor, sense] of [['en', 'Actor', 'was: past'], ['de', 'Akteur', 'was: vergangen']]) {
      await visit.set('#lang', lang);
      const legend = await visit.texts('#legend text');
      assert.ok(legend.includes(actor) && legend.some((text) => text.startsWith(sense)), `${lang}: ${legend}`);
      await visit.go(fragmentOf({ mode: 'side', main: false, facts: false, lang, at: `statement:${dated}` }));
      assert.ok((await visit.texts('#panel .marks li')).includes(day[lang]), `${lang}: ${day[lang]}`);
    }
    assert.notEqual(day.en, day.de);
  }),
);

/** @type {[string, string][]} each form, and the evidence of an issue and of a position */
const TEXTS = [...FORMS.map((form) => /** @type {[string, string]} */ (['builtin', `form=${form}&at=russia~us`])), ['issues', 'form=issues&at=issue:league'], ['issues', 'form=words&at=position:6']];

for (const [page, fragment] of TEXTS) {
  test(
    `no text is forgotten in ${page}, ${fragment}`,
    on(page, { fragment }, async (visit) => {
      // A message that is missing is shown as its key, which begins as others do.
      const [{ messages }] = /** @type {{messages: string}[]} */ (await visit.packed('texts'));
      const begins = new Set([...messages.matchAll(/^([a-z]+)-[\w-]+ = /gm)].map(([, begin]) => begin));
      assert.ok(begins.size > 30, [...begins].join());
      const key = new RegExp(`(?<![\\w/.@-])(?:${[...begins].join('|')})(?:-[a-z0-9]+)+(?![\\w/])`, 'g');
      for (const lang of ['en', 'de']) {
        await visit.set('#lang', lang);
        const texts = await visit.page.evaluate(() => {
          const attributes = ['aria-label', 'title', 'placeholder'];
          const named = [...document.querySelectorAll('body *')].flatMap((each) => attributes.map((name) => each.getAttribute(name) ?? ''));
          return [...named, document.body.innerText];
        });
        const keys = texts.flatMap((text) => text.match(key) ?? []);
        const left = texts.flatMap((text) => text.match(/\{\$?\w+\}|undefined|\bnull\b|NaN|\[object/g) ?? []);
        assert.deepEqual([keys, left], [[], []], lang);
      }
    }),
  );
}

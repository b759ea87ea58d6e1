// Search over names, aliases and notes, by keyboard alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsing } from './harness.js';

/** @typedef {import('./visit.js').Visit} Visit */

const on = browsing();

/** What is offered. @param {Visit} visit */
const offered = (visit) => visit.texts('#found [role="option"]:not([aria-disabled="true"])');

/** Which offer is the current one. @param {Visit} visit */
async function current(visit) {
  const id = await visit.attribute('#search', 'aria-activedescendant');
  return id ? visit.text(`[id="${id}"]`) : '';
}

test(
  'a slash leads to the field, letters offer, arrows choose, Enter goes there',
  on('builtin', {}, async (visit) => {
    await visit.press('/');
    assert.equal(await visit.page.evaluate(() => document.activeElement?.id), 'search');
    await visit.page.keyboard.type('zelen');
    await visit.still();
    assert.equal(await visit.attribute('#search', 'aria-expanded'), 'true');
    assert.match(await current(visit), /Zelensky/);
    await visit.press('ArrowDown');
    assert.equal(await current(visit), (await offered(visit))[1]);
    await visit.press('ArrowUp');
    await visit.press('Enter');
    const { at, focus } = await visit.fragment();
    assert.equal(decodeURIComponent(at), 'actor:zelensky');
    assert.equal(focus, 'zelensky');
    assert.equal(await visit.visible('#panel'), true);
    assert.match(await visit.text('#panel'), /Zelensky/);
  }),
);

test(
  'an alias finds the actor that it names',
  on('builtin', {}, async (visit) => {
    const { who } = await visit.data();
    const us = who.find((each) => each.id === 'us');
    assert.ok(us?.aliases?.includes('Washington'), 'the United States are called Washington');
    await visit.type('#search', 'washington');
    assert.ok((await offered(visit)).some((text) => text.includes('United States')), (await offered(visit)).join('\n'));
  }),
);

test(
  'case and accents do not matter',
  on('builtin', {}, async (visit) => {
    await visit.type('#search', 'ÚKRÁINE');
    assert.ok((await offered(visit)).some((text) => text.includes('Ukraine')));
  }),
);

test(
  'a paraphrase finds its statement, also one that the switches hide',
  on('builtin', {}, async (visit) => {
    const { statements } = await visit.data();
    const start = (/** @type {string} */ gloss) => gloss.split(' ').slice(0, 7).join(' ');
    const place = statements.findIndex(({ main, now, gloss = '' }) => {
      return !main && !now && gloss.length > 60 && statements.filter((other) => other.gloss?.startsWith(start(gloss))).length === 1;
    });
    await visit.type('#search', start(statements[place].gloss ?? ''));
    await visit.press('Enter');
    assert.equal(decodeURIComponent((await visit.fragment()).at), `statement:${place}`);
    assert.ok((await visit.text('#panel')).includes(statements[place].sentence));
  }),
);

test(
  'Escape closes what is offered, and what is not there is said',
  on('builtin', {}, async (visit) => {
    await visit.type('#search', 'russ');
    assert.ok((await offered(visit)).length > 0);
    await visit.press('Escape');
    assert.equal(await visit.visible('#found'), false);
    assert.equal(await visit.attribute('#search', 'aria-expanded'), 'false');
    await visit.page.$eval('#search', (field) => /** @type {HTMLInputElement} */ (field).select());
    await visit.page.keyboard.type('qqxzy');
    await visit.still();
    assert.equal((await offered(visit)).length, 0);
  }),
);

test(
  'no more is offered than can be read, and how many more there are is said',
  on('many', {}, async (visit) => {
    await visit.type('#search', 'actor');
    const options = await offered(visit);
    assert.ok(options.length > 3 && options.length <= 20, `${options.length} are offered`);
    assert.match(await visit.text('#found'), /\d+/);
  }),
);

test(
  'pointing at an offer goes there',
  on('builtin', {}, async (visit) => {
    await visit.type('#search', 'china');
    await visit.click('#found [role="option"]');
    assert.ok((await visit.fragment()).at !== undefined);
    assert.equal(await visit.visible('#found'), false);
  }),
);

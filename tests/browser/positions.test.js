// The evidence behind an answer: whose positions they are, where they stand, on which grounds; and how search finds them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { toldPositions } from './reading.js';
import { fragmentOf, placeOfPosition } from './truth.js';

const on = browsing();
const FORM = { form: 'issues' };

describe('the evidence', () => {
  test(
    'a click on a row tells the issue with the positions of each view, and the address keeps both',
    on('issues', { fragment: fragmentOf(FORM) }, async (visit) => {
      const data = await visit.data();
      await visit.click('tr[data-issue="cause"] td.verdict');
      const { form, at } = await visit.fragment();
      assert.deepEqual([form, decodeURIComponent(at)], ['issues', 'issue:cause']);
      const own = (data.positions ?? []).flatMap(({ issue }, place) => (issue === 'cause' ? [place] : []));
      assert.deepEqual(await toldPositions(visit, '#panel'), own);
      assert.equal(await visit.text('#panel h2'), 'What brought the war?');
      assert.equal(await visit.attribute('tr[data-issue="cause"]', 'aria-current'), 'true');
      const text = await visit.text('#panel');
      for (const place of own) assert.ok(text.includes(data.positions?.[place].gloss ?? ''), `the gloss of ${place}`);
      await visit.go(fragmentOf({ form: 'issues', at: 'issue:blame' }));
      assert.equal(await visit.visible('#issues'), true);
      assert.match(await visit.text('#panel h2'), /blame/);
    }),
  );

  test(
    'so does Enter on it, and Escape leads back',
    on('issues', { fragment: fragmentOf(FORM) }, async (visit) => {
      await visit.page.focus('tr[data-issue="fleet"] button');
      await visit.press('Enter');
      assert.equal(decodeURIComponent((await visit.fragment()).at), 'issue:fleet');
      assert.equal(await visit.page.evaluate(() => document.getElementById('panel')?.contains(document.activeElement)), true);
      await visit.press('Escape');
      assert.equal(await visit.visible('#panel'), false);
      assert.equal(await visit.page.evaluate(() => document.activeElement?.getAttribute('data-at')), 'issue:fleet');
    }),
  );

  test(
    'names every answer with those who give it, also the one that nobody gives',
    on('issues', { fragment: fragmentOf({ ...FORM, at: 'issue:fleet' }) }, async (visit) => {
      assert.deepEqual(await visit.texts('#panel .answer-list > li'), ['There was none', 'Weak', 'A match for othersB', 'Stronger than allA']);
      const [label] = await visit.all('#panel .answer-list [role="img"]', (marks) => marks.map((mark) => mark.getAttribute('aria-label')));
      assert.equal(label, 'Herodotus: held');
    }),
  );

  test(
    'tells a position with whose word it is, its condition, its place and its passage',
    on('issues', { fragment: fragmentOf({ ...FORM, at: 'issue:oracle' }) }, async (visit) => {
      const text = await visit.text('#panel');
      assert.match(text, /attributed to The priests and a guide, left open by Herodotus/);
      assert.match(text, /Inquiries, ¶ 4/);
      const marked = await visit.texts('#panel mark');
      assert.ok(marked.some((words) => words.includes('the oracle foresaw it')), marked.join('\n'));
      await visit.go(fragmentOf({ ...FORM, at: 'issue:outcome' }));
      assert.match(await visit.text('#panel'), /provided: if it had kept to the sea/);
    }),
  );

  test(
    'leads to its reasons and conclusions, and from these back',
    on('issues', { fragment: fragmentOf({ ...FORM, at: 'issue:league' }) }, async (visit) => {
      const data = await visit.data();
      const ruling = placeOfPosition(data, 'thucydides/ruling');
      const card = `#panel [data-position="${ruling}"]`;
      assert.match(await visit.text(`${card} .links`), /rests on .*Athens rules The islands.*rests on Stronger than all.*follows from Stronger than all/);
      await visit.click(`${card} .links li:first-child button`);
      const at = decodeURIComponent((await visit.fragment()).at);
      assert.equal(data.statements[Number(at.split(':')[1])].ref, 'thucydides/subjects');
      assert.match(await visit.text('#panel .links'), /is a reason for An empire – What was the league\?/);
      await visit.click('#panel .links button');
      assert.equal(decodeURIComponent((await visit.fragment()).at), `position:${ruling}`);
      await visit.click('#panel .buttons button');
      assert.equal(decodeURIComponent((await visit.fragment()).at), 'issue:league');
    }),
  );

  test(
    'leads to a frame that is a reason',
    on('issues', { fragment: fragmentOf({ ...FORM, at: 'issue:cause' }) }, async (visit) => {
      const data = await visit.data();
      const fear = placeOfPosition(data, 'thucydides/fear');
      await visit.click(`#panel [data-position="${fear}"] .links li:nth-child(2) button`);
      assert.equal(decodeURIComponent((await visit.fragment()).at), 'frame:sea-power');
      assert.equal(await visit.text('#panel h2'), 'Power at sea');
      assert.match(await visit.text('#panel .links'), /Fear of a growing power/);
      assert.equal(await visit.count('#panel .cards > li'), 1, 'the statement of the frame');
    }),
  );

  test(
    'of an actor names the issues about it',
    on('issues', { fragment: fragmentOf({ at: 'actor:islands' }) }, async (visit) => {
      assert.ok((await visit.texts('#panel .links button')).includes('What was the league?'));
    }),
  );
});

describe('search', () => {
  for (const [typed, at] of [['league', 'issue:league'], ['match for others', 'issue:fleet']]) {
    test(
      `finds an issue by “${typed}”`,
      on('issues', {}, async (visit) => {
        await visit.type('#search', typed);
        await visit.press('Enter');
        assert.equal(decodeURIComponent((await visit.fragment()).at), at);
      }),
    );
  }

  test(
    'finds a position by its gloss',
    on('issues', {}, async (visit) => {
      const data = await visit.data();
      await visit.type('#search', 'could stand against');
      await visit.press('Enter');
      assert.equal(decodeURIComponent((await visit.fragment()).at), `position:${placeOfPosition(data, 'thucydides/strong-fleet')}`);
      assert.match(await visit.text('#panel'), /How strong was the fleet\?.*Stronger than all/);
    }),
  );
});

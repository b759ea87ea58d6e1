// The evidence behind a line, a cell or a row: what each author says, how it differs, where it stands, and where its links lead.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browsing } from './harness.js';
import { actor, tie, visibleTies } from './reading.js';
import { dyadsOf, fragmentOf, picturesOf, stateOf } from './truth.js';

/** @typedef {import('./visit.js').Visit} Visit */

const on = browsing();
const RECORD = { main: false, facts: false };

/** The statements that the panel has open, by their places. @param {Visit} visit */
async function told(visit) {
  const places = await visit.all('#panel [data-statement]', (cards) =>
    cards
      .filter((card) => card.checkVisibility() && card.getClientRects().length > 0)
      .map((card) => Number(card.getAttribute('data-statement'))),
  );
  return [...new Set(places)].sort((a, b) => a - b);
}

/** A line of the first picture whose middle can be pointed at. @param {Visit} visit */
async function aTie(visit) {
  const data = await visit.data();
  const [picture] = picturesOf(data, stateOf(data));
  const [numbers] = await visibleTies(visit);
  for (const number of numbers) {
    try {
      await visit.reach(tie(number));
      return { number, tie: picture.ties[number - 1] };
    } catch {
      // Another line or a label lies over it.
    }
  }
  return assert.fail('no line can be pointed at');
}

describe('ways to it', () => {
  test(
    'a click on a line tells of its two actors, with every author',
    on('builtin', {}, async (visit) => {
      const { number, tie: drawn } = await aTie(visit);
      await visit.click(tie(number));
      assert.equal(decodeURIComponent((await visit.fragment()).at), [drawn.from, drawn.to].sort().join('~'));
      assert.equal(await visit.visible('#panel'), true);
      const open = await told(visit);
      for (const index of drawn.statements) assert.ok(open.includes(index), `statement ${index} is told`);
      const text = await visit.text('#panel');
      for (const view of (await visit.data()).views) assert.ok(text.includes(view.name) || text.includes(view.short), view.name);
    }),
  );

  test(
    'so does Enter on it',
    on('builtin', {}, async (visit) => {
      const { number, tie: drawn } = await aTie(visit);
      await visit.page.$eval(tie(number), (mark) => /** @type {SVGElement} */ (mark).focus());
      await visit.press('Enter');
      assert.equal(decodeURIComponent((await visit.fragment()).at), [drawn.from, drawn.to].sort().join('~'));
      const inside = await visit.page.evaluate(() => document.getElementById('panel')?.contains(document.activeElement));
      assert.equal(inside, true, 'the keyboard is in the panel');
      await visit.press('Escape');
      assert.equal(await visit.visible('#panel'), false);
      const back = await visit.page.evaluate(() => document.activeElement?.getAttribute('data-id'));
      assert.equal(back, `tie-${number}`, 'the keyboard is back on the line');
    }),
  );

  test(
    'a click on an actor tells who it is',
    on('builtin', {}, async (visit) => {
      await visit.click(actor('russia'));
      assert.equal(decodeURIComponent((await visit.fragment()).at), 'actor:russia');
      assert.match(await visit.text('#panel'), /Russia/);
      await visit.click('#close-panel');
      assert.equal(await visit.visible('#panel'), false);
      assert.equal((await visit.fragment()).at, undefined);
    }),
  );

  test(
    'a cell and a row lead there too, by pointing and by key',
    on('builtin', { fragment: 'form=matrix' }, async (visit) => {
      await visit.click('#matrix td button[data-at]');
      assert.match(decodeURIComponent((await visit.fragment()).at), /~/);
      assert.ok((await told(visit)).length > 0);
      await visit.click('#tab-table');
      await visit.click('#table tbody [data-at]');
      const at = decodeURIComponent((await visit.fragment()).at);
      assert.match(at, /^statement:\d+$/);
      assert.deepEqual(await told(visit), [Number(at.split(':')[1])]);
      await visit.press('Escape');
      await visit.page.focus('#table tbody tr:nth-child(2) [data-at]');
      await visit.press('Enter');
      assert.equal(await visit.visible('#panel'), true);
    }),
  );
});

describe('what it tells', () => {
  test(
    'on a contested pair it says so, and puts the claims that answer each other together',
    on('builtin', { fragment: fragmentOf(RECORD) }, async (visit) => {
      const data = await visit.data();
      const dyad = data.levels[0].comparisons[0].dyads.find((each) => each.contested);
      assert.ok(dyad, 'the two tell a pair otherwise');
      await visit.go(fragmentOf({ ...RECORD, at: [...dyad.actors].sort().join('~') }));
      const text = await visit.text('#panel');
      assert.match(text, /told differently|contradiction/i);
      const open = await told(visit);
      for (const index of dyad.statements.flat()) assert.ok(open.includes(index), `statement ${index} is told`);
    }),
  );

  test(
    'silence is graded in words',
    on('builtin', {}, async (visit) => {
      const data = await visit.data();
      const { dyads } = data.levels[0].comparisons[0];
      const texts = [];
      for (const silence of ['unrelated', 'not-named']) {
        const dyad = dyads.find((each) => each.silence === silence);
        assert.ok(dyad, `a silence of ${silence}`);
        await visit.go(fragmentOf({ ...RECORD, at: [...dyad.actors].sort().join('~') }));
        texts.push((await visit.texts('#panel .verdicts')).join(' '));
      }
      assert.notEqual(texts[0], '');
      assert.notEqual(texts[0].replace(/[A-Z]\w+/g, ''), texts[1].replace(/[A-Z]\w+/g, ''), 'each grade has its words');
    }),
  );

  test(
    'a statement is told with all that was coded of it',
    on('builtin', {}, async (visit) => {
      const data = await visit.data();
      const rich = data.statements
        .map((each, index) => ({ each, index, fields: Object.keys(each).length }))
        .sort((a, b) => b.fields - a.fields)
        .slice(0, 5);
      for (const { each, index } of rich) {
        await visit.go(fragmentOf({ ...RECORD, at: `statement:${index}` }));
        const text = await visit.text('#panel');
        const plain = [each.sentence, each.gloss, each.by, each.amount, each.condition].filter((part) => part !== undefined);
        for (const part of plain) assert.ok(text.includes(part.replace(/\s+/g, ' ')), `${each.ref}: ${part}`);
        for (const facet of each.facets ?? []) {
          assert.ok(text.includes(data.facets.find((known) => known.id === facet)?.label ?? facet), `${each.ref}: ${facet}`);
        }
        for (const piece of each.evidence ?? []) {
          assert.ok(text.includes(String(piece.paragraph)), `${each.ref}: paragraph ${piece.paragraph}`);
          assert.ok(text.includes(data.works.find((work) => work.id === piece.work)?.title ?? '?'), `${each.ref}: its work`);
        }
      }
    }),
  );

  test(
    'a claim of somebody else’s is told with who makes it, and what the author thinks of it',
    on('builtin', {}, async (visit) => {
      const { statements } = await visit.data();
      const index = statements.findIndex((each) => each.ref === 'hudis/ukraine-attacks-russia');
      await visit.go(fragmentOf({ ...RECORD, at: `statement:${index}` }));
      const text = await visit.text('#panel');
      assert.match(text, /Trump/);
      assert.match(text, /Putin/);
      assert.match(text, /reject/i);
    }),
  );

  test(
    'what the filters hide is folded, not lost',
    on('builtin', {}, async (visit) => {
      const data = await visit.data();
      const all = dyadsOf(data, 'actor', ['us', 'russia']).flatMap(({ dyad }) => dyad.statements.flat());
      await visit.go(fragmentOf({ at: 'russia~us' }));
      const before = await told(visit);
      assert.ok(before.length < new Set(all).size);
      for (const summary of await visit.page.$$('#panel details.fold > summary')) await summary.click();
      await visit.still();
      assert.deepEqual(await told(visit), [...new Set(all)].sort((a, b) => a - b));
    }),
  );

  test(
    'a work leads to the web only where its address does',
    on('builtin', {}, async (visit) => {
      await visit.go(fragmentOf({ ...RECORD, at: 'statement:0' }));
      const links = await visit.all('#panel a', (links) =>
        links.map((link) => ({ href: link.getAttribute('href') ?? '', rel: link.getAttribute('rel') ?? '' })),
      );
      for (const { href, rel } of links) {
        assert.match(href, /^https?:/);
        assert.match(rel, /noopener/);
      }
    }),
  );
});

describe('links', () => {
  test(
    'are walked along, and back',
    on('builtin', {}, async (visit) => {
      const { statements } = await visit.data();
      const index = statements.findIndex((each) => each.links?.some((link) => link.to !== undefined));
      const to = statements[index].links?.find((link) => link.to !== undefined)?.to;
      await visit.go(fragmentOf({ ...RECORD, at: `statement:${index}` }));
      await visit.click('#panel .links button');
      const at = decodeURIComponent((await visit.fragment()).at);
      assert.match(at, /^statement:\d+$/);
      assert.notEqual(at, `statement:${index}`);
      if ((await visit.count('#panel .links button')) === 1) assert.equal(at, `statement:${to}`);
      await visit.page.goBack();
      await visit.still();
      assert.equal(decodeURIComponent((await visit.fragment()).at), `statement:${index}`);
      assert.ok((await visit.text('#panel')).includes(statements[index].sentence));
    }),
  );

  test(
    'are there from both ends',
    on('builtin', {}, async (visit) => {
      const { statements } = await visit.data();
      const index = statements.findIndex((each) => each.links?.some((link) => link.to !== undefined));
      const to = statements[index].links?.find((link) => link.to !== undefined)?.to ?? -1;
      await visit.go(fragmentOf({ ...RECORD, at: `statement:${to}` }));
      const titles = await visit.all('#panel .links button', (buttons) =>
        buttons.map((button) => `${button.getAttribute('title')} ${button.textContent}`),
      );
      assert.ok(titles.some((title) => title.includes(statements[index].sentence)), titles.join('\n'));
    }),
  );
});

describe('passages', () => {
  test(
    'are not in a page unless they were asked for',
    on('builtin', {}, async (visit) => {
      const { statements } = await visit.data();
      assert.equal(statements.flatMap((each) => each.evidence ?? []).filter((piece) => piece.passage).length, 0);
    }),
  );

  test(
    'stand below their statements, with the words marked',
    on('passages', {}, async (visit) => {
      const { statements } = await visit.data();
      const index = statements.findIndex((each) => each.evidence?.some((piece) => piece.passage));
      const passage = statements[index].evidence?.find((piece) => piece.passage)?.passage;
      await visit.go(fragmentOf({ ...RECORD, at: `statement:${index}` }));
      const marked = await visit.texts('#panel mark');
      assert.ok(marked.includes((passage?.words ?? '').replace(/\s+/g, ' ').trim()), marked.join('\n'));
    }),
  );
});

test(
  'what a statement serves is named also where the page does not have it',
  on('passages', {}, async (visit) => {
    const { statements } = await visit.data();
    const index = statements.findIndex(({ links = [] }) => links.some(({ to }) => typeof to === 'string'));
    const [away] = (statements[index]?.links ?? []).flatMap(({ to }) => (typeof to === 'string' ? [to] : []));
    assert.ok(away, 'a link leads out of the page');
    await visit.go(fragmentOf({ ...RECORD, at: `statement:${index}` }));
    assert.ok((await visit.text('#panel')).includes(away));
  }),
);

describe('an actor’s neighbourhood', () => {
  test(
    'a double click leaves it in the light, and dims the rest',
    on('builtin', {}, async (visit) => {
      await visit.click(actor('russia'), { times: 2 });
      assert.equal((await visit.fragment()).focus, 'russia');
      const [dim, bright] = await visit.page.evaluate(() => {
        const opacity = (/** @type {Element} */ mark) => {
          let all = 1;
          for (let each = /** @type {Element | null} */ (mark); each; each = each.parentElement) all *= Number(getComputedStyle(each).opacity);
          return all;
        };
        const ties = [...document.querySelectorAll('#stage svg.picture [data-actor]')].filter((mark) => mark.checkVisibility() && mark.getClientRects().length > 0);
        const values = ties.map(opacity);
        return [Math.min(...values), Math.max(...values)];
      });
      assert.ok(dim < 0.6 && bright === 1, `from ${dim} to ${bright}`);
      await visit.press('Escape', 'Escape');
      assert.equal((await visit.fragment()).at, undefined);
    }),
  );
});

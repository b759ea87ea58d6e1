// The evidence panel: two actors, one actor, a statement, an issue, a position or a frame, with all that was coded.

import { grammaticalNumber, t } from '../i18n/texts.js';
import { pairKey } from '../model/document.js';
import { comparedOn, pairsOf } from '../model/verdict.js';
import { byId, fill, h } from '../view/dom.js';
import { authorName, pairOf, viewOf } from '../view/format.js';
import { actorParts } from './actor.js';
import { actorLink, dyadParts } from './dyad.js';
import { frameParts } from './frame.js';
import { issueParts } from './issue.js';
import { positionParts } from './position.js';
import { statementCard } from './statement.js';
import { verdictList } from './verdict_list.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../view/dom.js').Child} Child */

/** @param {TheApp} app */
export function startPanel(app) {
  const panel = byId('panel');
  const body = byId('evidence');
  const said = panel.appendChild(h('p', { id: 'panel-said', class: 'unseen', role: 'status' }));
  const focus = panelFocus(panel);
  const close = () => app.change({ at: null });
  byId('close-panel')?.addEventListener('click', close);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || app.state.at === null) return;
    event.preventDefault();
    close();
  });
  app.follow((_, before) => {
    const { at } = app.state;
    const first = before === app.state;
    const moved = first || before.at !== at;
    if (!moved && (at === null || !needsRebuild(app, before))) return;
    const parts = at === null ? null : panelParts(app, at);
    panel.hidden = parts === null;
    document.body.toggleAttribute('data-pair', parts !== null && isOfSeveral(app, at));
    fill(body, ...(parts ?? []));
    if (moved) body.scrollTop = 0;
    if (moved && !first) focus(parts !== null);
    said.textContent = parts === null ? '' : t('panel-said', { what: body.querySelector('h2')?.textContent ?? '' });
  });
}

/**
 * Whether the panel sets views next to each other, for which it is wider.
 * @param {TheApp} app
 * @param {string | null} at
 */
function isOfSeveral({ model }, at) {
  return pairOf(model, at) !== null || (at?.startsWith('issue:') ?? false);
}

/**
 * Whether what is told can have changed, apart from what it is about.
 * @param {TheApp} app
 * @param {import('../model/state.js').State} before
 */
function needsRebuild(app, before) {
  return app.selects(before) || before.lang !== app.state.lang || before.focus !== app.state.focus;
}

/**
 * What is to be told; nothing if the address names what the data does not have.
 * @param {TheApp} app
 * @param {string} at
 * @returns {Child[] | null}
 */
function panelParts(app, at) {
  const { model } = app;
  const [kind, rest] = [at.slice(0, at.indexOf(':')), at.slice(at.indexOf(':') + 1)];
  const place = /^\d+$/.test(rest) ? Number(rest) : -1;
  const [issue, frame] = [model.issues.get(rest), model.frames.get(rest)];
  if (kind === 'actor' && model.actors.has(rest)) return flatParts(actorParts(app, rest));
  if (kind === 'statement' && model.statements[place]) return flatParts(statementParts(app, place));
  if (kind === 'position' && model.positions[place]) return flatParts(positionParts(app, place));
  if (kind === 'issue' && issue) return flatParts(issueParts(app, issue));
  if (kind === 'frame' && frame) return flatParts(frameParts(app, frame));
  const pair = pairOf(app.model, at);
  return pair && flatParts(dyadParts(app, pairKey(...pair), pair));
}

/**
 * @param {(Child | Child[] | (Child | Child[])[])[]} parts
 * @returns {Child[]}
 */
function flatParts(parts) {
  return /** @type {Child[]} */ (parts.flat(2));
}

/**
 * One statement whole, with the verdicts of its pairs and the ways to them.
 * @param {TheApp} app
 * @param {number} index
 */
function statementParts(app, index) {
  const { model, state, selection } = app;
  const statement = model.statements[index];
  const pairs = pairsOf(model, state.level, index).map((pair) => {
    const key = pairKey(...pair);
    const go = { type: 'button', click: () => app.change({ at: key }) };
    const between = h('h3', {}, actorLink(app, pair[0]), h('span', { class: 'dash' }, ' – '), actorLink(app, pair[1]));
    const verdicts = verdictList(model, comparedOn(model, state.level, key), key);
    return [between, verdicts, h('p', { class: 'buttons' }, h('button', go, t('panel-all-between')))];
  });
  return [
    h(
      'h2',
      { tabindex: -1 },
      t('panel-statement', {
        name: authorName(model, statement.author),
        number: grammaticalNumber(viewOf(model, statement.author)?.plural),
      }),
    ),
    selection.kept[index] === 0 && h('p', { class: 'note' }, t('panel-this-hidden')),
    statementCard(app, index, { whole: true }),
    ...pairs,
  ];
}

/**
 * Keeps track of who opened the panel: by keyboard, focus goes into it and comes back when it is closed.
 * @param {HTMLElement} panel
 */
function panelFocus(panel) {
  let byKey = false;
  /** @type {Element | null} */
  let opener = null;
  addEventListener('keydown', () => (byKey = true), true);
  addEventListener('pointerdown', () => (byKey = false), true);
  /** @param {boolean} open */
  return (open) => {
    const active = document.activeElement;
    const within = active !== null && panel.contains(active);
    if (!open) {
      const back = opener?.isConnected ? opener : null;
      if (byKey || within || active === document.body)
        /** @type {HTMLElement | null} */ (back)?.focus({ preventScroll: true });
      opener = null;
      return;
    }
    if (active !== null && active !== document.body && !within) opener = active;
    if (byKey || active === document.body) panel.querySelector('h2')?.focus({ preventScroll: true });
  };
}

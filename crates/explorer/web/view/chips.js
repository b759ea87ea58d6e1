// What is shown, counted; and a button for each filter that is on, which takes it off.

import { yearInWords } from '../i18n/dates.js';
import { t } from '../i18n/texts.js';
import { valueName } from '../model/filter_values.js';
import { unpaired } from '../model/selection.js';
import { DIMENSIONS, formShown } from '../model/state.js';
import { byId, fill, h } from './dom.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/state.js').State} State */
/** @typedef {{text: string, off: Partial<State>}} Chip */

/** @type {{note: string, of: import('../model/selection.js').Selection | null, text: string}} */
const status = { note: '', of: null, text: '' };

/** @param {TheApp} app */
export function startChips(app) {
  let last = '';
  app.follow(() => {
    const chips = chipsOf(app);
    const key = JSON.stringify([chips, app.state.lang]);
    if (key !== last) showChips(app, chips);
    last = key;
    showStatus(app);
  });
}

/**
 * A change that needs a word: it stands in the status while the selection is as it leaves it.
 * @param {TheApp} app
 * @param {Partial<State>} patch
 * @param {('main' | 'facts')[]} off switches that it takes off
 */
export function changeAndAnnounce(app, patch, off) {
  status.note = off.length === 0 ? '' : t(`status-off-${off.join('-')}`);
  status.of = null;
  app.change(patch);
}

/** @param {TheApp} app */
function chipsOf(app) {
  const { model, state } = app;
  /** @type {Chip[]} */
  const chips = [];
  for (const dimension of DIMENSIONS) {
    for (const value of state[dimension]) {
      const text = t('chips-value', { name: t(`filters-${dimension}`), value: valueName(model, dimension, value) });
      chips.push({ text, off: { [dimension]: state[dimension].filter((each) => each !== value) } });
    }
  }
  if (state.from !== null || state.to !== null) chips.push({ text: yearsText(app), off: { from: null, to: null } });
  if (state.strength > 1) {
    const value = t(`filters-strength-${state.strength}`);
    chips.push({ text: t('chips-value', { name: t('filters-strength'), value }), off: { strength: 1 } });
  }
  if (state.focus !== null) {
    chips.push({
      text: t('chips-value', { name: t('graph-focus'), value: model.name(state.focus) }),
      off: { focus: null },
    });
  }
  return chips;
}

/**
 * The years that are chosen, in words.
 * @param {TheApp} app
 */
export function yearsText({ model, state }) {
  if (!model.years || (state.from === null && state.to === null)) return t('filters-years-all');
  const [from, to] = [state.from ?? model.years[0], state.to ?? model.years[1]];
  return t('filters-years', { from: yearInWords(from), to: yearInWords(to) });
}

/**
 * @param {TheApp} app
 * @param {Chip[]} chips
 */
function showChips(app, chips) {
  const place = byId('chips');
  const focused = [...place.children].indexOf(/** @type {Element} */ (document.activeElement));
  const buttons = chips.map(({ text, off }) => {
    const click = () => app.change(off);
    return h(
      'button',
      { type: 'button', 'aria-label': t('chips-remove', { name: text }), click },
      h('span', {}, text),
      h('span', { 'aria-hidden': 'true' }, '×'),
    );
  });
  fill(place, buttons);
  if (focused < 0) return;
  const next = buttons[Math.min(focused, buttons.length - 1)] ?? byId('open-filters');
  next.focus();
}

/**
 * How many statements no line of a picture has, if there are any.
 * @param {TheApp} app
 */
export function unpairedText(app) {
  const n = unpaired(app).length;
  return n === 0 ? [] : [t('status-unpaired', { n })];
}

/**
 * How many positions are left, if there are any.
 * @param {TheApp} app
 */
function positionsText({ selection: { positions, allPositions } }) {
  return allPositions === 0 ? '' : `${t('positions-some', { n: positions.length, all: allPositions })}.`;
}

/**
 * Which of statements and positions is left, of those that the form does not tell of.
 * @param {TheApp} app
 */
function leftElsewhere(app) {
  const told = formShown(app);
  const { statements, positions } = app.selection;
  if (!told.positions && positions.length > 0) return t('nothing-but-positions', { n: positions.length });
  return told.statements || statements.length === 0 ? '' : t('nothing-but-statements', { n: statements.length });
}

/**
 * That nothing is left of what the form tells of; and what is left besides.
 * @param {TheApp} app
 */
export function nothingLeft(app) {
  const elsewhere = leftElsewhere(app);
  if (!elsewhere) return t('nothing-at-all');
  return `${t(formShown(app).statements ? 'nothing-of-statements' : 'nothing-of-positions')} ${elsewhere}`;
}

/** @param {TheApp} app */
function showStatus(app) {
  const { model, selection, state } = app;
  byId('nothing-else').textContent = leftElsewhere(app);
  status.of ??= selection;
  if (status.of !== selection) status.note = '';
  const { statements, all, dyads, actors } = selection;
  const keeps = state.main && model.hasMain ? 'main' : state.facts ? 'now' : 'record';
  const counted = [
    t('statements-some', { n: statements.length, all }),
    t('status-pairs', { n: dyads.size }),
    t('count-actors', { n: actors.size }),
    ...unpairedText(app),
  ];
  const counts = `${counted.join(', ')}.`;
  const filtered = chipsOf(app).length > 0;
  const told = formShown(app);
  const said = [
    told.statements && `${t(`status-${keeps}`)} ${counts}`,
    told.positions && positionsText(app),
    filtered && t('status-whole'),
  ];
  const parts = said.filter(Boolean);
  const text = JSON.stringify([parts, status.note]);
  if (text === status.text) return;
  status.text = text;
  fill(byId('status'), parts.join(' '), status.note && h('span', { class: 'note' }, ` ${status.note}`));
}

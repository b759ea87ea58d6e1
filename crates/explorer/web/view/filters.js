// The filters: a list of values with counts for each dimension, switches, years, strength. They only ever hide.

import { t } from '../i18n/texts.js';
import { countLeft, rankOf, relaxed, valueName } from '../model/filter_values.js';
import { DIMENSIONS, formShown } from '../model/state.js';
import { changeAndAnnounce, yearsText } from './chips.js';
import { byId, h } from './dom.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {ReturnType<typeof countLeft>} Count */
/** @typedef {import('../model/selection.js').Dimension} Dimension */
/** @typedef {import('../model/state.js').State} State */
/** @typedef {{row: HTMLElement, input: HTMLInputElement, label: Element, output: Element}} RowParts */
/** @typedef {{value: string, name: string, count: Count} & RowParts} Row */

/** Dimensions that stand open at first, in an order of their own: what is asked most comes first. */
const ORDER = /** @type {const} */ (['view', 'verdict', 'sign', 'stance', 'holder', 'type', 'facet', 'world', 'actor']);
const OPEN = ['verdict', 'sign', 'stance'];
/** More values than these get a field to look for one. */
const MANY = 12;

/** Compares names as the language does; made once, for making one is slow. */
let byName = new Intl.Collator().compare;

/** @param {TheApp} app */
export function startFilters(app) {
  const lists = ORDER.map((dimension) => new ValueList(app, dimension));
  byId('dimensions').append(...lists.map((list) => list.details));
  startSwitches(app);
  startYears(app);
  startStrength(app);
  byId('clear').addEventListener('click', () => clearFilters(app));
  byId('clear-all').addEventListener('click', () => clearFilters(app));
  let lang = '';
  app.follow(() => {
    if (lang !== document.documentElement.lang) byName = new Intl.Collator(document.documentElement.lang).compare;
    lang = document.documentElement.lang;
    for (const list of lists) list.update();
    byId('clear').disabled = !isFiltered(app);
  });
}

/**
 * Whether anything is filtered, or a switch is not as at the start.
 * @param {TheApp} app
 */
function isFiltered({ state, start }) {
  const { from, to, strength, focus, main, facts } = state;
  if (from !== null || to !== null || strength > 1 || focus !== null) return true;
  return main !== start.main || facts !== start.facts || DIMENSIONS.some((dimension) => state[dimension].length > 0);
}

/** @param {TheApp} app */
function clearFilters(app) {
  const { main, facts } = app.start;
  /** @type {Partial<State>} */
  const patch = { from: null, to: null, strength: 1, focus: null, para: null, main, facts };
  for (const dimension of DIMENSIONS) patch[dimension] = [];
  app.change(patch);
}

/** The values of one dimension. */
class ValueList {
  /**
   * @param {TheApp} app
   * @param {Dimension} dimension
   */
  constructor(app, dimension) {
    this.app = app;
    this.dimension = dimension;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    this.lang = '';
    this.order = '';
    this.chosen = h('span', { class: 'chosen' });
    this.title = h('span');
    this.narrowing = /** @type {HTMLInputElement} */ (
      h('input', { type: 'search', class: 'narrowing', autocomplete: 'off', input: () => this.narrow() })
    );
    this.values = h('div', {
      class: 'values',
      role: 'group',
      change: (/** @type {Event} */ event) => this.choose(event),
    });
    const open = OPEN.includes(dimension);
    this.details = h(
      'details',
      { 'data-dim': dimension, open },
      h('summary', {}, this.title, this.chosen),
      this.narrowing,
      this.values,
    );
  }

  update() {
    const { app, dimension, rows } = this;
    const counts = app.selection.counts.get(dimension) ?? new Map();
    const told = formShown(app);
    const chosen = app.state[dimension];
    for (const value of [...counts.keys(), ...chosen]) if (!rows.has(value)) this.add(value);
    this.translate();
    let shown = 0;
    for (const row of rows.values()) {
      row.count = countLeft(told, counts.get(row.value));
      const on = chosen.includes(row.value);
      if (row.input.checked !== on) row.input.checked = on;
      const { left, behind } = row.count;
      const gone = left + behind === 0 && !on;
      row.row.toggleAttribute('data-gone', gone);
      if (!gone) shown += 1;
      const text = behind > 0 ? `(${behind})` : String(left);
      if (row.output.textContent !== text) row.output.textContent = text;
      row.row.classList.toggle('none', (left === 0 || behind > 0) && !on);
    }
    this.chosen.textContent = chosen.length === 0 ? '' : t('filters-chosen', { n: chosen.length });
    const alone = dimension === 'view' && (app.model.views.length < 2 || app.state.mode in app.model.views);
    this.details.hidden = shown === 0 || (alone && chosen.length === 0);
    this.narrowing.hidden = shown <= MANY && this.narrowing.value === '';
    this.values.classList.toggle('long', shown > MANY);
    this.sort();
    this.narrow();
  }

  /** @param {string} value */
  add(value) {
    const input = /** @type {HTMLInputElement} */ (h('input', { type: 'checkbox', 'data-dim': this.dimension, value }));
    const [label, output] = [h('span'), h('output')];
    const row = h('label', { class: 'value' }, input, label, output);
    const name = this.nameRow(label, value);
    this.rows.set(value, { value, name, row, input, label, output, count: countLeft(formShown(this.app)) });
    this.values.append(row);
  }

  /**
   * @param {Element} label
   * @param {string} value
   */
  nameRow(label, value) {
    const name = valueName(this.app.model, this.dimension, value);
    label.textContent = name;
    label.setAttribute('dir', 'auto');
    return name;
  }

  translate() {
    if (this.lang === document.documentElement.lang) return;
    this.lang = document.documentElement.lang;
    const title = t(`filters-${this.dimension}`);
    this.title.textContent = title;
    this.values.setAttribute('aria-label', title);
    this.narrowing.setAttribute('aria-label', t('filters-narrow', { name: title }));
    this.narrowing.placeholder = t('filters-narrow-short');
    for (const row of this.rows.values()) row.name = this.nameRow(row.label, row.value);
  }

  /** By count, but never while a pointer or the keyboard is among them. */
  sort() {
    if (this.values.matches(':hover, :focus-within') && this.order !== '') return;
    const { dimension } = this;
    const key = (/** @type {Row} */ { count }) => count.left * 1e6 + count.behind;
    const sorted = [...this.rows.values()].sort((a, b) => {
      return rankOf(dimension, a.value) - rankOf(dimension, b.value) || key(b) - key(a) || byName(a.name, b.name);
    });
    const order = sorted.map((row) => row.value).join('\n');
    if (order === this.order) return;
    this.order = order;
    this.values.append(...sorted.map((row) => row.row));
  }

  /** Shows the values whose names hold what is typed. */
  narrow() {
    const typed = this.narrowing.value.trim().toLowerCase();
    for (const { row, name } of this.rows.values()) {
      row.hidden = row.hasAttribute('data-gone') || (typed !== '' && !name.toLowerCase().includes(typed));
    }
  }

  /** @param {Event} event */
  choose(event) {
    const { app, dimension } = this;
    const { value, checked } = /** @type {HTMLInputElement} */ (event.target);
    const others = app.state[dimension].filter((each) => each !== value);
    const patch = { [dimension]: checked ? [...others, value] : others };
    // The switches hide statements alone: they give way where the form shows these, and none would be left.
    if (!checked || !this.rows.get(value)?.count.behind) return app.change(patch);
    const shows = relaxed(app, patch, (selection) => selection.counts.get(dimension)?.get(value)?.within ?? 0);
    changeAndAnnounce(app, shows.patch, shows.off);
  }
}

/** @param {TheApp} app */
function startSwitches(app) {
  const [main, facts, level] = ['main-only', 'facts-only', 'roll-up'].map(byId);
  main.addEventListener('change', () => app.change({ main: main.checked }));
  facts.addEventListener('change', () => app.change({ facts: facts.checked }));
  level.addEventListener('change', () => app.change({ level: level.checked ? 'state' : 'actor' }));
  main.parentElement.hidden = !app.model.hasMain;
  level.parentElement.hidden = app.model.levels.size < 2;
  app.follow(({ state }) => {
    main.checked = state.main;
    facts.checked = state.facts;
    level.checked = state.level === 'state';
  });
}

/** @param {TheApp} app */
function startYears(app) {
  const { years } = app.model;
  byId('period').hidden = years === null;
  if (!years) return;
  const [first, last] = [byId('from-year'), byId('to-year')];
  for (const input of [first, last]) {
    [input.min, input.max] = years.map(String);
    input.addEventListener('input', () => slide(input));
  }
  /** @param {HTMLInputElement} moved the other end gives way to it */
  const slide = (moved) => {
    let [from, to] = [Number(first.value), Number(last.value)];
    if (from > to) [from, to] = moved === first ? [from, from] : [to, to];
    app.change({ from: from === years[0] ? null : from, to: to === years[1] ? null : to }, { passing: true });
  };
  app.follow(({ state }) => {
    first.value = String(state.from ?? years[0]);
    last.value = String(state.to ?? years[1]);
    byId('years').textContent = yearsText(app);
  });
}

/** @param {TheApp} app */
function startStrength(app) {
  const radios = /** @type {HTMLInputElement[]} */ ([...byId('strength').querySelectorAll('input')]);
  for (const radio of radios) radio.addEventListener('change', () => app.change({ strength: Number(radio.value) }));
  app.follow(({ state }) => {
    for (const radio of radios) radio.checked = Number(radio.value) === state.strength;
  });
}

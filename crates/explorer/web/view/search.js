// One field to find actors, types, issues, statements and positions by name, alias or note; the keyboard is enough.

import { t } from '../i18n/texts.js';
import { relaxed } from '../model/filter_values.js';
import { answerLabel } from '../model/issues.js';
import { changeAndAnnounce } from './chips.js';
import { byId, fill, h } from './dom.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/state.js').State} State */
/** @typedef {'actor' | 'type' | 'issue' | 'statement' | 'position'} Group */
/** @typedef {{group: Group, id: string, name: string, about: string, fields: string[]}} Entry */
/** @typedef {{entry: Entry, cost: number}} Hit */

const GROUPS = /** @type {const} */ (['actor', 'type', 'issue', 'statement', 'position']);
const FOUND_AT_MOST = 12;
/** What each group has at least room for, where there is as much. */
const ROOM = { actor: 5, type: 3, issue: 2, statement: 4, position: 2 };

/** @param {TheApp} app */
export function startSearch(app) {
  const search = new Search(app);
  document.addEventListener('keydown', (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.matches('input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.input.focus();
    search.input.select();
  });
}

/**
 * Letters without their marks and case.
 * @param {string} text
 */
function unmarked(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/**
 * All that can be found, folded once.
 * @param {TheApp} app
 * @returns {Entry[]}
 */
function entriesOf({ model }) {
  const { document: data, statements } = model;
  const aliases = (/** @type {string} */ id) => model.actors.get(id)?.aliases ?? [];
  const actors = data.who.map(({ id, name, label, aliases: also }) => {
    const about = (also ?? []).join(', ');
    return {
      group: /** @type {Group} */ ('actor'),
      id,
      name,
      about,
      fields: [name, label, ...(also ?? [])].map(unmarked),
    };
  });
  const types = data.types.map(({ id, label, definition }) => {
    return {
      group: /** @type {Group} */ ('type'),
      id,
      name: label,
      about: definition ?? '',
      fields: [unmarked(label)],
    };
  });
  const said = statements.map(({ sentence, gloss, ref, from, to, views }, index) => {
    const about = [views.map((view) => model.views[view]?.short).join(', '), gloss].filter(Boolean).join(': ');
    const called = [...from, ...to].flatMap(aliases);
    const fields = [sentence, gloss ?? '', ref, ...called].map(unmarked);
    return { group: /** @type {Group} */ ('statement'), id: String(index), name: sentence, about, fields };
  });
  return [...actors, ...types, ...issueEntries(model), ...said, ...positionEntries(model)];
}

/**
 * Issues by their questions and answers.
 * @param {import('../model/document.js').Model} model
 * @returns {Entry[]}
 */
function issueEntries({ issues }) {
  return [...issues.values()].map(({ id, question, answers }) => {
    const about = answers.map(({ label }) => label).join(', ');
    const fields = [question, ...answers.map(({ label }) => label)].map(unmarked);
    return { group: 'issue', id, name: question, about, fields };
  });
}

/**
 * Positions by their glosses; what has none is found by its issue.
 * @param {import('../model/document.js').Model} model
 * @returns {Entry[]}
 */
function positionEntries({ positions, issues, views }) {
  return positions.flatMap((position, at) => {
    const { gloss, ref, issue, answer } = position;
    if (!gloss) return [];
    const of = issues.get(issue);
    const name = `${of?.question ?? issue} ${answerLabel(of, answer)}`;
    const about = [position.views.map((view) => views[view]?.short).join(', '), gloss].join(': ');
    return [{ group: 'position', id: String(at), name, about, fields: [gloss, ref].map(unmarked) }];
  });
}

/**
 * How far an entry is from what is typed: every word must occur; the start of a field is nearest, then of a word.
 * @param {Entry} entry
 * @param {string[]} words
 * @returns {number | null}
 */
function costOf({ fields }, words) {
  let cost = 0;
  for (const word of words) {
    let least = Number.POSITIVE_INFINITY;
    fields.forEach((field, place) => {
      const at = field.indexOf(word);
      if (at < 0) return;
      const starts = at === 0 || field.includes(` ${word}`) || field.includes(`-${word}`);
      least = Math.min(
        least,
        (at === 0 ? 0 : starts ? 2 : 6) + Math.min(place, 3) + (field.length > word.length ? 0.5 : 0),
      );
    });
    if (least === Number.POSITIVE_INFINITY) return null;
    cost += least;
  }
  return cost;
}

class Search {
  /** @param {TheApp} app */
  constructor(app) {
    this.app = app;
    /** @type {Entry[] | null} */
    this.entries = null;
    /** @type {Entry[]} */
    this.found = [];
    this.at = -1;
    this.input = /** @type {HTMLInputElement} */ (byId('search'));
    this.list = /** @type {HTMLElement} */ (byId('found'));
    this.input.addEventListener('input', () => this.look());
    this.input.addEventListener('focus', () => this.look());
    this.input.addEventListener('blur', () => this.close());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = /** @type {Element} */ (event.target).closest('[role="option"]');
      if (option) this.go(this.found[Number(option.id.slice('found-'.length))]);
    });
  }

  look() {
    const words = unmarked(this.input.value).split(/\s+/).filter(Boolean);
    if (words.length === 0) return this.close();
    this.entries ??= entriesOf(this.app);
    /** @type {Map<Group, Hit[]>} */
    const hits = new Map(GROUPS.map((group) => [group, []]));
    for (const entry of this.entries) {
      const cost = costOf(entry, words);
      if (cost !== null) hits.get(entry.group)?.push({ entry, cost });
    }
    for (const some of hits.values()) some.sort((a, b) => a.cost - b.cost);
    this.show(hits);
  }

  /** @param {Map<Group, Hit[]>} hits */
  show(hits) {
    const all = [...hits.values()].reduce((sum, some) => sum + some.length, 0);
    const taken = GROUPS.reduce((sum, group) => sum + Math.min(ROOM[group], hits.get(group)?.length ?? 0), 0);
    let spare = Math.max(0, FOUND_AT_MOST - taken);
    this.found = [];
    const parts = GROUPS.map((group) => {
      const some = hits.get(group) ?? [];
      const extra = Math.min(Math.max(0, some.length - ROOM[group]), spare);
      spare -= extra;
      const shown = some.slice(0, ROOM[group] + extra).map(({ entry }) => this.option(entry));
      if (shown.length === 0) return null;
      return h(
        'div',
        { role: 'group', 'aria-label': t(`search-${group}`) },
        h('span', { 'aria-hidden': 'true' }, t(`search-${group}`)),
        shown,
      );
    });
    const more = all - this.found.length;
    fill(
      this.list,
      parts,
      all === 0 && this.nothing(),
      more > 0 && h('div', { class: 'more', role: 'presentation' }, t('search-more', { n: more })),
    );
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.mark(all === 0 ? -1 : 0);
  }

  nothing() {
    return h('div', { role: 'option', 'aria-disabled': 'true' }, t('search-nothing'));
  }

  /** @param {Entry} entry */
  option(entry) {
    const { name, about } = entry;
    const id = `found-${this.found.length}`;
    this.found.push(entry);
    const short = about.length > 160 ? `${about.slice(0, 160)}…` : about;
    return h(
      'div',
      { role: 'option', id, 'aria-selected': 'false', dir: 'auto' },
      h('span', {}, name),
      short && h('small', {}, short),
    );
  }

  /** @param {number} place */
  mark(place) {
    this.list.querySelector('[aria-selected="true"]')?.setAttribute('aria-selected', 'false');
    this.at = place;
    const option = place < 0 ? null : byId(`found-${place}`);
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.mark(-1);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const open = !this.list.hidden;
    const count = this.found.length;
    if (event.key === 'Escape' && open) this.close();
    else if (event.key === 'ArrowDown' && !open) this.look();
    else if (event.key === 'ArrowDown' && count > 0) this.mark((this.at + 1) % count);
    else if (event.key === 'ArrowUp' && open && count > 0) this.mark((this.at + count - 1) % count);
    else if (event.key === 'Enter' && open && this.at >= 0) this.go(this.found[this.at]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Entry | undefined} entry */
  go(entry) {
    if (!entry) return undefined;
    const { app } = this;
    const { group, id } = entry;
    this.close();
    this.input.value = '';
    /** @type {Partial<State>} */
    const patch =
      group === 'actor'
        ? { at: `actor:${id}`, focus: id }
        : group === 'type'
          ? { type: [id] }
          : { at: `${group}:${id}` };
    // The switches hide no positions.
    if (group === 'issue' || group === 'position') return app.change(patch);
    const shows = relaxed(app, patch, (selection) => {
      if (group === 'actor') return Number(selection.actors.has(id));
      return group === 'type' ? Math.sign(selection.statements.length) : selection.kept[Number(id)];
    });
    return changeAndAnnounce(app, shows.patch, shows.off);
  }
}

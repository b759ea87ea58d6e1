// The forms (graph, matrix, table, issues, words) as tabs, and whose views are shown as a group of which one is on.

import { t } from '../i18n/texts.js';
import { formShown, formsOf } from '../model/state.js';
import { byId, fill, h } from './dom.js';

/** @typedef {import('../app.js').TheApp} TheApp */

/** @param {TheApp} app */
export function startForms(app) {
  const forms = formsOf(app.model);
  const tabs = forms.map((form) => byId(`tab-${form}`));
  for (const tab of tabs) tab.hidden = false;
  for (const tab of tabs) tab.addEventListener('click', () => app.change({ form: tab.dataset.form }));
  byId('forms').addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => chosen(event, tabs));
  app.follow(() => {
    const { form: shown } = formShown(app);
    document.body.dataset.form = shown;
    for (const tab of tabs) {
      const on = tab.dataset.form === shown;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      byId(tab.dataset.form).hidden = !on;
    }
  });
}

/** @param {TheApp} app */
export function startModes(app) {
  const { views } = app.model;
  const place = byId('modes');
  place.hidden = views.length < 2;
  if (views.length < 2) return;
  place.classList.toggle('many', views.length > 2);
  const single = views.map((_, index) => modeButton(String(index)));
  const joint = ['side', 'both', 'only'].map(modeButton);
  const buttons = [...single, ...joint];
  fill(place, buttons);
  for (const button of buttons) button.addEventListener('click', () => app.change({ mode: button.dataset.mode }));
  place.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => chosen(event, buttons));
  let lang = '';
  app.follow(({ state }) => {
    if (lang !== document.documentElement.lang) for (const button of buttons) nameMode(app, button);
    lang = document.documentElement.lang;
    const known = buttons.some((button) => button.dataset.mode === state.mode) ? state.mode : 'both';
    for (const button of buttons) {
      const on = button.dataset.mode === known;
      button.setAttribute('aria-checked', String(on));
      button.tabIndex = on ? 0 : -1;
    }
  });
}

/** @param {string} mode */
function modeButton(mode) {
  const kind = Number.isNaN(Number(mode)) ? 'joint' : 'single';
  return /** @type {HTMLButtonElement} */ (
    h('button', { type: 'button', role: 'radio', class: kind, 'data-mode': mode })
  );
}

/**
 * A view by its letter and short name, the others by a sign and a word; on narrow screens the word may give way.
 * @param {TheApp} app
 * @param {HTMLButtonElement} button
 */
function nameMode({ model }, button) {
  const { views } = model;
  const mode = button.dataset.mode ?? '';
  const view = views[Number(mode)];
  const name = view ? view.short : t(`modes-${mode}`);
  const [a, z] = [views[0].letter, views.length === 2 ? views[1].letter : '…'];
  const letters = view ? view.letter : { side: `${a}|${z}`, both: `${a}+${z}`, only: `${a}≠${z}` }[mode];
  button.setAttribute('aria-label', view ? view.name : name);
  button.title = view ? view.name : t(`modes-${mode}-title`);
  fill(
    button,
    h('span', { class: 'letter', 'aria-hidden': 'true' }, letters),
    h('span', { class: 'steady', 'data-wide': name }, name),
  );
}

/**
 * Arrow keys choose the next of a row, Home and End the first and the last.
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} row
 */
function chosen(event, row) {
  stepped(event, row)?.click();
}

/**
 * Arrow keys go to the next of a row, Home and End to the first and the last; which it is, if they did.
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} row
 * @returns {HTMLElement | null}
 */
export function stepped(event, row) {
  const here = row.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const steps = new Map([
    ['ArrowRight', here + 1],
    ['ArrowDown', here + 1],
    ['ArrowLeft', here - 1],
    ['ArrowUp', here - 1],
    ['Home', 0],
    ['End', row.length - 1],
  ]);
  const to = steps.get(event.key);
  if (here < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey) return null;
  event.preventDefault();
  const next = row[(to + row.length) % row.length];
  next.focus();
  return next;
}

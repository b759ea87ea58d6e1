// Language, light and dark, and the texts that stand in the page from the beginning.

import { chooseLanguage, languages, setStaticTexts, t } from '../i18n/texts.js';
import { byId, fill, h } from './dom.js';

/** @typedef {import('../app.js').TheApp} TheApp */

/** The themes in turn: after that of the system the other one, so that a press is seen. @type {readonly (string | null)[]} */
const THEMES = matchMedia('(prefers-color-scheme: dark)').matches ? [null, 'light', 'dark'] : [null, 'dark', 'light'];

/**
 * First of all that starts, so that all others speak the language that is chosen.
 * @param {TheApp} app
 */
export function startPreferences(app) {
  const [lang, theme] = [byId('lang'), byId('theme')];
  fill(
    lang,
    languages().map(({ code, name }) => h('option', { value: code, lang: code }, name)),
  );
  lang.addEventListener('change', () => app.change({ lang: lang.value }));
  theme.addEventListener('click', () => {
    const next = THEMES[(themeAt(app) + 1) % THEMES.length];
    app.change({ theme: next });
  });
  byId('skip').addEventListener('click', (/** @type {Event} */ event) => {
    event.preventDefault();
    byId(document.body.dataset.form === 'graph' ? 'stage' : 'main').focus();
  });
  /** @type {string | null | undefined} */
  let spoken;
  app.follow(({ state }) => {
    if (spoken !== state.lang) speak(state.lang);
    spoken = state.lang;
    const at = THEMES[themeAt(app)];
    if (at) document.documentElement.dataset.theme = at;
    else delete document.documentElement.dataset.theme;
    theme.setAttribute('aria-label', t('theme-is', { name: t(`theme-${at ?? 'system'}`) }));
    theme.title = theme.getAttribute('aria-label');
    fill(theme, h('span', { 'aria-hidden': 'true' }, { light: '☀', dark: '☾', system: '◐' }[at ?? 'system']));
    lang.value = document.documentElement.lang;
  });
}

/** @param {TheApp} app */
function themeAt({ state }) {
  return Math.max(0, THEMES.indexOf(state.theme));
}

/** @param {string | null} asked */
function speak(asked) {
  chooseLanguage(asked);
  setStaticTexts();
}

// The messages of the page in the language that was chosen, from the catalogue of reports and pictures.

import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';

/** @typedef {{code: string, name: string, messages: string}} Language */

/** @type {{languages: Language[], bundle: FluentBundle}} */
const texts = { languages: [], bundle: new FluentBundle('en') };

/**
 * The languages, the default first; each has the same messages.
 * @param {Language[]} languages
 */
export function setTexts(languages) {
  texts.languages = languages;
}

/** The languages that there are: code and name. */
export function languages() {
  return texts.languages.map(({ code, name }) => ({ code, name }));
}

/**
 * Chooses a language: the one asked for, else the browser's, else the first.
 * @param {string | null} asked
 */
export function chooseLanguage(asked) {
  const wanted = [asked, ...navigator.languages].map((code) => code?.split('-')[0]);
  const spoken = wanted.flatMap((wish) => texts.languages.find(({ code }) => code === wish) ?? []);
  const [{ code, messages }] = [...spoken, ...texts.languages];
  texts.bundle = new FluentBundle(code, { useIsolating: false });
  texts.bundle.addResource(new FluentResource(messages));
  document.documentElement.lang = code;
}

/**
 * A message with values for its variables. One that counts has `n`; one whose subject can be several has `number`.
 * @param {string} key
 * @param {Record<string, string | number | undefined>} [values]
 */
export function t(key, values = {}) {
  const pattern = texts.bundle.getMessage(key)?.value;
  if (!pattern) return key;
  const given = Object.entries(values).map(([name, value]) => [name, told(value)]);
  // Without a list of errors it would throw.
  return texts.bundle.formatPattern(pattern, Object.fromEntries(given), []);
}

/** @param {string | number | undefined} value */
function told(value) {
  return typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : (value ?? '');
}

/**
 * The number of a subject, for messages whose verb follows it.
 * @param {boolean | undefined} plural
 */
export function grammaticalNumber(plural) {
  return plural ? 'several' : 'one';
}

/** Attributes of static elements that name their texts, and those that get them. */
const SET_FROM = [
  ['data-text-label', 'aria-label'],
  ['data-text-title', 'title'],
  ['data-text-placeholder', 'placeholder'],
];

/** Sets the texts of what stands in the page from the beginning. */
export function setStaticTexts() {
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = t(element.getAttribute('data-text') ?? '');
  }
  for (const [from, to] of SET_FROM) {
    for (const element of document.querySelectorAll(`[${from}]`)) {
      element.setAttribute(to, t(element.getAttribute(from) ?? ''));
    }
  }
}

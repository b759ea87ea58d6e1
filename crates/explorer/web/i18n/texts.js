// The texts of the page, in the language that was chosen.

/** @typedef {Record<string, Record<string, string>>} Tables */

/** @type {{tables: Tables, lang: string}} */
const texts = { tables: {}, lang: 'en' };

/**
 * The tables, by language; each language has the same keys.
 * @param {Tables} tables
 */
export function setTexts(tables) {
  texts.tables = tables;
}

/** The languages that there are: code and name. */
export function languages() {
  return Object.entries(texts.tables).map(([code, table]) => ({ code, name: table.language }));
}

/**
 * Chooses a language: the one asked for, else the browser's, else the first.
 * @param {string | null} asked
 */
export function chooseLanguage(asked) {
  const wanted = [asked, ...navigator.languages].map((code) => code?.split('-')[0] ?? '');
  texts.lang = wanted.find((code) => Object.hasOwn(texts.tables, code)) ?? Object.keys(texts.tables)[0] ?? 'en';
  document.documentElement.lang = texts.lang;
}

/**
 * The text of a key, with values for its {names}; one that is counted has a second form at `key.one`, and one whose subject can be
 * a plural, said by `plural`, at `key.many`.
 * @param {string} key
 * @param {Record<string, string | number | boolean | undefined>} [values]
 */
export function t(key, values = {}) {
  const table = texts.tables[texts.lang] ?? {};
  const form = values.n === 1 ? 'one' : values.plural ? 'many' : '';
  const text = table[`${key}.${form}`] ?? table[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
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

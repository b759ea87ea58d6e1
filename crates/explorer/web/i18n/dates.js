// Dates in words: those of the document come spelled out in every language; the years of filters are said here.

import { t } from './texts.js';

/**
 * A date of the document in words.
 * @param {import('../model/document.js').Model} model
 * @param {string} edtf
 */
export function dateInWords(model, edtf) {
  return model.dates[edtf]?.[document.documentElement.lang] ?? edtf;
}

/**
 * A year by its number in EDTF, where 0 is 1 BC.
 * @param {number} year
 */
export function yearInWords(year) {
  if (year <= 0) return t('date-bc', { year: grouped(1 - year) });
  if (year < 1000) return t('date-ad', { year });
  return year > 9999 ? t('date-long-year', { year: grouped(year) }) : String(year);
}

/** @param {number} number */
function grouped(number) {
  return number > 9999 ? number.toLocaleString(document.documentElement.lang) : String(number);
}

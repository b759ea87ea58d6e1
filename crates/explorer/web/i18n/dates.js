// Dates in the words of the page, told from their parts: "since 2022", "431 BC", "some time in the 1990s".

import { t } from './texts.js';

/** @typedef {import('../model/data.d.ts').Year} Year */
/** @typedef {import('../model/data.d.ts').Date} When */
/** @typedef {import('../model/data.d.ts').Edge} Edge */
/** @typedef {import('../model/data.d.ts').Parts} Parts */

/**
 * A date of the document in words.
 * @param {import('../model/document.js').Model} model
 * @param {string} edtf
 */
export function dateInWords(model, edtf) {
  const parts = model.dates[edtf];
  return parts === undefined ? edtf : period(parts);
}

/**
 * A year by its number in EDTF, where 0 is 1 BC.
 * @param {number} year
 */
export function yearInWords(year) {
  if (year <= 0) return t('when.before', { year: grouped(1 - year) });
  if (year < 1000) return t('when.anno', { year });
  return year > 9999 ? t('when.year', { year: grouped(year) }) : String(year);
}

/** @param {number} number */
function grouped(number) {
  return number > 9999 ? number.toLocaleString(language()) : String(number);
}

function language() {
  const lang = document.documentElement.lang;
  return lang === 'en' ? 'en-GB' : lang || undefined;
}

/**
 * @param {Parts} parts
 * @returns {string}
 */
function period(parts) {
  if ('date' in parts) return date(parts.date);
  if ('span' in parts) return span(...parts.span);
  if ('all' in parts) return set(parts.all, 'tell.and');
  const [first, ...more] = parts.either;
  if (more.length === 0 && 'span' in first) return t('when.some', { when: within(...first.span) });
  return set(parts.either, 'when.or');
}

/**
 * @param {Parts[]} members
 * @param {string} key
 */
function set(members, key) {
  const told = members.map((member) =>
    'span' in member && member.span.includes('open') ? within(...member.span) : period(member),
  );
  return told.length < 2 ? told.join('') : t(key, { all: told.slice(0, -1).join(', '), last: told.at(-1) ?? '' });
}

/**
 * A span of which any part may be meant.
 * @param {Edge} start
 * @param {Edge} end
 * @returns {string}
 */
function within(start, end) {
  if (start === 'open') return t('when.any-up-to', { date: edge(end, 'when.or-later') });
  if (end === 'open') return t('when.from', { date: edge(start, 'when.or-before') });
  return t('when.from-to', { from: edge(start, 'when.or-before'), to: edge(end, 'when.or-later') });
}

/**
 * @param {Edge} start
 * @param {Edge} end
 * @returns {string}
 */
function span(start, end) {
  const [from, to] = [edge(start, 'when.or-before'), edge(end, 'when.or-later')];
  if (start === end) return t(start === 'open' ? 'when.any-time' : 'when.unknown-time');
  if (end === 'open') return t('when.since', { date: from });
  if (start === 'open') return t('when.until', { date: to });
  if (end === 'unknown') return t('when.from', { date: from });
  if (start === 'unknown') return t('when.up-to', { date: to });
  const [first, last] = [bareBefore(start), bareBefore(end)];
  if (first && last) return t('when.before', { year: t('when.span', { from: first, to: last }) });
  const vague = 'date' in start && typeof start.date.year === 'object' && 'within' in start.date.year;
  return t(vague ? 'when.from-to' : 'when.span', { from, to });
}

/**
 * @param {Edge} end
 * @param {string} beyond
 * @returns {string}
 */
function edge(end, beyond) {
  if (typeof end === 'string') return t('when.unknown');
  return 'date' in end ? date(end.date) : t(beyond, { date: date(end.beyond) });
}

/**
 * The number of a year BC of which nothing else is said.
 * @param {Exclude<Edge, string>} end
 */
function bareBefore(end) {
  if (!('date' in end) || end.date.month !== undefined || end.date.doubts) return null;
  const { year } = end.date;
  return typeof year === 'object' && 'is' in year && year.is <= 0 ? grouped(1 - year.is) : null;
}

/**
 * @param {When} when
 * @returns {string}
 */
function date(when) {
  const day = calendar(when);
  const told = when.time === undefined ? day : `${day}, ${when.time}`;
  return (when.doubts ?? []).reduce((text, { of, perhaps, about }) => {
    const how = perhaps && about ? 'perhaps-about' : perhaps ? 'perhaps' : 'about';
    if (of === 'all') return t(`when.${how}`, { date: text });
    return t(`when.${how}.part`, { date: text, part: t(`when.part.${of}`) });
  }, told);
}

/**
 * @param {When} when
 * @returns {string}
 */
function calendar({ year, month, day }) {
  if (month === undefined) return yearAlone(year);
  const of = yearOf(year);
  if (month === 'some') {
    if (day === undefined) return t('when.some-month', { year: of });
    return day === 'some' ? t('when.some-day', { year: of }) : t('when.day-of-some', { day: day.is, year: of });
  }
  if ('season' in month) return t(`when.season.${month.season}`, { year: of });
  const named = t('when.month', { month: monthName(month.is), year: of });
  if (day === undefined) return named;
  if (day === 'some') return t('when.some-day-in', { month: named });
  return t('when.day-of-month', { day: day.is, month: named });
}

/** @param {number} month */
function monthName(month) {
  return new Date(Date.UTC(2000, month - 1, 1)).toLocaleDateString(language(), { month: 'long', timeZone: 'UTC' });
}

/**
 * A year behind a month.
 * @param {Year} year
 */
function yearOf(year) {
  if (year === 'any') return t('when.of-some', { which: '' }).trim();
  return 'within' in year ? t('when.of-some', { which: range(...year.within) }) : yearAlone(year);
}

/**
 * @param {Year} year
 * @returns {string}
 */
function yearAlone(year) {
  if (year === 'any') return t('when.any-year');
  if ('is' in year) return yearInWords(year.is);
  if ('within' in year) return t('when.some', { when: range(...year.within) });
  if ('power' in year) return t('when.power', { times: year.power[0], power: year.power[1] });
  const [guess, first, last] = year.near;
  const years = [first, last].map((year) => ({ date: { year: { is: year } } }));
  return t('when.near', { date: yearInWords(guess), years: span(years[0], years[1]) });
}

/**
 * Some of these years: a decade, a century, or from one to another.
 * @param {number} first
 * @param {number} last
 */
function range(first, last) {
  const years = { from: yearInWords(first), to: yearInWords(last) };
  const tens = last - first === 9 && first >= 1000;
  // The 1900s may be ten years or a hundred.
  const hundreds = (tens || last - first === 99) && first >= 1000 && first % 100 === 0;
  if (hundreds) return t('when.decade-from', { year: first, ...years });
  return tens ? t('when.decade', { year: first }) : t('when.from-to', years);
}

// How the modules of the page are written: they are joined into one script, so some things that modules may do they may not.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const FOLDER = fileURLToPath(new URL('../../crates/explorer/web/', import.meta.url));
const MODULES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: readFileSync(FOLDER + name, 'utf8') }));
const STYLES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(FOLDER + name, 'utf8') }));
const SHELL = existsSync(`${FOLDER}page.html`) ? readFileSync(`${FOLDER}page.html`, 'utf8') : '';

/** What makes markup or code of a text, or leaves the page. */
const FORBIDDEN = [
  /\.(innerHTML|outerHTML|srcdoc)\b/,
  /\b(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)\b/,
  /\bdocument\.write/,
  /\b(eval|fetch|importScripts)\(/,
  /\bnew (Function|XMLHttpRequest|WebSocket|EventSource|Worker|SharedWorker)\b/,
  /\bset(Timeout|Interval)\(\s*['"`]/,
  /\b(localStorage|sessionStorage|indexedDB|sendBeacon|serviceWorker)\b/,
  /\bimport\(/,
  /\bdocument\.cookie\b/,
  /setAttribute\(\s*['"`](on\w+|style)['"`]/,
];

/** @param {string} text */
const table = (text) => /** @type {Record<string, string>} */ (JSON.parse(text));
const TEXTS = existsSync(`${FOLDER}texts`)
  ? readdirSync(`${FOLDER}texts`).map((name) => ({ name, table: table(readFileSync(`${FOLDER}texts/${name}`, 'utf8')) }))
  : [];

/**
 * The words at the top of a module that would be in the way of others.
 * @param {string} text
 */
function topNames(text) {
  const source = ts.createSourceFile('x.js', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  return source.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map((each) => each.name.getText());
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name?.text ?? ''];
    return [];
  });
}

test('there are modules to look at', () => assert.ok(MODULES.length >= 6));

test('no name stands at the top of two modules', () => {
  const seen = new Map();
  const twice = [];
  for (const { name, text } of MODULES) {
    for (const word of topNames(text)) {
      if (seen.has(word)) twice.push(`${word} in ${seen.get(word)} and ${name}`);
      seen.set(word, name);
    }
  }
  assert.deepEqual(twice, []);
});

test('imports and exports are such that joining can drop them', () => {
  const wrong = [];
  for (const { name, text } of MODULES) {
    for (const line of text.split('\n')) {
      const plainImport = /^import \{[\w, ]+\} from '\.\/[\w-]+\.js';$/.test(line);
      const plainExport = /^export (async function\*?|function\*?|const|class) \w+/.test(line);
      if (/^\s*import\b/.test(line) && !plainImport) wrong.push(`${name}: ${line}`);
      if (/^\s*export\b/.test(line) && !plainExport) wrong.push(`${name}: ${line}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every file says what it is for', () => {
  for (const { name, text } of MODULES) assert.match(text, /^\/\/ [A-Z].*\.\n/, name);
  for (const { name, text } of STYLES) assert.match(text, /^\/\* [A-Z][^*]*\*\/\n/, name);
});

test('lines are no longer than 120 columns', () => {
  // A comment that only holds a type may be.
  const long = MODULES.flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, at) => (line.length > 120 && !/^\s*(\/\*)?\*/.test(line) ? [`${name}:${at + 1}`] : [])),
  );
  assert.deepEqual(long, []);
});

test('nothing makes markup or code of a text, stores, or calls out', () => {
  const found = MODULES.flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, at) => {
      const code = line.replace(/^\s*(\/\/|\*|\/\*).*/, '');
      return FORBIDDEN.some((pattern) => pattern.test(code)) ? [`${name}:${at + 1}: ${line.trim()}`] : [];
    }),
  );
  assert.deepEqual(found, []);
});

test('styles fetch nothing', () => {
  for (const { name, text } of STYLES) {
    assert.doesNotMatch(text, /@import|url\(\s*['"]?(?!data:)/, name);
  }
});

test('the languages have the same texts with the same places for values', { skip: TEXTS.length < 2 }, () => {
  const [first, ...others] = TEXTS;
  const places = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const { name, table } of others) {
    assert.deepEqual(Object.keys(table).sort(), Object.keys(first.table).sort(), name);
    for (const [key, text] of Object.entries(table)) {
      assert.deepEqual(places(text), places(first.table[key]), `${name}: ${key}`);
      assert.notEqual(text.trim(), '', `${name}: ${key}`);
    }
  }
});

test('every text that is asked for is there', { skip: TEXTS.length === 0 }, () => {
  const [{ table }] = TEXTS;
  const asked = new Set();
  for (const { text } of MODULES) {
    for (const [, key] of text.matchAll(/\bt\(\s*'([^']+)'/g)) asked.add(key);
  }
  for (const [, key] of SHELL.matchAll(/\bdata-text(?:-\w+)?="([^"]+)"/g)) asked.add(key);
  const missing = [...asked].filter((key) => !(key in table) && !(`${key}.one` in table));
  assert.deepEqual(missing, []);
});

test('every text that is there is asked for', { skip: TEXTS.length === 0 }, () => {
  const all = MODULES.map(({ text }) => text).join('\n') + SHELL;
  // Keys that are put together: `t(`sign.${sign}`)`, or a prefix in a table.
  const stems = [...all.matchAll(/[`']([a-z][\w-]*(?:\.[\w-]+)*\.)(?:\$\{|')/g)].map(([, stem]) => stem);
  const unused = Object.keys(TEXTS[0].table).filter((key) => {
    const stem = key.replace(/\.many$/, '').replace(/\.one$/, '');
    return !all.includes(`'${stem}'`) && !all.includes(`"${stem}"`) && !stems.some((each) => key.startsWith(each)) && key !== 'language';
  });
  assert.deepEqual(unused, []);
});

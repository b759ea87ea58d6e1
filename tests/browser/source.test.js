// How the modules of the page are written: what they may not do, and which folder stands on which.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const FOLDER = fileURLToPath(new URL('../../crates/explorer/web/', import.meta.url));
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
/** @param {string} ending */
const sources = (ending) =>
  FILES.filter((name) => name.endsWith(ending) && !name.startsWith('dist/')).map((name) => ({ name, text: readFileSync(FOLDER + name, 'utf8') }));
const MODULES = sources('.js');
const STYLES = sources('.css');

/** The folders of the modules from below upwards: a module imports from its own and from those before it. */
const FOLDERS = ['i18n', 'model', 'view', 'picture', 'evidence', 'text_views', 'export', '.'];

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

/** What modules may import besides each other. */
const PACKAGES = Object.keys(JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).dependencies);

/** What each module imports, by the names of the modules. */
const IMPORTS = new Map(
  MODULES.map(({ name, text }) => {
    const { importedFiles } = ts.preProcessFile(text.replaceAll(/\/\*\*.*?\*\//gs, ''));
    const path = (/** @type {string} */ file) => (file.startsWith('.') ? posix.join(posix.dirname(name), file) : file);
    return [name, importedFiles.map(({ fileName }) => path(fileName))];
  }),
);

test('there are modules to look at', () => assert.ok(MODULES.length >= 6));

test('folders stand on those before them, and modules import no others than these and the packages of the page', () => {
  const rank = (/** @type {string} */ name) => FOLDERS.indexOf(posix.dirname(name));
  const wrong = [...IMPORTS].flatMap(([name, imported]) =>
    imported
      .filter((to) => !PACKAGES.includes(to) && (!IMPORTS.has(to) || rank(to) < 0 || rank(to) > rank(name)))
      .map((to) => `${name} imports ${to}`),
  );
  assert.deepEqual(wrong, []);
});

test('no modules import each other in a circle', () => {
  // What imports nothing that is left is taken out, again and again; circles stay.
  const left = new Map(IMPORTS);
  const ends = () => [...left].filter(([, imported]) => !imported.some((to) => left.has(to)));
  for (let found = ends(); found.length > 0; found = ends()) for (const [name] of found) left.delete(name);
  assert.deepEqual([...left.keys()], []);
});

test('no text runs over a line, so that indentation can be left out', () => {
  /** @type {string[]} */
  const wrong = [];
  for (const { name, text } of MODULES) {
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
    const look = (/** @type {ts.Node} */ node) => {
      const literal = ts.isTemplateLiteralToken(node) || ts.isStringLiteral(node);
      if (literal && node.getText().includes('\n')) wrong.push(`${name}: ${node.getText()}`);
      ts.forEachChild(node, look);
    };
    look(source);
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

test('styles fetch nothing but each other', () => {
  for (const { name, text } of STYLES) {
    const rest = text.replaceAll(/^@import "\.\/\w+\.css";$/gm, '');
    assert.doesNotMatch(rest, /@import|url\(\s*['"]?(?!data:)/, name);
  }
});

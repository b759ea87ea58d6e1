// Makes the checked-in files of the page that are not written by hand: its script and style, and the types of its data.
//
// `npm run bundle` writes them, so that building the program needs no Node; `node bundle.js --check` fails if they are not
// what the modules and the schema make.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

/** @typedef {{path: string, text: string}} Made */

const EXPLORER = fileURLToPath(new URL('../../crates/explorer/', import.meta.url));
const WEB = `${EXPLORER}web/`;
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Takes the comments out of what is bundled. @type {import('esbuild').Plugin} */
const WITHOUT_COMMENTS = {
  name: 'without-comments',
  setup({ onLoad }) {
    onLoad({ filter: /\.(js|css)$/ }, async ({ path }) => {
      const loader = path.endsWith('.css') ? 'css' : 'js';
      const { code } = await transform(readFileSync(path, 'utf8'), { loader, minifyWhitespace: true, charset: 'utf8' });
      return { loader, contents: code };
    });
  },
};

/**
 * That packages are bundled which NOTICE knows: those among `dependencies`, without more packages behind them.
 * @param {import('esbuild').Metafile} metafile
 */
function checkPackages({ inputs }) {
  const { dependencies } = JSON.parse(readFileSync(`${HERE}package.json`, 'utf8'));
  for (const path of Object.keys(inputs)) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    if (name !== undefined && !(name in dependencies)) throw new Error(`${name} is bundled, and no dependency`);
  }
}

/**
 * One script and one style. A statement has a line, so that a change is read as one; without comments and indentation,
 * which would make the page a tenth larger. No text in the modules runs over a line.
 * @returns {Promise<Made[]>}
 */
async function bundles() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: WEB,
    entryPoints: [
      { in: 'main.js', out: 'explorer' },
      { in: 'style/explorer.css', out: 'explorer' },
    ],
    outdir: 'dist',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
    metafile: true,
    nodePaths: [`${HERE}node_modules`],
    plugins: [WITHOUT_COMMENTS],
  });
  checkPackages(metafile);
  return outputFiles.map(({ path, text }) => ({ path, text: seen(text.replaceAll(/^ +/gm, '')) }));
}

/**
 * A script in which characters that nobody sees are escaped, so that it steers no terminal that it is printed on.
 * @param {string} text
 */
function seen(text) {
  return text.replaceAll(/\p{Cf}/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

/**
 * The types of the data document, from the schema that the program's own types make.
 * @returns {Promise<Made>}
 */
async function types() {
  const schema = JSON.parse(readFileSync(`${EXPLORER}schema/explorer.schema.json`, 'utf8'), (_, value) => {
    // A list that is not empty is a list; only one of a known length is a tuple.
    if (value?.minItems === 1 && value.maxItems === undefined) delete value.minItems;
    return value;
  });
  schema.title = 'Document';
  const bannerComment = '// The data document of the page. Made from `schema/explorer.schema.json` by `npm run bundle`.';
  const style = { singleQuote: true, printWidth: 120 };
  const text = await compile(schema, 'Document', { bannerComment, style });
  return { path: `${WEB}model/data.d.ts`, text };
}

const made = [...(await bundles()), await types()];
if (process.argv.includes('--check')) {
  const old = made.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  for (const { path } of old) process.stderr.write(`${path} is not current: npm run bundle\n`);
  process.exitCode = old.length === 0 ? 0 : 1;
} else {
  for (const { path, text } of made) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

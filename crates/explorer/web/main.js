// Starts everything. What goes wrong is said in the page.

import { App } from './app.js';
import { byId } from './dom.js';
import { setTexts } from './texts.js';
import { startChips } from './chips.js';
import { startDrawer } from './drawer.js';
import { startFilters } from './filters.js';
import { startForms, startModes } from './modes.js';
import { startGraph } from './graph.js';
import { startLooks } from './looks.js';
import { startMatrix } from './matrix.js';
import { startPanel } from './panel.js';
import { startSearch } from './search.js';
import { startTable } from './table.js';
import { startTake } from './take.js';
import { startUnfold } from './unfold.js';
import { startWords } from './words.js';
import { unpack } from './drawings.js';

/** What a page needs of its browser. */
const NEEDED = ['DecompressionStream', 'ResizeObserver', 'structuredClone'];

/** @param {unknown} fault */
function sayFault(fault) {
  const place = byId('fault');
  place.textContent = `This page cannot go on: ${fault instanceof Error ? fault.message : String(fault)}`;
  place.hidden = false;
}

async function start() {
  byId('late').remove();
  const missing = NEEDED.filter((name) => !(name in globalThis));
  if (missing.length > 0) throw new Error(`this browser is too old, it lacks ${missing.join(', ')}`);
  const [texts, data] = await Promise.all([unpack('texts'), unpack('data')]);
  setTexts(texts);
  if (data.schema !== 'parallax-explorer/1') throw new Error(`its data are of another kind: ${data.schema}`);
  const app = new App(data);
  startLooks(app);
  startForms(app);
  startModes(app);
  startDrawer();
  startFilters(app);
  startChips(app);
  startSearch(app);
  startGraph(app);
  startMatrix(app);
  startTable(app);
  startWords(app);
  startPanel(app);
  startUnfold(app);
  startTake(app);
}

addEventListener('error', (event) => sayFault(event.error ?? event.message));
addEventListener('unhandledrejection', (event) => sayFault(event.reason));
start();

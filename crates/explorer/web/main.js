// Starts everything. What goes wrong is said in the page.

import { App } from './app.js';
import { startPanel } from './evidence/panel.js';
import { startExportMenu } from './export/export_menu.js';
import { setTexts } from './i18n/texts.js';
import { unpack } from './picture/drawings.js';
import { startGraph } from './picture/graph.js';
import { startIssues } from './text_views/issues.js';
import { startMatrix } from './text_views/matrix.js';
import { startTable } from './text_views/table.js';
import { startWords } from './text_views/words.js';
import { startBriefing } from './view/briefing.js';
import { startChips } from './view/chips.js';
import { byId } from './view/dom.js';
import { startDrawer } from './view/drawer.js';
import { startFilters } from './view/filters.js';
import { startForms, startModes } from './view/modes.js';
import { startPreferences } from './view/preferences.js';
import { startReadingMode } from './view/reading_mode.js';
import { startSearch } from './view/search.js';

/** What a page needs of its browser. */
const NEEDED = ['DecompressionStream', 'ResizeObserver', 'structuredClone'];

/** @param {unknown} fault */
function showFault(fault) {
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
  startPreferences(app);
  startForms(app);
  startModes(app);
  startDrawer();
  startBriefing(app);
  startFilters(app);
  startChips(app);
  startSearch(app);
  startGraph(app);
  startMatrix(app);
  startTable(app);
  startIssues(app);
  startWords(app);
  startPanel(app);
  startReadingMode(app);
  startExportMenu(app);
}

addEventListener('error', (event) => showFault(event.error ?? event.message));
addEventListener('unhandledrejection', (event) => showFault(event.reason));
start();

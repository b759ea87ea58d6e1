// What is being looked at, all of it in the address, so that a view can be kept, linked and gone back to.

/**
 * @typedef {object} State
 * @property {string} form graph, matrix, table, issues or words
 * @property {string} mode the place of a view, `side`, `both` or `only`
 * @property {string} level actor or state
 * @property {boolean} main only the main lines
 * @property {boolean} facts only what is held now
 * @property {string[]} view
 * @property {string[]} sign
 * @property {string[]} type
 * @property {string[]} stance
 * @property {string[]} holder
 * @property {string[]} world
 * @property {string[]} facet
 * @property {string[]} verdict
 * @property {string[]} actor
 * @property {number | null} from the first year
 * @property {number | null} to the last year
 * @property {number} strength at least
 * @property {string | null} focus an actor
 * @property {string | null} at what the panel tells: `eu~us`, `actor:us`, `statement:12`, `issue:turn`, `position:3` or
 *   `frame:yalta`
 * @property {string | null} para while a text unfolds: `view:paragraph`
 * @property {string | null} sort column and direction of the table
 * @property {string | null} order how the matrix puts its actors: `name` or `degree`; by camps if not said
 * @property {string | null} box what of the picture is seen: `x,y,width,height`
 * @property {string | null} lang
 * @property {string | null} theme
 */

/** Filters that are lists of values, in the order of the page. */
export const DIMENSIONS = /** @type {const} */ ([
  'view', 'sign', 'type', 'stance', 'holder', 'world', 'facet', 'verdict', 'actor',
]);

/** What is shown as what, in the order of the tabs. */
export const FORMS = ['graph', 'matrix', 'table', 'issues', 'words'];

/**
 * The forms that a page has: without answers there are no issues.
 * @param {import('./document.js').Model} model
 */
export function formsOf({ issues }) {
  return FORMS.filter((form) => form !== 'issues' || issues.size > 0);
}

/**
 * The form that is shown, and whether it tells of statements, of positions, or of both.
 * @param {{model: import('./document.js').Model, state: State}} shown
 */
export function formShown({ model, state }) {
  const form = formsOf(model).includes(state.form) ? state.form : 'graph';
  return { form, statements: form !== 'issues', positions: form === 'issues' || form === 'words' };
}

/**
 * What the page opens with.
 * @param {{views: number, hasMain: boolean}} shown
 * @returns {State}
 */
export function startState({ views, hasMain }) {
  /** @type {State} */
  const state = {
    form: 'graph',
    mode: views > 1 ? 'both' : '0',
    level: 'actor',
    main: hasMain,
    facts: true,
    view: [],
    sign: [],
    type: [],
    stance: [],
    holder: [],
    world: [],
    facet: [],
    verdict: [],
    actor: [],
    from: null,
    to: null,
    strength: 1,
    focus: null,
    at: null,
    para: null,
    sort: null,
    order: null,
    box: null,
    lang: null,
    theme: null,
  };
  return state;
}

/**
 * The address of a state: what differs from the start. Lists are joined by commas, each value escaped.
 * @param {State} state
 * @param {State} start
 */
export function toFragment(state, start) {
  const parts = [];
  for (const [key, value] of Object.entries(state)) {
    const usual = start[/** @type {keyof State} */ (key)];
    if (stateText(value) !== stateText(usual)) parts.push(`${key}=${stateText(value)}`);
  }
  return parts.join('&');
}

/**
 * The state at an address. What it does not say, or says wrongly, is as at the start.
 * @param {string} fragment
 * @param {State} start
 * @returns {State}
 */
export function fromFragment(fragment, start) {
  const state = { ...start };
  for (const part of fragment.replace(/^#/, '').split('&')) {
    const cut = part.indexOf('=');
    const key = /** @type {keyof State} */ (part.slice(0, Math.max(cut, 0)));
    if (cut > 0 && Object.hasOwn(start, key)) setFrom(state, start, key, part.slice(cut + 1));
  }
  return state;
}

/**
 * @param {State} state
 * @param {State} start
 * @param {keyof State} key
 * @param {string} text
 */
function setFrom(state, start, key, text) {
  const record = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (state));
  const usual = start[key];
  if (Array.isArray(usual)) record[key] = text === '' ? [] : text.split(',').map(unescaped);
  else if (typeof usual === 'boolean') record[key] = text === '1';
  else if (key === 'from' || key === 'to' || key === 'strength') {
    const number = Number.parseInt(text, 10);
    record[key] = Number.isSafeInteger(number) ? number : usual;
  } else record[key] = text === '' ? usual : unescaped(text);
}

/** @param {unknown} value */
function stateText(value) {
  if (Array.isArray(value)) return value.map((each) => encodeURIComponent(each)).join(',');
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value === null ? '' : encodeURIComponent(String(value));
}

/** @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

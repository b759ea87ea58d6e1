// The page as a whole: the data, the state, what follows from them; changes are told to whoever listens.

import { indexed } from './model/document.js';
import { selector } from './model/selection.js';
import { fromFragment, startState, toFragment } from './model/state.js';

/** @typedef {import('./model/document.js').Model} Model */
/** @typedef {import('./model/state.js').State} State */
/** @typedef {import('./model/selection.js').Selection} Selection */
/** @typedef {InstanceType<typeof App>} TheApp */

export class App {
  /** @param {import('./model/data.d.ts').Document} data */
  constructor(data) {
    this.model = indexed(data);
    this.start = startState({ views: data.views.length, hasMain: this.model.hasMain });
    this.state = fromFragment(location.hash, this.start);
    this.select = selector(this.model);
    this.selection = this.select(this.state);
    /** @type {((app: TheApp, before: State) => void)[]} */
    this.listeners = [];
    addEventListener('popstate', () => this.arrive());
    addEventListener('hashchange', () => this.arrive());
  }

  /**
   * Has `listen` called now and after every change, with the state before it.
   * @param {(app: TheApp, before: State) => void} listen
   */
  follow(listen) {
    this.listeners.push(listen);
    listen(this, this.state);
  }

  /**
   * Changes the state. A step that a person takes can be gone back from; what moves on and on (`passing`) cannot.
   * @param {Partial<State>} patch
   * @param {{passing?: boolean}} [how]
   */
  change(patch, { passing = false } = {}) {
    const before = this.state;
    this.state = { ...before, ...patch };
    const fragment = toFragment(this.state, this.start);
    if (fragment === toFragment(before, this.start)) return;
    history[passing ? 'replaceState' : 'pushState'](null, '', `#${fragment}`);
    this.tell(before);
  }

  /** Takes the state from the address. */
  arrive() {
    const before = this.state;
    this.state = fromFragment(location.hash, this.start);
    if (toFragment(before, this.start) !== toFragment(this.state, this.start)) this.tell(before);
  }

  /** @param {State} before */
  tell(before) {
    if (this.selects(before)) this.selection = this.select(this.state);
    for (const listen of this.listeners) listen(this, before);
  }

  /**
   * Whether the selection can have changed: most of the state narrows it, and what does not is listed here.
   * @param {State} before
   */
  selects(before) {
    const apart = ['form', 'focus', 'at', 'sort', 'order', 'box', 'lang', 'theme'];
    return Object.keys(before).some((key) => {
      const name = /** @type {keyof State} */ (key);
      return !apart.includes(name) && before[name] !== this.state[name];
    });
  }
}

// The graph: the pictures of the mode, what is left of them, what is pointed at, chosen and focused.

import { pictureOf, viewsShown } from '../model/selection.js';
import { DIMENSIONS } from '../model/state.js';
import { byId, fill, h, whenIdle } from '../view/dom.js';
import { labelMarks } from './aria_labels.js';
import { firstMark } from './arrow_keys.js';
import { Camera } from './camera.js';
import { areUnpacked, drawing, unpacked } from './drawings.js';
import { chosenParts, leftPart, neighbourhoodOf, unitedBox } from './geometry.js';
import { showLegend } from './legend.js';
import { Drawn } from './picture.js';
import { Pointing } from './pointing.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/data.d.ts').Picture} Picture */
/** @typedef {import('../model/state.js').State} State */

/** Pictures with more lines than these take too long to be made ready unasked. */
const FEW = 600;

/** @param {TheApp} app */
export function startGraph(app) {
  const graph = new Graph(app);
  app.follow((_, before) => graph.follow(before));
}

export class Graph {
  /** @param {TheApp} app */
  constructor(app) {
    this.app = app;
    this.stage = byId('stage');
    this.camera = new Camera(app, this.stage, () => this.free());
    this.camera.scaled = (scale) => {
      for (const drawn of this.shown) drawn.scaled(scale);
    };
    /** @type {SVGSVGElement | null} the picture that came with the page */
    this.first = this.stage.querySelector('svg.picture');
    /** What room there is for the legend. */
    this.width = byId('under').clientWidth;
    /** @type {{before: string | null, after: string | null} | null} how far the camera moved to show what is chosen */
    this.nudged = null;
    /** @type {Drawn[]} */
    this.shown = [];
    /** @type {Map<Picture, Drawn>} */
    this.known = new Map();
    this.pointing = new Pointing(this);
    this.lang = app.state.lang;
    this.listen();
    byId('under').open = !matchMedia('(max-width: 819px)').matches;
    unpacked().then(() => {
      this.legend();
      this.foresee();
    });
  }

  listen() {
    const { camera, stage } = this;
    byId('zoom-in').addEventListener('click', () => camera.in());
    byId('zoom-out').addEventListener('click', () => camera.out());
    byId('fit').addEventListener('click', () => this.fit());
    camera.whenAll = () => this.fit();
    byId('zoom-in').parentElement.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) =>
      camera.key(event),
    );
    new ResizeObserver(() => this.resized()).observe(stage);
    new ResizeObserver(([entry]) => {
      this.width = entry.contentRect.width;
      this.legend();
    }).observe(byId('under'));
  }

  /** @param {State} before */
  follow(before) {
    const { state } = this.app;
    if (state.form !== 'graph') return;
    if (state.lang !== this.lang) {
      this.lang = state.lang;
      for (const drawn of this.known.values()) labelMarks(drawn);
      this.pointing.tabStop(null);
      for (const drawn of this.shown) this.caption(drawn);
      this.legend();
    }
    const pictures = this.pictures();
    const same =
      pictures.length === this.shown.length && pictures.every((picture, i) => picture === this.shown[i].picture);
    const was = this.shown[0]?.picture;
    if (!same && !this.hang(pictures)) return;
    this.refresh();
    if (!same) this.look(was);
    const moved = state.at !== before.at || state.focus !== before.focus;
    if (moved && state.at === null && state.focus === before.focus) this.withdraw();
    else if (moved) this.reveal(state.focus !== before.focus);
    else if (same) this.camera.arrive(state.box);
  }

  /** The pictures of the mode. */
  pictures() {
    const { model, state } = this.app;
    const one = Number.parseInt(state.mode, 10);
    const views = viewsShown(model, state);
    const apart = state.mode === 'side' && views.length > 0;
    /** @type {(number | null)[]} */
    const wanted = one >= 0 && one < model.views.length ? [one] : apart ? views : [model.views.length > 1 ? null : 0];
    return wanted.flatMap((view) => pictureOf(model, state, view) ?? []);
  }

  /**
   * Puts pictures on the stage; if they must be unpacked first, this is done again when they are.
   * @param {Picture[]} pictures
   */
  hang(pictures) {
    if (!pictures.every((picture) => this.known.has(picture) || this.adopt(picture)) && !areUnpacked()) {
      unpacked().then(() => this.follow(this.app.state));
      return false;
    }
    this.pointing.light(null);
    const before = this.shown.map((drawn) => this.figure(drawn));
    this.shown = pictures.map((picture) => this.drawn(picture));
    this.stage.classList.toggle('apart', pictures.length > 1);
    this.stage.style.setProperty('--panes', String(Math.min(3, pictures.length)));
    this.park(
      before,
      this.shown.map((drawn) => this.figure(drawn)),
    );
    return true;
  }

  /**
   * Figures come; those that go stay where they are, unseen, until others go: back again, they are as they were.
   * @param {Element[]} going
   * @param {Element[]} coming
   */
  park(going, coming) {
    const staying = new Set([...coming, ...going]);
    for (const figure of [...this.stage.children]) if (!staying.has(figure)) figure.remove();
    for (const figure of going) figure.className = 'parked';
    let last = null;
    for (const figure of coming) {
      figure.className = 'shown';
      const follows = last === null || (last.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
      if (figure.parentElement !== this.stage || !follows) this.stage.append(figure);
      last = figure;
    }
  }

  /**
   * The camera looks at pictures that came: as at those before, or, if they are of another size, at the whole.
   * @param {Picture | undefined} was
   */
  look(was) {
    const first = this.shown[0]?.picture;
    if (!first) return;
    const { state } = this.app;
    const resized = was && (was.level !== first.level || was.keeps !== first.keeps);
    const kept = resized && state.box === this.camera.text() ? null : state.box;
    this.camera.show(
      this.shown.map(({ svg }) => svg),
      first,
      kept,
    );
    if (kept !== state.box) this.app.change({ box: null }, { passing: true });
    const fresh = kept === null && (resized || !was);
    if (fresh && this.isFiltered()) requestAnimationFrame(() => this.fit());
    else if (!was && kept === null && (state.at ?? state.focus) !== null) this.reveal(state.focus !== null);
    this.legend();
    whenIdle(() => this.foresee());
  }

  /** The pictures of the other modes are made ready, one at a time, while nothing else is to do. */
  foresee() {
    const shown = this.shown[0]?.picture;
    if (!shown || !areUnpacked()) return;
    const next = this.app.model.document.pictures.find((picture) => {
      const like = picture.level === shown.level && picture.keeps === shown.keeps;
      return like && picture.ties.length <= FEW && !this.known.has(picture);
    });
    if (!next) return;
    this.drawn(next);
    whenIdle(() => this.foresee());
  }

  /**
   * The picture that came with the page is taken as it is.
   * @param {Picture} picture
   */
  adopt(picture) {
    const svg = this.first;
    const { model, start } = this.app;
    const first = pictureOf(model, start, model.views.length > 1 ? null : 0);
    if (picture !== first || !svg) return false;
    this.known.set(picture, new Drawn(this.app, picture, svg));
    return true;
  }

  /** @param {Picture} picture */
  drawn(picture) {
    const known = this.known.get(picture);
    if (known) return known;
    const svg = drawing(picture.drawing);
    if (!svg) throw new Error(`drawing ${picture.drawing} is missing`);
    const drawn = new Drawn(this.app, picture, svg);
    this.known.set(picture, drawn);
    return drawn;
  }

  /** @param {Drawn} drawn */
  figure(drawn) {
    const there = drawn.svg.closest('figure');
    const figure = there ?? h('figure', {}, drawn.svg, h('figcaption'));
    this.caption(drawn, figure);
    return figure;
  }

  /** @param {Drawn} drawn */
  caption(drawn, figure = drawn.svg.closest('figure')) {
    const caption = figure?.querySelector('figcaption');
    const { views } = this.app.model;
    const view = drawn.picture.view === undefined ? null : views[drawn.picture.view];
    if (!caption) return;
    if (view) fill(caption, views.length > 1 && h('span', { class: 'letter' }, view.letter), view.name);
    else fill(caption, h('span', { class: 'unseen' }, drawn.svg.getAttribute('aria-label')));
  }

  /** What is left, faded, chosen. */
  refresh() {
    const { state, selection } = this.app;
    const [apart, filtered] = [this.shown.length > 1, this.isFiltered()];
    const ghosts = (/** @type {string} */ id) => (apart ? selection.actors.has(id) : !filtered && state.para === null);
    let lines = 0;
    for (const drawn of this.shown) {
      lines += drawn.refresh(state.mode === 'only', ghosts);
      drawn.fade(state.focus);
      drawn.choose(state.at);
      drawn.scaled();
    }
    byId('nothing').hidden = lines > 0;
    this.pointing.tabStop(
      firstMark(
        this.shown.find((drawn) => drawn.lines.some((line) => !line.gone)),
        this.pointing.stop,
      ),
    );
  }

  /** Whether lines are hidden that the picture has. */
  isFiltered() {
    const { state } = this.app;
    const lists = DIMENSIONS.some((dimension) => dimension !== 'view' && state[dimension].length > 0);
    return lists || state.from !== null || state.to !== null || state.strength > 1;
  }

  /** Shows all that is left: the whole picture, or as much of it as the filters leave. */
  fit() {
    const left = this.isFiltered() ? this.shown.map(leftPart).filter((part) => part !== null) : [];
    if (left.length === 0) this.camera.fit();
    else this.camera.frame(unitedBox(left), 1);
  }

  /**
   * What is chosen or focused is brought into sight, once the panel stands; a neighbourhood so that it can be read.
   * @param {boolean} focused whether the focus is new
   */
  reveal(focused) {
    const { at, focus } = this.app.state;
    const chosen = at ?? `actor:${focus}`;
    const before = this.camera.text();
    requestAnimationFrame(() => {
      const drawn = this.shown.find((each) => chosenParts(each, chosen).length > 0);
      if (!drawn) return;
      const around = focused && focus !== null && drawn.small && neighbourhoodOf(drawn, focus);
      if (around) this.camera.frame(around, 1);
      else this.camera.reveal(chosenParts(drawn, chosen));
      const after = this.camera.text();
      if (this.nudged?.after !== before) this.nudged = { before, after };
      else this.nudged.after = after;
    });
  }

  /** Goes back to where the camera stood before the evidence covered what was chosen, unless it was moved since. */
  withdraw() {
    if (this.nudged && this.nudged.after === this.camera.text()) this.camera.arrive(this.nudged.before, true);
    this.nudged = null;
  }

  /** The first picture's place without what the evidence covers. */
  free() {
    const place = (this.shown[0]?.svg ?? this.stage).getBoundingClientRect();
    const panel = byId('panel');
    const line = byId('status').parentElement.getBoundingClientRect();
    const top = Math.min(Math.max(place.top, line.bottom), place.bottom - 80);
    if (panel.hidden) return new DOMRect(place.left, top, place.width, place.bottom - top);
    const over = panel.getBoundingClientRect();
    const beside = over.left > place.left + 80;
    const right = beside ? Math.min(place.right, over.left) : place.right;
    const bottom = beside ? place.bottom : Math.max(place.top + 80, Math.min(place.bottom, over.top));
    return new DOMRect(place.left, top, right - place.left, Math.max(80, bottom - top));
  }

  resized() {
    this.pointing.light(null);
    this.camera.scaled(this.camera.scale());
  }

  legend() {
    const pictures = this.shown.map(({ picture }) => picture);
    if (pictures.length > 0 && this.width > 0 && areUnpacked()) showLegend(this.app.model, pictures, this.width);
  }
}

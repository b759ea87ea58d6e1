// What part of the pictures is seen: one box for all of them, moved by wheel, drag, pinch, buttons and keys.

import { Gestures } from './gestures.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/** Pixels a letter of the drawing can be magnified to, and how far out one can go beyond the whole. */
const CLOSEST = 4;
const FARTHEST = 2;
const STEP = 1.4;
const DURATION = 180;
const SETTLED = 200;
/** What is brought into sight keeps this far from the edge, where there is room. */
const AIR = 16;

export class Camera {
  /**
   * @param {TheApp} app
   * @param {HTMLElement} stage
   * @param {() => DOMRect} seen what nothing covers of the first picture's place, in the window's pixels
   */
  constructor(app, stage, seen) {
    this.app = app;
    this.stage = stage;
    this.seen = seen;
    /** @type {SVGSVGElement[]} */
    this.pictures = [];
    /** @type {Box} */
    this.whole = { x: 0, y: 0, width: 1, height: 1 };
    /** @type {Box} */
    this.box = this.whole;
    /** @type {Box} */
    this.goal = this.whole;
    this.turning = 0;
    this.writing = 0;
    /** @type {(scale: number) => void} */
    this.scaled = () => {};
    this.whenAll = () => this.fit();
    stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    new Gestures(this);
  }

  /**
   * Other pictures come; of another size, they are seen whole.
   * @param {SVGSVGElement[]} pictures
   * @param {{width: number, height: number}} size
   * @param {string | null} box what the state says
   */
  show(pictures, size, box) {
    this.pictures = pictures;
    this.whole = { x: 0, y: 0, width: size.width, height: size.height };
    this.goal = boxFrom(box) ?? this.whole;
    cancelAnimationFrame(this.turning);
    // A picture that was parked is so until the page is laid out, and is not to be measured before.
    this.stage.getBoundingClientRect();
    this.apply(this.goal);
  }

  /**
   * Goes where the state says, if it is not what was written there; or where the state is then told to be.
   * @param {string | null} text
   * @param {boolean} [told]
   */
  arrive(text, told = false) {
    if (text === this.text() || this.writing !== 0) return;
    this.go(boxFrom(text) ?? this.whole, { written: !told });
  }

  /** The box as the state has it: nothing for the whole. */
  text() {
    const { x, y, width, height } = this.goal;
    const same = x === 0 && y === 0 && width === this.whole.width && height === this.whole.height;
    return same ? null : [x, y, width, height].map((number) => Math.round(number * 10) / 10).join(',');
  }

  /** Pixels of the screen for one of the picture. */
  scale(box = this.box) {
    const place = this.pictures[0]?.getBoundingClientRect();
    if (!place || place.width === 0) return 1;
    return Math.min(place.width / box.width, place.height / box.height);
  }

  /**
   * Goes to a box: at once, or so that the eye can follow.
   * @param {Box} box
   * @param {{smooth?: boolean, written?: boolean, settle?: boolean}} [how]
   */
  go(box, { smooth = true, written = false, settle = false } = {}) {
    this.goal = box;
    cancelAnimationFrame(this.turning);
    if (smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches)
      this.turn({ ...this.box }, performance.now());
    else this.apply(box);
    clearTimeout(this.writing);
    this.writing = 0;
    if (written) return;
    if (settle) this.writing = window.setTimeout(() => this.write(), SETTLED);
    else this.write();
  }

  write() {
    this.writing = 0;
    this.app.change({ box: this.text() }, { passing: true });
  }

  /**
   * @param {Box} from
   * @param {number} start
   */
  turn(from, start) {
    this.turning = requestAnimationFrame((now) => {
      const part = Math.min(1, Math.max(0, now - start) / DURATION);
      const eased = 1 - (1 - part) ** 3;
      const between = (/** @type {keyof Box} */ key) => from[key] + (this.goal[key] - from[key]) * eased;
      this.apply({ x: between('x'), y: between('y'), width: between('width'), height: between('height') });
      if (part < 1) this.turn(from, start);
    });
  }

  /** @param {Box} box */
  apply(box) {
    this.box = box;
    const text = `${box.x} ${box.y} ${box.width} ${box.height}`;
    for (const picture of this.pictures)
      if (picture.getAttribute('viewBox') !== text) picture.setAttribute('viewBox', text);
    this.scaled(this.scale(box));
  }

  /** Shows all, in what nothing covers. */
  fit() {
    const place = this.pictures[0]?.getBoundingClientRect();
    if (!place || this.seen().width >= place.width - 1) this.go(this.whole);
    else this.frame(this.whole);
  }

  /**
   * Shows a part as large as it can be in what nothing covers.
   * @param {Box} part
   * @param {number} [most] the scale that is large enough
   */
  frame(part, most = CLOSEST) {
    const free = this.seen();
    this.go(this.boxAt(Math.min(free.width / part.width, free.height / part.height, most), part, free));
  }

  /**
   * The box that has the middle of a part of the picture in the middle of what is free.
   * @param {number} scale
   * @param {Box} part
   * @param {DOMRect} free
   * @returns {Box}
   */
  boxAt(scale, part, free) {
    const place = this.pictures[0].getBoundingClientRect();
    const [width, height] = [place.width / scale, place.height / scale];
    const [left, top] = [(free.x + free.width / 2 - place.x) / scale, (free.y + free.height / 2 - place.y) / scale];
    return { x: part.x + part.width / 2 - left, y: part.y + part.height / 2 - top, width, height };
  }

  /**
   * Moves no more than needed for a part of the picture to be seen: the first of some that there is room for.
   * @param {Box[]} parts
   */
  reveal(parts) {
    if (this.pictures.length === 0) return;
    const scale = this.scale(this.goal);
    const free = this.seen();
    const fits = (/** @type {Box} */ { width, height }) => width * scale < free.width && height * scale < free.height;
    const part = parts.find(fits) ?? parts.at(-1);
    if (!part) return;
    const [left, top] = this.screen(part.x, part.y, this.goal);
    const across = nudge(left, left + part.width * scale, free.left, free.right);
    const down = nudge(top, top + part.height * scale, free.top, free.bottom);
    if (across !== 0 || down !== 0) this.pan(across, down);
  }

  /**
   * A point of the picture in the window.
   * @param {number} x
   * @param {number} y
   * @returns {[number, number]}
   */
  screen(x, y, box = this.box) {
    const place = this.pictures[0].getBoundingClientRect();
    const scale = this.scale(box);
    const left = place.x + (place.width - box.width * scale) / 2;
    const top = place.y + (place.height - box.height * scale) / 2;
    return [left + (x - box.x) * scale, top + (y - box.y) * scale];
  }

  /**
   * Zooms about a point of the window, by default the middle of what is free.
   * @param {number} factor
   * @param {{at?: {x: number, y: number}, smooth?: boolean, settle?: boolean}} [how]
   */
  zoom(factor, { at, smooth = true, settle = false } = {}) {
    const picture = this.pictureAt(at);
    if (!picture) return;
    const free = this.seen();
    const { x, y } = at ?? { x: free.x + free.width / 2, y: free.y + free.height / 2 };
    const scale = this.scale(this.goal);
    const out = this.scale(this.whole) / FARTHEST;
    const wanted = Math.min(Math.max(scale * factor, Math.min(out, scale)), Math.max(CLOSEST, scale));
    const place = picture.getBoundingClientRect();
    const [across, down] = [x - place.x - place.width / 2, y - place.y - place.height / 2];
    const middle = { x: this.goal.x + this.goal.width / 2, y: this.goal.y + this.goal.height / 2 };
    const shift = 1 / scale - 1 / wanted;
    const ratio = scale / wanted;
    const [width, height] = [this.goal.width * ratio, this.goal.height * ratio];
    const box = { x: middle.x + across * shift - width / 2, y: middle.y + down * shift - height / 2, width, height };
    this.go(box, { smooth, settle });
  }

  /** @param {{x: number, y: number} | undefined} at */
  pictureAt(at) {
    if (!at) return this.pictures[0];
    const inside = (/** @type {DOMRect} */ r) => at.x >= r.left && at.x <= r.right && at.y >= r.top && at.y <= r.bottom;
    return this.pictures.find((picture) => inside(picture.getBoundingClientRect())) ?? this.pictures[0];
  }

  /**
   * @param {number} across pixels of the screen
   * @param {number} down
   * @param {{smooth?: boolean, settle?: boolean}} [how]
   */
  pan(across, down, how) {
    const scale = this.scale(this.goal);
    this.go({ ...this.goal, x: this.goal.x - across / scale, y: this.goal.y - down / scale }, how);
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    const turned = Math.max(-240, Math.min(240, event.deltaY * lines * (event.ctrlKey ? 6 : 1)));
    this.zoom(Math.exp(-turned * 0.0016), { at: { x: event.clientX, y: event.clientY }, smooth: false, settle: true });
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key was one of the camera's
   */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === '+' || event.key === '=') this.zoom(STEP);
    else if (event.key === '-' || event.key === '_') this.zoom(1 / STEP);
    else if (event.key === '0') this.whenAll();
    else if (event.key === 'ArrowLeft') this.pan(80, 0);
    else if (event.key === 'ArrowRight') this.pan(-80, 0);
    else if (event.key === 'ArrowUp') this.pan(0, 80);
    else if (event.key === 'ArrowDown') this.pan(0, -80);
    else return false;
    event.preventDefault();
    return true;
  }

  in() {
    this.zoom(STEP);
  }

  out() {
    this.zoom(1 / STEP);
  }
}

/**
 * By how much a span must move to lie within another, with some air.
 * @param {number} from
 * @param {number} to
 * @param {number} least
 * @param {number} most
 */
function nudge(from, to, least, most) {
  if (from >= least && to <= most) return 0;
  return from < least
    ? Math.min(least + AIR - from, Math.max(0, most - to)) || least - from
    : Math.max(most - AIR - to, Math.min(0, least - from)) || most - to;
}

/**
 * @param {string | null} text
 * @returns {Box | null}
 */
function boxFrom(text) {
  const numbers = (text ?? '').split(',').map(Number);
  const [x, y, width, height] = numbers;
  const fine = numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0;
  return fine ? { x, y, width, height } : null;
}

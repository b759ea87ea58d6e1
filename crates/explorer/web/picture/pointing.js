// What a person points at in the pictures, by mouse, finger or keyboard: lit, told, opened, focused.

import { nextMark } from './arrow_keys.js';
import { boxOfLine, boxOfPlace } from './geometry.js';
import { nearestLine } from './hit_test.js';
import { glow } from './picture.js';
import { Tooltip } from './tooltip.js';

/** @typedef {import('./picture.js').Line} Line */
/** @typedef {import('./picture.js').Spot} Spot */

/** So near to a line the mouse points at it, and a finger, in pixels of the screen. */
const NEAR = 6;
const NEAR_FINGER = 14;

export class Pointing {
  /** @param {import('./graph.js').Graph} graph */
  constructor(graph) {
    this.graph = graph;
    this.app = graph.app;
    this.stage = graph.stage;
    this.hint = new Tooltip(graph.app);
    /** @type {Line | Spot | null} the one mark that the tabulator stops at */
    this.stop = null;
    /** @type {Line | Spot | null} */
    this.lit = null;
    this.listen();
  }

  listen() {
    const { stage } = this;
    stage.addEventListener('click', (/** @type {MouseEvent} */ event) => this.open(this.markAt(event)));
    stage.addEventListener('dblclick', (/** @type {MouseEvent} */ event) => this.focus(this.markAt(event)));
    stage.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.key(event));
    stage.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => this.point(event));
    stage.addEventListener('pointerleave', () => this.light(null));
    stage.addEventListener('focusin', (/** @type {FocusEvent} */ event) => this.hold(event.target));
    stage.addEventListener('focusout', () => this.hold(null));
  }

  /**
   * @param {EventTarget | null} target
   * @returns {Line | Spot | null}
   */
  markOf(target) {
    const element = target instanceof Element ? target.closest('[data-id]') : null;
    const picture = element?.closest('svg.picture');
    const drawn = this.graph.shown.find(({ svg }) => svg === picture);
    const mark = element && drawn?.marks.get(element);
    if (mark?.kind === 'tie' || (mark?.kind === 'actor' && !mark.ghost)) return mark;
    if (mark?.kind === 'badge')
      return drawn?.lines.find((line) => !line.gone && line.element && badgeIsOf(mark.of, line)) ?? null;
    return null;
  }

  /**
   * What stands at a point, else the line that passes near it.
   * @param {MouseEvent} event
   * @returns {Line | Spot | null}
   */
  markAt(event) {
    const mark = this.markOf(event.target);
    const figure = event.target instanceof Element ? event.target.closest('figure') : null;
    const drawn = this.graph.shown.find(({ svg }) => figure?.contains(svg));
    const placed = drawn?.ties?.getScreenCTM();
    if (mark || !drawn || !placed) return mark;
    const finger = event instanceof PointerEvent && event.pointerType === 'touch';
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(placed.inverse());
    return nearestLine(drawn, at, (finger ? NEAR_FINGER : NEAR) / placed.a);
  }

  /** @param {Line | Spot | null} mark */
  open(mark) {
    if (!mark) return;
    this.tabStop(mark);
    this.app.change({ at: mark.kind === 'actor' ? `actor:${mark.id}` : mark.key });
  }

  /** @param {Line | Spot | null} mark */
  focus(mark) {
    if (mark?.kind === 'actor') this.app.change({ focus: this.app.state.focus === mark.id ? null : mark.id });
  }

  /** @param {PointerEvent} event */
  point(event) {
    if (event.pointerType === 'touch') return;
    const mark = this.stage.classList.contains('held') ? null : this.markAt(event);
    if (mark && mark === this.lit) return this.hint.move(event);
    if (mark === this.lit) return;
    this.light(mark);
    if (mark) this.hint.show(mark, event);
  }

  /** @param {Line | Spot | null} mark */
  light(mark) {
    if (mark?.kind === 'tie') glow(mark);
    for (const [each, on] of /** @type {[Line | Spot | null, boolean][]} */ ([
      [this.lit, false],
      [mark, true],
    ])) {
      if (each?.kind !== 'tie') continue;
      each.element?.classList.toggle('lit', on);
      each.label?.classList.toggle('lit', on);
    }
    this.lit = mark;
    this.stage.classList.toggle('points', mark !== null);
    if (!mark) this.hint.hide();
  }

  /** @param {Line | Spot | null} mark */
  tabStop(mark) {
    if (mark === this.stop && mark?.element?.tabIndex === 0) return;
    this.stop?.element?.setAttribute('tabindex', '-1');
    this.stop = mark;
    mark?.element?.setAttribute('tabindex', '0');
  }

  /**
   * The mark that has the keyboard gets a ring and its words.
   * @param {EventTarget | null} target
   */
  hold(target) {
    const mark = target instanceof Element && target.matches(':focus-visible') ? this.markOf(target) : null;
    for (const drawn of this.graph.shown)
      drawn.around(drawn.held, mark && drawn.svg.contains(mark.element) ? mark : null);
    if (!mark?.element) return this.light(null);
    this.light(mark);
    const place = (mark.kind === 'tie' ? (mark.label ?? mark.element) : mark.element).getBoundingClientRect();
    this.hint.show(mark, { x: place.left + place.width / 2, y: place.bottom - 8 });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = this.markOf(event.target);
    if (event.key === 'Escape') return this.back(event);
    if (mark && !event.shiftKey && event.key.startsWith('Arrow')) {
      event.preventDefault();
      const drawn = this.graph.shown.find(({ svg }) => svg.contains(mark.element));
      const next = drawn && nextMark(drawn, mark, event.key);
      if (next) this.walk(next);
    } else if (mark && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.open(mark);
    } else if (mark && event.key === 'f') this.focus(mark);
    else this.graph.camera.key(event);
  }

  /** @param {Line | Spot} mark */
  walk(mark) {
    this.tabStop(mark);
    const part = mark.kind === 'actor' ? boxOfPlace(mark.place) : boxOfLine(mark);
    if (part) this.graph.camera.reveal([part]);
    mark.element?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  back(event) {
    const { state } = this.app;
    if (event.defaultPrevented || state.at !== null || state.focus === null) return;
    event.preventDefault();
    this.app.change({ focus: null });
  }
}

/**
 * @param {string[]} ends
 * @param {Line} line
 */
function badgeIsOf(ends, { tie }) {
  return ends.includes(tie.from) && ends.includes(tie.to);
}

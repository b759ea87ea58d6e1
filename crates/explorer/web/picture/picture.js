// One picture in the page: its lines and actors with what they stand for; what is left out is hidden, not redrawn.

import { pairKey } from '../model/document.js';
import { isLeft } from '../model/selection.js';
import { labelMarks } from './aria_labels.js';
import { boxOfLine, boxOfPlace, linesAt } from './geometry.js';
import { makeRoom } from './labels.js';
import { cutLines } from './line_ends.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('../model/data.d.ts').Picture} Picture */
/** @typedef {import('../model/data.d.ts').Placed} Placed */
/** @typedef {import('../model/data.d.ts').Tie} Tie */
/** @typedef {{element: SVGElement | null, label: SVGElement | null, gone: boolean}} LineParts */
/** @typedef {{kind: 'tie', tie: Tie, key: string} & LineParts} Line */
/** @typedef {{element: SVGElement, ghost: boolean, gone: boolean, lines: number, grow: number, most: number}} SpotParts */
/** @typedef {{kind: 'actor', id: string, place: Placed} & SpotParts} Spot */
/** @typedef {{kind: 'badge', of: string[], element: SVGElement, gone: boolean}} Extra */
/** @typedef {Line | Spot | Extra} Mark */

const SVG = 'http://www.w3.org/2000/svg';
/** Letters below this height on the screen are not read; the drawing's labels are as high as LETTER. */
const READABLE = 6;
const LETTER = 11.5;
/** Names are as high as NAME; they are kept at NAMED pixels as long as their boxes need not grow beyond GROWN. */
const NAME = 13.5;
const NAMED = 8.5;
const GROWN = 2;
/** Some room is left between actors that have grown. */
const APART = 0.95;
/** Labels are kept at LABELLED pixels where there are at most FEW_LABELS of them. */
const LABELLED = 8;
const FEW_LABELS = 40;
/** Where more lines than these are seen from afar, what stands on them is no more than dust, and costs half of all. */
const MANY_LABELS = 600;

/**
 * The actor of an id in a drawing, where what is no letter, digit or hyphen stands as `.hex.`.
 * @param {string} written
 */
function actorOf(written) {
  return written.replace(/\.([0-9a-f]+)\./g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** An actor that is new: by how much it has grown, and by how much it can before it meets another. */
const NEW_SPOT = { gone: false, lines: 0, grow: 1, most: GROWN };

export class Drawn {
  /**
   * @param {TheApp} app
   * @param {Picture} picture
   * @param {SVGSVGElement} svg
   */
  constructor(app, picture, svg) {
    this.app = app;
    this.picture = picture;
    this.svg = svg;
    const group = (/** @type {string} */ name) =>
      /** @type {SVGGElement | null} */ (svg.querySelector(`.${name}`));
    this.ties = group('ties');
    this.labels = group('labels');
    this.actors = group('actors');
    /** @type {Line[]} */
    this.lines = picture.ties.map((tie) => {
      return { kind: 'tie', tie, key: pairKey(tie.from, tie.to), element: null, label: null, gone: false };
    });
    /** @type {Map<string, Spot>} */
    this.spots = new Map();
    /** @type {Extra[]} */
    this.extras = [];
    /** @type {WeakMap<Element, Mark>} */
    this.marks = new WeakMap();
    const places = new Map(picture.actors.map((place) => [place.id, place]));
    for (const element of svg.querySelectorAll('[data-id]')) this.adopt(/** @type {SVGElement} */ (element), places);
    for (const { tie } of this.lines) for (const id of new Set([tie.from, tie.to])) this.countLine(id);
    limitGrowth([...this.spots.values()]);
    // Grown, an actor stands over labels that come too near to it.
    if (this.actors) this.labels?.after(this.actors);
    this.chosen = this.ring('chosen');
    this.held = this.ring('held');
    /** @type {(SVGElement | null)[]} what is chosen */
    this.marked = [];
    this.isFaded = false;
    this.small = false;
    this.grow = 1;
    this.scale = 1;
    /** What the labels were last given room for. */
    this.roomFor = '';
    /** @type {SVGElement[]} the labels that have it */
    this.roomy = [];
    /** How many lines there are to be told: what is left, or what is near the focus. */
    this.told = this.lines.length;
    labelMarks(this);
  }

  /** @param {string} id */
  countLine(id) {
    const spot = this.spots.get(id);
    if (spot) spot.lines += 1;
  }

  /**
   * @param {SVGElement} element
   * @param {Map<string, Placed>} places
   */
  adopt(element, places) {
    const id = element.getAttribute('data-id') ?? '';
    const kind = id.slice(0, id.indexOf('-'));
    const rest = id.slice(kind.length + 1);
    element.querySelector('title')?.remove();
    if (kind === 'tie' || kind === 'label') this.adoptLine(element, kind, this.lines[Number(rest) - 1]);
    else if (kind === 'actor' || kind === 'ghost') {
      const actor = actorOf(rest);
      const place = places.get(actor);
      if (!place) return;
      element.setAttribute('data-actor', actor);
      /** @type {Spot} */
      const spot = { kind: 'actor', id: actor, place, element, ghost: kind === 'ghost', ...NEW_SPOT };
      this.spots.set(actor, spot);
      this.marks.set(element, spot);
    } else if (kind === 'badge') {
      /** @type {Extra} */
      const extra = { kind, of: rest.split('--').map(actorOf), element, gone: false };
      this.extras.push(extra);
      this.marks.set(element, extra);
    }
  }

  /**
   * @param {SVGElement} element
   * @param {'tie' | 'label'} kind
   * @param {Line | undefined} line
   */
  adoptLine(element, kind, line) {
    if (!line) return;
    this.marks.set(element, line);
    if (kind === 'label') line.label = element;
    else line.element = element;
  }

  /**
   * Shows what the selection leaves; tells how many lines there are.
   * @param {boolean} alike whether lines that all views hold are left out
   * @param {(id: string) => boolean} ghosts which empty places are shown
   */
  refresh(alike, ghosts) {
    const { selection, model } = this.app;
    const actors = new Set();
    const pairs = new Set();
    let shown = 0;
    for (const line of this.lines) {
      const { tie, key } = line;
      const gone = !isLeft(selection, key, tie.statements) || (alike && tie.views.length === model.views.length);
      if (gone !== line.gone) hideMark(line, gone, [line.element, line.label]);
      if (gone) continue;
      shown += 1;
      pairs.add(key);
      actors.add(tie.from).add(tie.to);
    }
    for (const spot of this.spots.values()) {
      const here = spot.ghost ? ghosts(spot.id) : spot.lines > 0 ? actors.has(spot.id) : selection.actors.has(spot.id);
      if (here) actors.add(spot.id);
      if (here === spot.gone) hideMark(spot, !here, [spot.element]);
    }
    for (const extra of this.extras) {
      const pair =
        extra.kind === 'badge' ? pairs.has(pairKey(extra.of[0], extra.of[1])) : extra.of.some((id) => actors.has(id));
      if (pair === extra.gone) hideMark(extra, !pair, [extra.element]);
    }
    this.told = shown;
    return shown;
  }

  /**
   * What is not near the actor is faded.
   * @param {string | null} focus
   */
  fade(focus) {
    if (focus !== null && this.spots.has(focus)) this.fadeAround(focus);
    else if (this.isFaded) for (const element of this.elements()) setClass(element, false, 'far', 'near');
    this.isFaded = focus !== null && this.spots.has(focus);
  }

  /** @param {string} focus */
  fadeAround(focus) {
    const near = new Set([focus]);
    this.told = 0;
    for (const { tie, gone, element, label } of this.lines) {
      const touches = tie.from === focus || tie.to === focus;
      if (touches && !gone) {
        near.add(tie.from).add(tie.to);
        this.told += 1;
      }
      for (const each of [element, label]) {
        setClass(each, !touches, 'far');
        setClass(each, touches, 'near');
      }
    }
    for (const { element, id } of this.spots.values()) setClass(element, !near.has(id), 'far');
    for (const { element, of, kind } of this.extras) {
      const touches = kind === 'badge' ? of.includes(focus) : of.some((id) => near.has(id));
      setClass(element, !touches, 'far');
    }
  }

  /** All that can be faded. */
  elements() {
    const lines = this.lines.flatMap(({ element, label }) => [element, label]);
    return [...lines, ...[...this.spots.values(), ...this.extras].map(({ element }) => element)];
  }

  /**
   * Marks what the panel tells of: a pair, an actor, the lines of a statement.
   * @param {string | null} at
   */
  choose(at) {
    for (const element of this.marked) setClass(element, false, 'at');
    this.marked = [];
    const spot = (at?.startsWith('actor:') && this.spots.get(at.slice(6))) || null;
    this.around(this.chosen, spot);
    const lines = spot || at === null ? [] : linesAt(this, at);
    for (const line of lines) glow(line);
    this.marked = spot ? [spot.element] : lines.flatMap(({ element, label }) => [element, label]);
    for (const element of this.marked) setClass(element, true, 'at');
  }

  /**
   * Actors grow, so that names can be read for longer, and so do labels where they are few and have room; the others
   * give way where they would be too small.
   * @param {number} scale
   */
  scaled(scale = this.scale) {
    this.scale = scale;
    const words = this.told <= FEW_LABELS ? grown(LABELLED, LETTER * scale) : 1;
    this.labels?.style.setProperty('--grow', String(words));
    this.growActors(grown(NAMED, NAME * scale));
    this.small = scale * LETTER < READABLE;
    makeRoom(this, words);
    const bare = this.small && this.told > MANY_LABELS;
    setClass(this.svg, this.small, 'small');
    setClass(this.svg, bare, 'bare');
    if (!bare) cutLines(this);
  }

  /** @param {number} wanted */
  growActors(wanted) {
    if (this.grow === wanted) return;
    this.grow = wanted;
    for (const spot of this.spots.values()) {
      const grow = Math.min(wanted, spot.most);
      if (grow !== spot.grow) spot.element.style.setProperty('--grow', String(grow));
      spot.grow = grow;
    }
  }

  /** @param {string} kind */
  ring(kind) {
    const ring = document.createElementNS(SVG, 'rect');
    for (const [name, value] of [
      ['class', `ring ${kind}`],
      ['fill', 'none'],
      ['rx', '8'],
      ['hidden', ''],
    ])
      ring.setAttribute(name, value);
    this.svg.append(ring);
    return ring;
  }

  /**
   * @param {SVGRectElement} ring
   * @param {Line | Spot | null} mark
   */
  around(ring, mark) {
    const box = mark && (mark.kind === 'actor' ? boxOfPlace(mark.place) : boxOfLine(mark));
    ring.toggleAttribute('hidden', !box);
    if (!box) return;
    const more = mark.kind === 'actor' ? mark.grow - 1 : 0;
    const [across, down] = [5 + (box.width * more) / 2, 5 + (box.height * more) / 2];
    const wide = { x: box.x - across, y: box.y - down, width: box.width + 2 * across, height: box.height + 2 * down };
    for (const [name, value] of Object.entries(wide)) ring.setAttribute(name, String(value));
  }
}

/**
 * Actors grow until they meet.
 * @param {Spot[]} spots
 */
function limitGrowth(spots) {
  spots.forEach((one, index) => {
    for (const other of spots.slice(index + 1)) {
      const [a, b] = [one.place, other.place];
      const across = (2 * Math.abs(a.x - b.x)) / (a.width + b.width);
      const down = (2 * Math.abs(a.y - b.y)) / (a.height + b.height);
      const most = Math.max(1, Math.max(across, down) * APART);
      one.most = Math.min(one.most, most);
      other.most = Math.min(other.most, most);
    }
  });
}

/**
 * A line that is pointed at or chosen has a broad one beneath it.
 * @param {Line} line
 */
export function glow({ element }) {
  const path = element?.querySelector('path');
  if (!path || path.classList.contains('glow')) return;
  const broad = document.createElementNS(SVG, 'path');
  broad.setAttribute('class', 'glow');
  broad.setAttribute('d', path.getAttribute('d') ?? '');
  element?.prepend(broad);
}

/**
 * By how much a thing grows to be as high on the screen as is wanted, in steps.
 * @param {number} wanted
 * @param {number} high
 */
function grown(wanted, high) {
  return Math.round(Math.min(GROWN, Math.max(1, wanted / high)) * 10) / 10;
}

/**
 * @param {Mark} mark
 * @param {boolean} gone
 * @param {(SVGElement | null)[]} elements
 */
function hideMark(mark, gone, elements) {
  mark.gone = gone;
  for (const element of elements) element?.toggleAttribute('hidden', gone);
}

/**
 * Sets classes or takes them away; what is as it should be is not touched, which would cost its style.
 * @param {SVGElement | null} element
 * @param {boolean} has
 * @param {...string} names
 */
function setClass(element, has, ...names) {
  for (const name of names)
    if (element && element.classList.contains(name) !== has) element.classList.toggle(name, has);
}

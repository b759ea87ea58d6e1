// What is pointed at, in words beside the pointer.

import { t } from '../i18n/texts.js';
import { byId, fill, h } from '../view/dom.js';

/** @typedef {import('../app.js').TheApp} TheApp */
/** @typedef {import('./picture.js').Line} Line */
/** @typedef {import('./picture.js').Spot} Spot */

const SAID_AT_MOST = 4;

export class Tooltip {
  /** @param {TheApp} app */
  constructor(app) {
    this.app = app;
    this.element = byId('hint');
  }

  /**
   * @param {Line | Spot} mark
   * @param {{x: number, y: number}} at in the window
   */
  show(mark, at) {
    fill(this.element, mark.kind === 'actor' ? this.actor(mark) : this.line(mark));
    this.element.hidden = false;
    this.move(at);
  }

  /** @param {{x: number, y: number}} at */
  move(at) {
    const frame = this.element.parentElement.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const x = Math.max(4, Math.min(at.x - frame.x + 14, frame.width - width - 4));
    const below = at.y - frame.y + 18;
    const y = below + height > frame.height ? Math.max(4, at.y - frame.y - height - 12) : below;
    this.element.style.setProperty('translate', `${Math.round(x)}px ${Math.round(y)}px`);
  }

  hide() {
    this.element.hidden = true;
  }

  /** @param {Spot} spot */
  actor(spot) {
    const { model } = this.app;
    const actor = model.actors.get(spot.id);
    const also = actor && actor.name !== actor.label ? ` (${actor.label})` : '';
    return [h('p', {}, h('strong', {}, model.name(spot.id)), also), h('p', { class: 'more' }, t('graph-focus-how'))];
  }

  /**
   * The sentences that are left, the author of each before it.
   * @param {Line} line
   */
  line(line) {
    const { model, selection } = this.app;
    const left = line.tie.statements.filter((index) => selection.kept[index] === 1);
    const said = left.slice(0, SAID_AT_MOST).map((index) => {
      const { views, sentence } = model.statements[index];
      const letters =
        model.views.length > 1 ? views.map((view) => h('span', { class: 'letter' }, model.views[view].letter)) : [];
      return h('p', {}, letters, letters.length > 0 ? ' ' : '', sentence);
    });
    const more = left.length - said.length;
    const hidden = line.tie.statements.length - left.length;
    return [
      ...said,
      more > 0 && h('p', { class: 'more' }, t('count-more', { n: more })),
      hidden > 0 && h('p', { class: 'more' }, t('panel-hidden', { n: hidden })),
    ];
  }
}

// What each line and actor of a picture is, for those who hear the page, and for those who call things by name.

import { t } from '../i18n/texts.js';

/** @param {import('./picture.js').Drawn} drawn */
export function labelMarks({ app: { model }, picture: { view }, svg, lines, spots, extras }) {
  svg.setAttribute('role', 'group');
  const whose = view === undefined ? model.views.map((each) => each.name).join(', ') : model.views[view].name;
  svg.setAttribute('aria-label', t('graph-picture', { name: whose }));
  for (const { element, label, tie } of lines) {
    label?.setAttribute('aria-hidden', 'true');
    if (element) asButton(element, tie.statements.map((index) => model.statements[index].sentence).join(' '));
  }
  for (const { element, id, ghost } of spots.values()) {
    if (ghost) element.setAttribute('aria-hidden', 'true');
    else asButton(element, ariaName(element, model.name(id)));
  }
  for (const { element } of extras) element.setAttribute('aria-hidden', 'true');
}

/**
 * @param {SVGElement} element
 * @param {string} name
 */
function asButton(element, name) {
  element.setAttribute('role', 'button');
  element.setAttribute('tabindex', '-1');
  element.setAttribute('aria-label', name);
}

/**
 * What stands in the box word by word, so that it can be called by what is seen, then the whole name.
 * @param {SVGElement} element
 * @param {string} name
 */
function ariaName(element, name) {
  const texts = [...element.querySelectorAll('text')];
  for (const text of texts) if (text.nextSibling?.nodeType !== Node.TEXT_NODE) text.after(' ');
  const written = texts.map((text) => text.textContent).join(' ');
  return written.includes(name) ? written : `${written}, ${name}`;
}

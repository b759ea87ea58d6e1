// Where the filters stand: a column that can be folded away, on narrow screens a drawer.

import { byId } from './dom.js';

const NARROW = '(max-width: 819px)';

export function startDrawer() {
  const narrow = matchMedia(NARROW);
  const [open, close, filters] = [byId('open-filters'), byId('close-filters'), byId('filters')];
  const { classList } = document.body;
  const isOpen = () => (narrow.matches ? classList.contains('with-filters') : !classList.contains('no-filters'));
  const [top, looks] = ['.top', '.looks'].map((name) => document.querySelector(name));
  const tell = () => {
    const over = narrow.matches && isOpen();
    open.setAttribute('aria-expanded', String(isOpen()));
    const behind = [document.querySelector('header'), byId('brief'), byId('main'), byId('panel')];
    for (const each of behind) each.inert = over;
  };
  const place = () => (narrow.matches ? looks : top)?.append(byId('lang'), byId('theme'));
  /** @param {boolean} wanted */
  const set = (wanted) => {
    classList.toggle(narrow.matches ? 'with-filters' : 'no-filters', narrow.matches === wanted);
    tell();
    if (narrow.matches) (wanted ? close : open).focus();
  };
  open.addEventListener('click', () => set(!isOpen()));
  close.addEventListener('click', () => set(false));
  narrow.addEventListener('change', () => {
    classList.remove('with-filters');
    place();
    tell();
  });
  filters.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || !narrow.matches || event.defaultPrevented) return;
    event.preventDefault();
    set(false);
  });
  document.addEventListener('pointerdown', (event) => {
    if (narrow.matches && isOpen() && !filters.contains(/** @type {Node} */ (event.target))) set(false);
  });
  place();
  tell();
}

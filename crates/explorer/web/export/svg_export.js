// A picture of its own from what is shown: hidden things left out, colours of the light theme, title, legend, sources.

/** @typedef {{svg: SVGSVGElement, caption: string}} Panel */
/** @typedef {{x: number, y: number, width: number, height: number}} Extent */
/** @typedef {{title: string, note: string, source: string, panels: Panel[], legend: SVGSVGElement | null}} Sheet */

const SVG_SPACE = 'http://www.w3.org/2000/svg';
const FACES = 'Parallax, DejaVu Sans, Verdana, sans-serif';
const MARGIN = 24;
const GAP = 32;
/** What XML cannot hold and serializers write all the same: controls, halves of characters, and what is no character. */
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** Marks that turn the direction of what follows: in names they belong to nobody's picture. */
const REVERSERS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Of what was faded in the page. */
const FAINT = '.12';

/**
 * The sheet as an element; its text is whole XML that needs nothing else.
 * @param {Sheet} sheet
 */
export function sheetOf({ title, note, source, panels, legend }) {
  const bench = document.body.appendChild(document.createElement('div'));
  bench.className = 'bench';
  bench.setAttribute('aria-hidden', 'true');
  try {
    const colours = lightColours();
    const ink = colours.get('--ink') ?? '#1f2328';
    const soft = colours.get('--soft') ?? '#4b535c';
    const all = panels.map(({ svg, caption }) => ({ caption, drawn: bench.appendChild(cleaned(svg, colours)) }));
    const box = united(all.map(({ drawn }) => extentOf(drawn)));
    const width = Math.max(all.length * (box.width + GAP) - GAP, 480) + 2 * MARGIN;
    const sheet = svgNode('svg', { xmlns: SVG_SPACE, 'font-family': FACES });
    sheet.append(
      svgNode('title', {}, title),
      fontStyle(),
      svgNode('rect', { width: '100%', height: '100%', fill: '#ffffff' }),
    );
    let y = textLines(sheet, [title], { x: MARGIN, y: MARGIN, size: 20, fill: ink, width, bold: true });
    y = textLines(sheet, [note], { x: MARGIN, y: y + 2, size: 12, fill: soft, width }) + 14;
    const several = all.length > 1;
    all.forEach(({ drawn, caption }, place) => {
      const x = MARGIN + place * (box.width + GAP);
      if (several) textLines(sheet, [caption], { x, y, size: 15, fill: ink, width: box.width, bold: true });
      placed(sheet, drawn, { ...box }, { x, y: y + (several ? 28 : 0) });
    });
    y += (several ? 28 : 0) + box.height + 18;
    if (legend) y = legendAt(sheet, bench.appendChild(cleaned(legend, colours)), y);
    y = textLines(sheet, [source], { x: MARGIN, y, size: 10.5, fill: soft, width });
    setAll(sheet, {
      width: round(width),
      height: round(y + MARGIN - 8),
      viewBox: `0 0 ${round(width)} ${round(y + MARGIN - 8)}`,
    });
    return sheet;
  } finally {
    bench.remove();
  }
}

/** @param {SVGSVGElement} sheet */
export function sheetText(sheet) {
  const text = new XMLSerializer().serializeToString(sheet).replace(NOT_XML, ' ');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

/**
 * The sheet as PNG, with twice as many pixels as it has points unless that would be more than browsers can hold.
 * @param {SVGSVGElement} sheet
 * @returns {Promise<Blob>}
 */
export async function sheetPng(sheet) {
  const [width, height] = [Number(sheet.getAttribute('width')), Number(sheet.getAttribute('height'))];
  const scale = Math.min(2, 8192 / Math.max(width, height));
  const address = URL.createObjectURL(new Blob([sheetText(sheet)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no PNG')))));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * The page's colours as they are in the light theme, whichever is on.
 */
function lightColours() {
  const root = document.documentElement;
  const theme = root.getAttribute('data-theme');
  root.setAttribute('data-theme', 'light');
  const style = getComputedStyle(root);
  /** @type {Map<string, string>} */
  const colours = new Map();
  for (const name of declared()) colours.set(name, style.getPropertyValue(name).trim());
  if (theme === null) root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', theme);
  return colours;
}

/** The names of all variables that the page's style declares. */
function declared() {
  /** @type {Set<string>} */
  const names = new Set();
  const collect = (/** @type {CSSRuleList} */ rules) => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) for (const name of rule.style) if (name.startsWith('--')) names.add(name);
      if (rule instanceof CSSMediaRule) collect(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) collect(sheet.cssRules);
  return names;
}

/**
 * A copy without what is hidden, what is for the pointer and the ear, and without variables.
 * @param {SVGSVGElement} svg
 * @param {Map<string, string>} colours
 */
function cleaned(svg, colours) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  for (const element of copy.querySelectorAll('[hidden], .glow, .ring')) element.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    if (element.classList.contains('far')) element.setAttribute('opacity', FAINT);
    element.classList.remove('small', 'bare', 'roomy', 'signed', 'far', 'near', 'lit', 'at');
    for (const { name, value } of [...element.attributes]) {
      if (name === 'role' || name === 'tabindex' || name === 'style' || name.startsWith('aria-'))
        element.removeAttribute(name);
      else if (value.includes('var(')) element.setAttribute(name, withoutVariables(value, colours));
    }
  }
  return copy;
}

/**
 * @param {string} value
 * @param {Map<string, string>} colours
 */
function withoutVariables(value, colours) {
  return value.replace(
    /var\(\s*(--[\w-]+)\s*(?:,\s*([^)]*))?\)/g,
    (_, name, other) => colours.get(name) || other || '#000000',
  );
}

/**
 * What of a picture is taken up; all of it if nothing is.
 * @param {SVGSVGElement} svg
 * @returns {Extent}
 */
function extentOf(svg) {
  const [x, y, width, height] = (svg.getAttribute('viewBox') ?? '0 0 100 100').split(/[\s,]+/).map(Number);
  const whole = { x, y, width, height };
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  setAll(svg, { width, height });
  const parts = [...svg.querySelectorAll('[data-id]')].map((element) =>
    /** @type {SVGGraphicsElement} */ (element).getBBox(),
  );
  const taken = united(parts.filter((box) => box.width > 0 || box.height > 0));
  return taken.width > 0
    ? { x: taken.x - 8, y: taken.y - 8, width: taken.width + 16, height: taken.height + 16 }
    : whole;
}

/**
 * @param {Extent[]} boxes
 * @returns {Extent}
 */
function united(boxes) {
  const min = (/** @type {number[]} */ all) => all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const max = (/** @type {number[]} */ all) => all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [min(boxes.map((box) => box.x)), min(boxes.map((box) => box.y))];
  return {
    x,
    y,
    width: max(boxes.map((box) => box.x + box.width)) - x,
    height: max(boxes.map((box) => box.y + box.height)) - y,
  };
}

/**
 * @param {SVGElement} sheet
 * @param {SVGSVGElement} drawn
 * @param {Extent} box
 * @param {{x: number, y: number}} at
 */
function placed(sheet, drawn, box, at) {
  setAll(drawn, { x: round(at.x), y: round(at.y), width: round(box.width), height: round(box.height) });
  drawn.setAttribute('viewBox', [box.x, box.y, box.width, box.height].map(round).join(' '));
  sheet.append(drawn);
}

/**
 * @param {SVGElement} sheet
 * @param {SVGSVGElement} legend
 * @param {number} y
 */
function legendAt(sheet, legend, y) {
  const { x, y: top, width, height } = legend.getBBox();
  placed(sheet, legend, { x: x - 1, y: top - 1, width: width + 2, height: height + 2 }, { x: MARGIN, y });
  return y + height + 14;
}

/**
 * Paragraphs of text, wrapped; tells where the next thing can stand.
 * @param {SVGElement} sheet
 * @param {string[]} paragraphs
 * @param {{x: number, y: number, size: number, fill: string, width: number, bold?: boolean}} how
 */
function textLines(sheet, paragraphs, { x, y, size, fill, width, bold = false }) {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) pen.font = `${bold ? 'bold ' : ''}${size}px ${FACES}`;
  const wide = (/** @type {string} */ text) => pen?.measureText(text).width ?? text.length * size * 0.6;
  let down = y;
  for (const line of paragraphs.filter(Boolean).flatMap((text) => wrapped(text, width - 2 * MARGIN, wide))) {
    down += size * 1.3;
    const look = {
      x: round(x),
      y: round(down - size * 0.3),
      'font-size': size,
      fill,
      'font-weight': bold ? 'bold' : 'normal',
    };
    sheet.append(svgNode('text', look, line));
  }
  return down;
}

/**
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} wide
 */
function wrapped(text, width, wide) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && wide(longer) <= Math.max(width, 240)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The face that the page embeds, so that letters are as wide as they were laid out. */
function fontStyle() {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule);
  return svgNode('style', {}, faces.map((rule) => rule.cssText).join('\n'));
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 * @returns {any}
 */
function svgNode(tag, attributes, text) {
  const element = document.createElementNS(SVG_SPACE, tag);
  setAll(element, Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 'xmlns')));
  if (text !== undefined) element.textContent = text.replace(REVERSERS, '');
  return element;
}

/**
 * @param {Element} element
 * @param {Record<string, string | number>} attributes
 */
function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

// Printing: the pages are painted into an element of their own at the end of the host's page, each as one sheet of its paper's
// size; while they are printed nothing else of the page is there.

import type { PaintedPage } from '../../public/document.js';
import type { Context } from '../context.js';
import { h } from '../dom.js';
import { WATERMARK_CSS } from '../watermark.js';

/** Said once for all; the sizes of papers come as named pages. */
const HOST_CSS = `
@media screen { docpane-print { display: none; } }
@media print {
  html, body { margin: 0 !important; padding: 0 !important; height: auto !important; overflow: visible !important; background: none !important; display: block !important; }
  body > :not(docpane-print) { display: none !important; }
  docpane-print { display: block !important; }
}
`;

const SHEET_CSS = `
:host { all: initial; display: block; }
.print-page { position: relative; overflow: hidden; break-after: page; break-inside: avoid; contain: strict; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.print-page:last-child { break-after: auto; }
`;

/** Prints pages. Resolves when the system's dialog has been answered. */
export async function printPages(context: Context, pages: readonly number[], tell: (done: number) => void, signal: AbortSignal): Promise<void> {
  const shown = context.document;
  if (!shown) return;
  const holder = document.createElement('docpane-print');
  const root = holder.attachShadow({ mode: 'open' });
  const papers = new Map<string, string>();
  const painted: PaintedPage[] = [];
  const own = new CSSStyleSheet();
  own.replaceSync(SHEET_CSS + WATERMARK_CSS);
  root.adoptedStyleSheets = [own];
  for (const name of ['image', 'width', 'height']) {
    holder.style.setProperty(`--watermark-${name}`, context.stage.style.getPropertyValue(`--watermark-${name}`));
  }
  document.body.append(holder);
  const rules = new CSSStyleSheet();
  try {
    for (const [index, number] of pages.entries()) {
      tell(index + 1);
      const page = await shown.page(number, { signal });
      const box = h('div', { class: 'print-page' });
      root.append(box);
      const size = `${points(page.width)} ${points(page.height)}`;
      if (!papers.has(size)) papers.set(size, `docpane-${papers.size + 1}`);
      box.style.setProperty('page', papers.get(size) ?? 'auto');
      box.style.width = points(page.width);
      // A hair less than the paper: what overflows by rounding would be a sheet of its own.
      box.style.height = points(page.height - 0.5);
      painted.push(page.paintInto(box));
      // The screen stays alive meanwhile.
      if (index % 8 === 7) await new Promise((resolve) => setTimeout(resolve));
    }
    const named = [...papers].map(([size, name]) => `@page ${name} { size: ${size}; margin: 0; }`);
    const [first] = papers.keys();
    rules.replaceSync(`@page { size: ${first}; margin: 0; } ${named.join(' ')} ${HOST_CSS}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
    await picturesIn(root, signal);
    signal.throwIfAborted();
    await printNow();
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
    for (const page of painted) page.remove();
    holder.remove();
  }
}

function points(length: number): string {
  return `${Math.round(length * 100) / 100}pt`;
}

/** All pictures are there, or will never be. */
async function picturesIn(root: ShadowRoot, signal: AbortSignal): Promise<void> {
  for (let tries = 0; tries < 50 && !signal.aborted; tries++) {
    const boxes = [...root.querySelectorAll('.picture:not(.missing)')];
    const images = boxes.map((box) => box.querySelector('img'));
    if (images.every((image) => image)) {
      await Promise.all(images.map((image) => image?.decode().catch(() => {})));
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** The system's dialog; browsers differ in whether `print` waits for it. */
function printNow(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('afterprint', () => resolve(), { once: true });
    window.print();
    // Where nothing is told (some webviews), the pages stay for a minute.
    setTimeout(resolve, 60_000);
  });
}

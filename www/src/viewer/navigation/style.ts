/** The panel of headings and thumbnails. */
export const NAVIGATION_CSS = `
.tabs { display: flex; gap: 4px; margin-inline-start: -10px; }
.tabs > button { padding: 0 12px; color: var(--soft); }
.tabs > [aria-selected="true"] { color: var(--text); font-weight: 600; background: var(--hover); }
.panel > .outline { padding: 0 8px 16px; }
.outline ul { list-style: none; margin: 0; padding: 0; }
.outline .heading { display: flex; align-items: baseline; justify-content: space-between; gap: 8px; width: 100%; height: auto; min-height: 36px; padding: 7px 10px; text-align: start; }
.outline .text { overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.outline .page-number { color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
.outline [aria-current] { background: var(--hover); color: var(--accent); font-weight: 600; }
.outline .locked .text { color: var(--soft); }
.none { color: var(--soft); padding: 0 10px; }
.panel > .thumbnails { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 12px; align-content: start; justify-items: center; padding: 8px 18px 24px; }
.thumbnail { display: grid; width: 170px; max-width: 100%; height: auto; padding: 8px; gap: 6px; justify-items: center; place-content: stretch; }
.thumbnail .sheet { position: relative; display: block; width: 100%; aspect-ratio: 595 / 842; background: #fff; border-radius: 3px; overflow: hidden; box-shadow: 0 0 0 1px rgb(0 0 0 / .1), 0 2px 8px rgb(0 0 0 / .08); }
.thumbnail img { display: block; width: 100%; height: 100%; }
.thumbnail .number { font-size: 12px; color: var(--soft); font-variant-numeric: tabular-nums; }
.thumbnail[aria-current] .sheet { box-shadow: 0 0 0 3px var(--accent); }
.thumbnail[aria-current] .number { color: var(--accent); font-weight: 600; }
@container (min-width: 721px) {
  .stage.beside > .scroller, .stage.beside > .reader { left: 280px; }
  [dir="rtl"] > .stage.beside > .scroller, [dir="rtl"] > .stage.beside > .reader { left: 0; right: 280px; }
}
.outline .locked { font-style: italic; }
`;

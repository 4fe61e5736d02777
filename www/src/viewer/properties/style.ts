/** What is in the panel of properties. */
export const PROPERTIES_CSS = `
.panel h3 { margin: 16px 0 4px; font-size: 12px; font-weight: 600; color: var(--soft); letter-spacing: .02em; }
.panel dl { margin: 0; }
.panel dl > div { display: grid; grid-template-columns: 92px 1fr; gap: 12px; padding: 8px 0; border-bottom: 1px solid var(--line); }
.panel dt { color: var(--soft); }
.panel dd { margin: 0; overflow-wrap: anywhere; }
.panel .tags { display: flex; flex-wrap: wrap; gap: 6px; }
.panel .tag { height: 28px; padding: 0 10px; border-radius: 14px; background: var(--hover); font-size: 13px; }
.panel details { border-bottom: 1px solid var(--line); }
.panel summary { cursor: pointer; padding: 9px 0; }
.panel summary .number { padding: 1px 7px; border-radius: 9px; background: var(--hover); color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
.panel details ul { margin: 0 0 10px; padding-inline-start: 18px; color: var(--soft); font-size: 13px; }
.panel details li { margin: 4px 0; overflow-wrap: anywhere; }
.panel .body > .none { margin: 16px 0 0; padding: 0; color: var(--soft); font-size: 13px; }
@container (min-width: 1000px) {
  .stage.about > .scroller, .stage.about > .reader { right: 340px; }
  [dir="rtl"] > .stage.about > .scroller, [dir="rtl"] > .stage.about > .reader { right: 0; left: 340px; }
  [dir="rtl"] > .stage.beside.about > .scroller, [dir="rtl"] > .stage.beside.about > .reader { right: 280px; }
}
`;

/** The find bar and its marks. */
export const FIND_CSS = `
.find {
  position: absolute; top: calc(var(--lead) + 10px); inset-inline-end: 22px; display: flex; align-items: center; gap: 2px; padding: 6px; padding-inline-start: 14px; max-width: calc(100% - 20px); background: var(--bar);
  border: 1px solid var(--line); border-radius: 14px; box-shadow: 0 8px 28px rgb(0 0 0 / .14); z-index: 5;
}
.find input { flex: 1; min-width: 60px; width: 200px; height: 36px; border: 0; background: none; outline: none; appearance: none; }
.find input::-webkit-search-cancel-button { display: none; }
.find:focus-within { border-color: var(--accent); }
.find .found { min-width: 56px; text-align: end; padding-inline-end: 6px; white-space: nowrap; color: var(--soft); font-variant-numeric: tabular-nums; }
.find .option { font-size: 13px; letter-spacing: -.02em; color: var(--soft); }
.find .option[aria-pressed="true"] { background: var(--hover); color: var(--accent); font-weight: 600; }
.panel.end:not([hidden]) ~ .find { inset-inline-end: 362px; max-width: calc(100% - 372px); }
.ticks { position: absolute; inset-block: var(--lead) 0; inset-inline-end: 0; width: 14px; pointer-events: none; z-index: 1; }
.ticks span { position: absolute; inset-inline-end: 2px; width: 10px; height: 3px; border-radius: 2px; background: #ff9a2e; }
@container (max-width: 720px) {
  .find, .panel.end:not([hidden]) ~ .find { inset-inline: 8px; top: calc(var(--lead) + 8px); max-width: none; gap: 0; }
  .find .option { min-width: 34px; }
}
@container (max-width: 400px) { .find .option { display: none; } .find .found { min-width: 0; } }
@media (forced-colors: active) { .ticks span { background: Highlight; forced-color-adjust: none; } }
`;

/** Flowing text. */
export const READER_CSS = `
.reader { position: absolute; inset: 0; overflow: auto; overscroll-behavior: contain; outline-offset: -2px; background: var(--ground); touch-action: pan-y; }
.reader.no-copy { user-select: none; -webkit-user-select: none; }
.sections { max-width: 860px; margin: 0 auto; padding: calc(var(--lead) + 16px) max(12px, env(safe-area-inset-left)) 80px; font-size: var(--size); line-height: var(--spacing); }
.section { position: relative; padding: 26px clamp(18px, 6cqw, 64px) 30px; margin-bottom: 14px; min-height: 60cqh; background: var(--bar); border-radius: 12px; box-shadow: 0 1px 3px rgb(0 0 0 / .07); }
.section.filled { min-height: 0; }
.folio { margin-bottom: 14px; font-size: 12px; line-height: 1.4; color: var(--soft); }
.reading .section { margin: 0; padding-block: 6px 2px; border-radius: 0; box-shadow: none; background: none; }
.reading .folio { display: flex; align-items: center; gap: 12px; margin: 10px 0; }
.reading .folio::before, .reading .folio::after { content: ''; flex: 1; border-top: 1px solid var(--line); }
.edges > summary { cursor: pointer; list-style: none; border-radius: 6px; }
.edges > summary::-webkit-details-marker { display: none; }
.edges > .around { padding: 2px 14px 8px; margin-bottom: 12px; border-inline-start: 2px solid var(--line); font-size: .88em; color: var(--soft); }
.edges > .around > :last-child { margin-bottom: 0; }
.reading .edges > summary:is(:hover, :focus-visible), .reading .edges[open] > summary { color: var(--accent); }
.reading.reader { background: var(--bar); }
.section p, .section ul, .section .wide { margin: 0 0 .7em; overflow-wrap: break-word; }
.section :is(h1, h2, h3, h4, h5, h6) { margin: 1.1em 0 .5em; line-height: 1.35; font-weight: 650; }
.section h1 { font-size: 1.55em; } .section h2 { font-size: 1.35em; } .section h3 { font-size: 1.2em; } .section :is(h4, h5, h6) { font-size: 1.05em; }
.section ul { list-style: none; padding: 0; }
.section li { margin-bottom: .35em; }
.section a { color: var(--accent); }
.section .label { color: var(--soft); }
.section .none { color: var(--soft); }
.section .wide { overflow-x: auto; }
.section table { border-collapse: collapse; font-size: .92em; line-height: 1.5; min-width: min(100%, 420px); }
.section :is(td, th) { border: 1px solid var(--line); padding: 6px 10px; vertical-align: top; text-align: start; min-width: 3.2em; }
.section th { background: var(--hover); }
.section :is(td, th) > :last-child { margin-bottom: 0; }
.section .figure { display: inline-block; max-width: 100%; overflow: hidden; vertical-align: bottom; }
.section .figure > img { display: block; width: 100%; height: 100%; max-width: none; }
.viewer[data-theme="dark"] .figure > img { filter: brightness(.86); }
.section .notes { margin-top: 1em; padding-top: .6em; border-top: 1px solid var(--line); font-size: .88em; color: var(--soft); }
.text-settings {
  position: absolute; inset-block-end: max(14px, env(safe-area-inset-bottom)); inset-inline: 0; margin-inline: auto; width: fit-content; max-width: calc(100% - 16px); display: flex; align-items: center; gap: 4px;
  padding: 4px 14px 4px 6px; border: 1px solid var(--line); border-radius: 26px; background: var(--bar); box-shadow: 0 6px 24px rgb(0 0 0 / .14); z-index: 3;
}
.text-settings button { min-width: 44px; height: 44px; border-radius: 22px; font-size: 14px; }
.text-settings .larger { font-size: 21px; }
.text-settings output { min-width: 46px; text-align: center; color: var(--soft); font-variant-numeric: tabular-nums; }
.text-settings svg { flex: none; color: var(--soft); margin-inline-start: 6px; }
.text-settings input { width: 96px; accent-color: var(--accent); }
::highlight(docpane-found) { background: #ffe38a; color: #1f2328; }
::highlight(docpane-current) { background: #ffab4a; color: #1f2328; }
@container (max-width: 720px) { .sections { padding-inline: 0; } .section { border-radius: 0; } }
`;

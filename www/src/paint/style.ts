// The style of a painted page. Constructed, so that no policy against inline styles is in its way.

/** One sheet for all pages of a root. Lengths of a page are CSS pixels at 100 %. */
export const PAGE_CSS = `
.dp-sheet {
  position: absolute; inset: 0 auto auto 0; overflow: hidden; transform-origin: 0 0; background: #fff; color: #000;
  forced-color-adjust: none; text-rendering: geometricPrecision; font-kerning: none; font-variant-ligatures: none;
  font-synthesis: weight style; text-size-adjust: none; -webkit-text-size-adjust: none; color-scheme: only light;
  text-align: left; text-indent: 0; text-transform: none; letter-spacing: 0; word-spacing: 0; hyphens: none; font-optical-sizing: none;
}
.dp-sheet :where(p, h1, h2, h3, h4, h5, h6, div, a) { margin: 0; padding: 0; font: inherit; }
.dp-sheet a { color: inherit; text-decoration: none; cursor: pointer; }
.dp-sheet a:focus-visible { outline: 2px solid #1a73e8; outline-offset: 2px; }
.dp-sheet .layer { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; overflow: visible; }
.dp-sheet .line { position: absolute; white-space: pre; font-size: 1px; line-height: 0; direction: ltr; }
.dp-sheet .line::before { content: ''; display: inline-block; width: 0; height: 100%; vertical-align: var(--dp-descent); }
.dp-sheet .run { unicode-bidi: isolate; }
.dp-sheet .run.boxed { display: inline-block; }
.dp-sheet .run.boxed > span { display: inline-block; transform-origin: 0 0; }
.dp-sheet .run.aside { position: absolute; bottom: calc(-1 * var(--dp-descent)); user-select: none; -webkit-user-select: none; }
.dp-sheet .run.label { user-select: none; -webkit-user-select: none; }
.dp-sheet .run.upright { display: inline-block; }
.dp-sheet .tab { display: inline-block; overflow: hidden; height: 1em; vertical-align: -0.2em; }
.dp-sheet .frame { position: absolute; inset: 0 auto auto 0; width: 0; height: 0; }
.dp-sheet .clip { position: absolute; overflow: hidden; }
.dp-sheet .picture { position: absolute; overflow: hidden; display: block; }
.dp-sheet .picture > img { position: absolute; display: block; max-width: none; user-select: none; -webkit-user-select: none; }
.dp-sheet .picture.missing {
  box-sizing: border-box; border: 1px dashed #9aa0a6; background: #f4f5f7; color: #5f6368;
  display: grid; place-content: center; text-align: center; font: 12px/1.4 system-ui, sans-serif; padding: 4px;
}
`;

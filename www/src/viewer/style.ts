// How the viewer looks: light, dark or sepia, forced colours respected, narrow by its own width. Parts that come later bring
// their own style.

const DARK = `
  --accent: var(--docpane-accent, #8ab4f8); --ground: var(--docpane-ground, #1b1d20); --bar: var(--docpane-bar, #26282c); --on-accent: #16181b;
  --text: var(--docpane-text, #e6e8eb); --soft: #a8afb8; --line: #3a3d43; --hover: #34373c; --danger: #f2b8b5; color-scheme: dark;
`;

const CSS = `
:host { display: block; position: relative; height: 100%; min-height: 240px; contain: content; container-type: size; }
:host([hidden]) { display: none; }
:host([data-docpane-maximised]) { position: fixed; inset: 0; height: auto; z-index: 2147483000; }
.viewer {
  all: initial; display: flex; flex-direction: column; height: 100%; overflow: hidden;
  --font: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  --accent: var(--docpane-accent, #1f5fd6); --ground: var(--docpane-ground, #eceef1); --bar: var(--docpane-bar, #ffffff); --on-accent: #ffffff;
  --text: var(--docpane-text, #1f2328); --soft: #59636e; --line: #d9dde3; --hover: #f0f2f5; --danger: #b3261e; color-scheme: light;
  --bar-height: 52px; --lead: 0px; touch-action: manipulation;
  font: 14px/1.5 var(--font); color: var(--text); background: var(--ground); -webkit-text-size-adjust: none; text-size-adjust: none;
}
@media (prefers-color-scheme: dark) { .viewer[data-theme="auto"] { ${DARK} } }
.viewer[data-theme="dark"] { ${DARK} }
.viewer[data-theme="sepia"] {
  --accent: var(--docpane-accent, #8a5a12); --ground: var(--docpane-ground, #e9dfc9); --bar: var(--docpane-bar, #f8f1e1);
  --text: var(--docpane-text, #43382a); --soft: #6b5d48; --line: #ddd0b4; --hover: #efe4cb;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.stage { position: relative; flex: 1; min-height: 0; }

.toolbar {
  display: grid; grid-template-columns: minmax(0, 1fr) auto auto minmax(0, 1fr); align-items: center; gap: 4px 16px; height: var(--bar-height); padding-inline: max(10px, env(safe-area-inset-left)) max(10px, env(safe-area-inset-right));
  background: var(--bar); border-bottom: 1px solid var(--line); z-index: 2; flex: none;
}
.group { display: flex; align-items: center; gap: 2px; min-width: 0; }
.group.end { justify-content: flex-end; }
[dir="rtl"] .group.start svg { transform: scaleX(-1); }
.title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; padding-inline-start: 6px; }
button, input, select { font: inherit; color: inherit; letter-spacing: inherit; }
button {
  display: inline-grid; place-content: center; min-width: 36px; height: 36px; padding: 0; border: 0; border-radius: 9px; background: none; cursor: pointer;
  color: var(--text); touch-action: manipulation; -webkit-tap-highlight-color: transparent;
}
button:hover:not(:disabled) { background: var(--hover); }
button:disabled { opacity: .35; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
svg:not(.layer) { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.page-box {
  width: auto; min-width: 44px; height: 32px; padding: 0 6px; text-align: center; border: 1px solid var(--line); border-radius: 9px; background: transparent;
  font-variant-numeric: tabular-nums;
}
.count { min-width: 58px; padding: 0 6px; white-space: nowrap; color: var(--soft); font-variant-numeric: tabular-nums; }
.zoom {
  height: 32px; width: 76px; padding: 0 4px; border: 1px solid transparent; border-radius: 9px; background: var(--bar); cursor: pointer; text-overflow: ellipsis;
}
.zoom:hover:not(:disabled) { border-color: var(--line); }

.scroller {
  position: absolute; inset: 0; overflow: auto; overscroll-behavior: contain; outline-offset: -2px; scrollbar-gutter: stable; direction: ltr; touch-action: pan-x pan-y;
}
.scroller:focus-visible { outline-width: 1px; }
.content { position: relative; min-width: 100%; }
.page {
  position: absolute; inset: 0 auto auto 0; background: #fff; border-radius: 2px; overflow: hidden; contain: strict;
  box-shadow: 0 0 0 1px rgb(0 0 0 / .06), 0 1px 3px rgb(0 0 0 / .12), 0 6px 20px rgb(0 0 0 / .06);
}
::selection { background: rgb(47 111 237 / .26); color: inherit; }
.page.failed { background: repeating-linear-gradient(45deg, #fff, #fff 12px, #f6f0f0 12px, #f6f0f0 24px); }
.marks { position: absolute; inset: 0 auto auto 0; transform-origin: 0 0; pointer-events: none; mix-blend-mode: multiply; }
.mark { position: absolute; background: #ffe38a; border-radius: 2px; }
.mark.current { background: #ffab4a; }

.wall { display: grid; justify-items: center; gap: 14px; padding: 18px 16px max(40px, env(safe-area-inset-bottom)); text-align: center; color: var(--soft); }
.content > .wall { position: absolute; left: 0; }
.wall p { margin: 0; }
.action { padding: 0 22px; height: 44px; border-radius: 22px; background: var(--accent); color: var(--on-accent); font-weight: 600; }
.action:hover:not(:disabled) { background: var(--accent); filter: brightness(1.08); }
.action:focus-visible { outline-offset: 2px; }

.bar { position: absolute; inset: 0 0 auto 0; height: 3px; overflow: hidden; z-index: 3; }
.bar .fill { height: 100%; background: var(--accent); transition: width .15s; }
.bar.endless .fill { width: 30%; animation: slide 1.1s infinite ease-in-out; }
@keyframes slide { from { transform: translateX(-100%); } to { transform: translateX(340%); } }

.first-paint { position: absolute; inset: 52px 0 0; overflow: auto; background: var(--docpane-ground, #eceef1); scrollbar-gutter: stable; z-index: 1; }
.stage > .first-paint { inset: var(--lead) 0 0; }
.status { position: absolute; inset: 0; display: grid; place-items: center; overflow: auto; pointer-events: none; }
.card { max-width: 440px; padding: 24px; text-align: center; pointer-events: auto; }
.card h2 { margin: 12px 0 6px; font-size: 18px; line-height: 1.35; font-weight: 600; }
.card p { margin: 6px 0; color: var(--soft); }
.card svg { width: 44px; height: 44px; color: var(--danger); stroke-width: 1.4; }
.card .detail { font-size: 12px; overflow-wrap: anywhere; }
.card .action { margin-top: 14px; }
.card .empty { font-size: 15px; }
.paper { width: 210px; height: 280px; margin: 0 auto 16px; padding: 28px 24px; display: grid; gap: 12px; align-content: start; background: #fff; border-radius: 4px; box-shadow: 0 2px 14px rgb(0 0 0 / .1); }
.ghost { height: 8px; border-radius: 4px; background: linear-gradient(90deg, #eceef1, #f7f8fa, #eceef1); background-size: 300% 100%; animation: shine 1.4s infinite linear; }
@keyframes shine { from { background-position: 100% 0; } to { background-position: -50% 0; } }

.notice {
  position: absolute; inset-block-end: max(24px, env(safe-area-inset-bottom)); inset-inline: 16px; margin-inline: auto; width: fit-content; padding: 10px 18px; border-radius: 12px;
  background: #26282c; color: #fff; box-shadow: 0 8px 28px rgb(0 0 0 / .3); z-index: 9;
}
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@container (max-width: 720px) {
  .first-paint { inset: 56px 0 0; }
  .viewer { --bar-height: 56px; }
  .toolbar { grid-template-columns: auto auto 1fr auto; gap: 0; padding-inline: max(4px, env(safe-area-inset-left)) max(4px, env(safe-area-inset-right)); }
  .title, .wide-only { display: none; }
  .group { gap: 0; }
  .group.zooms { justify-content: center; order: 0; }
  button { min-width: 44px; height: 44px; }
  .page-box { min-width: 38px; height: 44px; }
  .zoom { height: 44px; }
  .group.pages > button { display: none; }
}
@container (max-width: 460px) {
  .group.zooms > button { display: none; }
  .count { padding: 0 2px; }
}
@container (max-width: 360px) { .count { min-width: 38px; } }
/* On phones the bar lies over the pages, so that it can make room (bars.ts); the panes leave its height free at their top, and begin below its edge, which may fall between two pixels. */
@media (pointer: coarse) {
  @container (max-width: 720px) or (max-height: 480px) {
    .viewer { --lead: var(--bar-height); }
    .viewer > .toolbar { position: absolute; inset: 0 0 auto; z-index: 6; }
    .stage > :is(.scroller, .reader) { top: 1px; }
    .bar { inset-block-start: var(--lead); }
    .status { padding-block-start: var(--lead); }
  }
}
@media (prefers-reduced-motion: reduce) { .bar .fill, .ghost { animation: none; transition: none; } }
@media (forced-colors: active) { .page { outline: 1px solid CanvasText; } button:disabled { color: GrayText; opacity: 1; } .mark { forced-color-adjust: none; } .action { border: 1px solid; } }
@media print { .toolbar, .notice { display: none; } }
`;

/** The panels at the sides. */
export const PANEL_CSS = `
.panel {
  position: absolute; inset-block: var(--lead) 0; width: min(340px, 100%); display: flex; flex-direction: column; background: var(--bar); z-index: 4;
}
.panel.end { inset-inline-end: 0; border-inline-start: 1px solid var(--line); box-shadow: 0 0 24px rgb(0 0 0 / .08); }
.panel.start { inset-inline-start: 0; width: min(280px, 100%); border-inline-end: 1px solid var(--line); box-shadow: 0 0 24px rgb(0 0 0 / .08); }
.panel > header { flex: none; display: flex; align-items: center; justify-content: space-between; padding: 8px; padding-inline-start: 18px; }
.panel h2 { margin: 0; font-size: 15px; font-weight: 600; }
.panel > .body { flex: 1; min-height: 0; overflow: auto; padding: 0 18px 18px; overscroll-behavior: contain; }
@container (max-width: 720px) { .panel, .panel.start { width: 100%; border: 0; } }
`;

/** What stands in dialogs that ask. */
export const FORM_CSS = `
.form { display: grid; gap: 12px; }
.form label { display: flex; align-items: center; gap: 10px; min-height: 36px; }
.form .field { flex-wrap: wrap; gap: 4px 10px; }
.form input:is([type="text"], [type="password"]) { flex: 1; min-width: 12em; height: 44px; padding: 0 12px; border: 1px solid var(--line); border-radius: 10px; background: transparent; }
.form input[type="radio"] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
.form .said { min-height: 1.5em; margin: 0; color: var(--soft); }
.form .wrong { color: var(--danger); }
.form .address { margin: 0; padding: 12px 14px; max-height: 30vh; overflow: auto; border-radius: 10px; background: var(--hover); overflow-wrap: anywhere; }
.form .buttons { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; }
.form .buttons > * { display: inline-grid; place-content: center; padding: 0 18px; height: 44px; border-radius: 22px; text-decoration: none; }
`;

const sheets = new Map<string, CSSStyleSheet>();

function sheetOf(css: string): CSSStyleSheet {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}

/** The viewer's style, one for all viewers. */
export function viewerSheet(): CSSStyleSheet {
  return sheetOf(CSS);
}

/** Adds the style of a part that has come later. */
export function adopt(root: ShadowRoot, css: string): void {
  const sheet = sheetOf(css);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

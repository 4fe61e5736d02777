// How the viewer looks: light and dark by the system, forced colours respected, narrow by its own width.

const CSS = `
:host {
  display: block; position: relative; height: 100%; min-height: 240px; contain: content; container-type: size; --accent: var(--docpane-accent, #2f6fed);
  --ground: var(--docpane-ground, #eceef1); --bar: var(--docpane-bar, #ffffff); --text: var(--docpane-text, #1f2328);
  --soft: #59636e; --line: #d9dde3; --hover: #f0f2f5; --danger: #b3261e;
  font: 14px/1.5 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  color: var(--text); color-scheme: light;
}
:host([hidden]) { display: none; }
@media (prefers-color-scheme: dark) {
  :host {
    --accent: var(--docpane-accent, #8ab4f8); --ground: var(--docpane-ground, #1b1d20); --bar: var(--docpane-bar, #26282c);
    --text: var(--docpane-text, #e6e8eb); --soft: #a0a7b0; --line: #3a3d43; --hover: #34373c; --danger: #f2b8b5; color-scheme: dark;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.viewer { display: flex; flex-direction: column; height: 100%; background: var(--ground); }
.stage { position: relative; flex: 1; min-height: 0; }

.toolbar {
  display: grid; grid-template-columns: minmax(0, 1fr) auto auto minmax(0, 1fr); align-items: center; gap: 4px 16px; height: 52px; padding: 0 12px;
  background: var(--bar); border-bottom: 1px solid var(--line); z-index: 2; flex: none;
}
.group { display: flex; align-items: center; gap: 2px; min-width: 0; }
.group.end { justify-content: flex-end; }
.title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; }
button, input, select { font: inherit; color: inherit; }
button {
  display: inline-grid; place-content: center; min-width: 36px; height: 36px; padding: 0; border: 0; border-radius: 8px; background: none; cursor: pointer;
  color: var(--text); touch-action: manipulation;
}
button:hover:not(:disabled) { background: var(--hover); }
button:disabled { opacity: .35; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
svg:not(.layer) { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.page-box {
  width: auto; min-width: 44px; height: 32px; padding: 0 6px; text-align: center; border: 1px solid var(--line); border-radius: 8px; background: transparent;
  font-variant-numeric: tabular-nums;
}
.count { padding: 0 6px; white-space: nowrap; color: var(--soft); font-variant-numeric: tabular-nums; }
.zoom {
  height: 32px; width: 76px; padding: 0 4px; border: 1px solid transparent; border-radius: 8px; background: var(--bar); cursor: pointer; text-overflow: ellipsis;
}
.zoom:hover:not(:disabled) { border-color: var(--line); }

.scroller {
  position: absolute; inset: 0; overflow: auto; overscroll-behavior: contain; outline-offset: -2px; scrollbar-gutter: stable;
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

.bar { position: absolute; inset: 0 0 auto 0; height: 3px; overflow: hidden; z-index: 3; }
.bar .fill { height: 100%; background: var(--accent); transition: width .15s; }
.bar.endless .fill { width: 30%; animation: slide 1.1s infinite ease-in-out; }
@keyframes slide { from { transform: translateX(-100%); } to { transform: translateX(340%); } }

.status { position: absolute; inset: 0; display: grid; place-items: center; overflow: auto; pointer-events: none; }
.card { max-width: 440px; padding: 24px; text-align: center; pointer-events: auto; }
.card h2 { margin: 12px 0 6px; font-size: 18px; line-height: 1.35; font-weight: 600; }
.card p { margin: 6px 0; color: var(--soft); }
.card svg { width: 44px; height: 44px; color: var(--danger); stroke-width: 1.4; }
.card .detail { font-size: 12px; opacity: .85; overflow-wrap: anywhere; }
.card .action { margin-top: 14px; padding: 0 18px; background: var(--accent); color: var(--bar); font-weight: 600; }
.card .action:hover { background: var(--accent); filter: brightness(1.08); }
.card .empty { font-size: 15px; }
.paper { width: 210px; height: 280px; margin: 0 auto 16px; padding: 28px 24px; display: grid; gap: 12px; align-content: start; background: #fff; border-radius: 4px; box-shadow: 0 2px 14px rgb(0 0 0 / .1); }
.ghost { height: 8px; border-radius: 4px; background: linear-gradient(90deg, #eceef1, #f7f8fa, #eceef1); background-size: 300% 100%; animation: shine 1.4s infinite linear; }
@keyframes shine { from { background-position: 100% 0; } to { background-position: -50% 0; } }

.panel {
  position: absolute; inset: 0 0 0 auto; width: min(340px, 100%); overflow: auto; background: var(--bar); border-left: 1px solid var(--line); z-index: 4;
  box-shadow: -8px 0 24px rgb(0 0 0 / .08);
}
.panel header { position: sticky; top: 0; display: flex; align-items: center; justify-content: space-between; padding: 8px 8px 8px 18px; background: var(--bar); }
.panel h2 { margin: 0; font-size: 15px; font-weight: 600; }
.panel .body { padding: 0 18px 18px; }
.panel dl { margin: 0; }
.panel dl > div { display: grid; grid-template-columns: 92px 1fr; gap: 12px; padding: 7px 0; border-bottom: 1px solid var(--line); }
.panel dt { color: var(--soft); }
.panel dd { margin: 0; overflow-wrap: anywhere; }
.panel details { margin-top: 16px; }
.panel summary { cursor: pointer; font-weight: 600; padding: 4px 0; }
.panel ul { margin: 6px 0 0; padding-left: 18px; color: var(--soft); font-size: 13px; }
.panel li { margin: 4px 0; overflow-wrap: anywhere; }

.find {
  position: absolute; top: 10px; right: 22px; display: flex; align-items: center; gap: 2px; padding: 6px 6px 6px 12px; max-width: calc(100% - 20px); background: var(--bar);
  border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 6px 24px rgb(0 0 0 / .14); z-index: 3;
}
.panel:not([hidden]) ~ .find { right: 362px; max-width: calc(100% - 372px); }
.find input { flex: 1; min-width: 90px; width: 200px; height: 32px; border: 0; background: none; outline: none; }
.find .found { min-width: 56px; text-align: right; padding-right: 6px; white-space: nowrap; color: var(--soft); font-variant-numeric: tabular-nums; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@container (max-width: 720px) {
  .toolbar { grid-template-columns: auto 1fr auto; gap: 4px; padding: 0 6px; height: 56px; }
  .group.start { display: none; }
  .group.zooms { justify-content: center; }
  button { min-width: 40px; height: 44px; }
  .page-box { min-width: 38px; height: 38px; }
  .zoom { height: 38px; }
  .find { left: 8px; right: 8px; top: 8px; }
  .panel { width: 100%; border-left: 0; }
  .panel:not([hidden]) ~ .find { right: 8px; max-width: none; }
}
@container (max-width: 460px) {
  .group.zooms > button { display: none; }
  .count { padding: 0 2px; }
}
@media (prefers-reduced-motion: reduce) { .bar .fill, .ghost { animation: none; transition: none; } }
@media (forced-colors: active) { .page { outline: 1px solid CanvasText; } button:disabled { color: GrayText; opacity: 1; } .mark { forced-color-adjust: none; } }
`;

let sheet: CSSStyleSheet | undefined;

/** The viewer's style, one for all viewers. */
export function viewerSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}

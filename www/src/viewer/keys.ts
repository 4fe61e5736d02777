// The keyboard: the same keys as in PDF viewers.

/** What keys ask for. */
export interface KeyActions {
  page: number;
  pageCount: number;
  /** Pages side by side. */
  abreast: number;
  isWide: boolean;
  goTo(page: number): void;
  scrollByWindows(share: number): void;
  zoomStep(direction: 1 | -1): void;
  resetZoom(): void;
  find(): void;
  print(): void;
  help(): void;
  /** Closes what is open; whether anything was. */
  close(): boolean;
}

/** Takes a key; whether it meant something. */
export function takeKey(event: KeyboardEvent, on: KeyActions): boolean {
  const typing = event.composedPath()[0] instanceof HTMLInputElement || event.composedPath()[0] instanceof HTMLSelectElement;
  if (event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return withControl(event.key, on);
  if (event.key === 'Escape') return on.close();
  if (typing) return false;
  switch (event.key) {
    case 'PageDown':
      on.scrollByWindows(0.9);
      return true;
    case 'PageUp':
      on.scrollByWindows(-0.9);
      return true;
    case ' ':
      if (event.composedPath()[0] instanceof HTMLButtonElement) return false;
      on.scrollByWindows(event.shiftKey ? -0.9 : 0.9);
      return true;
    case 'Home':
      on.goTo(1);
      return true;
    case 'End':
      on.goTo(on.pageCount);
      return true;
    case 'ArrowDown':
      on.scrollByWindows(0.08);
      return true;
    case 'ArrowUp':
      on.scrollByWindows(-0.08);
      return true;
    case 'ArrowRight':
    case 'ArrowLeft':
      if (on.isWide) return false;
      on.goTo(on.page + (event.key === 'ArrowRight' ? on.abreast : -on.abreast));
      return true;
    case 'n':
    case 'j':
      on.goTo(on.page + on.abreast);
      return true;
    case 'p':
    case 'k':
      on.goTo(on.page - on.abreast);
      return true;
    case '+':
    case '=':
      on.zoomStep(1);
      return true;
    case '-':
      on.zoomStep(-1);
      return true;
    case '0':
      on.resetZoom();
      return true;
    case '?':
      on.help();
      return true;
    default:
      return false;
  }
}

function withControl(key: string, on: KeyActions): boolean {
  switch (key) {
    case '+':
    case '=':
      on.zoomStep(1);
      return true;
    case '-':
      on.zoomStep(-1);
      return true;
    case '0':
      on.resetZoom();
      return true;
    case 'f':
      on.find();
      return true;
    case 'p':
      on.print();
      return true;
    default:
      return false;
  }
}

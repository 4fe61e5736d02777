// Two fingers: the distance between them is the zoom, and the point between them stays under them. On trackpads Safari tells
// of pinches by events of its own; the others send a wheel with Ctrl.

/** What is zoomed. */
export interface PinchTarget {
  getFactor(): number;
  setZoom(factor: number, at: { x: number; y: number }): void;
  scrollBy(x: number, y: number): void;
}

interface Pinch {
  distance: number;
  factor: number;
  middle: Point;
}

interface Point {
  x: number;
  y: number;
}

/** Safari's event for trackpads. */
type GestureEvent = UIEvent & { scale: number; clientX: number; clientY: number };

/** Hears pinches on `element`. */
export function hearPinches(element: HTMLElement, target: PinchTarget, signal: AbortSignal): void {
  let pinch: Pinch | null = null;
  const within = ({ x, y }: Point): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: x - left, y: y - top };
  };
  const start = ({ touches }: TouchEvent) => {
    const [a, b] = touches;
    pinch = a && b && touches.length === 2 ? { distance: distance(a, b), factor: target.getFactor(), middle: middle(a, b) } : null;
  };
  const move = (event: TouchEvent) => {
    const [a, b] = event.touches;
    if (!pinch || !a || !b) return;
    event.preventDefault();
    const now = middle(a, b);
    target.scrollBy(pinch.middle.x - now.x, pinch.middle.y - now.y);
    pinch.middle = now;
    target.setZoom((pinch.factor * distance(a, b)) / Math.max(pinch.distance, 1), within(now));
  };
  element.addEventListener('touchstart', start, { passive: true, signal });
  element.addEventListener('touchmove', move, { passive: false, signal });
  element.addEventListener('touchend', start, { passive: true, signal });
  element.addEventListener('touchcancel', () => (pinch = null), { passive: true, signal });

  let before = 1;
  element.addEventListener('gesturestart', (event) => ((before = target.getFactor()), event.preventDefault()), { signal });
  const turn = (event: Event) => {
    const { scale, clientX, clientY } = event as GestureEvent;
    event.preventDefault();
    if (!pinch) target.setZoom(before * scale, within({ x: clientX, y: clientY }));
  };
  element.addEventListener('gesturechange', turn, { signal });
}

function distance(a: Touch, b: Touch): number {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}

function middle(a: Touch, b: Touch): Point {
  return { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
}

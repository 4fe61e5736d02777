// Pictures for the samples: a small canvas without any library, with the figures that the samples show.

/** A canvas of RGBA pixels. */
export class Raster {
  constructor(width, height, ground = [255, 255, 255, 255]) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height * 4);
    for (let at = 0; at < this.data.length; at += 4) this.data.set(ground, at);
  }

  set(x, y, color) {
    if (x >= 0 && y >= 0 && x < this.width && y < this.height) this.data.set(color, (y * this.width + x) * 4);
  }

  get(x, y) {
    const at = (y * this.width + x) * 4;
    return this.data.subarray(at, at + 4);
  }

  rect(x, y, width, height, color) {
    for (let row = y; row < y + height; row++) for (let column = x; column < x + width; column++) this.set(column, row, color);
  }

  /** Paints every pixel for which `inside(x, y)` holds; four samples a side soften the edge. */
  shape(inside, color) {
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        let hits = 0;
        for (let i = 0; i < 16; i++) if (inside(x + ((i % 4) + 0.5) / 4, y + (Math.floor(i / 4) + 0.5) / 4)) hits++;
        if (hits) this.blend(x, y, color, hits / 16);
      }
    }
  }

  blend(x, y, [r, g, b, a], share) {
    const [r0, g0, b0, a0] = this.get(x, y);
    const alpha = (a / 255) * share;
    const out = alpha + (a0 / 255) * (1 - alpha);
    const mix = (over, under) => (out ? Math.round((over * alpha + under * (a0 / 255) * (1 - alpha)) / out) : 0);
    this.set(x, y, [mix(r, r0), mix(g, g0), mix(b, b0), Math.round(out * 255)]);
  }
}

/** A round seal: two rings and a five-pointed star on a clear ground. */
export function seal(size) {
  const raster = new Raster(size, size, [255, 255, 255, 0]);
  const red = [214, 32, 32, 255];
  const c = size / 2;
  const ring = (outer, inner) => (x, y) => {
    const d = Math.hypot(x - c, y - c) / c;
    return d < outer && d > inner;
  };
  raster.shape(ring(0.98, 0.91), red);
  raster.shape(ring(0.6, 0.585), red);
  const corners = Array.from({ length: 10 }, (_, i) => {
    const reach = (i % 2 ? 0.145 : 0.38) * c;
    const angle = -Math.PI / 2 + (i * Math.PI) / 5;
    return [c + reach * Math.cos(angle), c + reach * Math.sin(angle)];
  });
  raster.shape((x, y) => within(corners, x, y), red);
  // Strokes between the rings stand for the characters of a real seal.
  for (let i = 0; i < 11; i++) {
    const angle = Math.PI * (0.82 + (i * 1.36) / 10);
    const [cx, cy] = [c + 0.76 * c * Math.cos(angle), c + 0.76 * c * Math.sin(angle)];
    const turn = (x, y) => [
      (x - cx) * -Math.sin(angle) + (y - cy) * Math.cos(angle),
      (x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle),
    ];
    const bar = (u0, v0, u1, v1) =>
      raster.shape((x, y) => {
        const [u, v] = turn(x, y).map((value) => value / c);
        return u > u0 && u < u1 && v > v0 && v < v1;
      }, red);
    bar(-0.065, -0.1, 0.065, -0.075);
    bar(-0.065, 0.075, 0.065, 0.1);
    bar(-0.05, -0.015, 0.05, 0.01);
    bar(-0.0125, -0.1, 0.0125, 0.1);
    if (i % 2) bar(-0.065, -0.1, -0.045, 0.1);
    if (i % 3) bar(0.045, -0.1, 0.065, 0.1);
  }
  return raster;
}

/** Hills at dusk: smooth gradients, as a photograph has. */
export function landscape(width, height) {
  const raster = new Raster(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const t = y / height;
      let color = [250 - 90 * t, 170 + 40 * t, 90 + 150 * t];
      const sun = Math.hypot(x - width * 0.68, y - height * 0.34);
      if (sun < height * 0.13) color = [255, 236, 170];
      for (const [base, swing, step, tone] of [[0.56, 0.07, 0.016, [126, 140, 176]], [0.68, 0.06, 0.023, [78, 98, 128]], [0.82, 0.05, 0.03, [36, 56, 66]]]) {
        const ridge = height * (base + swing * Math.sin(x * step) + swing * 0.4 * Math.sin(x * step * 2.7 + 1));
        if (y > ridge) color = tone.map((value) => value + 30 * (1 - (y - ridge) / height));
      }
      raster.set(x, y, [...color.map(Math.round), 255]);
    }
  }
  return raster;
}

/** A bar chart with axes: few colours, sharp edges. */
export function chart(width, height, values) {
  const raster = new Raster(width, height);
  const most = Math.max(...values);
  const step = Math.floor((width - 50) / values.length);
  for (let line = 0; line <= 4; line++) raster.rect(36, 14 + Math.floor(((height - 40) * line) / 4), width - 46, 1, [214, 218, 224, 255]);
  values.forEach((value, i) => {
    const tall = Math.round(((height - 40) * value) / most);
    raster.rect(44 + i * step, height - 26 - tall, step - 12, tall, i % 2 ? [226, 122, 63, 255] : [47, 111, 176, 255]);
  });
  raster.rect(34, 10, 2, height - 34, [60, 60, 60, 255]);
  raster.rect(34, height - 26, width - 42, 2, [60, 60, 60, 255]);
  return raster;
}

/** A board of squares with a frame. */
export function board(size, squares) {
  const raster = new Raster(size, size, [40, 40, 60, 255]);
  const side = Math.floor((size - 8) / squares);
  for (let row = 0; row < squares; row++) {
    for (let column = 0; column < squares; column++) {
      const tone = (row + column) % 2 ? [240, 217, 181, 255] : [(row * 29) % 200, 110, (column * 29) % 200, 255];
      raster.rect(4 + column * side, 4 + row * side, side, side, tone);
    }
  }
  return raster;
}

function within(corners, x, y) {
  let inside = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [corners[i], corners[j]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

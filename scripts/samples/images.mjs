// Encoders for the samples' pictures: PNG, GIF, BMP and baseline JPEG.
import { deflateSync } from 'node:zlib';
import { crc32 } from './zip.mjs';

/** PNG, eight bits, RGBA. */
export function png(raster) {
  const { width, height, data } = raster;
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const chunk = (kind, body) => {
    const bytes = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
    const frame = Buffer.alloc(4);
    frame.writeUInt32BE(body.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(bytes));
    return Buffer.concat([frame, bytes, check]);
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** BMP, 24 bits, bottom row first. */
export function bmp(raster) {
  const { width, height } = raster;
  const stride = Math.ceil((width * 3) / 4) * 4;
  const out = Buffer.alloc(54 + stride * height);
  out.write('BM', 0, 'latin1');
  out.writeUInt32LE(out.length, 2);
  out.writeUInt32LE(54, 10);
  out.writeUInt32LE(40, 14);
  out.writeInt32LE(width, 18);
  out.writeInt32LE(height, 22);
  out.writeUInt16LE(1, 26);
  out.writeUInt16LE(24, 28);
  out.writeUInt32LE(stride * height, 34);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r, g, b] = raster.get(x, y);
      out.set([b, g, r], 54 + (height - 1 - y) * stride + x * 3);
    }
  }
  return out;
}

/** GIF of at most 256 colours. */
export function gif(raster) {
  const { width, height } = raster;
  const palette = new Map();
  const pixels = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const key = raster.get(x, y).subarray(0, 3).join();
      if (!palette.has(key)) palette.set(key, palette.size);
      pixels.push(palette.get(key));
    }
  }
  const table = Buffer.alloc(768);
  for (const [key, at] of palette) table.set(key.split(',').map(Number), at * 3);
  const size = (value) => [value & 255, value >> 8];
  const head = Buffer.from([...Buffer.from('GIF89a'), ...size(width), ...size(height), 0xf7, 0, 0]);
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, ...size(width), ...size(height), 0, 8]);
  const blocks = [];
  const packed = lzw(pixels);
  for (let at = 0; at < packed.length; at += 255) {
    const block = packed.subarray(at, at + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([head, table, frame, ...blocks, Buffer.from([0, 0x3b])]);
}

/** GIF's LZW over bytes: codes of 9 to 12 bits, least bit first. */
function lzw(pixels) {
  const out = [];
  let bits = 0;
  let held = 0;
  let width = 9;
  let codes = new Map();
  let next = 258;
  const put = (code) => {
    held |= code << bits;
    bits += width;
    while (bits >= 8) {
      out.push(held & 255);
      held >>>= 8;
      bits -= 8;
    }
  };
  put(256);
  let prefix = pixels[0];
  for (const pixel of pixels.slice(1)) {
    const key = prefix * 256 + pixel;
    const known = codes.get(key);
    if (known !== undefined) {
      prefix = known;
      continue;
    }
    put(prefix);
    if (next < 4096) {
      codes.set(key, next);
      if (next++ === 1 << width && width < 12) width++;
    } else {
      put(256);
      codes = new Map();
      next = 258;
      width = 9;
    }
    prefix = pixel;
  }
  put(prefix);
  put(257);
  if (bits) out.push(held & 255);
  return Buffer.from(out);
}

// The tables of ITU-T T.81 annex K: quantisation, and the Huffman codes as counts by length with their values.
const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57,
  50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];
const QUANT = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37,
  56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
].map((value) => Math.max(1, Math.round(value / 3)));
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
// Every run/size pair in a plain order with codes of eight bits each: a little longer than the standard's, and no table to carry.
const AC_VALUES = [0x00, 0xf0, ...Array.from({ length: 160 }, (_, i) => (Math.floor(i / 10) << 4) | ((i % 10) + 1))];
const AC_COUNTS = [0, 0, 0, 0, 0, 0, 0, 162, 0, 0, 0, 0, 0, 0, 0, 0];

/** Baseline JPEG, three components, no subsampling. */
export function jpeg(raster) {
  const { width, height } = raster;
  const out = [0xff, 0xd8];
  const segment = (marker, body) => out.push(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body);
  segment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 1, 0, 96, 0, 96, 0, 0]);
  segment(0xdb, [0, ...ZIGZAG.map((at) => QUANT[at])]);
  segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  segment(0xc4, [0x00, ...DC_COUNTS, ...DC_VALUES]);
  segment(0xc4, [0x10, ...AC_COUNTS, ...AC_VALUES]);
  segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
  const writer = new BitWriter(out);
  const [dc, ac] = [codes(DC_COUNTS, DC_VALUES), codes(AC_COUNTS, AC_VALUES)];
  const last = [0, 0, 0];
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      for (let component = 0; component < 3; component++) {
        const block = quantised(raster, x, y, component);
        writer.value(dc, 0, block[0] - last[component]);
        last[component] = block[0];
        let run = 0;
        for (let i = 1; i < 64; i++) {
          if (block[i] === 0) {
            run++;
            continue;
          }
          for (; run > 15; run -= 16) writer.code(ac.get(0xf0));
          writer.value(ac, run, block[i]);
          run = 0;
        }
        if (run) writer.code(ac.get(0x00));
      }
    }
  }
  writer.flush();
  return Buffer.from([...out, 0xff, 0xd9]);
}

class BitWriter {
  constructor(out) {
    this.out = out;
    this.held = 0;
    this.bits = 0;
  }

  put(value, length) {
    for (let bit = length - 1; bit >= 0; bit--) {
      this.held = (this.held << 1) | ((value >> bit) & 1);
      if (++this.bits === 8) {
        this.out.push(this.held);
        if (this.held === 255) this.out.push(0);
        this.held = 0;
        this.bits = 0;
      }
    }
  }

  code([value, length]) {
    this.put(value, length);
  }

  value(table, run, value) {
    const size = value ? 32 - Math.clz32(Math.abs(value)) : 0;
    this.code(table.get((run << 4) | size));
    if (size) this.put(value < 0 ? value + (1 << size) - 1 : value, size);
  }

  flush() {
    while (this.bits) this.put(1, 1);
  }
}

function codes(counts, values) {
  const table = new Map();
  let code = 0;
  let at = 0;
  counts.forEach((count, i) => {
    for (let n = 0; n < count; n++) table.set(values[at++], [code++, i + 1]);
    code <<= 1;
  });
  return table;
}

const COS = Array.from({ length: 64 }, (_, i) => Math.cos(((2 * (i % 8) + 1) * Math.floor(i / 8) * Math.PI) / 16));

/** One block of one component (Y, Cb, Cr): shifted, transformed, quantised, in zigzag order. */
function quantised(raster, x0, y0, component) {
  const samples = new Float64Array(64);
  for (let i = 0; i < 64; i++) {
    const x = Math.min(raster.width - 1, x0 + (i % 8));
    const y = Math.min(raster.height - 1, y0 + Math.floor(i / 8));
    const [r, g, b] = raster.get(x, y);
    samples[i] = [0.299 * r + 0.587 * g + 0.114 * b - 128, -0.1687 * r - 0.3313 * g + 0.5 * b, 0.5 * r - 0.4187 * g - 0.0813 * b][component];
  }
  return ZIGZAG.map((at) => {
    const [v, u] = [Math.floor(at / 8), at % 8];
    let sum = 0;
    for (let i = 0; i < 64; i++) sum += samples[i] * COS[u * 8 + (i % 8)] * COS[v * 8 + Math.floor(i / 8)];
    const scale = 0.25 * (u ? 1 : Math.SQRT1_2) * (v ? 1 : Math.SQRT1_2);
    return Math.round((sum * scale) / QUANT[at]) || 0;
  });
}

/** TIFF, 24 bits, one strip without compression. */
export function tiff(raster) {
  const { width, height } = raster;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels.set(raster.get(x, y).subarray(0, 3), (y * width + x) * 3);
  const SHORT = 3;
  const LONG = 4;
  const entries = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 3, 0],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, 0],
    [277, SHORT, 1, 3],
    [278, LONG, 1, height],
    [279, LONG, 1, pixels.length],
  ];
  const depths = 8 + 2 + entries.length * 12 + 4;
  entries[2][3] = depths;
  entries[5][3] = depths + 6;
  const head = Buffer.alloc(depths + 6);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, kind, count, value], index) => {
    head.writeUInt16LE(tag, 10 + index * 12);
    head.writeUInt16LE(kind, 12 + index * 12);
    head.writeUInt32LE(count, 14 + index * 12);
    head.writeUInt32LE(value, 18 + index * 12);
  });
  for (let channel = 0; channel < 3; channel++) head.writeUInt16LE(8, depths + channel * 2);
  return Buffer.concat([head, pixels]);
}

/** A placeable WMF: a blue ellipse on a yellow ground. */
export function wmf() {
  const brush = (red, green, blue) => [0x2fc, 0, red | (green << 8), blue, 0];
  const records = [
    brush(255, 230, 153), [0x12d, 0], [0x41b, 560, 900, 0, 0],
    brush(47, 84, 150), [0x12d, 1], [0x418, 480, 780, 80, 120],
  ];
  const sizes = records.map((record) => record.length + 2);
  const words = [0xcdd7, 0x9ac6, 0, 0, 0, 900, 560, 720, 0, 0, 0];
  words[10] = words.slice(0, 10).reduce((sum, word) => sum ^ word, 0);
  words.push(1, 9, 0x300, 0, 0, 2, Math.max(...sizes), 0, 0);
  records.forEach((record, index) => words.push(sizes[index], 0, ...record));
  words.push(3, 0, 0);
  return Buffer.from(Uint16Array.from(words).buffer);
}

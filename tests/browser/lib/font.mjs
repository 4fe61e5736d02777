// A font of two glyphs, made for tests: the missing one, and a box for every letter from A to Z, two em wide.

const EM = 1000;
const LETTERS = 26;

/** Big-endian words; a value is [size in bytes, number]. */
function packed(...values) {
  const bytes = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of values) {
    if (size === 8) at += 8;
    else at = size === 4 ? bytes.writeUInt32BE(value >>> 0, at) : size === 2 ? bytes.writeUInt16BE(value & 0xffff, at) : bytes.writeUInt8(value & 0xff, at);
  }
  return bytes;
}
const u8 = (...values) => values.map((value) => [1, value]);
const u16 = (...values) => values.map((value) => [2, value]);
const u32 = (...values) => values.map((value) => [4, value]);

function tables(family) {
  // One contour of four points: 100,0 to 1900,700.
  const box = packed(...u16(1, 100, 0, 1900, 700, 3, 0), ...u8(1, 1, 1, 1), ...u16(100, 1800, 0, -1800, 0, 0, 700, 0));
  const glyph = Buffer.concat([box, Buffer.alloc(-box.length & 3)]);
  const name = Buffer.from(family, 'utf16le').swap16();
  const names = [1, 4, 6].map((id) => packed(...u16(3, 1, 0x409, id, name.length, 0)));
  return {
    'OS/2': packed(...u16(4, 2 * EM, 400, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 250, 0), ...u8(...Array(10).fill(0)), ...u32(1, 0, 0, 0), ...u32(0x74657374), ...u16(0x40, 0x41, 0x5a, 800, -200, 0, 800, 200), ...u32(1, 0), ...u16(500, 700, 0, 0x20, 1)),
    // Format 4, one segment from A to Z with a list of glyphs.
    cmap: packed(...u16(0, 1, 3, 1), ...u32(12), ...u16(4, 32 + 2 * LETTERS, 0, 4, 4, 1, 0, 0x5a, 0xffff, 0, 0x41, 0xffff, 0, 1, 4, 0), ...u16(...Array(LETTERS).fill(1))),
    glyf: glyph,
    head: packed(...u32(0x10000, 0x10000, 0, 0x5f0f3cf5), ...u16(3, EM), [8, 0], [8, 0], ...u16(100, 0, 1900, 700, 0, 8, 2, 1, 0)),
    hhea: packed(...u32(0x10000), ...u16(800, -200, 0, 2 * EM, 100, 100, 1900, 1, 0, 0, 0, 0, 0, 0, 0, 2)),
    hmtx: packed(...u16(500, 0, 2 * EM, 100)),
    loca: packed(...u32(0, 0, glyph.length)),
    maxp: packed(...u32(0x10000), ...u16(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
    name: Buffer.concat([packed(...u16(0, 3, 6 + 12 * 3)), ...names, name]),
    post: packed(...u32(0x30000, 0), ...u16(-100, 50), ...u32(0, 0, 0, 0, 0)),
  };
}

/** The file's bytes. */
export function font(family) {
  const entries = Object.entries(tables(family));
  const head = packed(...u32(0x10000), ...u16(entries.length, 128, 3, entries.length * 16 - 128));
  let offset = 12 + 16 * entries.length;
  const records = [];
  const bodies = [];
  for (const [tag, body] of entries) {
    const whole = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    let sum = 0;
    for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
    records.push(Buffer.from(tag), packed(...u32(sum, offset, body.length)));
    bodies.push(whole);
    offset += whole.length;
  }
  return Buffer.concat([head, ...records, ...bodies]);
}

/** The same as a document carries it: the first 32 bytes combined with the key (ECMA-376 Part 1, 17.8.1). */
export function obfuscated(bytes, key) {
  const digits = Buffer.from(key.replace(/[^0-9A-F]/gi, ''), 'hex').reverse();
  return Buffer.from(bytes.map((byte, at) => (at < 32 ? byte ^ digits[at % 16] : byte)));
}

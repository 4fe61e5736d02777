// Streams of a compound file ([MS-CFB]): the container that a protected document comes in. Every chain is bounded by the file's
// own size, so that a damaged one ends.

const END = 0xfffffffa;
const HEADER = 512;
const IN_HEADER = 109;

/** The root's streams, by name. */
export function streams(bytes: Uint8Array): Map<string, Uint8Array> {
  const file = new CompoundFile(bytes);
  return file.streams();
}

class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sector: number;
  readonly #fat: number[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sector = 1 << this.#u16(0x1e);
    if (this.#sector !== 512 && this.#sector !== 4096) throw new RangeError('sector size');
    for (const sector of this.#fatSectors()) this.#fat.push(...this.#numbers(this.#sectorAt(sector)));
  }

  streams(): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    const entries = this.#chain(this.#u32(0x30));
    const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
    const small = this.#numbers(this.#chain(this.#u32(0x3c)));
    const cutoff = this.#u32(0x38);
    let mini: Uint8Array = new Uint8Array();
    for (let at = 0; at + 128 <= entries.length; at += 128) {
      const kind = view.getUint8(at + 66);
      const start = view.getUint32(at + 116, true);
      const size = view.getUint32(at + 120, true);
      if (kind === 5) mini = this.#chain(start);
      if (kind !== 2) continue;
      const content = size < cutoff ? smallStream(start, small, mini) : this.#chain(start);
      found.set(nameAt(view, at), content.subarray(0, size));
    }
    return found;
  }

  #fatSectors(): number[] {
    const sectors: number[] = [];
    for (let index = 0; index < IN_HEADER; index++) sectors.push(this.#u32(0x4c + 4 * index));
    let next = this.#u32(0x44);
    for (let left = this.#most; next < END && left > 0; left--) {
      const numbers = this.#numbers(this.#sectorAt(next));
      next = numbers.pop() ?? END;
      sectors.push(...numbers);
    }
    return sectors.filter((sector) => sector < END).slice(0, this.#most);
  }

  #chain(start: number): Uint8Array {
    return chain(start, this.#fat, this.#most, (sector) => this.#sectorAt(sector));
  }

  /** Sectors that the file has room for. */
  get #most(): number {
    return Math.ceil(this.#bytes.length / this.#sector);
  }

  #sectorAt(sector: number): Uint8Array {
    // The header takes a whole sector, of whatever size.
    const at = Math.max(HEADER, this.#sector) + sector * this.#sector;
    return this.#bytes.subarray(at, at + this.#sector);
  }

  #numbers(bytes: Uint8Array): number[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(4 * index, true));
  }

  #u16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  #u32(at: number): number {
    return this.#view.getUint32(at, true);
  }
}

/** A stream in the root's own stream, in sectors of 64 bytes. */
function smallStream(start: number, next: readonly number[], mini: Uint8Array): Uint8Array {
  return chain(start, next, Math.ceil(mini.length / 64), (sector) => mini.subarray(sector * 64, sector * 64 + 64));
}

/** The sectors from `start` on, joined; no more than `most`. */
function chain(start: number, next: readonly number[], most: number, sectorAt: (sector: number) => Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let sector = start;
  while (sector < END && parts.length < most) {
    parts.push(sectorAt(sector));
    sector = next[sector] ?? END;
  }
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function nameAt(view: DataView, at: number): string {
  let name = '';
  const length = Math.min(view.getUint16(at + 64, true), 64);
  for (let index = 0; index + 2 < length; index += 2) name += String.fromCharCode(view.getUint16(at + index, true));
  return name;
}

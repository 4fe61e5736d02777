// Where pages stand in the scrolled content: sizes that are known, a guess for the others, and one zoom for all.

import { PX } from '../paint/fit.js';

/** Room around pages, in CSS pixels at any zoom. */
export const GAP = 16;

/** A4, for pages of which nothing is known. */
const A4 = { width: 595.3, height: 841.9 };

/** A page's paper in points. */
export interface Paper {
  width: number;
  height: number;
}

/** Places of all pages. Indices are from 0. */
export class Geometry {
  #papers: (Paper | undefined)[] = [];
  #usual: Paper = A4;
  #tops: number[] = [];
  #count = 0;
  #factor = 1;
  #abreast = 1;
  #lead = 0;
  /** Breadth and height of all. */
  width = 0;
  height = 0;

  /** Begins again. */
  reset(): void {
    this.#papers = [];
    this.#usual = A4;
    this.resize(0);
  }

  get count(): number {
    return this.#count;
  }

  /** CSS pixels a point takes, at this zoom. */
  get scale(): number {
    return this.#factor * PX;
  }

  /** The zoom. */
  get factor(): number {
    return this.#factor;
  }

  set factor(factor: number) {
    this.#factor = factor;
    this.#place();
  }

  /** Pages side by side. */
  get abreast(): number {
    return this.#abreast;
  }

  set abreast(abreast: number) {
    this.#abreast = abreast;
    this.#place();
  }

  /** Free room above the first page, in CSS pixels. */
  get lead(): number {
    return this.#lead;
  }

  set lead(lead: number) {
    this.#lead = lead;
    this.#place();
  }

  /** Sets the number of pages. */
  resize(count: number): void {
    this.#count = count;
    this.#papers.length = Math.min(this.#papers.length, count);
    this.#place();
  }

  /** Learns a page's paper; whether that moved anything. */
  learn(index: number, paper: Paper): boolean {
    const known = this.paper(index);
    if (!this.#papers.some(Boolean)) this.#usual = paper;
    this.#papers[index] = paper;
    const same = known.width === paper.width && known.height === paper.height;
    if (!same) this.#place();
    return !same;
  }

  /** A page's paper, or the usual one. */
  paper(index: number): Paper {
    return this.#papers[index] ?? this.#usual;
  }

  /** The top of a page. */
  top(index: number): number {
    return this.#tops[index] ?? 0;
  }

  /** The left edge of a page in content of this breadth. */
  left(index: number, breadth: number): number {
    const { width } = this.size(index);
    if (this.#abreast === 1) return Math.max((breadth - width) / 2, 0);
    const middle = Math.max(breadth, this.width) / 2;
    return Math.max(index % 2 === 0 ? middle - GAP / 2 - width : middle + GAP / 2, 0);
  }

  /** A page's size on the screen. */
  size(index: number): Paper {
    const { width, height } = this.paper(index);
    return { width: width * this.scale, height: height * this.scale };
  }

  /** The page at a height, the left one of two; the nearest if it falls between pages. */
  at(y: number): number {
    let low = 0;
    let high = this.#count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top(middle) - GAP / 2 <= y) low = middle;
      else high = middle - 1;
    }
    return Math.max(low - (low % this.#abreast), 0);
  }

  /** The factor at which usual pages take `room` pixels: one landscape sheet must not make all others small. */
  factorForWidth(room: number): number {
    const gaps = (this.#abreast - 1) * GAP;
    return Math.max(room - gaps, 50) / (this.#usual.width * this.#abreast * PX);
  }

  /** The factor at which a page takes no more than a height. */
  factorForHeight(index: number, room: number): number {
    return Math.max(room, 50) / (this.paper(index).height * PX);
  }

  #place(): void {
    this.#tops.length = this.#count;
    let y = this.#lead + GAP;
    let width = 0;
    for (let first = 0; first < this.#count; first += this.#abreast) {
      let height = 0;
      let across = 0;
      for (let index = first; index < Math.min(first + this.#abreast, this.#count); index++) {
        const size = this.size(index);
        this.#tops[index] = y;
        height = Math.max(height, size.height);
        across = Math.max(across, size.width);
      }
      y += height + GAP;
      width = Math.max(width, across * this.#abreast + GAP * (this.#abreast - 1));
    }
    this.height = y;
    this.width = width;
  }
}

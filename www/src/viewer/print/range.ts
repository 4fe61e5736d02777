// Page ranges as people write them.

/** The pages of `1-3, 7`; all of them for an empty text; none if it makes no sense. Full-width figures and commas do as well. */
export function pagesOf(text: string, count: number): number[] {
  const plain = text.normalize('NFKC').replace(/[、，;；]/g, ',').replace(/[–—~～至]/g, '-').trim();
  if (plain === '') return Array.from({ length: count }, (_, index) => index + 1);
  const pages = new Set<number>();
  for (const part of plain.split(/[,\s]+/).filter(Boolean)) {
    const [, first, dash, last] = /^(\d+)(-?)(\d*)$/.exec(part) ?? [];
    if (!first) return [];
    const to = last ? Number(last) : dash ? count : Number(first);
    for (let page = Number(first); page <= Math.min(to, count); page++) if (page >= 1) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}

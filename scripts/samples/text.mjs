// Reads the prose of a sample: a line is a block; `# ` and the like mark its kind, `[name]` stands for something built.
import { readFileSync } from 'node:fs';

/** The lines of `text/NAME` as [mark, text] pairs; empty lines separate and are left out. */
export function lines(name) {
  const text = readFileSync(new URL(`./text/${name}`, import.meta.url), 'utf8');
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => {
      const built = line.match(/^\[(\w+)\]$/);
      if (built) return [built[1], ''];
      const marked = line.match(/^(#+\+?|[@>*-]\+?) ?(.*)$/u);
      return marked ? [marked[1], marked[2]] : ['', line];
    });
}

// npm run api: writes docs/api.md from the types and their comments; `apiText` is what a test compares it with.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../lib/run.mjs';
import { readElement } from './element.mjs';
import { exported } from './read.mjs';

/** The entries of the package, and the functions each gives. */
const ENTRIES = [
  ['docpane', 'The engine alone: `open`, `init`, `DocpaneError`.'],
  ['docpane/element', 'Importing it defines `<docpane-viewer>`; gives `DocpaneViewer` and `init`.'],
  ['docpane/slim', 'The same without files of its own: call `init({ wasm })` first, and `define()` for the tag. Gives `open`, `init`, `define`, `DocpaneViewer`, `DocpaneError`.'],
  ['docpane/inline', 'Everything in one file, the wasm too; importing it defines `<docpane-viewer>`. Gives what `docpane/slim` gives. `docpane/inline.script.js` is the same as a classic script, for `file://`: it sets `globalThis.docpane`.'],
  ['docpane/react', 'The component `DocpaneViewer` for React 18 and later.'],
  ['docpane/vue', 'The component `DocpaneViewer` for Vue 3.4 and later.'],
  ['docpane/embed', 'The other end of `docpane/embed.html`: `embed(iframe)`.'],
  ['docpane/server', 'For Node 20 and later, Deno, Bun and workerd: `open`, `init`, `DocpaneError`.'],
  ['docpane/worker, docpane/docpane_bg.wasm, docpane/docpane_pictures_bg.wasm, docpane/fonts/*', 'Files, for those who place them themselves.'],
  ['docpane/custom-elements.json, docpane/integrity.json', "The element's manifest; the hash of every file."],
];

const FUNCTIONS = ['www/src/engine/document.ts', 'www/src/engine/setup.ts', 'www/src/entry/slim.ts', 'www/src/entry/embed.ts'];
const TYPES = ['document', 'init', 'fonts', 'error', 'metadata', 'element', 'server', 'bridge', 'display'];

const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const code = (text) => `\`${cell(text)}\``;
const table = (head, rows) => (rows.length === 0 ? '' : `| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}\n${rows.map((row) => `| ${row.join(' | ')} |\n`).join('')}\n`);

function elementText() {
  const { description, attributes, properties, methods, events, slots, cssParts, cssProperties } = readElement();
  return [
    '## `<docpane-viewer>`\n\n',
    `${description}\n\n`,
    table(['attribute', ''], attributes.map(({ name, description }) => [code(name), cell(description)])),
    table(['property', 'type', ''], properties.map(({ name, type, description, readonly }) => [code(name), code(type), `${cell(description)}${readonly ? ' Read only.' : ''}`])),
    table(['method', ''], methods.map(({ text, description }) => [code(text), cell(description)])),
    table(['event', 'type', ''], events.map(({ name, type, description }) => [code(name), code(type), cell(description)])),
    table(['slot', ''], slots.map(({ name, description }) => [code(name), cell(description)])),
    table(['custom property', ''], cssProperties.map(({ name, description }) => [code(name), cell(description)])),
    `Parts, for \`::part()\`: ${cssParts.map(code).join(', ')}.\n\n`,
  ].join('');
}

function functionsText() {
  const wanted = new Set(['open', 'init', 'define', 'embed']);
  const rows = FUNCTIONS.flatMap(exported).filter(({ kind, name }) => kind === 'function' && wanted.has(name));
  return `## Functions\n\n${table(['function', ''], rows.map(({ text, comment }) => [code(text), cell(comment)]))}`;
}

function typeText({ name, kind, comment, text, members, extends: parents = [] }) {
  const above = `### ${name}\n\n${comment}${parents.length > 0 ? ` Extends ${parents.map(code).join(', ')}.` : ''}\n\n`;
  if (kind === 'type') return `${above}\`\`\`ts\ntype ${name} = ${text}\n\`\`\`\n\n`;
  const rows = members.map((member) => [code(member.kind === 'method' ? member.text : `${member.name}${member.optional ? '?' : ''}: ${member.type}`), cell(member.comment)]);
  return above + table(['member', ''], rows);
}

/** The text of docs/api.md. */
export function apiText() {
  const types = TYPES.flatMap((name) => exported(`www/src/public/${name}.ts`)).filter(({ kind }) => kind !== 'function');
  return [
    '# The interface\n\nMade from the types by `npm run api`; how to use it is in [embedding.md](embedding.md).\n\n',
    `## Entries\n\n${table(['import', ''], ENTRIES.map(([name, text]) => [code(name), text]))}`,
    functionsText(),
    elementText(),
    '## Types\n\n',
    ...types.map(typeText),
  ].join('').trimEnd() + '\n';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(root, 'docs/api.md'), apiText());

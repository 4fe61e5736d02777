// Writes pkg/dist/custom-elements.json, the Custom Elements Manifest that editors and documentation tools read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.mjs';
import { readElement } from './element.mjs';

const element = readElement();
const path = 'dist/element.js';
const declaration = {
  kind: 'class',
  customElement: true,
  name: 'DocpaneViewer',
  tagName: 'docpane-viewer',
  description: element.description,
  superclass: { name: 'HTMLElement' },
  attributes: element.attributes,
  members: [
    ...element.properties.map(({ name, type, description, readonly }) => ({ kind: 'field', name, type: { text: type }, description, readonly })),
    ...element.methods.map(({ name, text, description }) => ({ kind: 'method', name, description, return: { type: { text: text.slice(text.lastIndexOf('): ') + 3) } } })),
  ],
  events: element.events.map(({ name, type, description }) => ({ name, type: { text: type }, description })),
  slots: element.slots,
  cssParts: element.cssParts.map((name) => ({ name })),
  cssProperties: element.cssProperties,
};
const exports = [
  { kind: 'js', name: 'DocpaneViewer', declaration: { name: 'DocpaneViewer', module: path } },
  { kind: 'custom-element-definition', name: 'docpane-viewer', declaration: { name: 'DocpaneViewer', module: path } },
];
const manifest = { schemaVersion: '2.1.0', readme: 'README.md', modules: [{ kind: 'javascript-module', path, declarations: [declaration], exports }] };
writeFileSync(join(root, 'pkg/dist/custom-elements.json'), `${JSON.stringify(manifest, null, 1)}\n`);

// What `<docpane-viewer>` says of itself in its source: attributes, properties, methods, events, slots, parts, custom properties.
import { exported } from './read.mjs';

/** `name - what it is`; several names with commas between them are one each. */
const split = (text) => {
  const [, names, description] = /^([^\s,]+(?:, [^\s,]+)*)\s+-\s+(.*)$/.exec(text) ?? [null, text, ''];
  return names.split(', ').map((name) => ({ name, description }));
};

/** The element as its source tells it. */
export function readElement() {
  const viewer = exported('www/src/viewer/element.ts').find(({ name }) => name === 'DocpaneViewer');
  const events = exported('www/src/public/element.ts').find(({ name }) => name === 'DocpaneViewerEvents');
  const tagged = (wanted) => viewer.tags.filter(({ tag }) => tag === wanted).flatMap(({ text }) => split(text));
  const setters = new Set(viewer.members.filter(({ kind }) => kind === 'setter').map(({ name }) => name));
  const getters = new Set(viewer.members.filter(({ kind }) => kind === 'getter').map(({ name }) => name));
  const ownLife = /^(connected|disconnected|attributeChanged)Callback$/;
  return {
    description: viewer.comment,
    attributes: tagged('attr'),
    slots: tagged('slot'),
    cssProperties: tagged('cssprop'),
    cssParts: viewer.tags.filter(({ tag }) => tag === 'csspart').flatMap(({ text }) => text.split(/,\s*/)),
    properties: viewer.members
      .filter(({ kind, name }) => kind === 'getter' || (kind === 'setter' && !getters.has(name)))
      .map(({ name, type, comment }) => ({ name, type, description: comment, readonly: !setters.has(name) })),
    methods: viewer.members.filter(({ kind, name }) => kind === 'method' && !ownLife.test(name)).map(({ name, text, comment }) => ({ name, text, description: comment })),
    events: events.members.map(({ name, type, comment }) => ({ name: name.slice(1, -1), type, description: comment })),
  };
}

// Makes src/geometry/presets.txt of the standard's own definitions: node scripts/shapes/presets.mjs presetShapeDefinitions.xml
//
// The file is part of ECMA-376 Part 1 ("OfficeOpenXML-DrawingMLGeometries.zip"), which anyone may use freely. What is kept are its
// facts: adjustments with their defaults, formulas, text boxes, paths. Handles and connection sites are left out, and formulas that no
// path needs; a formula is known by its place, `$4`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.mjs';

const source = readFileSync(process.argv[2], 'utf8').replace(/^\ufeff/, '');
const STEPS = { moveTo: 'M', lnTo: 'L', quadBezTo: 'Q', cubicBezTo: 'C', arcTo: 'A', close: 'Z' };

/** The elements of that name in a text: their attributes and what is in them. The file is plain: no element holds one of its own name. */
function elements(text, name) {
  const found = [];
  for (const [, head, body = ''] of text.matchAll(new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, 'g'))) {
    const attributes = Object.fromEntries([...(head ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
    found.push({ attributes, body });
  }
  return found;
}

/** The steps of a path as words. */
function steps(body) {
  const words = [];
  for (const [, name, head, inner = ''] of body.matchAll(/<(moveTo|lnTo|quadBezTo|cubicBezTo|arcTo|close)(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/\1>)/g)) {
    words.push(STEPS[name]);
    if (name === 'arcTo') {
      const { attributes } = elements(`<arcTo${head}/>`, 'arcTo')[0];
      words.push(attributes.wR, attributes.hR, attributes.stAng, attributes.swAng);
    }
    for (const { attributes } of elements(inner, 'pt')) words.push(attributes.x, attributes.y);
  }
  return words;
}

function line(name, body) {
  const list = (element) => elements(elements(body, element)[0]?.body ?? '', 'gd').map(({ attributes }) => attributes);
  const adjustments = list('avLst').map(({ name, fmla }) => ({ name, words: fmla.split(/\s+/) }));
  const formulas = list('gdLst').map(({ name, fmla }) => ({ name, words: fmla.trim().split(/\s+/) }));
  const box = elements(body, 'rect')[0]?.attributes;
  const text = box ? [box.l, box.t, box.r, box.b] : [];
  const paths = elements(elements(body, 'pathLst')[0].body, 'path').map(({ attributes, body }) => ({ ...attributes, words: steps(body) }));
  const needed = new Set([...text, ...paths.flatMap(({ words }) => words)]);
  const kept = [];
  for (const formula of formulas.reverse()) {
    if (!needed.has(formula.name)) continue;
    kept.unshift(formula);
    for (const word of formula.words.slice(1)) needed.add(word);
  }
  const places = new Map();
  const placed = (word) => places.get(word) ?? word;
  const numbered = [...adjustments, ...kept].map(({ name, words }, index) => {
    const mapped = [words[0], ...words.slice(1).map(placed)];
    // A name may be given twice; then the later one holds from there on.
    places.set(name, `$${index}`);
    return mapped.join(' ');
  });
  const isOff = (value) => value === 'false' || value === '0';
  const head = ({ w = '-', h = '-', fill = 'norm', stroke }) => `${w} ${h} ${fill} ${isOff(stroke) ? 0 : 1}`;
  return [
    name,
    adjustments.map(({ name, words }) => `${name} ${words[1]}`).join(','),
    numbered.slice(adjustments.length).join(','),
    text.map(placed).join(' '),
    paths.map((path) => `${head(path)}:${path.words.map((word) => (word.length === 1 && /[MLQCAZ]/.test(word) ? word : placed(word))).join(' ')}`).join(';'),
  ].join('|');
}

const inner = source.slice(source.indexOf('>', source.indexOf('<presetShapeDefinit')) + 1, source.lastIndexOf('</'));
const shapes = [...inner.matchAll(/^ {2}<(\w+)>([\s\S]*?)^ {2}<\/\1>/gm)].map(([, name, body]) => line(name, body));
writeFileSync(join(root, 'src/geometry/presets.txt'), `${shapes.sort().join('\n')}\n`);
console.log(`${shapes.length} shapes`);

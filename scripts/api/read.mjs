// What the sources declare, with their comments: read by TypeScript's own parser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-api';
import { root } from '../lib/run.mjs';

/** A source file, parsed. */
export function parse(path) {
  return ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The sentences of a declaration's comment. */
export function comment(node) {
  const [doc] = (node.jsDoc ?? []).slice(-1);
  return doc ? (ts.getTextOfJSDocComment(doc.comment) ?? '').replace(/\s+/g, ' ').trim() : '';
}

/** The tags of a declaration's comment: `[{ tag, text }]`. */
export function tags(node) {
  const text = node.jsDoc?.at(-1)?.getText() ?? '';
  return [...text.matchAll(/^\s*\*\s*@(\w+)\s+(.*)$/gm)].map(([, tag, rest]) => ({ tag, text: rest.trim() }));
}

/** The exported declarations of a file: `[{ name, kind, text, comment, members }]`. */
export function exported(path) {
  return parse(path).statements.filter(isExported).flatMap((node) => declared(node));
}

function isExported(node) {
  return ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
}

function declared(node) {
  if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
    const extended = node.heritageClauses?.filter((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword).flatMap((clause) => clause.types.map((type) => type.getText())) ?? [];
    return [{ name: node.name.text, kind: ts.isClassDeclaration(node) ? 'class' : 'interface', comment: comment(node), tags: tags(node), extends: extended, members: node.members.flatMap(member) }];
  }
  if (ts.isTypeAliasDeclaration(node)) return [{ name: node.name.text, kind: 'type', comment: comment(node), text: unindented(node.type) }];
  if (ts.isFunctionDeclaration(node)) return [{ name: node.name.text, kind: 'function', comment: comment(node), text: signature(node) }];
  return [];
}

/** A member that callers see; `null` members (private ones) are left out. */
function member(node) {
  const name = node.name?.getText() ?? '';
  const hidden = name.startsWith('#') || ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.StaticKeyword);
  if (hidden || ts.isConstructorDeclaration(node) || !node.jsDoc && !ts.isPropertySignature(node) && !ts.isSetAccessor(node)) return [];
  const optional = node.questionToken ? '?' : '';
  const base = { name, comment: comment(node), optional: Boolean(optional) };
  if (ts.isMethodSignature(node) || ts.isMethodDeclaration(node)) return [{ ...base, kind: 'method', text: signature(node) }];
  if (ts.isGetAccessor(node)) return [{ ...base, kind: 'getter', type: node.type?.getText() ?? '' }];
  if (ts.isSetAccessor(node)) return [{ ...base, kind: 'setter', type: node.parameters[0]?.type?.getText() ?? '' }];
  if (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) return [{ ...base, kind: 'field', type: node.type?.getText().replace(/\s+/g, ' ') ?? '' }];
  return [];
}

function signature(node) {
  const parameters = node.parameters.map((parameter) => {
    const type = parameter.type?.getText() ?? (parameter.initializer && ts.isStringLiteral(parameter.initializer) ? 'string' : 'unknown');
    const name = ts.isIdentifier(parameter.name) ? parameter.name.text : 'options';
    return `${name}${parameter.questionToken || parameter.initializer ? '?' : ''}: ${type}`;
  });
  return `${node.name.getText()}(${parameters.join(', ')}): ${node.type?.getText() ?? 'void'}`;
}

function unindented(node) {
  return node.getText().replace(/\n {2}/g, '\n');
}

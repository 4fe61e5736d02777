// The demo's server: files of a few folders on 127.0.0.1, with the policy that docpane promises to work under.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from './run.mjs';

/** No inline script or style, no eval, nothing from elsewhere. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const MOUNTS = { '/docpane/': 'pkg/dist', '/samples/': 'samples', '/src/': 'www/src', '/': 'www' };

/**
 * Serves on 127.0.0.1 (any free port if `port` is taken or 0). `mounts` adds `{ '/prefix/': folder }`; folders are
 * absolute or from the root. `headers` are added to each answer; `packed` sends brotli and lets browsers keep what they have.
 * Resolves with `{ address, close }`.
 */
export async function serve({ port = 0, mounts = {}, policy = POLICY, headers = {}, packed = false } = {}) {
  const all = Object.entries({ ...MOUNTS, ...mounts }).sort((a, b) => b[0].length - a[0].length);
  const own = packed ? { ...headers, 'cache-control': 'max-age=31536000, immutable' } : headers;
  const server = createServer((request, response) => answer(request, response, all, { policy, own, packed }));
  const listen = (at) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => resolve(server.off('error', reject)));
    });
  await listen(port).catch(() => listen(0));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

function answer(request, response, mounts, { policy, own, packed }) {
  const path = decodePath(request.url);
  const headers = {
    ...(policy && { 'content-security-policy': policy }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
    ...own,
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, headers).end();
  if (path === '/samples/index.json') {
    return void response.writeHead(200, { ...headers, 'content-type': TYPES['.json'] }).end(JSON.stringify(samples()));
  }
  const file = path && find(path, mounts);
  if (!file) return void response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('Not found\n');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  if (packed && !/\.(docx|woff2)$/.test(file)) {
    const bytes = brotli(file);
    return void response.writeHead(200, { ...headers, 'content-type': type, 'content-encoding': 'br', 'content-length': bytes.length }).end(bytes);
  }
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': statSync(file).size });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file).pipe(response);
}

const brotlied = new Map();

function brotli(file) {
  if (!brotlied.has(file)) brotlied.set(file, brotliCompressSync(readFileSync(file)));
  return brotlied.get(file);
}

function decodePath(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
}

/** The file behind a path, or null; nothing outside the mounted folders, no hidden files. */
function find(path, mounts) {
  if (path.includes('\0') || path.split('/').some((part) => part.startsWith('.'))) return null;
  const [prefix, folder] = mounts.find(([prefix]) => path.startsWith(prefix));
  const base = folder.startsWith('/') ? folder : join(root, folder);
  const rest = path.slice(prefix.length) || 'index.html';
  const file = normalize(join(base, rest.endsWith('/') ? `${rest}index.html` : rest));
  if (!file.startsWith(base + sep) || !existsSync(file) || !statSync(file).isFile()) return null;
  return file;
}

function samples() {
  const folder = join(root, 'samples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.docx'))
    .sort()
    .map((name) => ({ name, size: statSync(join(folder, name)).size }));
}

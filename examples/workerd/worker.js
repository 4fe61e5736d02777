// A service for the edge: a DOCX comes in by POST; /json answers with metadata and text, /html with its first pages, /svg with one.
// What runs many of these is the platform's business (workerd, a queue, a load balancer): each request stands by itself.
import { DocpaneError, open } from 'docpane/server';

const MOST_BYTES = 32 * 2 ** 20;

const STATUS = { TooLarge: 413, NoSuchPage: 404, Crashed: 500, NoEngine: 500 };

async function answer(request) {
  const { pathname, searchParams } = new URL(request.url);
  if (request.method !== 'POST') return new Response('POST a DOCX to /json, /html?pages=3 or /svg?page=1\n', { status: 405 });
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) throw new DocpaneError('TooLarge', `${bytes.byteLength} bytes`);
  const doc = await open(bytes);
  try {
    if (pathname === '/json') return Response.json({ metadata: doc.metadata, pageCount: doc.pageCount, outline: doc.outline(), text: doc.text() });
    if (pathname === '/html') return typed('text/html', doc.html({ pages: [1, Number(searchParams.get('pages') ?? 3)] }));
    if (pathname === '/svg') return typed('image/svg+xml', doc.svg(Number(searchParams.get('page') ?? 1)));
    return new Response('Not found\n', { status: 404 });
  } finally {
    doc.close();
  }
}

function typed(type, text) {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'" } });
}

export default {
  async fetch(request) {
    try {
      return await answer(request);
    } catch (error) {
      const kind = error instanceof DocpaneError ? error.kind : 'Crashed';
      return Response.json({ kind, message: String(error.message) }, { status: STATUS[kind] ?? 422 });
    }
  },
};

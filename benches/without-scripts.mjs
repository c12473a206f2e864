// The same site with its scripts taken out: a proxy on the loopback. The
// embedded documents stay: they are data, and their bytes belong to both.

import { createServer, request } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

const SCRIPT = /<script(?![^>]*type="?application\/(?:ld\+)?json)[^>]*>[\s\S]*?<\/script>/gi;
const PRELOAD = /<link[^>]*(?:rel="?modulepreload|as="?(?:script|fetch))[^>]*>/gi;

/** Starts the proxy; `close` ends it. */
export async function withoutScripts(origin) {
  const pages = new Map();
  const server = createServer((incoming, outgoing) => {
    const fail = error => {
      outgoing.writeHead(502, { 'content-type': 'text/plain' });
      outgoing.end(error.message);
    };
    const headers = { ...incoming.headers, host: new URL(origin).host };
    const html = (headers.accept ?? '').includes('text/html');
    if (html) headers['accept-encoding'] = 'identity';
    const upstream = request(origin + incoming.url, { method: incoming.method, headers }, answer => {
      if (!html || !String(answer.headers['content-type']).startsWith('text/html')) {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      const pieces = [];
      answer.on('data', piece => pieces.push(piece));
      answer.on('end', () => {
        try {
          if (!pages.has(incoming.url)) pages.set(incoming.url, stripped(Buffer.concat(pieces).toString()));
          const body = pages.get(incoming.url);
          const { etag, 'accept-ranges': ranges, 'transfer-encoding': chunks, ...rest } = answer.headers;
          outgoing.writeHead(answer.statusCode, { ...rest, 'content-encoding': 'br', 'content-length': body.length });
          outgoing.end(body);
        } catch (error) {
          fail(error);
        }
      });
    });
    upstream.on('error', fail);
    incoming.pipe(upstream);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

// Compressed as publishing does it.
function stripped(html) {
  const bare = html.replace(PRELOAD, '').replace(SCRIPT, '');
  if (bare === html) throw new Error('there was no script to take out');
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return brotliCompressSync(bare, { params });
}

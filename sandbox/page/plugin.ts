import type { FastifyInstance, FastifyReply } from 'fastify';
import { bundlePage } from './bundle.ts';
import { CONTENT_SECURITY_POLICY, PAGE_HTML } from './document.ts';

function send(reply: FastifyReply, type: string, body: string): FastifyReply {
  return reply
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cache-control', 'no-store')
    .type(`${type}; charset=utf-8`)
    .send(body);
}

/**
 * Fastify plugin that serves the sandbox's page at `/`, `/page/app.js` and `/page/app.css`.
 * Builds the client once, in memory, when it is registered; rejects when the client does not build.
 */
export async function pagePlugin(app: FastifyInstance): Promise<void> {
  const { js, css } = await bundlePage();
  app.get('/', (_request, reply) => send(reply, 'text/html', PAGE_HTML));
  app.get('/page/app.js', (_request, reply) => send(reply, 'text/javascript', js));
  app.get('/page/app.css', (_request, reply) => send(reply, 'text/css', css));
}

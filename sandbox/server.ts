/** Who may talk to the server: this machine under its loopback names, and pages of its own. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/** Something that takes over an upgraded connection. */
export interface Upgradable {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Whether a request names a loopback host and comes from no other site (DNS rebinding, cross-site requests). */
export function isOwn(headers: IncomingMessage['headers']): boolean {
  const { host, origin } = headers;
  if (!LOOPBACK.test(host ?? '')) return false;
  return origin === undefined || origin === `http://${host}`;
}

/** Answers 403 to every request with a foreign Host or Origin. */
export function refuseForeign(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (isOwn(request.raw.headers)) return undefined;
    return reply.code(403).send({ message: 'The sandbox answers this machine only', code: 0 });
  });
}

/** Hands WebSockets to the gateway or the page; every other upgrade is refused. */
export function splitUpgrades(server: Server, gateway: Upgradable, live: Upgradable): void {
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!isOwn(request.headers)) return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    if (/^\/gateway(\/|$)/.test(pathname)) return gateway.upgrade(request, socket, head);
    if (pathname === '/page/live') return live.upgrade(request, socket, head);
    return socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
}

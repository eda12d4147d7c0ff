/** Requests of the bots to the sandbox, watched from outside: at the HTTP server that they arrive at. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** begun: arrived, nothing done. accepted: done, the answer not out. answered: the answer has left. */
export type RequestMoment = 'begun' | 'accepted' | 'answered';

/** send: a message that the bot starts by itself. callback: the answer to a command or press. */
export type RequestTarget = 'send' | 'callback' | 'any';

/** The requests of one process. */
export interface RequestTraps {
  /** Calls `spring` once, at that moment of the `nth` such request from now; a new trap replaces an old one. */
  arm(
    trap: { readonly moment: RequestMoment; readonly target: RequestTarget; readonly nth: number },
    spring: () => void,
  ): void;
  disarm(): void;
  /** Settles when every connection that is open now has closed: what a dead bot had sent has then arrived. */
  allClosed(): Promise<void>;
}

export interface RequestWatch {
  /** The process that calls the sandbox by this name. */
  of(host: string): RequestTraps;
}

const PATTERNS: Readonly<Record<RequestTarget, RegExp>> = {
  send: /^POST \/api\/v10\/channels\/\d+\/messages$/,
  callback: /^POST \/api\/v10\/interactions\/|^(PATCH|POST) \/api\/v10\/webhooks\//,
  any: /\/api\/v10\//,
};

interface Trap {
  readonly moment: RequestMoment;
  readonly pattern: RegExp;
  left: number;
  readonly spring: () => void;
}

/** Watches a listening server; `onSent` hears of every send that was answered with a message, and from whom it came. */
export function watchRequests(server: Server, onSent: (host: string) => void): RequestWatch {
  /** Whose a connection is; null: nothing was asked on it yet. */
  const sockets = new Map<Socket, string | null>();
  const armed = new Map<string, Trap>();

  server.on('connection', (socket: Socket) => {
    sockets.set(socket, null);
    socket.on('close', () => sockets.delete(socket));
  });
  // The gateway's connections carry no requests.
  server.prependListener('upgrade', (_: IncomingMessage, socket: Socket) => void sockets.delete(socket));

  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const what = `${request.method} ${request.url}`;
    if (sockets.has(request.socket)) sockets.set(request.socket, host);
    if (PATTERNS.send.test(what)) response.once('finish', () => response.statusCode === 200 && onSent(host));
    const trap = armed.get(host);
    if (!trap?.pattern.test(what)) return;
    trap.left -= 1;
    if (trap.left > 0) return;
    armed.delete(host);
    if (trap.moment === 'begun') trap.spring();
    else if (trap.moment === 'answered') response.once('finish', trap.spring);
    else springBeforeAnswer(response, trap.spring);
  });

  return {
    of: (host) => ({
      arm: ({ moment, target, nth }, spring) =>
        void armed.set(host, { moment, pattern: PATTERNS[target], left: nth, spring }),
      disarm: () => void armed.delete(host),
      async allClosed() {
        const own = [...sockets].filter(([, whose]) => whose === host || whose === null);
        await Promise.all(own.map(([socket]) => new Promise<void>((done) => socket.once('close', done))));
      },
    }),
  };
}

/** The head is the first of an answer that leaves, and everything asked for is done by then. */
function springBeforeAnswer(response: ServerResponse, spring: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    spring();
    return writeHead(...args);
  };
}

/** Moments of the bot's requests to the sandbox, caught from outside: at the HTTP server that they arrive at. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** begun: arrived, nothing done. accepted: done, the answer not out. answered: the answer has left. */
export type RequestMoment = 'begun' | 'accepted' | 'answered';

/** send: a message that the bot starts by itself. callback: the answer to a command or press. */
export type RequestTarget = 'send' | 'callback' | 'any';

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

const PATTERNS: Readonly<Record<RequestTarget, RegExp>> = {
  send: /^POST \/api\/v10\/channels\/\d+\/messages$/,
  callback: /^POST \/api\/v10\/interactions\/|^(PATCH|POST) \/api\/v10\/webhooks\//,
  any: /\/api\/v10\//,
};

/** Watches a listening server; page requests never count. */
export function watchRequests(server: Server): RequestTraps {
  const sockets = new Set<Socket>();
  let armed: { moment: RequestMoment; pattern: RegExp; left: number; spring: () => void } | null = null;

  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    if (armed === null || !armed.pattern.test(`${request.method} ${request.url}`)) return;
    armed.left -= 1;
    if (armed.left > 0) return;
    const { moment, spring } = armed;
    armed = null;
    if (moment === 'begun') spring();
    else if (moment === 'answered') response.once('finish', spring);
    else springBeforeAnswer(response, spring);
  });

  return {
    arm({ moment, target, nth }, spring) {
      armed = { moment, pattern: PATTERNS[target], left: nth, spring };
    },
    disarm() {
      armed = null;
    },
    async allClosed() {
      const closings = [...sockets].map((socket) => new Promise<void>((done) => socket.once('close', done)));
      await Promise.all(closings);
    },
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

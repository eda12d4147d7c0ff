/** The open pages: each gets a View at once, and again after every change. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Upgradable } from '../server.ts';
import type { Stage } from './stage.ts';

const MAX_PAGES = 100;
/** Close code for a person or guild that does not exist. */
const UNKNOWN_PERSON = 4404;

interface Page {
  readonly socket: WebSocket;
  readonly guildId: string | null;
  readonly userId: string | null;
}

export interface Pages extends Upgradable {
  /** Sends every page its View, once for all the changes of this turn of the event loop. */
  refresh(): void;
  close(): void;
}

function show(stage: Stage, page: Page): void {
  const acting = stage.acting(page.guildId, page.userId);
  if (!acting) page.socket.close(UNKNOWN_PERSON, 'There is no such person or server in the sandbox');
  else if (page.socket.readyState === page.socket.OPEN) page.socket.send(JSON.stringify(stage.view(acting)));
}

/** Serves the WebSocket of the page. */
export function createPages(stage: Stage): Pages {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const pages = new Set<Page>();
  let scheduled = false;
  const accept = (socket: WebSocket, query: URLSearchParams) => {
    const page: Page = { socket, guildId: query.get('guild'), userId: query.get('as') };
    pages.add(page);
    socket.on('close', () => pages.delete(page));
    socket.on('error', () => socket.terminate());
    show(stage, page);
  };
  return {
    refresh() {
      if (scheduled || pages.size === 0) return;
      scheduled = true;
      setImmediate(() => {
        scheduled = false;
        for (const page of pages) show(stage, page);
      });
    },
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      if (pages.size >= MAX_PAGES) {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
        return;
      }
      const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
      server.handleUpgrade(request, socket, head, (accepted) => accept(accepted, query));
    },
    close() {
      for (const page of pages) page.socket.terminate();
      server.close();
    },
  };
}

/** The page's line to the sandbox: views come in by WebSocket, acts go out by POST. Reconnects for ever. */
import type { Act, ActResult, View } from '../../protocol.ts';

export type LineState = 'connecting' | 'open' | 'lost';

export interface Live {
  /** Sends an act as the present account; resolves with an error text instead of rejecting. */
  act(act: Act): Promise<ActResult>;
  close(): void;
}

interface Listeners {
  onView(view: View): void;
  onState(state: LineState): void;
}

const FIRST_RETRY_MS = 400;
const LAST_RETRY_MS = 4000;
const NO_SUCH_ACCOUNT = 4404;

function query(userId: string | null): string {
  return userId === null ? '' : `?as=${encodeURIComponent(userId)}`;
}

function isView(value: unknown): value is View {
  return typeof value === 'object' && value !== null && 'me' in value && 'channels' in value;
}

async function post(act: Act, userId: string | null): Promise<ActResult> {
  try {
    const response = await fetch(`/page/act${query(userId)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    const body: Partial<ActResult> = await response.json();
    const error = body.error ?? (response.ok ? null : `The sandbox refused that (${response.status}).`);
    return { error, choices: body.choices ?? null };
  } catch {
    return { error: 'The sandbox does not answer. Is it still running?', choices: null };
  }
}

/** Opens the line for one account (null: the server's first) and keeps it open until closed. */
export function connect(userId: string | null, listeners: Listeners): Live {
  let socket: WebSocket | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let attempts = 0;
  let self = userId;

  const open = () => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const opened = new WebSocket(`${scheme}://${location.host}/page/live${query(self)}`);
    socket = opened;
    opened.onmessage = (event) => {
      const parsed: unknown = JSON.parse(String(event.data));
      if (closed || !isView(parsed)) return;
      attempts = 0;
      self = parsed.me.userId;
      listeners.onState('open');
      listeners.onView(parsed);
    };
    opened.onclose = (event) => {
      if (closed) return;
      listeners.onState('lost');
      // A restarted sandbox has new accounts: begin again with its first.
      if (event.code === NO_SUCH_ACCOUNT) self = null;
      attempts += 1;
      retry = setTimeout(open, Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LAST_RETRY_MS));
    };
  };

  listeners.onState('connecting');
  open();
  return {
    act: (act) => post(act, self),
    close: () => {
      closed = true;
      clearTimeout(retry);
      socket?.close();
    },
  };
}

import type { Json } from './json.ts';

/** An answer that Discord gives instead of doing what was asked. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Json | null;

  constructor(status: number, code: number, message: string, errors: Json | null = null) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The body as Discord sends it. */
  body(): Json {
    const body = { message: this.message, code: this.code };
    return this.errors === null ? body : { ...body, errors: this.errors };
  }
}

const KNOWN: Readonly<Record<number, readonly [number, string]>> = {
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20026: [403, 'Your bot has been flagged by our anti-spam system for abusive behavior'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached'],
  40003: [403, 'You are opening direct messages too fast.'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50027: [401, 'Invalid Webhook Token'],
  50033: [400, 'Invalid Recipient(s)'],
  50109: [400, 'The request body contains invalid JSON.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
};

/** The error of one of Discord's codes; an unlisted code becomes a 400. */
export function discordError(code: number): DiscordError {
  const [status, message] = KNOWN[code] ?? [400, `Error ${code}`];
  return new DiscordError(status, code, message);
}

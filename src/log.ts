/** The log: JSON lines on standard output, and never a word about anybody's health. */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/**
 * A logger whose `err` keeps an error's kind, code and place but not its message, which may quote what was typed.
 * It writes to standard output, or to a given stream.
 */
export function createLog(level: Config['logLevel'], to?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: withoutWords } };
  return to === undefined ? pino(options) : pino(options, to);
}

function withoutWords(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const places = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { type: error.name, ...('code' in error ? { code: error.code } : {}), stack: places?.join('\n') };
}

import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { DatabaseUnreachableError } from './errors.ts';

/** One line on why a PostgreSQL server cannot be used; never holds the password or the URL. */
export function describeUnreachable(
  address: { readonly shown: string },
  error: unknown,
): DatabaseUnreachableError {
  const [reason, remedy] = explain(codeOf(error));
  return new DatabaseUnreachableError(`Cannot use the database at ${address.shown}: ${reason}. ${remedy}.`, {
    cause: error,
  });
}

function explain(code: string): readonly [reason: string, remedy: string] {
  switch (code) {
    case 'ECONNREFUSED':
      return ['nothing answers there', 'Check that PostgreSQL runs, and host and port in DATABASE_URL'];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return ['its host name is unknown', 'Check the host in DATABASE_URL'];
    case '28P01':
    case '28000':
      return ['it refuses user or password', "Check both in DATABASE_URL, and the server's pg_hba.conf"];
    case '3D000':
      return ['that database does not exist', 'Create it, or correct its name in DATABASE_URL'];
    case '42501':
      return ['this user may not do that', 'Give the user of DATABASE_URL the rights to its database'];
    case '53300':
      return ['it has no connection left', 'Close other programs that use it, or raise its max_connections'];
    case '57P03':
      return ['it is starting up or shutting down', 'Try again in a minute'];
    case 'ETIMEDOUT':
      return ['it does not answer in time', 'Check host, port and firewall'];
    default:
      return [`connecting failed (${code})`, "Check DATABASE_URL and the server's log"];
  }
}

/** The driver gives a time-out no code, and wraps several addresses of one host into one error. */
function codeOf(error: unknown): string {
  if (isDriverAdapterError(error)) return error.cause.originalCode ?? error.cause.kind;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return 'unknown error';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /time-?out/i.test(error.message) ? 'ETIMEDOUT' : error.name;
}

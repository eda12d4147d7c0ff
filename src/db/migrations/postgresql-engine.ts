/**
 * Makes adapter-pg 7.10.0 and the schema engine get along. The engine reads PostgreSQL's catalogue, where some
 * columns are of the one-byte type "char"; the adapter refuses that type, and the engine insists on it. So such a
 * column is announced to the adapter as uuid, which the catalogue does not use, and passed on as a character.
 */
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlResultSet } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** PostgreSQL's numbers for the types "char" and uuid. */
const CHAR = 18;
const UUID = 2950;
const CONNECT_TIMEOUT_MS = 5_000;

interface RowDescription {
  readonly fields: { dataTypeID: number }[];
}

/** A pool for the engine, with UTC sessions; its adapter's results need readCharacters. */
export function createEnginePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'backstraight migration',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    onConnect: async (client) => {
      if (client instanceof pg.Client) announceCharAsUuid(client);
      await client.query("SET TIME ZONE 'UTC'");
    },
    ...config,
  });
  // A connection that breaks while idle shows in the next query.
  pool.on('error', () => undefined);
  return pool;
}

function announceCharAsUuid(client: pg.Client): void {
  client.connection.prependListener('rowDescription', ({ fields }: RowDescription) => {
    for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = UUID;
  });
}

/** The other half: what came as uuid is a "char". */
export function readCharacters(result: SqlResultSet): SqlResultSet {
  const columnTypes = result.columnTypes.map((type) =>
    type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}

/** An adapter on an engine pool, as the engine takes it. */
export function readingCharacters(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (query) => readCharacters(await adapter.queryRaw(query)),
    executeRaw: (query) => adapter.executeRaw(query),
    executeScript: async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    },
    startTransaction: (isolationLevel) => adapter.startTransaction(isolationLevel),
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose: () => adapter.dispose(),
  };
}

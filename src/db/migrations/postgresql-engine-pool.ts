import pg from 'pg';

/** PostgreSQL's numbers for the types "char" (one byte, used by its own catalogue only) and text. */
const CHAR = 18;
const TEXT = 25;
const CONNECT_TIMEOUT_MS = 5_000;

interface RowDescription {
  readonly fields: { dataTypeID: number }[];
}

/**
 * A pool whose connections Prisma's adapter and schema engine get along with: the engine reads PostgreSQL's
 * catalogue, where some columns are "char", and adapter-pg 7.10.0 refuses that type; so it is shown as text.
 */
export function createEnginePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'backstraight migration',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    onConnect: async (client) => {
      if (client instanceof pg.Client) showCharAsText(client);
      await client.query("SET TIME ZONE 'UTC'");
    },
    ...config,
  });
  // A connection that breaks while idle shows in the next query.
  pool.on('error', () => undefined);
  return pool;
}

function showCharAsText(client: pg.Client): void {
  client.connection.prependListener('rowDescription', ({ fields }: RowDescription) => {
    for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
  });
}

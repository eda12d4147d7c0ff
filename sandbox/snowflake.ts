const DISCORD_EPOCH = 1_420_070_400_000n;
const LOW_BITS = 22n;
const LOW_MASK = 0x3fffff;

/** Makes Discord ids: sandbox milliseconds above, a counter in the low 22 bits so that order survives a frozen clock. */
export function createSnowflakes(now: () => Date): () => string {
  let counter = 0;
  let last = 0n;
  return () => {
    counter = (counter + 1) & LOW_MASK;
    let id = ((BigInt(now().getTime()) - DISCORD_EPOCH) << LOW_BITS) | BigInt(counter);
    if (id <= last && last - id <= BigInt(LOW_MASK)) id = last + 1n;
    last = id;
    return id.toString();
  };
}

/** Milliseconds since 1970 at which an id was made. */
export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> LOW_BITS) + DISCORD_EPOCH);
}

/** Whether a value looks like an id: 1 to 20 digits. */
export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}

import type { FastifyInstance } from 'fastify';
import type { RestContext } from './context.ts';

const STARTS_A_DAY = 1000;
const DAY_MS = 86_400_000;

/** GET /gateway and /gateway/bot. */
export function gatewayRoutes(api: FastifyInstance, { world, gateway }: RestContext): void {
  const url = () => `${world.origin.replace('http', 'ws')}/gateway`;
  api.get('/gateway', async () => ({ url: url() }));
  api.get('/gateway/bot', async () => ({
    url: url(),
    shards: 1,
    session_start_limit: {
      total: STARTS_A_DAY,
      remaining: Math.max(1, STARTS_A_DAY - gateway.counts.identified),
      reset_after: DAY_MS,
      max_concurrency: 1,
    },
  }));
}

import type { FastifyInstance } from 'fastify';
import { asJson, asText } from '../json.ts';
import type { World } from '../world.ts';

/** Serves uploaded files at the URLs that messages carry. */
export function mountAttachments(server: FastifyInstance, world: World): void {
  server.get('/attachments/*', async (request, reply) => {
    const file = world.files.get(asText(asJson(request.params)['*']));
    if (!file) return reply.code(404).send({ message: '404: Not Found', code: 0 });
    return reply
      .header(
        'content-type',
        /^image\//.test(file.contentType) ? file.contentType : 'application/octet-stream',
      )
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'")
      .header('cache-control', 'private, max-age=3600')
      .send(file.bytes);
  });
}

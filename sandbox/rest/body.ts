/** Request bodies: JSON, or multipart with `payload_json` and `files[n]`. */

import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { discordError } from '../errors.ts';
import { isJson, type Json } from '../json.ts';
import type { Upload } from '../world/files.ts';

const FILE_BYTES = 10 * 1024 * 1024;
const JSON_BYTES = 2 * 1024 * 1024;
const MAX_FILES = 10;

/** A request's body after unpacking. */
export interface ParsedBody {
  /** The JSON body, or the parsed `payload_json`; null without a body. */
  readonly json: unknown;
  readonly files: readonly Upload[];
}

declare module 'fastify' {
  interface FastifyRequest {
    parsed: ParsedBody;
    /** The fault "accepted, but the answer was lost" is on this request. */
    lost: boolean;
  }
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    throw discordError(50109);
  }
}

async function readMultipart(request: FastifyRequest): Promise<ParsedBody> {
  const files: Upload[] = [];
  let json: unknown = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname === 'payload_json') json = parseJson(String(part.value));
      continue;
    }
    const bytes = await part.toBuffer();
    const index = Number(/^files\[(\d+)\]$/.exec(part.fieldname)?.[1] ?? files.length);
    files.push({ index, name: part.filename, contentType: part.mimetype, bytes });
  }
  return { json, files };
}

/** Teaches a server to read bodies as Discord does; `request.parsed` holds the result. */
export async function readBodies(server: FastifyInstance): Promise<void> {
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: JSON_BYTES },
    async (_: unknown, text: string) => parseJson(text),
  );
  await server.register(multipart, {
    limits: {
      fileSize: FILE_BYTES,
      files: MAX_FILES,
      fields: 20,
      fieldSize: JSON_BYTES,
      parts: MAX_FILES + 20,
    },
  });
  server.decorateRequest('parsed');
  server.decorateRequest('lost', false);
  server.addHook('preHandler', async (request) => {
    request.parsed = request.isMultipart()
      ? await readMultipart(request)
      : { json: request.body ?? null, files: [] };
  });
}

/** The body as an object; anything else is invalid JSON to Discord. */
export function objectBody(request: FastifyRequest): Json {
  const { json } = request.parsed;
  if (json === null) return {};
  if (!isJson(json)) throw discordError(50109);
  return json;
}

/** Uploaded files, kept in memory and served at loopback URLs. */
import type { APIAttachment } from 'discord-api-types/v10';
import { asText, type Json } from '../json.ts';
import type { World } from '../world.ts';

/** A file as it came in a multipart body: the n of `files[n]`, its name and bytes. */
export interface Upload {
  readonly index: number;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Width and height of a PNG from its header; null for anything else. */
function pngSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Keeps an upload; `described` is its entry in the body's `attachments`. The oldest files go beyond the bound. */
export function keepFile(world: World, channelId: string, upload: Upload, described: Json): APIAttachment {
  const id = world.newId();
  const filename = asText(described.filename, upload.name).replace(/[^\w.-]+/g, '_');
  const path = `${channelId}/${id}/${filename}`;
  const url = `${world.origin}/attachments/${path}`;
  const description = asText(described.description);
  const attachment: APIAttachment = {
    id,
    filename,
    size: upload.bytes.length,
    url,
    proxy_url: url,
    content_type: upload.contentType,
    ...(description === '' ? {} : { description }),
    ...(pngSize(upload.bytes) ?? {}),
  };
  world.files.set(path, { attachment, bytes: upload.bytes, contentType: upload.contentType });
  for (const oldest of world.files.keys()) {
    if (world.files.size <= world.limits.files) break;
    world.files.delete(oldest);
  }
  return attachment;
}

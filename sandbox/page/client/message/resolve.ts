import type { APIEmbed, APIMessage } from 'discord-api-types/v10';

interface Resolved {
  readonly embeds: readonly APIEmbed[];
  /** Attachments that no embed has taken: they are drawn below the text. */
  readonly attachments: APIMessage['attachments'];
}

/** Lets embeds find pictures named `attachment://file`, which then no longer stand by themselves. */
export function resolveAttachments(message: APIMessage): Resolved {
  const taken = new Set<string>();
  const address = (url: string): { url: string; description?: string } => {
    const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : null;
    const found = message.attachments.find((file) => file.filename === name || file.url === url);
    if (found === undefined) return { url };
    taken.add(found.id);
    return found.description ? { url: found.url, description: found.description } : { url: found.url };
  };
  const embeds = message.embeds.map((embed) => ({
    ...embed,
    ...(embed.image ? { image: { ...embed.image, ...address(embed.image.url) } } : {}),
    ...(embed.thumbnail ? { thumbnail: { ...embed.thumbnail, ...address(embed.thumbnail.url) } } : {}),
  }));
  return { embeds, attachments: message.attachments.filter((file) => !taken.has(file.id)) };
}

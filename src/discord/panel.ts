import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';

/** What `messages.ts` files lay out: the same for an answer, an edit and a scheduled message. */
export interface Panel {
  /** Up to 2000 characters. */
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
}

import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';

/** A picture that goes with a message. */
export interface PanelFile {
  /** Like `pain.png`. */
  readonly name: string;
  readonly data: Uint8Array;
  /** What the picture shows, in words and the same numbers; up to 1024 characters. */
  readonly alt: string;
}

/** What `messages.ts` files lay out: the same for an answer, an edit and a scheduled message. */
export interface Panel {
  /** Up to 2000 characters. */
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  /** Up to 10. */
  readonly files?: readonly PanelFile[];
}

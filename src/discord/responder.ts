/**
 * Answers one interaction in whatever state it is in: first response, deferred, or answered already.
 * When no answer has come after 1.5 s it defers by itself, so that Discord's 3 s never run out.
 */

import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Panel } from './panel.ts';

export interface Responder {
  /** A message that only the caller sees. After the first it adds another one. */
  answer(panel: Panel): Promise<void>;
  /** Replaces the message that was pressed; where nothing was pressed it answers. */
  redraw(panel: Panel): Promise<void>;
  /** Opens a form. Only possible as the first response, and not to a form: see `canShowForm`. */
  showForm(form: APIModalInteractionResponseCallbackData): Promise<void>;
  readonly canShowForm: boolean;
  /**
   * Asked for once the answer is out, and shown below it; null: nothing after all. Not asked where a form was opened,
   * or nothing was answered: then the next interaction is as good. The last one to be set counts.
   */
  beside(panel: () => Promise<Panel | null>): void;
}

export type Respondable = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

const DEFER_AFTER_MS = 1_500;

/** A form can only be the first response. */
const TOO_LATE = { content: 'That took too long to open the form. Please press again.' };

/** A responder with the call that ends its waiting, and the one that shows what comes beside the answer. */
export function createResponder(
  interaction: Respondable,
): Responder & { settle(): void; showBeside(): Promise<void> } {
  const pressed =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  let state: 'fresh' | 'deferred' | 'answered' = 'fresh';
  let deferring: Promise<unknown> = Promise.resolve();
  let formShown = false;
  let beside: (() => Promise<Panel | null>) | null = null;

  const timer = setTimeout(() => {
    state = 'deferred';
    deferring = takenOnce(
      pressed ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral }),
      () => {
        interaction.deferred = true;
      },
    );
    deferring.catch(() => undefined);
  }, DEFER_AFTER_MS);

  /** Whether this is the first response; afterwards none is. */
  const first = async (): Promise<'fresh' | 'deferred' | 'answered'> => {
    clearTimeout(timer);
    const was = state;
    state = 'answered';
    await deferring;
    return was;
  };

  const respond = (sending: Promise<unknown>) =>
    takenOnce(sending, () => {
      interaction.replied = true;
    });

  return {
    get canShowForm() {
      return state === 'fresh' && !interaction.isModalSubmit();
    },
    async answer(panel) {
      const was = await first();
      if (was === 'fresh') await respond(interaction.reply(fresh(panel)));
      else if (was === 'deferred' && !pressed) await interaction.editReply(whole(panel));
      else await interaction.followUp(fresh(panel));
    },
    async redraw(panel) {
      const was = await first();
      if (was === 'fresh' && pressed) await respond(interaction.update(whole(panel)));
      else if (was === 'fresh') await respond(interaction.reply(fresh(panel)));
      else await interaction.editReply(whole(panel));
    },
    async showForm(form) {
      if (interaction.isModalSubmit()) throw new Error('a form cannot open a form');
      const was = await first();
      formShown = was === 'fresh';
      if (was === 'fresh') await respond(interaction.showModal(form));
      else if (was === 'deferred' && !pressed) await interaction.editReply(TOO_LATE);
      else await interaction.followUp({ ...TOO_LATE, flags: MessageFlags.Ephemeral });
    },
    beside(panel) {
      beside = panel;
    },
    settle() {
      clearTimeout(timer);
    },
    async showBeside() {
      const panel = state === 'answered' && !formShown ? await beside?.() : null;
      if (panel) await interaction.followUp(fresh(panel));
    },
  };
}

/**
 * A first response that Discord says it has already is the same one, repeated because the receipt of the first try
 * was lost; discord.js then has to be told that it went out.
 */
async function takenOnce(sending: Promise<unknown>, note: () => void): Promise<void> {
  try {
    await sending;
  } catch (error) {
    const isRepeat =
      error instanceof DiscordAPIError &&
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    if (!isRepeat) throw error;
    note();
  }
}

/** A new message that only the caller sees. */
function fresh({ files, ...panel }: Panel) {
  return { ...panel, files: uploads(files), flags: MessageFlags.Ephemeral } as const;
}

/** An edit keeps what it does not name: name everything, so that old pictures go too. */
function whole({ content = '', embeds = [], components = [], files }: Panel) {
  return { content, embeds, components, files: uploads(files), attachments: [] };
}

function uploads(files: Panel['files'] = []) {
  return files.map(({ name, data, alt }) => ({ attachment: Buffer.from(data), name, description: alt }));
}

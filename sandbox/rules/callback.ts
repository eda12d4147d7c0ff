/** The first response to an interaction: which types fit which interaction, and what each may carry. */
import { InteractionResponseType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import { DiscordError } from '../errors.ts';
import { asJson, asNumber, isJson, type Json } from '../json.ts';
import type { Upload } from '../world/files.ts';
import type { InteractionState } from '../world.ts';
import { checkChoice, checkList, checkText, createIssues, type Issues } from './issues.ts';
import { checkEdit, checkMessage } from './message.ts';
import { checkModal } from './modal.ts';

const { ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate } =
  InteractionResponseType;
const { UpdateMessage, ApplicationCommandAutocompleteResult, Modal } = InteractionResponseType;

const TYPES = [4, 5, 6, 7, 8, 9];

/** The response types that an interaction may be answered with. */
function fitting(interaction: InteractionState): readonly number[] {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete)
    return [ApplicationCommandAutocompleteResult];
  const messages = [ChannelMessageWithSource, DeferredChannelMessageWithSource];
  const updates = interaction.source ? [DeferredMessageUpdate, UpdateMessage] : [];
  const modal = interaction.type === InteractionType.ModalSubmit ? [] : [Modal];
  return [...messages, ...updates, ...modal];
}

function checkChoices(issues: Issues, data: Json): void {
  checkList(issues, ['data', 'choices'], data.choices, { required: true, max: 25 }).forEach(
    (entry, index) => {
      const choice = asJson(entry);
      const at = ['data', 'choices', index];
      checkText(issues, [...at, 'name'], choice.name, { required: true, min: 1, max: 100 });
      if (typeof choice.value === 'string')
        checkText(issues, [...at, 'value'], choice.value, { min: 1, max: 100 });
      else if (typeof choice.value !== 'number')
        issues.add([...at, 'value'], 'BASE_TYPE_REQUIRED', 'This field is required');
    },
  );
}

function checkDefer(issues: Issues, data: Json): void {
  for (const field of Object.keys(data)) {
    if (field === 'flags') continue;
    issues.add(['data', field], 'DEFERRED_RESPONSE_FIELD', 'A deferred response carries nothing but flags');
  }
  if (
    (asNumber(data.flags) &
      ~(MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications)) !==
    0
  ) {
    issues.add(['data', 'flags'], 'BITFIELD_TYPE_INVALID', 'A deferred response may only be ephemeral');
  }
}

/** Puts a message's issues under `data`, where the callback's body has them. */
function underData(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof DiscordError && error.errors) {
      throw new DiscordError(error.status, error.code, error.message, { data: error.errors });
    }
    throw error;
  }
}

/** Checks a callback's body against the interaction; throws the 400. */
export function checkCallback(interaction: InteractionState, body: Json, files: readonly Upload[]): void {
  const issues = createIssues();
  if (checkChoice(issues, ['type'], body.type, TYPES))
    checkChoice(issues, ['type'], body.type, fitting(interaction));
  const { type } = body;
  const data = asJson(body.data);
  const needsData =
    type === ChannelMessageWithSource || type === ApplicationCommandAutocompleteResult || type === Modal;
  if (needsData && !isJson(body.data)) issues.add(['data'], 'BASE_TYPE_REQUIRED', 'This field is required');
  else if (type === Modal) checkModal(issues, data);
  else if (type === ApplicationCommandAutocompleteResult) checkChoices(issues, data);
  else if (type === DeferredChannelMessageWithSource || type === DeferredMessageUpdate)
    checkDefer(issues, data);
  issues.done();
  if (type === ChannelMessageWithSource) underData(() => checkMessage(data, files));
  const { source } = interaction;
  if (type === UpdateMessage && source) underData(() => checkEdit(data, files, source));
}

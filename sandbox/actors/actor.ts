import type { APIApplicationCommandOptionChoice, InteractionType } from 'discord-api-types/v10';
import type { Json } from '../json.ts';
import type { FieldValue } from '../people/modals.ts';
import type { InteractionState, MessageRecord, ModalState } from '../world.ts';

/** What a person sees after acting. */
export interface Answer {
  /** failed: no answer in 3 s. refused: Discord does not offer this command to this person. */
  readonly kind: 'message' | 'modal' | 'failed' | 'refused';
  /** As in the transcript, at the moment of the answer. */
  readonly text: string;
  readonly ephemeral: boolean;
  /** The message; its `message` field follows later edits. */
  readonly message?: MessageRecord;
  readonly modal?: ModalState;
  readonly interaction?: InteractionState;
}

export interface RawInteraction {
  readonly type: InteractionType;
  readonly data: Json;
  /** The message that a component is said to be on. */
  readonly source?: MessageRecord;
  /** Laid over the whole payload. */
  readonly overrides?: Json;
}

/** A person in one guild. Calls resolve when the bot has answered and reject after the time limit. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  /** Runs '/remind add what:core days:mon wed time:18:00'; `where` is a channel's name or 'direct', default the first channel. */
  run(command: string, where?: string): Promise<Answer>;
  /** Autocomplete of one option of a command typed so far. */
  complete(
    command: string,
    focused: string,
    where?: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** Presses a button by its label, without emoji. */
  press(on: Answer | MessageRecord, label: string): Promise<Answer>;
  /** Two presses before the bot could answer the first. */
  pressTwice(on: Answer | MessageRecord, label: string): Promise<readonly [Answer, Answer]>;
  /** Chooses from the select with this placeholder or custom id, by labels, values or names. */
  choose(on: Answer | MessageRecord, menu: string, ...labels: readonly string[]): Promise<Answer>;
  /** Sends a form; fields by label, options by label or value, the rest as prefilled. */
  submit(modal: Answer, values?: Readonly<Record<string, FieldValue>>): Promise<Answer>;
  /** Sends the same form twice before the bot could answer the first. */
  submitTwice(
    modal: Answer,
    values?: Readonly<Record<string, FieldValue>>,
  ): Promise<readonly [Answer, Answer]>;
  /** Sends any interaction at all, for what no client would send. */
  raw(payload: RawInteraction, where?: string): Promise<Answer>;
  /** Writes a plain message. */
  say(text: string, where?: string): MessageRecord;
  /** What this person can see there, oldest first, own ephemerals included. */
  messages(where?: string): readonly MessageRecord[];
  /** The next message that `next` and answers have not returned yet: one already there, or the next one to come. */
  next(where?: string, test?: (record: MessageRecord) => boolean): Promise<MessageRecord>;
  /** The text of a message as this person reads it. */
  read(record: MessageRecord): string;
  /** Plain text of a channel; of all that the person can see when left out. */
  transcript(where?: string): string;
}

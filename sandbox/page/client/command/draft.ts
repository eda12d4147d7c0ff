/** A command being filled in: pure steps from one draft to the next. */
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { OptionValue } from '../../../protocol.ts';
import type { Runnable } from './runnables.ts';

/** One option that stands in the box. */
export interface Entry {
  readonly name: string;
  /** What is shown and edited. */
  readonly text: string;
  /** What was picked from a list; null: the text itself counts. */
  readonly picked: OptionValue | null;
}

export interface Draft {
  readonly runnable: Runnable;
  readonly entries: readonly Entry[];
  /** The option that has the caret; null: behind the last one. */
  readonly focus: string | null;
  /** By option name. */
  readonly errors: Readonly<Record<string, string>>;
}

const blank = (name: string): Entry => ({ name, text: '', picked: null });

/** A fresh draft: required options stand there, empty. */
export function startDraft(runnable: Runnable): Draft {
  const required = runnable.options.filter((option) => option.required);
  return {
    runnable,
    entries: required.map((option) => blank(option.name)),
    focus: required[0]?.name ?? null,
    errors: {},
  };
}

export function optionOf(draft: Draft, name: string): APIApplicationCommandBasicOption | undefined {
  return draft.runnable.options.find((option) => option.name === name);
}

/** Options that are not in the box yet. */
export function remaining(draft: Draft): APIApplicationCommandBasicOption[] {
  return draft.runnable.options.filter(
    (option) => !draft.entries.some((entry) => entry.name === option.name),
  );
}

export function addOption(draft: Draft, name: string): Draft {
  if (draft.entries.some((entry) => entry.name === name)) return { ...draft, focus: name };
  return { ...draft, entries: [...draft.entries, blank(name)], focus: name };
}

export function setEntry(draft: Draft, name: string, text: string, picked: OptionValue | null): Draft {
  const { [name]: _gone, ...errors } = draft.errors;
  const entries = draft.entries.map((entry) => (entry.name === name ? { name, text, picked } : entry));
  return { ...draft, entries, errors };
}

/** The caret goes on: to the next empty option, else behind the last. */
export function focusNext(draft: Draft, after: string): Draft {
  const at = draft.entries.findIndex((entry) => entry.name === after);
  const order = [...draft.entries.slice(at + 1), ...draft.entries.slice(0, at)];
  return { ...draft, focus: order.find((entry) => entry.text === '')?.name ?? null };
}

/** The option before the given one, or the last one for null; null when there is none. */
export function before(draft: Draft, name: string | null): string | null {
  const at = name === null ? draft.entries.length : draft.entries.findIndex((entry) => entry.name === name);
  return draft.entries[at - 1]?.name ?? null;
}

/** The option after the given one; null: behind the last. */
export function after(draft: Draft, name: string): string | null {
  const at = draft.entries.findIndex((entry) => entry.name === name);
  return draft.entries[at + 1]?.name ?? null;
}

export function removeOption(draft: Draft, name: string): Draft {
  const { [name]: _gone, ...errors } = draft.errors;
  const entries = draft.entries.filter((entry) => entry.name !== name);
  return { ...draft, entries, errors, focus: before(draft, name) };
}

/** The draft as one would type it: "/log type:tempo work:2x10x100". */
export function lineOf(draft: Draft): string {
  const parts = draft.entries
    .filter((entry) => entry.text !== '')
    .map((entry) => `${entry.name}:${entry.text}`);
  return [`/${draft.runnable.name}`, ...parts].join(' ');
}

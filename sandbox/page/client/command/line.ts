/** Reads a command typed or pasted as one line. */
import { addOption, type Draft, setEntry, startDraft } from './draft.ts';
import type { Runnable } from './runnables.ts';

/** "/log type:tempo work:…" as a draft once the name is complete and followed by a space; null before that. */
export function parseLine(text: string, list: readonly Runnable[]): Draft | null {
  if (!text.startsWith('/')) return null;
  const line = text.slice(1);
  const runnable = list
    .filter((one) => line.startsWith(`${one.name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (runnable === undefined) return null;
  const draft = startDraft(runnable);
  const rest = line.slice(runnable.name.length + 1);
  const names = runnable.options.map((option) => option.name);
  if (names.length === 0 || rest.trim() === '') return draft;
  // A value runs up to the next "name:" of this command, so that it may hold spaces and colons itself.
  const marks = [...rest.matchAll(new RegExp(`(?:^|\\s)(${names.join('|')}):`, 'gu'))];
  const filled = marks.reduce((sum, match, index) => {
    const name = match[1] ?? '';
    const end = marks[index + 1]?.index ?? rest.length;
    return setEntry(addOption(sum, name), name, rest.slice(match.index + match[0].length, end).trim(), null);
  }, draft);
  return { ...filled, focus: filled.entries.find((entry) => entry.text === '')?.name ?? null };
}

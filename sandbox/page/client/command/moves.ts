/** Steps of the caret through a draft. */
import { checkEntry, type Directory } from './check.ts';
import { before, type Draft, optionOf, removeOption } from './draft.ts';

/** The caret goes elsewhere: what it leaves behind is checked, unless it is still empty. */
export function moveTo(draft: Draft, name: string | null, directory: Directory): Draft {
  const option = draft.focus === null ? undefined : optionOf(draft, draft.focus);
  const entry = draft.entries.find((candidate) => candidate.name === draft.focus);
  if (option === undefined || entry === undefined || entry.text === '') return { ...draft, focus: name };
  const checked = checkEntry(option, entry, directory);
  if (!('error' in checked)) return { ...draft, focus: name };
  return { ...draft, focus: name, errors: { ...draft.errors, [entry.name]: checked.error } };
}

/** Backspace in an empty field: an optional option goes, a required one stays; null: nothing is left to go back to. */
export function erase(draft: Draft): Draft | null {
  const { focus } = draft;
  if (focus !== null && !optionOf(draft, focus)?.required) return removeOption(draft, focus);
  const previous = before(draft, focus);
  return previous === null ? null : { ...draft, focus: previous };
}

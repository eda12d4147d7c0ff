// What stands under `work` while it is typed.
import { clip, lastLabel, MOST_IN_A_CHOICE, metresLabel, workLabel } from './messages.ts';
import { SAME_AS_LAST } from './read-session.ts';
import { formatWork, parseWork } from './shorthand.ts';
import { modalitiesLike, modalityLabel, parseModality } from './shorthand-modality.ts';
import type { Session } from './store.ts';
import type { Modality } from './types.ts';

/**
 * What `/log work:` shows while it is typed: what is understood, or where it stops being readable. A choice carries
 * 100 characters at most, so for longer work there is none, and what was typed is sent as it is.
 */
export function workPreview(typed: string, last: Session | null): { name: string; value: string }[] {
  const again = last === null ? [] : [{ name: lastLabel(last), value: SAME_AS_LAST }];
  if (typed.trim() === '') {
    return [
      ...again,
      ...EXAMPLES.map((work) => ({ name: clip(`${work}  →  ${workLabel(work)}`), value: work })),
    ];
  }
  if (typed.toLowerCase() === SAME_AS_LAST) return again;
  if (typed.length > MOST_IN_A_CHOICE) return [];
  const parsed = parseWork(typed);
  const named = parsed.ok ? null : parseModality(typed);
  if (named?.ok) return [{ name: clip(modalityPreview(named.modality, named.rest)), value: typed }];
  if (!parsed.ok) {
    const meant = modalitiesLike(typed);
    if (meant.length > 0) return meant.map((each) => ({ name: modalityPreview(each, null), value: each }));
    const { error } = named ?? parsed;
    const name = `I can read up to here: “${typed.slice(0, error.at)}”. Try ${error.example}`;
    return [{ name: clip(name), value: typed }];
  }
  const metres = parsed.work.metres > 0 ? ` = ${metresLabel(parsed.work.metres)}` : '';
  return [{ name: clip(`${formatWork(parsed.work)}${metres}`), value: typed }];
}

const EXAMPLES = [
  '2x10x100 @17.5 r45',
  '100+100+100/100+200+100/100+100+100',
  '4x60, 3x120 R3min',
  '800m jog, 30min',
];

/** "Massage, 30 min (regeneration or mobility)". */
function modalityPreview(modality: Modality, rest: string | null): string {
  const work = rest === null ? '' : `, ${workLabel(rest)}`;
  return `${modalityLabel(modality)}${work} (regeneration or mobility)`;
}

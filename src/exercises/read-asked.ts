import { UserError } from '../faults.ts';
import type { Typed } from '../reading.ts';
import type { Asked } from './give-set.ts';
import { MINUTES } from './rules.ts';

/** What was typed to ask for a set; throws a UserError that names the field for what cannot be. */
export function readAsked({ minutes, seated }: Typed): Asked {
  const chosen = MINUTES.find((each) => `${each}` === `${minutes}`);
  if (minutes !== undefined && chosen === undefined) {
    const choices = MINUTES.map((each) => `${each}`);
    throw new UserError({ code: 'unknown-choice', field: 'minutes', typed: `${minutes}`, choices });
  }
  return { minutes: chosen ?? null, seated: typeof seated === 'boolean' ? seated : null };
}

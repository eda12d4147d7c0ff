/** One entry as a line of the list. */
import { areaLabel } from '../pain/areas.ts';
import type { Light } from '../pain/types.ts';
import { metresLabel, typeLabel, workLabel } from '../sessions/messages.ts';
import type { CheckInFacts, Entry, ReportFacts, SessionFacts, WeeklyFacts } from './types.ts';

/** Lights in a list: a colour, and the same in words. */
const LIGHTS: Readonly<Record<Light, readonly [colour: string, words: string]>> = {
  emergency: ['🔴', 'red: emergency'],
  urgent: ['🔴', 'red: see a doctor'],
  'red-see-clinician': ['🔴', 'red: see a doctor or physio'],
  red: ['🔴', 'red'],
  amber: ['🟠', 'amber'],
  green: ['🟢', 'green'],
  ask: ['⚪', 'no light yet'],
};

/** Instead of green while a warning sign is open (handbook, Never 2). */
const NO_GREEN = ['⚪', 'light hidden'] as const;

/** What a menu or habit is called. */
export const MENUS = { core: 'Core', stretch: 'Stretching' } as const;

/** Characters of work that fit into a line on a phone; longer work is its metres. */
const MOST_WORK = 18;

/** The colour and words of a report's light; green is hidden while a warning sign is open. */
export function lightWords(light: Light, signOpen: boolean): readonly [colour: string, words: string] {
  return signOpen && light === 'green' ? NO_GREEN : LIGHTS[light];
}

/** "Tempo · 2 × 10 × 100 m · 45 min", "🔴 Low back · 1 → 4 · red": with the colour of a light in front where there is one. */
export function entryLine(entry: Entry, signOpen: boolean): string {
  if (entry.kind !== 'report') return entryWords(entry, signOpen);
  return `${lightWords(entry.facts.light, signOpen)[0]} ${entryWords(entry, signOpen)}`;
}

/** The same without a colour. */
export function entryWords(entry: Entry, signOpen: boolean): string {
  switch (entry.kind) {
    case 'session':
      return sessionWords(entry.facts);
    case 'report':
      return joined(
        areaLabel(entry.facts.area),
        painWords(entry.facts).replace(/^pain (?=.*→)/, ''),
        lightWords(entry.facts.light, signOpen)[1],
      );
    case 'check-in':
      return joined('Check-in', checkInSum(entry.facts));
    case 'habit':
      return `${MENUS[entry.facts.habit]} done`;
    case 'set':
      return joined(`${MENUS[entry.facts.menu]} set done`, `${entry.facts.minutes} min`);
    case 'weekly':
      return joined('Weekly questions', weeklyWords(entry.facts));
  }
}

function sessionWords({ type, work, metres, minutes, effort, modality }: SessionFacts): string {
  const amount = work === null ? modality : amountWords(work, metres);
  const time = minutes === null ? null : `${minutes} min`;
  const hard = amount === null && time === null && effort !== null ? `effort ${effort}` : null;
  return joined(typeLabel(type), amount, time, hard);
}

function amountWords(work: string, metres: number | null): string {
  const label = workLabel(work);
  if (label.length <= MOST_WORK || metres === null) return clip(label, MOST_WORK);
  return metresLabel(metres);
}

/** "pain 1 → 4". */
export function painWords({ now, start, phase, trend }: ReportFacts): string {
  if (now === null) return trend ?? 'pain not answered';
  return start === null || phase === 'before' ? `pain ${now}` : `pain ${start} → ${now}`;
}

/** "18 of 25". */
export function checkInSum(facts: CheckInFacts): string {
  const answers = checkInAnswers(facts).map(([, value]) => value);
  return `${answers.reduce((sum, value) => sum + value, 0)} of ${answers.length * 5}`;
}

/** The answers that were asked for, by name. */
export function checkInAnswers(facts: CheckInFacts): [string, number][] {
  const { fatigue, sleep, soreness, stress, mood } = facts;
  const all = { Fatigue: fatigue, Sleep: sleep, Soreness: soreness, Stress: stress, Mood: mood };
  return Object.entries(all).flatMap(([name, value]): [string, number][] =>
    value === null ? [] : [[name, value]],
  );
}

/** "Low back · 41 of 100". */
export function weeklyWords({ area, severity }: WeeklyFacts): string {
  return area === null ? 'no problem' : `${areaLabel(area)} · ${severity} of 100`;
}

/** Parts with a dot between them; what is null is left out. */
export function joined(...parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** With a capital first letter. */
export function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

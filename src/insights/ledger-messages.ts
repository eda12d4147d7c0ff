import type { Absence, Share } from './absence-rules.ts';
import { count, outOf } from './count-messages.ts';
import { HABIT_WORDS } from './habit-messages.ts';
import { REMEDY_MIN, type Remedy } from './remedy-rules.ts';
import { TRIAL_SESSIONS, type TrialCourse } from './trial-rules.ts';

/** The trial that runs, or how it came out; nothing without one. Beside an open warning sign it waits (handbook §2). */
export function trialLines(course: TrialCourse | null, isFlagged: boolean): string[] {
  if (course === null) return [];
  const { trial, kept, missed, before, verdict } = course;
  const words = HABIT_WORDS[trial.habit];
  if (verdict === null && isFlagged) {
    return [
      `**Your trial waits: ${words.trial}.** ${kept.total} of ${TRIAL_SESSIONS} so far, and none is lost.`,
    ];
  }
  if (verdict === null) {
    const left = missed === 0 ? '' : ` ${missed} ${words.missed} not counted.`;
    return [
      `**Your trial: ${words.trial}.** ${kept.total} of ${TRIAL_SESSIONS} so far.${left} A session counts once its next morning is over.`,
    ];
  }
  const said =
    verdict === 'fewer'
      ? 'Fewer than before. That is a pattern, not proof: other things changed too.'
      : 'No clear difference found. That is not “no effect”.';
  return [
    `**Your trial is over: ${words.trial}.** Pain rose after ${outOf(kept)}. Before it: ${outOf(before.missed)} ${words.missed} and ${outOf(before.done)} ${words.kept}. ${said}`,
  ];
}

/** Remedies that have room on a phone. */
const MOST_REMEDIES = 6;

/** What helped: a line a remedy, and what is left out; nothing where none is logged. */
export function remedyLines(remedies: readonly Remedy[]): string[] {
  if (remedies.length === 0) return [];
  const atPeak = remedies.reduce((sum, remedy) => sum + remedy.atPeak, 0);
  const left =
    atPeak === 0
      ? []
      : [
          `-# Left out: ${count(atPeak, 'use')} of something begun on a flare’s worst day: what follows is often lower anyway.`,
        ];
  const more = remedies.length - MOST_REMEDIES;
  return [
    '**What helped, by the next morning**',
    ...remedies.slice(0, MOST_REMEDIES).map(remedyLine),
    ...(more > 0 ? [`- and ${more} more, used less often`] : []),
    ...left,
  ];
}

function remedyLine({ modality, uses, compared, change, isLogOnly }: Remedy): string {
  const name = modalityLabel(modality);
  if (isLogOnly) return `- ${name}: logged ${uses === 1 ? 'once' : `${uses} times`}`;
  if (change === null) return `- ${name}: too early: ${compared} of ${REMEDY_MIN}`;
  const middle = `middle of ${compared} times`;
  if (Math.abs(change) < 2) return `- ${name}: ${signed(change)} (${middle})`;
  const way = change < 0 ? 'lower' : 'higher';
  return `- ${name}: pain ${Math.abs(change)} ${way} (${middle}). A pattern, not proof.`;
}

/** "Fewer painful sessions", with the counts and what changed (handbook §8); also for under the answer to `/log`. */
export function absenceText({ before, since }: Absence): string {
  const changes = [
    shareChange('warm-up', before.warmup, since.warmup),
    before.coreDays + since.coreDays === 0 ? [] : `core work on ${before.coreDays} → ${since.coreDays} days`,
    shareChange('stretched', before.stretch, since.stretch),
  ].flat();
  const habits = changes.length === 0 ? '' : `\nYour habits, before → now: ${changes.join(' · ')}.`;
  return [
    `**Fewer painful sessions.** Pain was 3 or more in ${since.painful} of ${since.sessions} sessions in the last 4 weeks, and in ${before.painful} of ${before.sessions} in the 4 before.${habits}`,
    'When pain isn’t there you don’t miss it. These are counts, not proof of why.',
  ].join('\n');
}

function shareChange(name: string, before: Share, since: Share): string[] {
  if (before.answered === 0 || since.answered === 0) return [];
  return [`${name} ${before.done} of ${before.answered} → ${since.done} of ${since.answered}`];
}

function modalityLabel(modality: string): string {
  if (modality.toLowerCase() === 'ems') return 'EMS';
  return `${modality[0]?.toUpperCase() ?? ''}${modality.slice(1).replaceAll('-', ' ')}`;
}

function signed(value: number): string {
  return value < 0 ? `−${-value}` : value > 0 ? `+${value}` : 'no change';
}

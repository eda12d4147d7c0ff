/** What `when` shows while it is typed: each choice with the local times that it means. */
import { localTime } from '../time/local.ts';
import { showLocalDate, showMoment } from '../time/show.ts';
import { shortened } from './own-text.ts';
import { nextTimes } from './schedule.ts';
import { readWhen, WHEN_LENGTH } from './when-rules.ts';

/** Offered before anything is typed. */
const SUGGESTED = [
  'weekdays 18:30',
  'mon wed fri 18:00',
  'every day 7:00',
  'tomorrow 7:00',
  'in 2 h',
  '30 min after a session',
];

const CHOICE_LENGTH = 100;

/** For what it is meant is not known here, so what is not said stays open. */
const OPEN = { days: null, time: null, afterMinutes: 30 };

/** Choices for a `when`: the one that was typed, or suggestions; each up to 100 characters. */
export function whenChoices(typed: string, now: Date, zone: string): { name: string; value: string }[] {
  const text = typed.trim();
  const fitting = SUGGESTED.filter((each) => each.startsWith(text.toLowerCase()));
  const own = text === '' || fitting.includes(text.toLowerCase()) ? [] : [text.slice(0, WHEN_LENGTH)];
  return [...own, ...fitting].map((value) => ({ name: named(value, meaning(value, now, zone)), value }));
}

function named(value: string, means: string): string {
  return `${shortened(value, CHOICE_LENGTH - means.length - 3)} → ${means}`;
}

function meaning(text: string, now: Date, zone: string): string {
  const reading = readWhen(text, { now, zone, usual: OPEN });
  if (!reading.ok) return UNCLEAR[reading.error];
  const { schedule, exactly } = reading;
  if (schedule.every === 'session') return `${schedule.afterMinutes} min after you log one`;
  const times = exactly ? [exactly] : nextTimes({ schedule, zone, pausedUntil: null }, now, 3);
  const [first] = times;
  const shown = times.map((at) =>
    at !== first && first && localTime(at, zone) === localTime(first, zone)
      ? showLocalDate(at, zone)
      : showMoment(at, zone),
  );
  const isTimeAlone = readWhen(text, { now, zone, usual: { ...OPEN, days: 'mon' } });
  const usual = isTimeAlone.ok && isTimeAlone.schedule.every !== schedule.every;
  return usual ? `on the usual days; own text: ${shown.join(' · ')}` : shown.join(' · ');
}

const UNCLEAR = {
  unreadable: 'I cannot read this yet',
  'no-time': 'at the usual time; or add one',
  past: 'that is over already',
  'too-far': 'too far ahead: less than a year',
  ambiguous: 'two days fit: write the month as a word',
} as const;

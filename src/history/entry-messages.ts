/** One entry in words: as a line of the list, in full, and as it can be typed again. */
import { typedText } from '../discord/drafts.ts';
import { areaLabel } from '../pain/areas.ts';
import type { Light, Phase } from '../pain/types.ts';
import { metresLabel, moreOf, typedOf, typeLabel, workLabel } from '../sessions/messages.ts';
import { load } from '../sessions/rules.ts';
import type { Session } from '../sessions/store.ts';
import { showDate } from '../time/show.ts';
import type { CheckInFacts, Entry, ReportFacts, SessionFacts, SetFacts, WeeklyFacts } from './types.ts';

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

const PHASES: Readonly<Record<Phase, string>> = {
  before: 'before the session',
  during: 'during the session',
  after: 'after the session',
  'next-morning': 'the next morning',
};

const MENUS = { core: 'Core', stretch: 'Stretching' } as const;

const MOST_WORK = 34;

/** The colour and words of a report's light; green is hidden while a warning sign is open. */
export function lightWords(light: Light, signOpen: boolean): readonly [colour: string, words: string] {
  return signOpen && light === 'green' ? NO_GREEN : LIGHTS[light];
}

/** "Tempo · 2 × 10 × 100 m · 45 min", with the colour of a light in front where there is one. */
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
        painWords(entry.facts),
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

/** Everything that an entry says, a line each; the first one says what it is. */
export function entryDetails(entry: Entry, signOpen: boolean): string[] {
  const day = showDate(entry.localDate);
  switch (entry.kind) {
    case 'session':
      return [`**${typeLabel(entry.facts.type)}**, ${day}`, ...sessionDetails(entry.facts)];
    case 'report':
      return [
        `**${areaLabel(entry.facts.area)}**, ${day}, ${PHASES[entry.facts.phase]}`,
        ...reportDetails(entry.facts, signOpen),
      ];
    case 'check-in':
      return [`**Check-in**, ${day}: ${checkInSum(entry.facts)}`, ...checkInDetails(entry.facts)];
    case 'habit':
      return [`**${entryWords(entry, signOpen)}**, ${day}`];
    case 'set':
      return [`**${MENUS[entry.facts.menu]} set done**, ${day}`, setDetails(entry.facts)];
    case 'weekly':
      return [`**Weekly questions**, ${day}`, ...weeklyDetails(entry.facts)];
  }
}

/** How to enter it again by hand; null where only a button or another day's form could. `today`: the athlete's. */
export function typeAgain(entry: Entry, session: Session | null, today: string): string | null {
  if (session !== null) {
    return command('log', { ...typedOf(session), ...moreOf(session, today) });
  }
  if (entry.localDate !== today) return null;
  switch (entry.kind) {
    case 'report':
      return command('pain', reportOptions(entry.facts));
    case 'check-in':
      return '`/checkin`';
    case 'set':
      return `\`/${entry.facts.menu}\``;
    default:
      return null;
  }
}

function command(name: string, options: Readonly<Record<string, string | number | boolean>>): string {
  return `\`${typedText({ command: name, subcommand: null, options }).replaceAll('`', "'")}\``;
}

function reportOptions(facts: ReportFacts): Record<string, string | number | boolean> {
  const { area, now, start, kinds, phase, rep, growing, strideChanged, notes } = facts;
  return {
    area,
    ...(now === null ? {} : { now }),
    ...(start === null ? {} : { start }),
    ...(kinds[0] === undefined ? {} : { kind: kinds[0] }),
    ...(phase === 'during' ? {} : { when: phase }),
    ...(rep === null ? {} : { rep }),
    ...(growing ? { growing } : {}),
    ...(strideChanged ? { 'stride-changed': strideChanged } : {}),
    ...(notes === null ? {} : { notes }),
  };
}

function sessionWords({ type, work, minutes, effort }: SessionFacts): string {
  const amount = work === null ? null : clip(workLabel(work), MOST_WORK);
  const time = minutes === null ? null : `${minutes} min`;
  const hard = amount === null && time === null && effort !== null ? `effort ${effort}` : null;
  return joined(typeLabel(type), amount, time, hard);
}

function sessionDetails({ work, metres, minutes, effort, warmup, core, stretch, notes }: SessionFacts) {
  const total = metres === null ? '' : ` = ${metresLabel(metres)}`;
  const isLoad = minutes !== null && effort !== null;
  const habits = [
    warmup && { full: 'full warm-up', short: 'short warm-up', none: 'no warm-up' }[warmup],
    core === null ? null : core ? 'core done' : 'no core work',
    stretch && { yes: 'stretched', no: 'no stretch', later: 'stretch later' }[stretch],
  ];
  return [
    ...(work === null ? [] : [`${workLabel(work)}${total}`]),
    isLoad ? `${minutes} min × effort ${effort} = load ${load(effort, minutes)} AU` : '',
    isLoad || minutes === null ? '' : `${minutes} min`,
    isLoad || effort === null ? '' : `Effort ${effort}`,
    capital(joined(...habits)),
    quoted(notes),
  ].filter(Boolean);
}

function painWords({ now, start, phase }: ReportFacts): string | null {
  if (now === null) return 'pain not answered';
  return start === null || phase === 'before' ? `pain ${now}` : `pain ${start} → ${now}`;
}

function reportDetails(facts: ReportFacts, signOpen: boolean): string[] {
  const { growing, strideChanged, rep, kinds, notes, light } = facts;
  const signs = [growing ? 'growing' : null, strideChanged ? 'stride changed' : null];
  const from = rep === null ? null : `from rep ${rep}`;
  return [
    `${lightWords(light, signOpen).join(' ')}`,
    capital(joined(painWords(facts), ...signs, from)),
    capital(kinds.map((kind) => kind.replaceAll('-', ' ')).join(', ')),
    quoted(notes),
  ].filter(Boolean);
}

function checkInSum(facts: CheckInFacts): string {
  const answers = checkInAnswers(facts).map(([, value]) => value);
  return `${answers.reduce((sum, value) => sum + value, 0)} of ${answers.length * 5}`;
}

function checkInDetails(facts: CheckInFacts): string[] {
  const answers = checkInAnswers(facts).map(([name, value]) => `${name} ${value}`);
  return [`${answers.join(' · ')}`, 'Each from 1 to 5; 5 is best.'];
}

function checkInAnswers(facts: CheckInFacts): [string, number][] {
  const { fatigue, sleep, soreness, stress, mood } = facts;
  const all = { Fatigue: fatigue, Sleep: sleep, Soreness: soreness, Stress: stress, Mood: mood };
  return Object.entries(all).flatMap(([name, value]): [string, number][] =>
    value === null ? [] : [[name, value]],
  );
}

function setDetails({ minutes, level, exercises, answer }: SetFacts): string {
  const how = answer && { easy: 'it was easy', right: 'it was right', hard: 'it was hard' }[answer];
  return joined(`${minutes} min`, `${exercises} exercises`, `level ${level}`, how);
}

function weeklyWords({ area, severity }: WeeklyFacts): string {
  return area === null ? 'no problem' : `${areaLabel(area)} · ${severity} of 100`;
}

function weeklyDetails(facts: WeeklyFacts): string[] {
  const { weekOf, participation, modified, performance, pain, substantial } = facts;
  const four = { 'Taking part': participation, Changed: modified, Performance: performance, Pain: pain };
  const answered = Object.entries(four).flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${value}`],
  );
  return [
    `Week of ${showDate(weekOf)}: ${weeklyWords(facts)}${substantial ? ', a substantial problem' : ''}`,
    `${answered.join(' · ')} (each 0 to 25)`,
    '-# OSTRC-style, not the validated questionnaire.',
  ];
}

function quoted(notes: string | null): string {
  return notes === null ? '' : `> ${notes.replaceAll('\n', '\n> ')}`;
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

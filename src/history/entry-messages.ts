/** One entry in full. */
import { areaLabel } from '../pain/areas.ts';
import type { Phase } from '../pain/types.ts';
import { metresLabel, typeLabel, workLabel } from '../sessions/messages.ts';
import { load } from '../sessions/rules.ts';
import { showDate } from '../time/show.ts';
import {
  capital,
  checkInAnswers,
  checkInSum,
  entryWords,
  joined,
  lightWords,
  MENUS,
  painWords,
  weeklyWords,
} from './line-messages.ts';
import type { CheckInFacts, Entry, ReportFacts, SessionFacts, SetFacts, WeeklyFacts } from './types.ts';

const PHASES: Readonly<Record<Phase, string>> = {
  before: 'before the session',
  during: 'during the session',
  after: 'after the session',
  'next-morning': 'the next morning',
};

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

function sessionDetails({ work, metres, minutes, effort, warmup, core, stretch, ...rest }: SessionFacts) {
  const total = metres === null ? '' : ` = ${metresLabel(metres)}`;
  const isLoad = minutes !== null && effort !== null;
  const habits = [
    warmup && { full: 'full warm-up', short: 'short warm-up', none: 'no warm-up' }[warmup],
    core === null ? null : core ? 'core done' : 'no core work',
    stretch && { yes: 'stretched', no: 'no stretch', later: 'stretch later' }[stretch],
  ];
  const { modality, painFree, notes } = rest;
  return [
    capital(modality ?? ''),
    ...(work === null ? [] : [`${workLabel(work)}${total}`]),
    isLoad ? `${minutes} min × effort ${effort} = load ${load(effort, minutes)} AU` : '',
    isLoad || minutes === null ? '' : `${minutes} min`,
    isLoad || effort === null ? '' : `Effort ${effort}`,
    capital(joined(...habits)),
    painFree ? 'Nothing hurt' : '',
    quoted(notes),
  ].filter(Boolean);
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

function checkInDetails(facts: CheckInFacts): string[] {
  const answers = checkInAnswers(facts).map(([name, value]) => `${name} ${value}`);
  return [`${answers.join(' · ')}`, 'Each from 1 to 5; 5 is best.'];
}

function setDetails({ minutes, level, exercises, answer }: SetFacts): string {
  const how = answer && { easy: 'it was easy', right: 'it was right', hard: 'it was hard' }[answer];
  return joined(`${minutes} min`, `${exercises} exercises`, `level ${level}`, how);
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

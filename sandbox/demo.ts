/**
 * npm run sandbox -- --demo: 12 made-up athletes and 12 weeks, typed into the bot as people would, by a clock that
 * runs through those weeks. Seeded: every start makes the same season, ending today.
 */
import { type Habit, live, type Person, wakeUp } from './demo-day.ts';
import type { Actor, Sandbox, SandboxGuild } from './sandbox.ts';

/** Shown as a banner on the page. */
export const DEMO_NOTICE =
  'Demo: 12 made-up athletes with 12 weeks of made-up training. Nobody here is real.';

const WEEKS = 12;
const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** From 16:00 UTC to a time next morning before the morning question is sent in Berlin, summer and winter. */
const WAKING_MS = 13.25 * HOUR_MS;
/** From 16:00 UTC to a time next morning at which the summaries have come in Berlin, summer and winter. */
const MORNING_MS = 15 * HOUR_MS;
/** To when these are due there, by summer time and by winter time: a stop at each, so that none comes late. */
const DUE_MS: readonly number[] = [13.5 * HOUR_MS + 60_000, 14.5 * HOUR_MS + 60_000];
/** The last days: each day's summary is sent, and Ann has reminders. Earlier ones would only be old messages. */
const SUMMARY_DAYS = 3;
const AGREES = 'I agree that my entries are kept';
const REMINDS = 'Remind me by direct message';

/** The bot, as far as the demo waits for it. */
interface Waited {
  wake(): Promise<void>;
  answered(): Promise<void>;
}

/** Fills a club and brings the clock back to real time. The clock moves only when the bot has answered everybody. */
export async function fillDemo(
  sandbox: Sandbox,
  guild: SandboxGuild,
  bot: Waited,
  weeks = WEEKS,
): Promise<void> {
  const random = seeded(20_260_504);
  const { clock } = sandbox;
  const today = new Date(clock.now());
  const first = new Date(today.getTime() - weeks * 7 * DAY_MS);
  first.setUTCHours(16, 0, 0, 0);
  clock.set(first);
  await setUp(sandbox.actor(guild, 'Dana'));
  const people = cast(guild, random);
  const club: Person[] = people.map((habit) => ({
    ...{ habit, actor: sandbox.actor(guild, habit.name), sore: null, hadBadDay: false },
  }));
  for (const { habit, actor } of club) await joinClub(actor, habit, []);
  for (const best of ['100 12.0', '200 24.6']) await sandbox.actor(guild, 'Ann').run(`/me best:${best}`);
  for (let day = first.getTime(); day < today.getTime() + DAY_MS / 2; day += DAY_MS) {
    clock.set(new Date(Math.min(day, today.getTime())));
    await Promise.all(club.map((person) => live(person, new Date(day), random)));
    await bot.answered();
    if (day + MORNING_MS >= today.getTime()) break;
    clock.set(new Date(day + WAKING_MS));
    await Promise.all(club.map((person) => wakeUp(person, random)));
    await bot.answered();
    const left = today.getTime() - day - MORNING_MS;
    // Each week's summary comes on a Monday.
    const isSunday = new Date(day).getUTCDay() === 0;
    if (left >= SUMMARY_DAYS * DAY_MS && !isSunday) continue;
    if (left < SUMMARY_DAYS * DAY_MS && left >= (SUMMARY_DAYS - 1) * DAY_MS) await remindAnn(club);
    for (const after of [...DUE_MS, MORNING_MS]) {
      clock.set(new Date(day + after));
      await bot.wake();
    }
  }
  sandbox.forgetPrivateAnswers();
  clock.real();
  await bot.wake();
}

/** Ann and Ben, and ten more who are only in the demo. */
function cast(guild: SandboxGuild, random: () => number): Habit[] {
  const others = Array.from({ length: 10 }, (_, index) => `Athlete ${index + 3}`);
  for (const name of others) guild.addMember({ name, note: 'made up' });
  return ['Ann', 'Ben', ...others].map((name, index) => ({
    name,
    trains: name === 'Ann' ? 0.97 : 0.6 + 0.35 * random(),
    skipsWarmup: name === 'Ann' ? 0.35 : 0.3 * random(),
    hurts: name === 'Ann' ? 0.08 : 0.1 * random(),
    hurtsCold: name === 'Ann' ? 0.6 : 0.1 * random(),
    tells: name === 'Ann' ? 0.95 : name === 'Ben' ? 0.6 : 0.2,
    checksIn: name === 'Ann' ? 0.75 : 0,
    massage: name === 'Ann' ? 0.85 : 0,
    sharing: name === 'Ben' ? null : (['Details', 'Light only', null][index % 3] ?? null),
  }));
}

async function setUp(dana: Actor): Promise<void> {
  const panel = await dana.run(
    '/setup coach-role:@Coach summary-channel:#coaches reminder-channel:#reminders time-zone:Europe/Berlin',
  );
  await dana.press(panel, 'I have read this: switch on');
}

async function joinClub(actor: Actor, { name, sharing }: Habit, ticks: readonly string[]): Promise<void> {
  await actor.submit(await actor.run('/join'), {
    'How old are you?': name === 'Ben' ? '13 to 15' : '18 or older',
    'Have you ever broken a vertebra (back bone)?': 'No',
    'Do you agree?': [AGREES, ...ticks],
    ...(sharing === null ? {} : { 'What may your coaches see?': sharing }),
  });
}

/** So late that the weeks before left no pile of old reminders. */
async function remindAnn([ann]: readonly Person[]): Promise<void> {
  if (ann !== undefined) await joinClub(ann.actor, ann.habit, [REMINDS]);
}

/** Numbers from 0 to 1 that are the same at every start (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * npm run sandbox -- --demo: 12 made-up athletes and 12 weeks, typed into the bot as people would, by a clock that
 * runs through those weeks. Seeded: every start makes the same season, ending today.
 */
import type { Bot } from '../src/bot.ts';
import type { Actor, Sandbox, SandboxGuild } from './sandbox.ts';

/** Shown as a banner on the page. */
export const DEMO_NOTICE =
  'Demo: 12 made-up athletes with 12 weeks of made-up training. Nobody here is real.';

const WEEKS = 12;
const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** From 16:00 UTC to a time next morning before the morning question is sent in Berlin, summer and winter. */
const WAKING_MS = 13.25 * HOUR_MS;
/** From 16:00 UTC to a time next morning at which the summary has come in Berlin, summer and winter. */
const MORNING_MS = 15 * HOUR_MS;
/** The last days: summaries are sent, and Ann has reminders. Earlier ones would only be old messages. */
const SUMMARY_DAYS = 3;
const BAD_DAY = 4;
const AGREES = 'I agree that my entries are kept';
const REMINDS = 'Remind me by direct message';

/** What one made-up athlete tends to do; chances from 0 to 1. */
interface Habit {
  readonly name: string;
  readonly trains: number;
  readonly skipsWarmup: number;
  readonly hurts: number;
  /** Added to `hurts` without a warm-up. */
  readonly hurtsCold: number;
  /** Says so after a session that did not hurt. */
  readonly tells: number;
  /** Checks in on a morning; of Ann alone. */
  readonly checksIn: number;
  /** Has a massage on a Sunday. */
  readonly massage: number;
  readonly sharing: string | null;
}

/** Somebody of the demo. */
interface Person {
  readonly habit: Habit;
  readonly actor: Actor;
  /** The day's number, which the next morning will ask about; null: nothing hurt. */
  sore: number | null;
  /** Whether this week had a bad day. */
  hadBadDay: boolean;
}

const WEEK: readonly { readonly type: string; readonly work: readonly string[]; readonly minutes: number }[] =
  [
    { type: 'speed', work: ['4x30, 3x60 R6min', '6x40 r3min'], minutes: 70 },
    { type: 'tempo', work: ['2x10x100 @17.5 r45', '100+100+100/100+200+100/100+100+100'], minutes: 45 },
    { type: 'weights', work: [], minutes: 60 },
    { type: 'tempo', work: ['10x100 @17 r60', '3x(2x150) r60 R3min'], minutes: 40 },
    { type: 'jumps', work: [], minutes: 50 },
    { type: 'tempo', work: ['8x200 @36 r90', '2x8x100 @17.5 r45'], minutes: 50 },
  ];

/** Fills a club and brings the clock back to real time. The clock moves only when the bot has answered everybody. */
export async function fillDemo(
  sandbox: Sandbox,
  guild: SandboxGuild,
  bot: Pick<Bot, 'wake' | 'answered'>,
): Promise<void> {
  const random = seeded(20_260_504);
  const { clock } = sandbox;
  const today = new Date(clock.now());
  const first = new Date(today.getTime() - WEEKS * 7 * DAY_MS);
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
    if (left >= SUMMARY_DAYS * DAY_MS) continue;
    if (left >= (SUMMARY_DAYS - 1) * DAY_MS) await remindAnn(club);
    clock.set(new Date(day + MORNING_MS));
    await bot.wake();
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

/** One day of one person: a session or none, and what was said about it. */
async function live(person: Person, day: Date, random: () => number): Promise<void> {
  const { actor, habit } = person;
  const [comes, cold, hurts, pick, hard, pace] = [random(), random(), random(), random(), random(), random()];
  person.sore = null;
  const plan = WEEK[(day.getUTCDay() + 6) % 7];
  if (plan === undefined) {
    if (comes < habit.massage) await rest(person);
    return;
  }
  if (comes > habit.trains) return;
  const warmup = cold < habit.skipsWarmup ? 'none' : cold < 0.8 ? 'full' : 'short';
  const work = plan.work[Math.floor(pick * plan.work.length)]?.replace(/@([\d.]+)/, (_, seconds) => {
    return `@${(Number(seconds) * (0.92 + 0.16 * pace)).toFixed(1)}`;
  });
  const core = hard > 0.4 ? 'yes' : 'no';
  const stretch = pick > 0.5 ? 'yes' : 'no';
  const effort = 3 + Math.floor(hard * 4);
  const logged = await actor.run(
    `/log type:${plan.type}${work ? ` work:${work}` : ''} minutes:${plan.minutes} effort:${effort} warmup:${warmup} core:${core} stretch:${stretch}`,
  );
  if (hurts > habit.hurts + (warmup === 'none' ? habit.hurtsCold : 0)) {
    if (pace < habit.tells) await actor.press(logged, 'No pain');
    return;
  }
  const [start, now] = hard > 0.25 ? [1, 4 + Math.floor(pick * 2)] : [2, 3];
  const rep = work ? ` rep:${2 + Math.floor(hard * 4)}` : '';
  await say(actor, `/pain area:low-back start:${start} now:${now}${rep} growing:${pick > 0.6}`);
  person.sore = now;
  person.hadBadDay ||= now >= BAD_DAY;
}

/** A massage on Sunday; after a week with a bad day the back is still sore. */
async function rest(person: Person): Promise<void> {
  await person.actor.run('/log type:regen work:massage 30min');
  if (!person.hadBadDay) return;
  person.hadBadDay = false;
  person.sore = 3;
  await say(person.actor, '/pain area:low-back start:3 now:3 when:after');
}

/** A check-in, and the answer to how it is after a painful day. */
async function wakeUp({ actor, habit, sore }: Person, random: () => number): Promise<void> {
  const [opens, fresh, slept, answer] = [random(), random(), random(), random()];
  if (opens > habit.checksIn) return;
  const step = (chance: number) => `${(sore === null ? 3 : 2) + Math.floor(chance * 3)}`;
  await actor.submit(await actor.run('/checkin'), {
    'How fresh are you?': step(fresh),
    'How did you sleep?': step(slept),
    'How sore are your muscles?': step(answer),
    'How stressed are you?': step(slept),
    'How is your mood?': step(fresh),
  });
  if (sore === null) return;
  const asked = await actor.next(undefined, (record) => actor.read(record).includes('this morning?'));
  if (answer < 0.3) await actor.press(asked, 'Gone');
  else if (answer < 0.5) await actor.press(asked, 'Same');
  else {
    const more = await actor.press(asked, 'Better');
    await actor.choose(more, '0 no pain, 10 worst imaginable', `${Math.floor(answer * (sore - 1))}`);
  }
}

/** Reports pain and denies the warning signs. */
async function say(actor: Actor, command: string): Promise<void> {
  let answer = await actor.run(command);
  while (answer.text.includes('[None of these]')) answer = await actor.press(answer, 'None of these');
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

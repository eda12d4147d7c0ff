/**
 * npm run sandbox -- --demo: 12 made-up athletes and 12 weeks, typed into the bot as people would, by a clock that
 * runs through those weeks. Seeded: every start makes the same season, ending today.
 */
import type { Actor, Sandbox, SandboxGuild } from './sandbox.ts';

/** Shown as a banner on the page. */
export const DEMO_NOTICE =
  'Demo: 12 made-up athletes with 12 weeks of made-up training. Nobody here is real.';

const WEEKS = 12;
const DAY_MS = 24 * 60 * 60_000;
/** From 16:00 UTC to a time next morning at which the summary has come in Berlin, summer and winter. */
const MORNING_MS = 15 * 60 * 60_000;
const SUMMARY_DAYS = 3;
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
  readonly sharing: string | null;
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

/** Fills a club and brings the clock back to real time. `wake` lets the bot send what is due by the clock. */
export async function fillDemo(
  sandbox: Sandbox,
  guild: SandboxGuild,
  wake: () => Promise<void>,
): Promise<void> {
  const random = seeded(20_260_504);
  const { clock } = sandbox;
  const today = new Date(clock.now());
  const first = new Date(today.getTime() - WEEKS * 7 * DAY_MS);
  first.setUTCHours(16, 0, 0, 0);
  clock.set(first);
  await setUp(sandbox.actor(guild, 'Dana'));
  const people = cast(guild, random);
  const actors = people.map((habit) => ({ habit, actor: sandbox.actor(guild, habit.name) }));
  for (const { habit, actor } of actors) await joinClub(actor, habit);
  for (const best of ['100 12.0', '200 24.6']) await sandbox.actor(guild, 'Ann').run(`/me best:${best}`);
  for (let day = first.getTime(); day < today.getTime() + DAY_MS / 2; day += DAY_MS) {
    clock.set(new Date(Math.min(day, today.getTime())));
    await Promise.all(actors.map(({ habit, actor }) => live(actor, habit, new Date(day), random)));
    const morning = day + MORNING_MS;
    if (morning < today.getTime() && today.getTime() - morning < SUMMARY_DAYS * DAY_MS) {
      clock.set(new Date(morning));
      await wake();
    }
  }
  sandbox.forgetPrivateAnswers();
  clock.real();
  await wake();
}

/** Ann and Ben, and ten more who are only in the demo. */
function cast(guild: SandboxGuild, random: () => number): Habit[] {
  const others = Array.from({ length: 10 }, (_, index) => `Athlete ${index + 3}`);
  for (const name of others) guild.addMember({ name, note: 'made up' });
  return ['Ann', 'Ben', ...others].map((name, index) => ({
    name,
    trains: 0.6 + 0.35 * random(),
    skipsWarmup: name === 'Ann' ? 0.35 : 0.3 * random(),
    hurts: name === 'Ann' ? 0.08 : 0.1 * random(),
    hurtsCold: name === 'Ann' ? 0.45 : 0.1 * random(),
    sharing: name === 'Ben' ? null : (['Details', 'Light only', null][index % 3] ?? null),
  }));
}

async function setUp(dana: Actor): Promise<void> {
  const panel = await dana.run(
    '/setup coach-role:@Coach summary-channel:#coaches reminder-channel:#reminders time-zone:Europe/Berlin',
  );
  await dana.press(panel, 'I have read this: switch on');
}

async function joinClub(actor: Actor, { name, sharing }: Habit): Promise<void> {
  await actor.submit(await actor.run('/join'), {
    'How old are you?': name === 'Ben' ? '13 to 15' : '18 or older',
    'Have you ever broken a vertebra (back bone)?': 'No',
    'Do you agree?': [AGREES, ...(name === 'Ann' ? [REMINDS] : [])],
    ...(sharing === null ? {} : { 'What may your coaches see?': sharing }),
  });
}

/** One day of one person: a session or none, and now and then pain. */
async function live(actor: Actor, habit: Habit, day: Date, random: () => number): Promise<void> {
  const [comes, cold, hurts, pick, hard] = [random(), random(), random(), random(), random()];
  const plan = WEEK[(day.getUTCDay() + 6) % 7];
  if (plan === undefined || comes > habit.trains) return;
  const warmup = cold < habit.skipsWarmup ? 'none' : cold < 0.8 ? 'full' : 'short';
  const work = plan.work[Math.floor(pick * plan.work.length)];
  const core = hard > 0.4 ? 'yes' : 'no';
  const stretch = pick > 0.5 ? 'yes' : 'no';
  const effort = 3 + Math.floor(hard * 4);
  await actor.run(
    `/log type:${plan.type}${work ? ` work:${work}` : ''} minutes:${plan.minutes} effort:${effort} warmup:${warmup} core:${core} stretch:${stretch}`,
  );
  const chance = habit.hurts + (warmup === 'none' ? habit.hurtsCold : 0);
  if (hurts > chance) return;
  let answer = await actor.run(
    `/pain area:low-back start:1 now:${2 + Math.floor(pick * 3)} rep:${4 + Math.floor(hard * 6)} growing:${pick > 0.6}`,
  );
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

/** What a made-up athlete of the demo does on one day and on the morning after, typed as people would. */
import type { Actor, Answer } from './sandbox.ts';

/** Pain from which the back is still sore on Sunday. */
const BAD_DAY = 4;

/** What one made-up athlete tends to do; chances from 0 to 1. */
export interface Habit {
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
export interface Person {
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

/** One day of one person: a session or none, and what was said about it. */
export async function live(person: Person, day: Date, random: () => number): Promise<void> {
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
export async function wakeUp({ actor, habit, sore }: Person, random: () => number): Promise<void> {
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
  const said = await actor.press(asked, answer < 0.3 ? 'Gone' : answer < 0.5 ? 'Same' : 'Better');
  if (answer < 0.5) return await denySigns(actor, said);
  const number = `${Math.floor(answer * (sore - 1))}`;
  await denySigns(actor, await actor.choose(said, '0 no pain, 10 worst imaginable', number));
}

/** Reports pain and denies the warning signs. */
async function say(actor: Actor, command: string): Promise<void> {
  await denySigns(actor, await actor.run(command));
}

async function denySigns(actor: Actor, light: Answer): Promise<void> {
  let answer = light;
  while (answer.text.includes('[None of these]')) answer = await actor.press(answer, 'None of these');
}

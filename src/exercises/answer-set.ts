import type { App } from '../app.ts';
import { UserError } from '../faults.ts';
import { RED_LIGHTS } from '../pain/types.ts';
import { openSet, type SetPress } from './change-set.ts';
import { type Answer, easyCount, isEasy } from './level-rules.ts';
import { countDaysOfLights, type ExerciseSet, findLastSet, findPressedSet, updateSet } from './store.ts';

/** A done set with its answer, and the "easy" answers at its level; null: the level has changed since. */
export interface Answered {
  readonly set: ExerciseSet;
  readonly easyAnswers: number | null;
}

/**
 * Notes how a done set was; the first answer stays. An answer that comes when a later set has been handed out counts
 * there, so that it is not lost. Throws `stale` when the set is gone, `not-yours` for another person.
 */
export async function answerSet(app: App, press: SetPress, answer: Answer): Promise<Answered> {
  const { set: pressed, context } = await openSet(app, press);
  const owner = { clubId: pressed.clubId, athleteId: context.athlete.id };
  return await app.database.transaction(async (tx) => {
    const fresh = await findPressedSet(tx, pressed.id);
    const last = await findLastSet(tx, owner, pressed.menu);
    if (fresh === null || last === null) throw new UserError({ code: 'stale' });
    const isNew = fresh.set.state === 'done' && fresh.set.answer === null;
    const set = isNew ? { ...fresh.set, answer } : fresh.set;
    const later = last.id === set.id ? null : last;
    const { localDate } = set;
    const redDays =
      later === null ? 0 : await countDaysOfLights(tx, owner, RED_LIGHTS, localDate, later.localDate);
    // Pressed again, a late answer is in the later set's count already.
    const counted = isNew || later === null ? set : { ...set, answer: null };
    const easyAnswers = easyCount(counted, later, redDays);
    if (isNew) await updateSet(tx, owner, set.id, { answer });
    if (isNew && later !== null && easyAnswers !== null)
      await updateSet(tx, owner, later.id, { easyAnswers });
    const own = later !== null && isEasy(later) ? 1 : 0;
    return { set, easyAnswers: easyAnswers === null ? null : easyAnswers + own };
  });
}

import { describe, expect, test } from 'vitest';
import { MOVES, type WarmUp } from '../../src/habits/types.ts';
import { warmUpMessage, warmUpNudge, warmUpSteps } from '../../src/habits/warm-up-messages.ts';
import { readingGrade } from '../readability.ts';

const PLANS: readonly WarmUp[] = ['gentle', 'walk', MOVES, ['skips', 'sit-ups', 'stretches']];
const facts = { deliveryId: 'd1', userIds: ['ann'], wasDueAt: null };

describe('what is said about warming up', () => {
  const texts = [
    ...PLANS.map((warmUp) => warmUpMessage({ ...facts, inChannel: false, warmUp }).content ?? ''),
    ...[...PLANS, 'red' as const].map((warmUp) => warmUpSteps(warmUp).content ?? ''),
  ];

  test('reads at grade 8 or below, and never claims, reassures or frightens (handbook, Never 5 to 7)', () => {
    const never = /\b(risk|danger|you.?re fine|damaged?|prevents?|predicts?|cures?|protects?|lazy|failed)\b/i;
    for (const text of texts) {
      expect(readingGrade(text.replaceAll(/[*`]|^\d\. |^-# .*$/gm, '')), text).toBeLessThanOrEqual(8);
      expect(text).not.toMatch(never);
    }
  });

  test('in a channel is the same for everybody, whatever hurts them', () => {
    const said = PLANS.map((warmUp) => warmUpMessage({ ...facts, inChannel: true, warmUp }));
    expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(said[0]?.content).toBe('<@ann> **Training today? Warm up first.** It counts before tempo too.');
    expect(said[0]?.allowed_mentions).toEqual({ users: ['ann'] });
    expect(warmUpNudge({ deliveryId: 'd1', userId: 'ann' }).content).not.toMatch(/warm|jog|train/i);
  });
});

import { describe, expect, test } from 'vitest';
import { MENU, type Menu } from '../../src/exercises/menu.ts';
import { givenPanel } from '../../src/exercises/messages.ts';
import { ATHLETE, setOf, setPanels } from '../words/exercise-texts.ts';

describe.each<Menu>(['core', 'stretch'])('what is said about %s', (menu) => {
  test('fits a message, with one emoji at most', () => {
    const every = MENU.filter(({ category }) => (menu === 'core') === !/stretch|dynamic/.test(category));
    const longest = every.toSorted((a, b) => b.cue.length - a.cue.length).slice(0, 6);
    const set = setOf(menu, { exercises: longest.map(({ number }) => number) });
    for (const panel of [
      ...setPanels(menu),
      givenPanel({ kind: 'set', set, athlete: ATHLETE, isLate: true }, 'made-by'),
    ]) {
      expect(panel.content?.length).toBeLessThan(2000);
      expect(panel.content?.match(/\p{Extended_Pictographic}/gu) ?? []).toHaveLength(0);
      expect(panel.components?.length ?? 0).toBeLessThanOrEqual(5);
    }
  });
});

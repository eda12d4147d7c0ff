import { expect, test } from 'vitest';
import { weeklyPanel, weekPanel } from '../../src/checkins/weekly-messages.ts';
import { QUESTIONS } from '../../src/checkins/weekly-rules.ts';
import { AREAS } from '../../src/pain/areas.ts';

const WEEK = '2026-05-04';

test('every place that can hurt is offered once, in menus that Discord takes', () => {
  const { components = [] } = weekPanel({ week: WEEK, known: null });
  const menus = components.flatMap(({ components: [menu] }) =>
    menu && 'options' in menu ? [menu.options] : [],
  );
  for (const options of menus) expect(options.length).toBeLessThanOrEqual(25);
  const offered = menus.flat().map(({ value }) => value);
  expect(offered.toSorted()).toEqual(AREAS.map(({ id }) => id).toSorted());
});

test.each(QUESTIONS)('%s is asked in our own words, with four steps that fit a phone', (question) => {
  const panel = weeklyPanel({ step: 'ask', week: WEEK, area: 'right-outer-thigh', given: [8], question });
  expect(panel.content).toContain('OSTRC-style, not the validated questionnaire');
  const buttons = panel.components?.[0]?.components ?? [];
  const labels = buttons.flatMap((each) => ('label' in each ? [each.label ?? ''] : []));
  expect(new Set(labels).size).toBe(4);
  for (const label of labels) expect(label.length).toBeLessThanOrEqual(20);
  const ids = buttons.flatMap((each) => ('custom_id' in each ? [each.custom_id] : []));
  expect(ids.map((id) => id.split(':').at(-1))).toEqual(['8-0', '8-8', '8-17', '8-25']);
});

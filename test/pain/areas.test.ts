import { describe, expect, it } from 'vitest';
import { AREAS, areaById, areaFromText, findAreas } from '../../src/pain/areas.ts';

describe('body areas', () => {
  it('have ids, labels and both sides', () => {
    expect(new Set(AREAS.map(({ id }) => id)).size).toBe(AREAS.length);
    expect(new Set(AREAS.map(({ label }) => label)).size).toBe(AREAS.length);
    for (const { id } of AREAS.filter((area) => area.id.startsWith('left-'))) {
      expect(areaById(id.replace('left-', 'right-'))?.screenGroup).toBe(areaById(id)?.screenGroup);
    }
    expect(areaById('left-hamstring')?.label).toBe('Left hamstring');
    expect(areaById('hamstring')).toBeUndefined();
  });

  it.each([
    ['low-back', 'spine'],
    ['pelvis', 'spine'],
    ['left-buttock', 'spine'],
    ['right-hip', 'leg'],
    ['left-groin', 'leg'],
    ['left-hamstring', 'leg'],
    ['right-calf', 'leg'],
    ['left-achilles', 'other'],
    ['right-foot', 'other'],
    ['head', 'other'],
    ['left-shoulder', 'other'],
  ])('%s is screened as %s', (id, group) => expect(areaById(id)?.screenGroup).toBe(group));

  it.each([
    ['lower back', 'low-back'],
    ['low', 'low-back'],
    ['back', 'low-back'],
    ['l hammy', 'left-hamstring'],
    ['hamstring right', 'right-hamstring'],
    ['R knee', 'right-knee'],
    ['glute', 'left-buttock'],
    ['left foot', 'left-foot'],
    ['ri', 'right-buttock'],
    ['shin splints l', 'left-shin'],
    ['', 'low-back'],
  ])('finds for %j first %s', (query, id) => expect(findAreas(query)[0]?.id).toBe(id));

  it('offers what a lone letter may begin, both sides of what has two, and at most 25', () => {
    const offered = findAreas('l').map(({ id }) => id);
    expect(offered).toContain('low-back');
    expect(offered.some((id) => id.startsWith('left-'))).toBe(true);
    expect(findAreas('knee').map(({ id }) => id)).toEqual(['left-knee', 'right-knee']);
    expect(findAreas('').length).toBe(25);
    expect(findAreas('left').every(({ id }) => id.startsWith('left-'))).toBe(true);
    expect(findAreas('bicycle')).toEqual([]);
  });

  it.each([
    ['low-back', 'low-back'],
    ['lower-back', 'low-back'],
    ['Low back', 'low-back'],
    ['  LEFT   hamstring ', 'left-hamstring'],
    ['right-it band', 'right-outer-thigh'],
    ['l. achilles', 'left-achilles'],
    ['hamstring', undefined],
    ['left', undefined],
    ['left low back', undefined],
    ['spaceship', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('reads %j as %s', (typed, id) => expect(areaFromText(typed)).toBe(id));

  it('reads every id and every label', () => {
    for (const { id, label } of AREAS) {
      expect(areaFromText(id)).toBe(id);
      expect(areaFromText(label.toUpperCase())).toBe(id);
    }
  });
});

/** An adult and a minor, for texts that depend on who reads them. */
import type { Athlete } from '../../src/athletes/store.ts';

/** A Monday morning. */
export const NOW = new Date('2026-05-04T06:00:00Z');

/** Adult, shares details. */
export const ann: Athlete = {
  ...{ id: 'a', clubId: 'c', userId: 'ann', ageGroup: 'adult', sharing: 'details', fracture: 'none' },
  ...{ zone: null, wantsDirect: false, dmClosedAt: null, dmClosedCode: null, dmToldAt: null },
  preferences: {
    ...{ kit: 'mat', arching: null, pictureTheme: 'dark', asksMind: null },
    ...{ weeklyQuestions: false, absenceToldOn: null },
  },
};

/** 15 years old, shares nothing. */
export const ben: Athlete = { ...ann, id: 'b', userId: 'ben', ageGroup: '13-15', sharing: 'only-me' };

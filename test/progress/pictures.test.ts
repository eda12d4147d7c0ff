/** The pictures of `/me` on a phone: nothing too small, nothing over anything, nothing empty. */
import { describe, expect, test } from 'vitest';
import { layOut, WIDTH } from '../../src/charts/draw-chart.ts';
import { chartOf, drawPictures, hasPicture, PICTURES } from '../../src/progress/pictures.ts';
import { overlaps, textsIn } from '../charts/texts.ts';
import { session, TODAY } from './diary.ts';
import { madeUpDiary, progressOf } from './made-up.ts';

/** Points below which a text is hard to read on a phone. */
const SMALLEST = 11;

const ATHLETES = [
  { who: 'one day', diary: madeUpDiary(1, 'every') },
  { who: 'five days', diary: madeUpDiary(5, 'every') },
  { who: 'twelve weeks', diary: madeUpDiary(84, 'some') },
  { who: 'twelve weeks, pain every day', diary: madeUpDiary(84, 'every') },
  { who: 'twelve weeks, no pain', diary: madeUpDiary(84, 'none') },
  {
    who: 'a week of 24 km tempo',
    diary: { ...madeUpDiary(5, 'some'), sessions: [session(TODAY, { metres: 24_000, warmup: 'full' })] },
  },
];

describe.each(ATHLETES)('$who', ({ diary }) => {
  const progress = progressOf(diary);
  const drawn = PICTURES.filter((picture) => hasPicture(progress, picture));

  test('every text is readable, inside the picture, and over no other', () => {
    for (const picture of drawn) {
      const chart = chartOf(progress, picture);
      const texts = textsIn(layOut(chart));
      expect(texts.length, picture).toBeGreaterThan(3);
      expect(overlaps(texts), picture).toEqual([]);
      for (const { text, size, left, right, top, bottom } of texts) {
        expect(size, `${picture}: ${text}`).toBeGreaterThanOrEqual(SMALLEST);
        expect(left, `${picture}: ${text}`).toBeGreaterThanOrEqual(4);
        expect(right, `${picture}: ${text}`).toBeLessThanOrEqual(WIDTH - 4);
        expect(top, `${picture}: ${text}`).toBeGreaterThanOrEqual(4);
        expect(bottom, `${picture}: ${text}`).toBeLessThanOrEqual(chart.height - 4);
      }
    }
  });
});

test('whatever the last day is, the days under the pictures stay apart', () => {
  for (const today of ['2026-11-16', '2026-11-18', '2026-11-22']) {
    const diary = madeUpDiary(84, 'some');
    const svg = layOut(chartOf(progressOf(diary, { today }), 'pain'));
    expect(overlaps(textsIn(svg))).toEqual([]);
  }
});

test('nothing logged: no picture', async () => {
  expect(await drawPictures(progressOf(madeUpDiary(0, 'none')))).toEqual([]);
});

test('no best: no pace; a warning sign open: no pace, the record stays', () => {
  const names = (said: Parameters<typeof progressOf>[1], flags = false) => {
    const diary = madeUpDiary(9, 'none');
    const open = flags ? [{ from: TODAY, to: null }] : [];
    return PICTURES.filter((picture) => hasPicture(progressOf({ ...diary, flags: open }, said), picture));
  };
  expect(names({})).toEqual(['pain', 'tempo', 'habits', 'pace']);
  expect(names({ bests: [] })).toEqual(['pain', 'tempo', 'habits']);
  expect(names({}, true)).toEqual(['pain', 'tempo', 'habits']);
});

test('each goes out as a PNG with its words', async () => {
  const files = await drawPictures(progressOf(madeUpDiary(3, 'some')));
  expect(files.map(({ name }) => name)).toEqual(['pain.png', 'tempo.png', 'habits.png', 'pace.png']);
  for (const { data, alt } of files) {
    expect(Buffer.from(data).toString('latin1', 1, 4)).toBe('PNG');
    expect(data.length).toBeLessThan(500_000);
    expect(alt.length).toBeGreaterThan(80);
  }
});

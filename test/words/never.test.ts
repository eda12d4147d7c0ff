/** No text that people can read holds the words of handbook "Never" 5 to 7. */
import { describe, expect, test } from 'vitest';
import { ALLOWED, neverIn } from './never.ts';
import { speakingFiles, textsIn, textsOfFile } from './source-texts.ts';
import { TEXTS } from './texts.ts';

/** Words of the code that look like words for people: the style of a button. */
const CODE = new Set(['danger']);

const files = speakingFiles();
const texts = files.flatMap(textsOfFile);

test('the files that speak to people are found by themselves', () => {
  expect(files).toContain('src/pain/light-messages.ts');
  expect(files).toContain('src/pain/screen-text.ts');
  expect(files).toContain('src/fault-messages.ts');
  expect(files).toContain('src/help.ts');
  expect(files).toContain('commands/checkin.ts');
  expect(files).toContain('commands/remind/shape.ts');
  expect(texts.length).toBeGreaterThan(500);
});

test.each(files)('%s neither reassures nor frightens, shames, claims or promises', (file) => {
  const found = texts.filter((each) => each.file === file && !CODE.has(each.text));
  expect(found.flatMap(({ text, line }) => neverIn(text).map((why) => `line ${line} ${why}`))).toEqual([]);
});

test('nor does any text as it is put together', () => {
  expect(TEXTS.flatMap(({ name, text }) => neverIn(text).map((why) => `${name} ${why}`))).toEqual([]);
});

test('what is let through still stands somewhere', () => {
  const gone = ALLOWED.filter(({ sentence }) => !texts.some(({ text }) => text.includes(sentence)));
  expect(gone).toEqual([]);
});

describe('the words', () => {
  test.each([
    ['You’re fine.', 'reassures'],
    ['you are fine', 'reassures'],
    ['Don’t worry.', 'reassures'],
    ['Your back is damaged.', 'frightens'],
    ['You are in the danger zone.', 'frightens'],
    ['Your risk is 40 %.', 'speaks of a risk'],
    ['This predicts pain.', 'claims a prediction'],
    ['Core work prevents injury.', 'claims protection'],
    ['It cures back pain.', 'claims a cure'],
    ['Guaranteed.', 'promises'],
    ['Tempo caused your pain.', 'claims a cause'],
    ['Do not be lazy.', 'shames'],
    ['Core missed again!', 'shames'],
    ['You failed.', 'shames'],
  ])('%s %s', (text, why) => expect(neverIn(text)).toEqual([expect.stringMatching(`^${why}: `)]));

  test.each([
    'None of the listed warning signs.',
    'Green does not mean safe.',
    'This is not a diagnosis.',
    'I cannot send you direct messages.',
    'Secure the band first.',
    'core work not logged',
  ])('%s may be said', (text) => expect(neverIn(text)).toEqual([]));

  test('are found in literals and templates, and not in names', () => {
    const source = [
      "import { risk } from './risk.ts';",
      "type Kind = 'risk';",
      "const words = { 'risk-key': 'said' };",
      `const text = \`Your \${'big'} risk: \${1}.\`;`,
    ].join('\n');
    expect(textsIn('made.ts', source).map(({ line, text }) => `${line} ${text}`)).toEqual([
      '3 said',
      '4 Your … risk: ….',
      '4 big',
    ]);
  });
});

import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { plainly, readOwnText, shortened, TEXT_LENGTH } from '../../src/reminders/own-text.ts';

it.each([
  ['  Pack\n\n the\tspikes ', 'Pack the spikes'],
  ['a\u200bb\u202ec\u0007d', 'abcd'],
])('%j is kept as %j', (typed, text) => expect(readOwnText(typed)).toBe(text));

it.each([
  ['', 'missing'],
  [' \u200b\n ', 'missing'],
  ['x'.repeat(TEXT_LENGTH + 1), 'too-long'],
])('%j is refused: %s', (typed, code) => expect(() => readOwnText(typed)).toThrow(code));

it.each([
  [
    '@everyone <@123> <@&4> <#5> <t:6>',
    '@\u200beveryone \\<@\u200b123\\> \\<@\u200b&4\\> \\<\\#5\\> \\<t:6\\>',
  ],
  ['**bold** ||hidden|| `code`', '\\*\\*bold\\*\\* \\|\\|hidden\\|\\| \\`code\\`'],
  ['[here](https://a.example)', '\\[here\\]\\(https://a.example\\)'],
  ['bus: https://a.example/x_y?z=1', 'bus: https://a.example/x_y?z=1'],
  ['- 1. # 5x100', '\\- 1\\. \\# 5x100'],
])('%j is shown letter for letter', (text, shown) => expect(plainly(text)).toBe(shown));

test('whatever is typed, what is shown mentions nobody and stays one line', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: TEXT_LENGTH, unit: 'grapheme' }), (typed) => {
      const shown = plainly(typed.replace(/\s/g, ' '));
      expect(shown).not.toMatch(/@(everyone|here)|<[@#/:t]|\n/);
    }),
  );
});

test('whatever is shortened stays in its length, and no emoji is halved', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc.integer({ min: 2, max: 40 }),
      (text, most) => {
        const short = shortened(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      },
    ),
  );
});

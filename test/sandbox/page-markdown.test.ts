import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../sandbox/page/client/markdown/block.ts';
import { parseInline, safeUrl } from '../../sandbox/page/client/markdown/inline.ts';
import type { Block, Inline } from '../../sandbox/page/client/markdown/node.ts';

/** Nodes as a short line, to read the tables below by. */
function inline(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'code') return `code(${node.text})`;
      if (node.kind === 'break') return '/';
      if (node.kind === 'time') return `time(${node.at},${node.style})`;
      if (node.kind === 'command') return `command(${node.name})`;
      if (node.kind === 'everyone') return `all(${node.text})`;
      if ('id' in node) return `${node.kind}(${node.id})`;
      const url = node.kind === 'link' ? `${node.url}=` : '';
      return `${node.kind}(${url}${inline(node.children)})`;
    })
    .join('');
}

function block(one: Block): string {
  if (one.kind === 'code') return `pre(${one.language}:${one.text})`;
  if (one.kind === 'quote') return `quote(${one.children.map(block).join(' ')})`;
  if (one.kind === 'list') {
    const items = one.items.map((item) => inline(item.children) + item.nested.map(block).join(''));
    return `${one.start === null ? 'ul' : `ol${one.start}`}[${items.join(',')}]`;
  }
  return `${one.kind === 'heading' ? `h${one.level}` : one.kind}(${inline(one.children)})`;
}

const read = (text: string) => parseMessage(text).map(block).join(' ');

describe('marks inside a line', () => {
  it.each([
    ['**bold** and *italic*', 'bold(bold) and italic(italic)'],
    ['***both***', 'bold(italic(both))'],
    ['**bold with *italic* inside**', 'bold(bold with italic(italic) inside)'],
    ['__under__ _it_ ~~gone~~ ||secret||', 'underline(under) italic(it) strike(gone) spoiler(secret)'],
    ['2*3 = 6 and 4*5', '2italic(3 = 6 and 4)5'],
    ['a * b * c', 'a * b * c'],
    ['snake_case_name', 'snake_case_name'],
    ['\\*not italic\\*', '*not italic*'],
    ['`**raw**` ``a ` b``', 'code(**raw**) code(a ` b)'],
    ['<@12> <@!13> <@&14> <#15>', 'user(12) user(13) role(14) channel(15)'],
    ['</remind add:99>', 'command(remind add)'],
    ['<t:1700000000:R> <t:1700000000>', 'time(1700000000000,R) time(1700000000000,f)'],
    ['see https://example.org/a.', 'see link(https://example.org/a=https://example.org/a).'],
    ['[rule](https://example.org/)', 'link(https://example.org/=rule)'],
    ['[trap](javascript:alert(1))', '[trap](javascript:alert(1))'],
    [':runner: :unknown_thing: 10:30:45', '🏃 :unknown_thing: 10:30:45'],
    ['@everyone', 'all(@everyone)'],
    ['one\ntwo', 'one/two'],
    ['**never closed', '**never closed'],
    ['<b>tag</b>', '<b>tag</b>'],
  ])('%s', (text, expected) => {
    expect(inline(parseInline(text))).toBe(expected);
  });
});

describe('marks that take a line', () => {
  it.each([
    ['# One\n## Two\n### Three\n#### four', 'h1(One) h2(Two) h3(Three) paragraph(#### four)'],
    ['text\n-# small', 'paragraph(text) subtext(small)'],
    ['- a\n- b\n  - c\n- d', 'ul[a,bul[c],d]'],
    ['3. a\n4. b', 'ol3[a,b]'],
    ['> quoted\n> - item\nafter', 'quote(paragraph(quoted) ul[item]) paragraph(after)'],
    ['>>> all\nof it', 'quote(paragraph(all/of it))'],
    ['```ts\nlet **a**\n```', 'pre(ts:let **a**)'],
    ['before\n```x```\nafter', 'paragraph(before) pre(:x) paragraph(after)'],
    ['a\n\nb', 'paragraph(a//b)'],
    ['-5 degrees', 'paragraph(-5 degrees)'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  // Backtracking without bounds would never come back: the test's own time limit is what it would meet.
  it.each(['*', '_', '**a ', '[a](', '||', '`', '~~', '<@', ':a'])(
    'reads 4000 characters of unclosed %j',
    (mark) => {
      expect(read(mark.repeat(4000 / mark.length))).toMatch(/^(paragraph|pre)\(/);
    },
  );
});

it('only http and https are ever linked', () => {
  expect(safeUrl('https://example.org/x')).toBe('https://example.org/x');
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nonsense']) {
    expect(safeUrl(bad)).toBeNull();
  }
});

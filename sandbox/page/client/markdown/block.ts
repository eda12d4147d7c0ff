/** Discord's marks that take a whole line or more: headings, subtext, quotes, lists and code blocks. */
import { parseInline } from './inline.ts';
import type { Block, ListItem } from './node.ts';

const FENCE = /```(?:([\w+#.-]+)\n)?([\s\S]*?)```/g;
const LIST_ITEM = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

interface RawItem {
  readonly indent: number;
  readonly start: number | null;
  text: string;
}

/** Builds the nested lists out of flat items, each with the indentation it was typed with. */
function nest(items: readonly RawItem[]): Block[] {
  const first = items[0];
  if (first === undefined) return [];
  const rows: ListItem[] = [];
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    if (item === undefined) break;
    let end = index + 1;
    while ((items[end]?.indent ?? -1) > first.indent) end += 1;
    rows.push({ children: parseInline(item.text), nested: nest(items.slice(index + 1, end)) });
    index = end;
  }
  return [{ kind: 'list', start: first.start, items: rows }];
}

function takeList(lines: readonly string[], from: number): { block: Block[]; end: number } {
  const items: RawItem[] = [];
  let index = from;
  for (; index < lines.length; index += 1) {
    const match = LIST_ITEM.exec(lines[index] ?? '');
    if (match === null) break;
    const mark = match[2] ?? '-';
    const indent = items.length === 0 ? 0 : (match[1] ?? '').length;
    items.push({ indent, start: /\d/.test(mark) ? Number.parseInt(mark, 10) : null, text: match[3] ?? '' });
  }
  return { block: nest(items), end: index };
}

function takeQuote(lines: readonly string[], from: number): { block: Block; end: number } {
  const rest = lines[from] ?? '';
  if (rest.startsWith('>>> ')) {
    const text = [rest.slice(4), ...lines.slice(from + 1)].join('\n');
    return { block: { kind: 'quote', children: parseLines(text) }, end: lines.length };
  }
  let end = from;
  while (lines[end]?.startsWith('> ') || lines[end] === '>') end += 1;
  const text = lines.slice(from, end).map((line) => line.slice(2));
  return { block: { kind: 'quote', children: parseLines(text.join('\n')) }, end };
}

function singleLine(line: string): Block | null {
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading !== null) {
    const level = (heading[1] ?? '#').length;
    return {
      kind: 'heading',
      level: level === 1 ? 1 : level === 2 ? 2 : 3,
      children: parseInline(heading[2] ?? ''),
    };
  }
  const subtext = /^-# +(\S.*)$/.exec(line);
  return subtext === null ? null : { kind: 'subtext', children: parseInline(subtext[1] ?? '') };
}

function parseLines(source: string): Block[] {
  const lines = source.split('\n');
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    const text = paragraph.join('\n').replace(/^\n+|\n+$/g, '');
    if (text !== '') blocks.push({ kind: 'paragraph', children: parseInline(text) });
    paragraph = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const single = singleLine(line);
    const quote = line === '>' || /^>(>>)? /.test(line) ? takeQuote(lines, index) : null;
    const list = quote === null && single === null && LIST_ITEM.test(line) ? takeList(lines, index) : null;
    if (single !== null || quote !== null || list !== null) flush();
    if (single !== null) blocks.push(single);
    else if (quote !== null) blocks.push(quote.block);
    else if (list !== null) blocks.push(...list.block);
    else paragraph.push(line);
    index = quote?.end ?? list?.end ?? index + 1;
  }
  flush();
  return blocks;
}

/** Reads a message into blocks. */
export function parseMessage(source: string): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const fence of source.matchAll(FENCE)) {
    const before = source.slice(at, fence.index).replace(/\n$/, '');
    if (before.trim() !== '') blocks.push(...parseLines(before));
    blocks.push({ kind: 'code', language: fence[1] ?? '', text: (fence[2] ?? '').replace(/^\n|\n$/g, '') });
    at = fence.index + fence[0].length;
  }
  const rest = source.slice(at).replace(at > 0 ? /^\n/ : /(?!)/, '');
  if (rest.trim() !== '') blocks.push(...parseLines(rest));
  return blocks;
}

/** Discord's marks inside a line. Text never becomes markup of the page: the result is data, drawn by components. */
import { emojiByName } from './emoji.ts';
import type { Inline } from './node.ts';

interface Rule {
  readonly pattern: RegExp;
  read(match: RegExpExecArray): Inline | null;
}

const part = (match: RegExpExecArray, index: number) => match[index] ?? '';

/** The address if it is plain http or https; null otherwise, so that nothing else is ever linked. */
export function safeUrl(text: string): string | null {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

function link(address: string, text: string): Inline | null {
  const url = safeUrl(address);
  return url === null ? null : { kind: 'link', url, children: [{ kind: 'text', text }] };
}

function wrap(kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler', pattern: RegExp): Rule {
  return { pattern, read: (match) => ({ kind, children: parseInline(part(match, 1)) }) };
}

/** Tried in this order at each place; every pattern is sticky. */
const RULES: readonly Rule[] = [
  { pattern: /\\([^\w\s])/y, read: (m) => ({ kind: 'text', text: part(m, 1) }) },
  {
    pattern: /(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/y,
    read: (m) => ({ kind: 'code', text: part(m, 2).trim() }),
  },
  { pattern: /\n/y, read: () => ({ kind: 'break' }) },
  { pattern: /<@!?(\d+)>/y, read: (m) => ({ kind: 'user', id: part(m, 1) }) },
  { pattern: /<@&(\d+)>/y, read: (m) => ({ kind: 'role', id: part(m, 1) }) },
  { pattern: /<#(\d+)>/y, read: (m) => ({ kind: 'channel', id: part(m, 1) }) },
  { pattern: /<\/([\w -]+):\d+>/y, read: (m) => ({ kind: 'command', name: part(m, 1) }) },
  {
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y,
    read: (m) => ({ kind: 'time', at: Number(part(m, 1)) * 1000, style: m[2] ?? 'f' }),
  },
  { pattern: /<a?:(\w+):\d+>/y, read: (m) => ({ kind: 'text', text: `:${part(m, 1)}:` }) },
  { pattern: /<(https?:\/\/[^\s>]+)>/y, read: (m) => link(part(m, 1), part(m, 1)) },
  { pattern: /@(?:everyone|here)\b/y, read: (m) => ({ kind: 'everyone', text: m[0] }) },
  {
    pattern: /\[([^\]\n]+)\]\(<?([^\s()<>]+(?:\([^\s()<>]*\))?)>?(?: "[^"\n]*")?\)/y,
    read: (m) => {
      const url = safeUrl(part(m, 2));
      return url === null ? null : { kind: 'link', url, children: parseInline(part(m, 1)) };
    },
  },
  { pattern: /https?:\/\/[^\s<]+[^\s<.,:;"')\]*_]/y, read: (m) => link(m[0], m[0]) },
  {
    pattern: /\*\*\*(?=\S)([\s\S]*?\S)\*\*\*(?!\*)/y,
    read: (m) => ({ kind: 'bold', children: [{ kind: 'italic', children: parseInline(part(m, 1)) }] }),
  },
  wrap('bold', /\*\*(?=\S)((?:[^*\\]|\\.|\*(?!\*)(?:[^*]*\*)?)+?)\*\*(?!\*)/y),
  wrap('underline', /__(?=\S)([\s\S]*?\S)__(?!_)/y),
  wrap('strike', /~~([\s\S]+?)~~(?!~)/y),
  wrap('spoiler', /\|\|([\s\S]+?)\|\|/y),
  wrap('italic', /\*(?![\s*])((?:\*\*|[^*])*?[^\s*])\*(?!\*)/y),
  wrap('italic', /_(?![\s_])([^_]*?[^\s_])_(?!\w)/y),
  {
    pattern: /:([a-z0-9_+-]+):/y,
    read: (m) => {
      const character = emojiByName(part(m, 1));
      return character === null ? null : { kind: 'text', text: character };
    },
  },
];

function readAt(source: string, index: number): { node: Inline; end: number } | null {
  for (const rule of RULES) {
    // A fresh copy each time: rules call this function again from inside, and lastIndex is state.
    const pattern = new RegExp(rule.pattern);
    pattern.lastIndex = index;
    const match = pattern.exec(source);
    const node = match === null ? null : rule.read(match);
    if (match !== null && node !== null) return { node, end: index + match[0].length };
  }
  return null;
}

/** An underscore inside a word (snake_case) starts nothing. */
function insideWord(source: string, index: number): boolean {
  return source[index] === '_' && /\w/.test(source[index - 1] ?? ' ') && source[index + 1] !== '_';
}

/** Reads one run of text; neighbouring text pieces are joined. */
export function parseInline(source: string): Inline[] {
  const nodes: Inline[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') nodes.push({ kind: 'text', text });
    text = '';
  };
  let index = 0;
  while (index < source.length) {
    const special = /[\\`\n<@[h*_~|:]/.test(source[index] ?? '') && !insideWord(source, index);
    const found = special ? readAt(source, index) : null;
    if (found === null) {
      text += source[index];
      index += 1;
    } else {
      if (found.node.kind === 'text') text += found.node.text;
      else {
        flush();
        nodes.push(found.node);
      }
      index = found.end;
    }
  }
  flush();
  return nodes;
}

import { useState } from 'preact/hooks';
import { useSandbox } from '../context.ts';
import { channels, mark, roles, users } from '../names.ts';
import { discordTime, fullStamp } from '../time.ts';
import { parseMessage } from './block.ts';
import { parseInline } from './inline.ts';
import type { Block, Inline, ListItem } from './node.ts';

function Spoiler({ nodes }: { readonly nodes: readonly Inline[] }) {
  const [open, setOpen] = useState(false);
  if (open) return <span class="spoiler open">{inlines(nodes)}</span>;
  return (
    <button type="button" class="spoiler" aria-label="Spoiler, show it" onClick={() => setOpen(true)}>
      <span aria-hidden="true">{inlines(nodes)}</span>
    </button>
  );
}

function Mention({ kind, id }: { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }) {
  const { view, go } = useSandbox();
  const lists = { user: users, role: roles, channel: channels };
  const named = lists[kind](view).find((candidate) => candidate.id === id);
  if (kind === 'channel' && view.channels.some((channel) => channel.id === id)) {
    return (
      <button type="button" class="mention" onClick={() => go(id)}>
        #{named?.name ?? 'unknown'}
      </button>
    );
  }
  const style = named?.color ? { color: named.color } : undefined;
  return (
    <span class="mention" style={style}>
      {named === undefined ? `${kind === 'channel' ? '#' : '@'}unknown-${kind}` : mark(named)}
    </span>
  );
}

function CommandMention({ name }: { readonly name: string }) {
  const { start } = useSandbox();
  return (
    <button type="button" class="mention" onClick={() => start(`/${name} `)}>
      /{name}
    </button>
  );
}

function Stamp({ at, style }: { readonly at: number; readonly style: string }) {
  const { view, now } = useSandbox();
  const { zone } = view.guild;
  return (
    <time class="stamp" dateTime={new Date(at).toISOString()} title={fullStamp(at, zone)}>
      {discordTime(at, style, now(), zone)}
    </time>
  );
}

function Piece({ node }: { readonly node: Inline }) {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>;
    case 'code':
      return <code>{node.text}</code>;
    case 'break':
      return <br />;
    case 'bold':
      return <strong>{inlines(node.children)}</strong>;
    case 'italic':
      return <em>{inlines(node.children)}</em>;
    case 'underline':
      return <u>{inlines(node.children)}</u>;
    case 'strike':
      return <s>{inlines(node.children)}</s>;
    case 'spoiler':
      return <Spoiler nodes={node.children} />;
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noopener noreferrer nofollow">
          {inlines(node.children)}
        </a>
      );
    case 'everyone':
      return <span class="mention">{node.text}</span>;
    case 'command':
      return <CommandMention name={node.name} />;
    case 'time':
      return <Stamp at={node.at} style={node.style} />;
    default:
      return <Mention kind={node.kind} id={node.id} />;
  }
}

function inlines(nodes: readonly Inline[]) {
  return nodes.map((node, index) => <Piece key={`${node.kind}-${index}`} node={node} />);
}

function Item({ item }: { readonly item: ListItem }) {
  return (
    <li>
      {inlines(item.children)}
      {blocks(item.nested)}
    </li>
  );
}

/** Below the page's own h1 and h2. */
const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

function Piled({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{inlines(block.children)}</p>;
    case 'subtext':
      return <p class="subtext">{inlines(block.children)}</p>;
    case 'heading': {
      const Heading = HEADINGS[block.level];
      return <Heading class={`heading h${block.level}`}>{inlines(block.children)}</Heading>;
    }
    case 'quote':
      return <blockquote>{blocks(block.children)}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item, index) => <Item key={`item-${index}`} item={item} />);
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
  }
}

function blocks(list: readonly Block[]) {
  return list.map((block, index) => <Piled key={`${block.kind}-${index}`} block={block} />);
}

/** A message's text with Discord's marks drawn. */
export function Markdown({ text }: { readonly text: string }) {
  return <div class="markdown">{blocks(parseMessage(text))}</div>;
}

/** One line of text with Discord's marks drawn, for titles and names of fields. */
export function InlineMarkdown({ text }: { readonly text: string }) {
  return <>{inlines(parseInline(text))}</>;
}

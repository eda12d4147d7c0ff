import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { PictureBox } from '../components/picture.tsx';
import { useSandbox } from '../context.ts';
import { safeUrl } from '../markdown/inline.ts';
import { InlineMarkdown, Markdown } from '../markdown/markdown.tsx';
import { cssColor } from '../names.ts';
import { fullStamp, messageStamp } from '../time.ts';

const INLINE_PER_ROW = 3;

/** Columns of twelve that each field spans: neighbours marked inline share a row, three at most. */
function spans(fields: readonly APIEmbedField[]): number[] {
  const result: number[] = [];
  let run: number[] = [];
  const flush = () => {
    for (let at = 0; at < run.length; at += INLINE_PER_ROW) {
      const row = run.slice(at, at + INLINE_PER_ROW);
      for (const index of row) result[index] = 12 / row.length;
    }
    run = [];
  };
  fields.forEach((field, index) => {
    if (field.inline) run.push(index);
    else {
      flush();
      result[index] = 12;
    }
  });
  flush();
  return result;
}

function Fields({ fields }: { readonly fields: readonly APIEmbedField[] }) {
  const columns = spans(fields);
  return (
    <div class="embed-fields">
      {fields.map((field, index) => (
        <div
          key={`${field.name}-${index}`}
          class="embed-field"
          style={{ '--span': String(columns[index] ?? 12) }}
        >
          <div class="embed-field-name">
            <InlineMarkdown text={field.name} />
          </div>
          <Markdown text={field.value} />
        </div>
      ))}
    </div>
  );
}

function Title({ embed }: { readonly embed: APIEmbed }) {
  if (!embed.title) return null;
  const url = embed.url === undefined ? null : safeUrl(embed.url);
  return (
    <div class="embed-title">
      {url === null ? (
        <InlineMarkdown text={embed.title} />
      ) : (
        <a href={url} target="_blank" rel="noopener noreferrer nofollow">
          {embed.title}
        </a>
      )}
    </div>
  );
}

function Footer({ embed }: { readonly embed: APIEmbed }) {
  const { view, now } = useSandbox();
  const { zone } = view.guild;
  const at = embed.timestamp === undefined ? null : Date.parse(embed.timestamp);
  if (!embed.footer && at === null) return null;
  return (
    <div class="embed-footer">
      {embed.footer?.text}
      {embed.footer && at !== null ? ' • ' : ''}
      {at === null ? null : (
        <time dateTime={embed.timestamp} title={fullStamp(at, zone)}>
          {messageStamp(at, now(), zone)}
        </time>
      )}
    </div>
  );
}

/** A classic embed: colour bar, title, description, fields, pictures, footer. */
export function Embed({ embed }: { readonly embed: APIEmbed }) {
  const accent = cssColor(embed.color);
  return (
    <article class="embed" style={accent === null ? undefined : { '--accent': accent }}>
      <div class="embed-words">
        {embed.author ? <div class="embed-author">{embed.author.name}</div> : null}
        <Title embed={embed} />
        {embed.description ? <Markdown text={embed.description} /> : null}
        {embed.fields?.length ? <Fields fields={embed.fields} /> : null}
      </div>
      {embed.thumbnail ? <PictureBox url={embed.thumbnail.url} alt="" look="thumbnail" /> : null}
      {embed.image ? (
        <PictureBox
          url={embed.image.url}
          alt={embed.image.description ?? ''}
          width={embed.image.width}
          height={embed.image.height}
          look="image"
        />
      ) : null}
      <Footer embed={embed} />
    </article>
  );
}

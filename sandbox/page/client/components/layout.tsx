/** Components V2 and the classic rows: whatever may stand in a message, drawn by its type. */
import type {
  APIMediaGalleryComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APISeparatorComponent,
} from 'discord-api-types/v10';
import { ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import { Markdown } from '../markdown/markdown.tsx';
import { cssColor } from '../names.ts';
import { FileCard } from './file-card.tsx';
import { MessageButton } from './message-button.tsx';
import { PictureBox } from './picture.tsx';
import { Row } from './row.tsx';

interface SectionProps {
  readonly messageId: string;
  readonly section: APISectionComponent;
}

function Section({ messageId, section }: SectionProps) {
  const { accessory } = section;
  return (
    <div class="section">
      <div class="section-texts">
        {section.components.map((text, index) => (
          <Markdown key={`text-${index}`} text={text.content} />
        ))}
      </div>
      {accessory.type === ComponentType.Thumbnail ? (
        <PictureBox url={accessory.media.url} alt={accessory.description ?? ''} look="thumbnail" />
      ) : (
        <MessageButton messageId={messageId} button={accessory} />
      )}
    </div>
  );
}

function Gallery({ gallery }: { readonly gallery: APIMediaGalleryComponent }) {
  return (
    <div class={`gallery of-${Math.min(gallery.items.length, 3)}`}>
      {gallery.items.map((item, index) => (
        <PictureBox
          key={`picture-${index}`}
          url={item.media.url}
          alt={item.description ?? ''}
          width={item.media.width}
          height={item.media.height}
          look="gallery"
        />
      ))}
    </div>
  );
}

function Separator({ separator }: { readonly separator: APISeparatorComponent }) {
  const wide = separator.spacing === SeparatorSpacingSize.Large ? ' wide' : '';
  return <hr class={`separator${wide}${separator.divider === false ? ' bare' : ''}`} />;
}

interface ComponentProps {
  readonly messageId: string;
  readonly component: APIMessageTopLevelComponent;
}

function Component({ messageId, component }: ComponentProps) {
  switch (component.type) {
    case ComponentType.ActionRow:
      return <Row messageId={messageId} components={component.components} />;
    case ComponentType.TextDisplay:
      return <Markdown text={component.content} />;
    case ComponentType.Section:
      return <Section messageId={messageId} section={component} />;
    case ComponentType.MediaGallery:
      return <Gallery gallery={component} />;
    case ComponentType.Separator:
      return <Separator separator={component} />;
    case ComponentType.File:
      return (
        <FileCard
          name={component.name ?? component.file.url.split('/').at(-1) ?? 'file'}
          url={component.file.url}
          size={component.size ?? null}
        />
      );
    case ComponentType.Container:
      return (
        <div class="container" style={{ '--accent': cssColor(component.accent_color) ?? 'transparent' }}>
          <Components messageId={messageId} components={component.components} />
        </div>
      );
  }
}

interface ComponentsProps {
  readonly messageId: string;
  readonly components: readonly APIMessageTopLevelComponent[];
}

/** All components of a message, in order. */
export function Components({ messageId, components }: ComponentsProps) {
  return (
    <>
      {components.map((component, index) => (
        <Component key={`${component.type}-${index}`} messageId={messageId} component={component} />
      ))}
    </>
  );
}

import type { APIAttachment } from 'discord-api-types/v10';
import { FileCard } from '../components/file-card.tsx';
import { PictureBox } from '../components/picture.tsx';

const PICTURE_NAME = /\.(png|jpe?g|gif|webp|svg)$/i;

/** Whether a file is drawn rather than offered for download. */
export function isPicture(attachment: APIAttachment): boolean {
  return attachment.content_type?.startsWith('image/') ?? PICTURE_NAME.test(attachment.filename);
}

/** The files of a message: pictures with their description, others as cards. */
export function Attachments({ attachments }: { readonly attachments: readonly APIAttachment[] }) {
  return (
    <>
      {attachments.map((attachment) =>
        isPicture(attachment) ? (
          <figure key={attachment.id} class="attachment">
            <PictureBox
              url={attachment.url}
              alt={attachment.description ?? ''}
              width={attachment.width}
              height={attachment.height}
              look="image"
            />
          </figure>
        ) : (
          <FileCard
            key={attachment.id}
            name={attachment.filename}
            url={attachment.url}
            size={attachment.size}
          />
        ),
      )}
    </>
  );
}

import { FileIcon } from '../icons.tsx';
import { localUrl } from './picture.tsx';

interface FileCardProps {
  readonly name: string;
  readonly url: string;
  /** Bytes; null when unknown. */
  readonly size: number | null;
}

function bytes(size: number): string {
  if (size < 1024) return `${size} bytes`;
  return size < 1024 * 1024 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

/** An attached file, to be downloaded. */
export function FileCard({ name, url, size }: FileCardProps) {
  const source = localUrl(url);
  return (
    <div class="file-card">
      <FileIcon size={30} />
      <span class="file-words">
        {source === null ? (
          <span>{name}</span>
        ) : (
          <a href={source} download={name} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        )}
        {size === null ? null : <span class="file-size">{bytes(size)}</span>}
      </span>
    </div>
  );
}

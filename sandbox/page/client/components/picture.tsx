import { useState } from 'preact/hooks';
import { useSandbox } from '../context.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The address as this page may load it: its own origin under any loopback name; null for anywhere else. */
export function localUrl(text: string): string | null {
  try {
    const url = new URL(text, location.href);
    if (url.protocol === 'data:') return text.startsWith('data:image/') ? text : null;
    const own = url.origin === location.origin || (LOOPBACK.has(url.hostname) && url.port === location.port);
    return own ? `${url.pathname}${url.search}` : null;
  } catch {
    return null;
  }
}

interface PictureProps {
  readonly url: string;
  readonly alt: string;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly look: 'image' | 'thumbnail' | 'gallery';
}

/** A picture that opens large. One from elsewhere is never fetched: its description stands in for it. */
export function PictureBox({ url, alt, width, height, look }: PictureProps) {
  const { enlarge } = useSandbox();
  const [broken, setBroken] = useState(false);
  const source = localUrl(url);
  if (source === null || broken) {
    return (
      <p class={`picture-missing ${look}`}>
        {source === null ? 'Picture from outside, not loaded here' : 'Picture could not be loaded'}
        {alt === '' ? '' : `: ${alt}`}
      </p>
    );
  }
  return (
    <button
      type="button"
      class={`picture ${look}`}
      aria-label={`Enlarge picture: ${alt === '' ? 'no description' : alt}`}
      onClick={() => enlarge({ url: source, alt })}
    >
      <img
        src={source}
        alt={alt}
        width={width ?? undefined}
        height={height ?? undefined}
        onError={() => setBroken(true)}
      />
    </button>
  );
}

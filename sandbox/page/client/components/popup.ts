import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const GAP_PX = 4;
const EDGE_PX = 8;
const COMFORT_PX = 240;

export interface PopupPlace {
  readonly left: string;
  readonly width: string;
  readonly maxHeight: string;
  readonly top?: string;
  readonly bottom?: string;
}

function place(anchor: DOMRect, height: number): PopupPlace {
  const below = height - anchor.bottom - EDGE_PX;
  const above = anchor.top - EDGE_PX;
  const sides = { left: `${anchor.left}px`, width: `${anchor.width}px` };
  return below >= COMFORT_PX || below >= above
    ? { ...sides, top: `${anchor.bottom + GAP_PX}px`, maxHeight: `${Math.min(below, 360)}px` }
    : { ...sides, bottom: `${height - anchor.top + GAP_PX}px`, maxHeight: `${Math.min(above, 360)}px` };
}

/** Keeps an open popup at its anchor, on the side with room, while anything scrolls or the keyboard opens. */
export function usePopupPlace(anchor: RefObject<HTMLElement | null>, open: boolean): PopupPlace | null {
  const [at, setAt] = useState<PopupPlace | null>(null);
  useLayoutEffect(() => {
    if (!open) {
      setAt(null);
      return;
    }
    const update = () => {
      if (anchor.current) setAt(place(anchor.current.getBoundingClientRect(), window.innerHeight));
    };
    update();
    window.addEventListener('resize', update);
    window.addEventListener('scroll', update, true);
    return () => {
      window.removeEventListener('resize', update);
      window.removeEventListener('scroll', update, true);
    };
  }, [open, anchor]);
  return at;
}

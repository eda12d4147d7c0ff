import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const NEAR_PX = 60;

interface StickyScroll {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  /** Whether the reader has scrolled up. */
  readonly away: boolean;
  /** Whether something arrived since. */
  readonly unseen: boolean;
  onScroll(): void;
  toEnd(): void;
}

/** Keeps a list at its end while things are added or grow, unless the reader scrolled up. */
export function useStickyScroll(place: string, count: number): StickyScroll {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stick = useRef(true);
  const top = useRef(0);
  const seen = useRef(count);
  const [away, setAway] = useState(false);

  const toEnd = () => {
    stick.current = true;
    setAway(false);
    if (frame.current) frame.current.scrollTop = frame.current.scrollHeight;
  };

  useLayoutEffect(toEnd, [place]);

  useEffect(() => {
    const box = frame.current;
    const inner = content.current;
    if (box === null || inner === null) return;
    const observer = new ResizeObserver(() => {
      if (stick.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(inner);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  if (!away) seen.current = count;
  return {
    frame,
    content,
    away,
    unseen: away && count > seen.current,
    onScroll: () => {
      const box = frame.current;
      if (box === null) return;
      // Growing content moves the end away without anybody scrolling: only a move upwards lets go of it.
      const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
      if (near || box.scrollTop < top.current) stick.current = near;
      top.current = box.scrollTop;
      setAway(!stick.current);
    },
    toEnd,
  };
}

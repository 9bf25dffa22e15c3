import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What has just been opened is read from its beginning: the focus goes to its heading, the view to the top. */
export function useArrival(id: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.reading-scroll')?.scrollTo?.({ top: 0 });
  }, [id]);
  return heading;
}

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What has just been opened is read from its beginning: the focus goes to its heading. */
export function useArrival(id: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [id]);
  return heading;
}

import { useEffect, useState } from 'preact/hooks';
import type { Followed } from '../../lib/browser/state';

/** A stored value and its changes; undefined until it is read. Give it the same object on every call. */
export function useStored<T>(stored: Followed<T> | undefined): T | undefined {
  const [value, setValue] = useState<{ of: Followed<T>; value: T }>();
  useEffect(() => {
    if (!stored) return;
    let ended = false;
    const unfollow = stored.follow((next) => !ended && setValue({ of: stored, value: next }));
    return () => {
      ended = true;
      unfollow();
    };
  }, [stored]);
  // What was read for another object is not this one's.
  return value && value.of === stored ? value.value : undefined;
}

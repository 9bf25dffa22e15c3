import { useEffect, useState } from 'preact/hooks';

/** What was chosen and never stored is let go of after so many milliseconds: the control then shows what holds. */
const GIVEN_UP = 5000;

/**
 * The value of a control over something stored: what was chosen shows at once, and what is stored as soon as that changes. Without it a
 * box drawn anew between the click and the write would jump back.
 * @returns what to show, and what to call with the reader's choice
 */
export function useChosen<T>(stored: T, onChange: (value: T) => void): [T, (value: T) => void] {
  const [chosen, setChosen] = useState<{ value: T; instead: T } | null>(null);
  useEffect(() => {
    if (!chosen) return;
    const timer = setTimeout(() => setChosen(null), GIVEN_UP);
    return () => clearTimeout(timer);
  }, [chosen]);
  useEffect(() => setChosen((now) => (now?.instead === stored ? now : null)), [stored]);
  const choose = (value: T) => {
    setChosen({ value, instead: stored });
    onChange(value);
  };
  return [chosen && chosen.instead === stored ? chosen.value : stored, choose];
}

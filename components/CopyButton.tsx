import { useEffect, useState } from 'preact/hooks';
import { t } from './strings';
import { WordButton } from './WordButton';

const SHOWN_MS = 2500;

interface Props {
  label: string;
  /** @returns whether the clipboard took it */
  copy: () => Promise<boolean>;
}

/** Copies, and says whether that worked. The word lies over the button, so that nothing beside it moves. */
export function CopyButton({ label, copy }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const click = () => {
    void copy().then((done) => setOutcome(done ? 'copied' : 'notCopied'));
  };
  return (
    <span class="copy">
      <WordButton icon={outcome === 'copied' ? 'check' : 'copy'} label={label} onClick={click} />
      <output class={outcome ? `copied ${outcome}` : 'copied hidden'} aria-live="polite">
        {outcome && t(outcome)}
      </output>
    </span>
  );
}

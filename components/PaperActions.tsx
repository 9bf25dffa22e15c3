import { useEffect, useState } from 'preact/hooks';
import type { PaperHead } from '../lib/papers/paper';
import { Icon } from './icons';
import { t } from './strings';

/** What a reader can do with a paper. Where one is left out, its button is not drawn. */
export interface PaperActs {
  save: (paper: PaperHead, saved: boolean) => void;
  /** Copies the paper's BibTeX entry. @returns whether the clipboard took it */
  copy: (paper: PaperHead) => Promise<boolean>;
  open?: (paper: PaperHead) => void;
}

interface Props {
  paper: PaperHead;
  saved: boolean;
  actions: PaperActs;
}

/** Save, copy BibTeX, open in the panel. */
export function PaperActions({ paper, saved, actions }: Props) {
  const { open } = actions;
  return (
    <div class="actions">
      <button
        type="button"
        class={saved ? 'button button-on' : 'button'}
        title={saved ? t('unsave') : undefined}
        onClick={() => actions.save(paper, !saved)}
      >
        <Icon name="save" filled={saved} />
        {saved ? t('savedButton') : t('save')}
      </button>
      <CopyButton paper={paper} copy={actions.copy} />
      {open && (
        <button type="button" class="button" onClick={() => open(paper)}>
          <Icon name="panel" />
          {t('openInPanel')}
        </button>
      )}
    </div>
  );
}

const SHOWN_MS = 2500;

function CopyButton({ paper, copy }: { paper: PaperHead; copy: PaperActs['copy'] }) {
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const click = () => {
    void copy(paper).then((done) => setOutcome(done ? 'copied' : 'notCopied'));
  };
  return (
    <>
      <button type="button" class="button" onClick={click}>
        <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
        {t('copyBibtex')}
      </button>
      <output class={outcome ? 'copied' : 'copied hidden'} aria-live="polite">
        {outcome && t(outcome)}
      </output>
    </>
  );
}

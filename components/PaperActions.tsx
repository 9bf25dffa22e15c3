import { useState } from 'preact/hooks';
import type { PaperHead } from '../lib/papers/paper';
import { type CiteActs, CiteBox } from './CiteBox';
import { CopyButton } from './CopyButton';
import { Icon } from './icons';
import { PickButton } from './PickButton';
import { t } from './strings';
import { WordButton } from './WordButton';

/** What a reader can do with a paper. Where one is left out, its button is not drawn. */
export interface PaperActs {
  save: (paper: PaperHead, saved: boolean) => void;
  /** Copies the paper's BibTeX entry. @returns whether the clipboard took it */
  copy: (paper: PaperHead) => Promise<boolean>;
  /** Other formats and styles. */
  cite?: CiteActs;
  open?: (paper: PaperHead) => void;
}

interface Props {
  paper: PaperHead;
  saved: boolean;
  actions: PaperActs;
}

/** Save, copy BibTeX, cite otherwise, compare, open in the panel. */
export function PaperActions({ paper, saved, actions }: Props) {
  const { open, cite } = actions;
  const [citing, setCiting] = useState(false);
  return (
    <>
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
        <CopyButton label={t('copyBibtex')} copy={() => actions.copy(paper)} />
        {cite && (
          <WordButton icon="cite" label={t('cite')} on={citing} expanded={citing} onClick={() => setCiting(!citing)} />
        )}
        <PickButton paper={paper} labelled />
        {open && <WordButton icon="panel" label={t('openInPanel')} onClick={() => open(paper)} />}
      </div>
      {cite && citing && <Citing paper={paper} cite={cite} />}
    </>
  );
}

function Citing({ paper, cite }: { paper: PaperHead; cite: CiteActs }) {
  // The same list at every drawing, as its text is made anew for another.
  const [papers, setPapers] = useState([paper]);
  if (papers[0]!.id !== paper.id) setPapers([paper]);
  return <CiteBox papers={papers} cite={cite} label={t('citeNamed', paper.title)} preview />;
}

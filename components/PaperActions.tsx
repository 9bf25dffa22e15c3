import type { PaperHead } from '../lib/papers/paper';
import { CopyButton } from './CopyButton';
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
      <CopyButton label={t('copyBibtex')} copy={() => actions.copy(paper)} />
      {open && (
        <button type="button" class="button" onClick={() => open(paper)}>
          <Icon name="panel" />
          {t('openInPanel')}
        </button>
      )}
    </div>
  );
}

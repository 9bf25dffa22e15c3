import { useId } from 'preact/hooks';
import type { TermView } from '../lib/lookup/answer';
import { Definition } from './Definition';
import { Icon } from './icons';
import { itemOfPaper } from './items';
import { PaperRow } from './PaperRow';
import { t } from './strings';
import { TermKind } from './TermKind';

const PAPERS = 4;

export interface TermCardActs {
  /** Opens the term in the panel. */
  open: () => void;
  openPaper: (id: string) => void;
  close: () => void;
}

/** A term at a glance: what the window at its mark shows. */
export function TermCard({ view, actions }: { view: TermView; actions: TermCardActs }) {
  const heading = useId();
  const papers = view.papers.slice(0, PAPERS);
  return (
    <article class="card" aria-labelledby={heading}>
      <div class="card-body">
        <div class="card-corner">
          <button
            type="button"
            class="icon-button"
            aria-label={t('close')}
            title={t('close')}
            onClick={() => actions.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        <TermKind kind={view.kind} />
        <h2 class="title" id={heading} dir="auto">
          {view.name}
        </h2>
        {view.definition && <Definition definition={view.definition} onPaper={actions.openPaper} />}
        {papers.length > 0 && (
          <ul class="card-rows" aria-label={t('termPapers')}>
            {papers.map((paper) => (
              <li key={paper.id}>
                <button type="button" class="card-row" onClick={() => actions.openPaper(paper.id)}>
                  <PaperRow item={itemOfPaper(paper)} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <footer class="card-foot">
        <div class="actions">
          <button type="button" class="button" onClick={() => actions.open()}>
            <Icon name="panel" />
            {t('openInPanel')}
          </button>
        </div>
      </footer>
    </article>
  );
}

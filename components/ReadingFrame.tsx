import { Icon } from './icons';
import type { PaperActs } from './PaperActions';
import { Reading } from './Reading';
import { Empty, Loading, Trouble } from './States';
import { t } from './strings';
import { TermReading } from './TermReading';
import type { ReadingSide } from './view-state';

export interface ReadingActs extends PaperActs {
  back: () => void;
  forward: () => void;
  retry: () => void;
  read: (id: string) => void;
  readTerm: (id: string) => void;
}

interface Props {
  reading: ReadingSide;
  saved: boolean;
  canForward: boolean;
  actions: ReadingActs;
}

/** The reading view with its way back, and what stands in its place while the paper is on its way or nowhere. */
export function ReadingFrame({ reading, saved, canForward, actions }: Props) {
  return (
    <div class="reading-frame">
      <nav class="reading-bar" aria-label={t('readingBar')}>
        <button type="button" class="button button-quiet" onClick={actions.back}>
          <Icon name="back" />
          {t('back')}
        </button>
        {canForward && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('forward')}
            title={t('forward')}
            onClick={actions.forward}
          >
            <Icon name="forward" />
          </button>
        )}
      </nav>
      <div class="reading-scroll scroll">
        <Contents reading={reading} saved={saved} actions={actions} />
      </div>
    </div>
  );
}

function Contents({ reading, saved, actions }: Omit<Props, 'canForward'>) {
  if (reading.error) return <Trouble error={reading.error} onRetry={actions.retry} />;
  if (reading.view === undefined) return <Loading />;
  if (reading.kind === 'term') {
    if (!reading.view) return <Empty title={t('termGone')} hint={t('termGoneHint')} />;
    return <TermReading view={reading.view} onPaper={actions.read} onTerm={actions.readTerm} />;
  }
  if (!reading.view) return <Empty title={t('paperGone')} hint={t('paperGoneHint')} />;
  return (
    <Reading
      view={reading.view}
      terms={reading.terms}
      why={reading.why}
      saved={saved}
      actions={actions}
      onPaper={actions.read}
    />
  );
}

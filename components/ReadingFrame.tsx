import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SavedEntry } from '../lib/saved/entry';
import { Compare } from './Compare';
import { Icon } from './icons';
import type { NoteActs } from './Notes';
import type { PaperActs } from './PaperActions';
import { Reading } from './Reading';
import { Empty, Loading, Trouble } from './States';
import { t } from './strings';
import { TermReading } from './TermReading';
import { type TextSize, TextSizer } from './TextSize';
import type { ReadingSide } from './view-state';

export interface ReadingActs extends PaperActs, NoteActs {
  back: () => void;
  forward: () => void;
  retry: () => void;
  read: (id: string) => void;
  readTerm: (id: string) => void;
  setTextSize: (size: TextSize) => void;
  /** Takes a paper out of the comparison. */
  unpick: (id: string) => void;
}

interface Props {
  reading: ReadingSide;
  /** Which step of the way it is: each keeps its own place. */
  step: number;
  canForward: boolean;
  textSize: TextSize;
  entry: SavedEntry | undefined;
  tags: readonly string[];
  actions: ReadingActs;
}

/** The reading view with its way back, and what stands in its place while the paper is on its way or nowhere. */
export function ReadingFrame({ reading, step, canForward, textSize, entry, tags, actions }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  usePlace(scroll, `${step} ${reading.kind} ${reading.id}`, reading.view !== undefined);
  return (
    <div class="reading-frame">
      <nav class="reading-bar" aria-label={t('readingBar')}>
        <button type="button" class="button button-quiet" title={t('backKeys')} onClick={actions.back}>
          <Icon name="back" />
          {t('back')}
        </button>
        {canForward && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('forward')}
            title={t('forwardKeys')}
            onClick={actions.forward}
          >
            <Icon name="forward" />
          </button>
        )}
        <span class="reading-gap" />
        <TextSizer size={textSize} onSize={actions.setTextSize} />
      </nav>
      <div class="reading-scroll scroll" data-size={textSize} ref={scroll}>
        <Contents reading={reading} entry={entry} tags={tags} actions={actions} />
      </div>
    </div>
  );
}

/** Going back finds the text where it was left; what is new begins at its top. */
function usePlace(scroll: { current: HTMLElement | null }, step: string, shown: boolean): void {
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element || !shown) return;
    element.scrollTop = places.current.get(step) ?? 0;
    const note = () => places.current.set(step, element.scrollTop);
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroll, step, shown]);
}

function Contents({ reading, entry, tags, actions }: Pick<Props, 'reading' | 'entry' | 'tags' | 'actions'>) {
  if (reading.error) return <Trouble error={reading.error} onRetry={actions.retry} />;
  // What arrives takes the focus, so nothing of it is drawn before it is there.
  if (reading.view === undefined) return <Loading />;
  if (reading.kind === 'compare')
    return <Compare views={reading.view} onPaper={actions.read} onTerm={actions.readTerm} onRemove={actions.unpick} />;
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
      entry={entry}
      tags={tags}
      actions={actions}
      onPaper={actions.read}
      onTerm={actions.readTerm}
    />
  );
}

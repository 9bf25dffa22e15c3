import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icons';
import { PaperRow } from './PaperRow';
import { Empty, Loading } from './States';
import { t } from './strings';
import type { SavedSide } from './view-state';

interface Props {
  saved: SavedSide;
  onPaper: (id: string) => void;
  onRemove: (id: string) => void;
  onUndo: () => void;
}

/** The reading list, newest first. What is taken off can be put back. */
export function SavedList({ saved: { items, removed }, onPaper, onRemove, onUndo }: Props) {
  if (!items) return <Loading />;
  return (
    <>
      {items.length === 0 && !removed && <Empty title={t('savedEmpty')} hint={t('savedEmptyHint')} />}
      <ul class="list">
        {items.map((item) => (
          <li key={item.id} class="list-row list-row-beside">
            <button type="button" class="row-button" data-id={item.id} onClick={() => onPaper(item.id)}>
              <PaperRow item={item} />
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={t('removeNamed', item.title)}
              title={t('unsave')}
              onClick={() => onRemove(item.id)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {removed && <Removed key={removed.id} title={removed.title} onUndo={onUndo} />}
    </>
  );
}

function Removed({ title, onUndo }: { title: string; onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; the focus goes to the one that takes it back.
  useEffect(() => undo.current?.focus(), []);
  return (
    <div class="toast">
      <output class="toast-text">
        <bdi>{t('removed', title)}</bdi>
      </output>
      <button type="button" class="button" ref={undo} onClick={onUndo}>
        {t('undo')}
      </button>
    </div>
  );
}

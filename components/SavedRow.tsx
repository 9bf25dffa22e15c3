import type { SavedEntry } from '../lib/saved/entry';
import { Byline } from './Byline';
import { Icon } from './icons';
import { Met } from './Met';
import { t } from './strings';
import { TagNames } from './Tags';

interface Props {
  entry: SavedEntry;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onOpen: () => void;
  onRead: (read: boolean) => void;
  onRemove: () => void;
}

/** A saved paper with what the reader added to it. */
export function SavedRow({ entry, chosen, onChoose, onOpen, onRead, onRemove }: Props) {
  const { paper, tags, note, read, met } = entry;
  return (
    <li class={read ? 'list-row saved-row' : 'list-row saved-row saved-unread'}>
      <label class="choose">
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t('chooseNamed', paper.title)}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </label>
      <div class="saved-main">
        <button type="button" class="row-button" data-id={paper.id} onClick={onOpen}>
          <span class="row">
            <span class="row-title" dir="auto">
              {paper.title}
            </span>
            <Byline paper={paper} />
            {tags.length > 0 && <TagNames tags={tags} />}
            {note && (
              <span class="row-note-text" dir="auto">
                {note}
              </span>
            )}
          </span>
        </button>
        {met && <Met met={met} />}
      </div>
      <div class="saved-side">
        <button
          type="button"
          class="icon-button read-toggle"
          aria-label={t('readNamed', paper.title)}
          aria-pressed={read}
          title={read ? t('markUnread') : t('markRead')}
          onClick={() => onRead(!read)}
        >
          <Icon name={read ? 'check' : 'dot'} filled={!read} />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t('removeNamed', paper.title)}
          title={t('unsave')}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
    </li>
  );
}

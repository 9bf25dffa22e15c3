import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './icons';
import type { LibraryActs, ShelfView } from './library-state';
import { numberOf, sizeOf } from './sizes';
import { count, date, t } from './strings';
import { useChosen } from './use-chosen';

interface Props {
  shelf: ShelfView;
  isFirst: boolean;
  isLast: boolean;
  /** Nothing can be changed now. */
  fixed: boolean;
  /** An import stands where a file for another would be chosen. */
  importing: boolean;
  onUpdate: () => void;
  actions: LibraryActs;
}

/** One shelf: on or off, what it holds, and what can be done with it. */
export function ShelfRow({ shelf, isFirst, isLast, fixed, importing, onUpdate, actions }: Props) {
  const { id, name, shipped } = shelf;
  const [on, setOn] = useChosen(shelf.on, (next) => actions.setOn(id, next));
  const [renaming, setRenaming] = useState(false);
  return (
    <li class="shelf">
      <div class="shelf-head">
        <label class="shelf-switch">
          <input type="checkbox" checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
          {!renaming && (
            <span class="shelf-name" dir="auto">
              {name}
            </span>
          )}
        </label>
        {renaming && (
          <NameField
            name={name}
            label={t('shelfName')}
            onDone={(next) => {
              setRenaming(false);
              if (next && next !== name) actions.rename(id, next);
            }}
          />
        )}
        <span class="shelf-order">
          <button
            type="button"
            class="icon-button"
            disabled={isFirst}
            aria-label={t('moveUp', name)}
            title={t('moveUp', name)}
            onClick={() => actions.move(id, -1)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            class="icon-button"
            disabled={isLast}
            aria-label={t('moveDown', name)}
            title={t('moveDown', name)}
            onClick={() => actions.move(id, 1)}
          >
            <Icon name="down" />
          </button>
        </span>
      </div>
      <p class="shelf-about">
        {aboutShelf(shelf).map((part, i) => (
          <Fragment key={part}>
            {i > 0 && ' · '}
            <bdi>{part}</bdi>
          </Fragment>
        ))}
      </p>
      {!shipped && (
        <div class="shelf-acts">
          <button type="button" class="text-button" disabled={fixed || importing} onClick={onUpdate}>
            {t('shelfUpdate')}
          </button>
          <button type="button" class="text-button" onClick={() => setRenaming(true)} disabled={fixed}>
            {t('shelfRename')}
          </button>
          <button type="button" class="text-button" onClick={() => actions.exportShelf(id)}>
            {t('shelfExport')}
          </button>
          <button type="button" class="text-button" disabled={fixed} onClick={() => actions.remove(id)}>
            {t('shelfDelete')}
          </button>
        </div>
      )}
    </li>
  );
}

/** Each in its own direction: a file's name and a date would else run into each other. */
function aboutShelf({ papers, bytes, shipped, updated, source, licence }: ShelfView): string[] {
  return [
    count('shelfPapers', papers, numberOf(papers)),
    shipped ? t('shelfShipped') : bytes && sizeOf(bytes),
    source,
    updated && date(updated),
    licence,
  ].filter((part) => typeof part === 'string' && part !== '') as string[];
}

/** The same function at every drawing, or each would select what was typed meanwhile. */
const selectOnce = (field: HTMLInputElement | null) => {
  field?.focus();
  field?.select();
};

/** Enter and leaving the field take the name, Escape leaves it as it was. */
function NameField({ name, label, onDone }: { name: string; label: string; onDone: (name: string) => void }) {
  return (
    <input
      class="field"
      aria-label={label}
      defaultValue={name}
      maxLength={100}
      dir="auto"
      ref={selectOnce}
      onBlur={(event) => onDone(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.isComposing) event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.currentTarget.value = name;
        event.currentTarget.blur();
      }}
    />
  );
}

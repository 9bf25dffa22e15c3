import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icons';
import { t } from './strings';

interface Props {
  value: string;
  listId: string;
  /** The option that the arrows have reached; '' where the list is empty. */
  activeId: string;
  box: RefObject<HTMLInputElement | null>;
  onInput: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The search field of a combobox: the caret stays here while the arrows walk the list below (WAI-ARIA combobox with a list). */
export function SearchBox({ value, listId, activeId, box, onInput, onKeyDown }: Props) {
  const id = useId();
  return (
    <div class="search-box">
      <Icon name="search" />
      <label class="hidden" for={id}>
        {t('searchLabel')}
      </label>
      <input
        id={id}
        ref={box}
        type="text"
        role="combobox"
        aria-expanded={activeId !== ''}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId || undefined}
        placeholder={t('searchPlaceholder')}
        value={value}
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('clearSearch')}
          title={t('clearSearch')}
          onClick={() => onInput('')}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

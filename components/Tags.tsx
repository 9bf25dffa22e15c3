import { useId, useRef, useState } from 'preact/hooks';
import { Icon } from './icons';
import { t } from './strings';

/** Tags as text: for rows, which are buttons themselves. */
export function TagNames({ tags }: { tags: readonly string[] }) {
  return (
    <span class="tag-names">
      <span class="hidden">{t('tagsLabel')} </span>
      {tags.map((tag) => (
        <bdi key={tag} class="tag-name">
          {tag}
        </bdi>
      ))}
    </span>
  );
}

interface EditorProps {
  tags: readonly string[];
  /** Tags in use, the most used first. */
  known: readonly string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}

/** A paper's tags: each can be taken off, others added. */
export function TagEditor({ tags, known, onAdd, onRemove }: EditorProps) {
  const root = useRef<HTMLDivElement>(null);
  const remove = (tag: string) => {
    onRemove(tag);
    // The button that was pressed goes away.
    root.current?.querySelector<HTMLInputElement>('input')?.focus();
  };
  return (
    <div class="tag-editor" ref={root}>
      {tags.length > 0 && (
        <ul class="chip-list" aria-label={t('tagsLabel')}>
          {tags.map((tag) => (
            <li key={tag}>
              <span class="chip tag">
                <bdi>{tag}</bdi>
                <button
                  type="button"
                  class="tag-remove"
                  aria-label={t('tagRemove', tag)}
                  title={t('tagRemove', tag)}
                  onClick={() => remove(tag)}
                >
                  <Icon name="close" />
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <TagField label={t('tagAdd')} known={known.filter((tag) => !tags.includes(tag))} onAdd={onAdd} />
    </div>
  );
}

/** A field for a tag, with those in use suggested. Enter or a comma adds it. */
export function TagField({
  label,
  known,
  onAdd,
}: {
  label: string;
  known: readonly string[];
  onAdd: (tag: string) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim()) onAdd(text);
    setText('');
  };
  return (
    <div class="tag-field">
      <label class="hidden" for={id}>
        {label}
      </label>
      <Icon name="tag" />
      <input
        id={id}
        type="text"
        list={`${id}-known`}
        placeholder={label}
        value={text}
        dir="auto"
        autocomplete="off"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== ',')) return;
          event.preventDefault();
          add();
        }}
      />
      <datalist id={`${id}-known`}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {text.trim() && (
        <button type="button" class="icon-button" aria-label={t('tagAddIt')} title={t('tagAddIt')} onClick={add}>
          <Icon name="check" />
        </button>
      )}
    </div>
  );
}

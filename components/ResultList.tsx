import { useEffect, useRef } from 'preact/hooks';
import type { Item } from './items';
import { PaperRow } from './PaperRow';

interface Props {
  id: string;
  label: string;
  items: readonly Item[];
  active: number;
  /** What the items answer. */
  query: string;
  /** The items belong to an older query, and newer ones are on their way. */
  stale: boolean;
  roomy?: boolean | undefined;
  onActive: (index: number) => void;
  onOpen: (item: Item, how: 'panel' | 'page') => void;
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** The list of a combobox. The field above keeps the focus and names the active option; a pointer makes an option active by touching it. */
export function ResultList({ id, label, items, active, query, stale, roomy, onActive, onOpen }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  // A new question begins at its first row, however far the list was scrolled.
  const first = items[0]?.id;
  useEffect(() => {
    if (list.current) list.current.scrollTop = 0;
  }, [query, first]);
  return (
    <div class="results" hidden={!items.length} id={id} ref={list} role="listbox" aria-label={label} aria-busy={stale}>
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, see list-keys.ts
        <div
          key={item.id}
          class="result"
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerMove={() => index !== active && onActive(index)}
          // The caret stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onOpen(item, event.altKey ? 'page' : 'panel')}
        >
          <PaperRow item={item} roomy={roomy ?? false} />
        </div>
      ))}
    </div>
  );
}

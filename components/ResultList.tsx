import { useEffect, useMemo, useRef } from 'preact/hooks';
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

/** So long the pointer stays on a row before it is chosen, in milliseconds: on its way to the buttons below it crosses others. */
const REST_MS = 200;

/** The list of a combobox. The field above keeps the focus and names the active option; a pointer makes an option active by resting on it. */
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
  const rest = useRest(onActive);
  // What keys or another answer have changed is not changed back by a pointer that lies there.
  useEffect(() => rest.leave, [rest, active, query, first]);
  return (
    <div
      class="results"
      hidden={!items.length}
      id={id}
      ref={list}
      role="listbox"
      aria-label={label}
      aria-busy={stale}
      onPointerLeave={rest.leave}
    >
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, see list-keys.ts
        <div
          key={item.id}
          class="result"
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerMove={() => (index === active ? rest.leave() : rest.on(index))}
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

/** Calls back with the row that the pointer has rested on. */
function useRest(onRest: (index: number) => void) {
  const latest = useRef(onRest);
  latest.current = onRest;
  return useMemo(() => {
    let row: number | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      row = undefined;
      clearTimeout(timer);
    };
    const on = (index: number) => {
      if (index === row) return;
      leave();
      row = index;
      timer = setTimeout(() => latest.current(index), REST_MS);
    };
    return { on, leave };
  }, []);
}

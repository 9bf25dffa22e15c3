import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Item } from './items';
import { listStep } from './list-keys';
import { optionId, ResultList } from './ResultList';
import { SearchBox } from './SearchBox';
import { count } from './strings';

interface Props {
  query: string;
  box: RefObject<HTMLInputElement | null>;
  items: readonly Item[];
  label: string;
  /** The items belong to an older query: Enter waits for the new ones. */
  stale: boolean;
  roomy?: boolean;
  onQuery: (query: string) => void;
  onOpen: (item: Item, how: 'panel' | 'page') => void;
  /** Below the list: what can be done with the row that the arrows have reached. */
  tools?: (item: Item) => ComponentChildren;
  /** Above the list: what it is, or what stands in its place. */
  children?: ComponentChildren;
}

/** A search field with its list. */
export function Finder({ query, box, items, label, stale, roomy, onQuery, onOpen, tools, children }: Props) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const [walking, setWalking] = useState(false);
  const [waiting, setWaiting] = useState<'panel' | 'page' | null>(null);

  // A new question starts at the best answer again.
  useEffect(() => {
    setActive(0);
    setWalking(false);
    setWaiting(null);
  }, [query]);

  useEffect(() => {
    if (!waiting || stale) return;
    setWaiting(null);
    if (items[0]) onOpen(items[0], waiting);
  }, [waiting, stale, items, onOpen]);

  const at = Math.min(active, items.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (stale && event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      setWaiting(event.altKey ? 'page' : 'panel');
      return;
    }
    const step = listStep(event, at, items.length, walking);
    if (!step) return;
    event.preventDefault();
    if ('open' in step) onOpen(items[at]!, step.open);
    else {
      setActive(step.to);
      setWalking(true);
    }
  };

  const activeId = items.length ? optionId(listId, at) : '';
  return (
    <div class="finder">
      <SearchBox value={query} listId={listId} activeId={activeId} box={box} onInput={onQuery} onKeyDown={onKeyDown} />
      <div class="finder-below">
        {children}
        <ResultList
          id={listId}
          label={label}
          items={items}
          active={at}
          query={query}
          stale={stale}
          roomy={roomy}
          onActive={setActive}
          onOpen={onOpen}
        />
      </div>
      {tools && items[at] && tools(items[at])}
      <output class="hidden" aria-live="polite">
        {query.trim() && !stale && items.length ? count('results', items.length) : ''}
      </output>
    </div>
  );
}

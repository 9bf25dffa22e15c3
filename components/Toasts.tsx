import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icons';
import { count, t } from './strings';

/** Something that was taken away and can come back. */
export interface Removal {
  key: number;
  /** What went, by its title; several by their number. */
  title: string;
  count: number;
  /** What was pressed for it has passed the focus on: it stays there. */
  focusStays?: boolean;
}

interface Props {
  removals: readonly Removal[];
  onUndo: (key: number) => void;
  onDismiss: (key: number) => void;
}

/** Where the focus belongs when it has no other place: the chosen tab, or what is read. */
const PLACES =
  '.panel-lists:not([hidden]) [role="tab"][aria-selected="true"], .reading-frame h1, .reading-frame button';

/** Removals, the newest last, each with its way back. They stay until they are taken back or put aside. */
export function Toasts({ removals, onUndo, onDismiss }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { key: newest = 0, focusStays = false } = removals.at(-1) ?? {};
  const last = useRef(0);
  // The button that was pressed is gone; the focus goes to the one that takes it back.
  useEffect(() => {
    if (newest > last.current && !focusStays)
      root.current?.querySelector<HTMLElement>('.toast:last-child .button')?.focus();
    last.current = Math.max(last.current, newest);
  }, [newest, focusStays]);
  const before = useRef(removals.length);
  // What was pressed in a toast went with it.
  useEffect(() => {
    if (removals.length < before.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>(PLACES)?.focus();
    before.current = removals.length;
  }, [removals.length]);
  if (!removals.length) return null;
  return (
    <div class="toasts" ref={root}>
      {removals.map(({ key, title, count: n }) => (
        <div class="toast" key={key}>
          <output class="toast-text">
            <bdi>{n === 1 ? t('removed', title) : count('removedMany', n)}</bdi>
          </output>
          <button type="button" class="button" onClick={() => onUndo(key)}>
            {t('undo')}
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t('close')}
            title={t('close')}
            onClick={() => onDismiss(key)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icons';
import { useFit } from './use-fit';

export interface Tab<K extends string> {
  key: K;
  label: string;
  /** Stands for the label of a tab that is not chosen, where the words of all do not fit in a line. */
  icon: IconName;
  /** Shown small beside the label; nothing for none. */
  count?: number;
}

interface Props<K extends string> {
  tabs: readonly Tab<K>[];
  active: K;
  label: string;
  onChange: (key: K) => void;
  children: ComponentChildren;
}

/** Tabs after the WAI-ARIA pattern: one stop for Tab, arrows along the line of writing, Home and End; the chosen one shows at once. */
export function Tabs<K extends string>({ tabs, active, label, onChange, children }: Props<K>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useFit(list);
  const at = tabs.findIndex((tab) => tab.key === active);
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = getComputedStyle(list.current!).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to =
      event.key === forward
        ? at + 1
        : event.key === backward
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : undefined;
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    onChange(tabs[next]!.key);
    (list.current!.children[next] as HTMLElement).focus();
  };
  return (
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === active}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === active ? 0 : -1}
            title={tab.label}
            onClick={() => onChange(tab.key)}
          >
            <span class="tab-sign">
              <Icon name={tab.icon} />
            </span>
            <span class="tab-label">{tab.label}</span>
            {!!tab.count && <span class="tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${active}`} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}

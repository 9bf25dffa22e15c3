import { Fragment } from 'preact';
import { t } from '../strings';

export interface Shortcut {
  /** The command's name in the manifest. */
  name: string;
  label: string;
  /** As the browser writes it; '' where it has no key. */
  keys: string;
}

/** The keys as they are now. */
export function ShortcutTable({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <dl class="shortcuts">
      {shortcuts.map(({ name, label, keys }) => (
        <div key={name} class="shortcut">
          <dt>{label}</dt>
          <dd>{keys ? <Keys keys={keys} /> : <span class="unset">{t('optKeyUnset')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** "Alt+Shift+L" key by key; a Mac's signs ("⌥⇧L") stand together. */
function Keys({ keys }: { keys: string }) {
  const parts = keys.length > 1 ? keys.split('+').filter(Boolean) : [keys];
  return (
    <span dir="ltr">
      {parts.map((part, i) => (
        <Fragment key={part}>
          {i > 0 && '+'}
          <kbd>{part}</kbd>
        </Fragment>
      ))}
    </span>
  );
}

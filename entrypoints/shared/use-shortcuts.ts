import { useEffect, useState } from 'preact/hooks';
import type { Shortcut } from '../../components/options/Shortcuts';
import { t } from '../../components/strings';
import { readShortcuts } from '../../lib/browser/shortcuts';

/** The keys as they are now; read again when the reader comes back from changing them. */
export function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  useEffect(() => {
    const read = () =>
      void readShortcuts().then((all) =>
        setShortcuts(
          all.map(({ name, description, keys }) => ({
            name,
            // The browser gives its own commands no description.
            label: name === '_execute_action' ? t('commandPopup') : description || name,
            keys,
          })),
        ),
      );
    read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return shortcuts;
}

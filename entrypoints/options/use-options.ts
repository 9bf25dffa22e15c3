import { useEffect, useRef, useState } from 'preact/hooks';
import type { OptionsActs, OptionsState } from '../../components/options/Options';
import { t } from '../../components/strings';
import { clearHistory } from '../../lib/browser/history-store';
import { ownPage, readAbout, version } from '../../lib/browser/package';
import { openShortcutSettings, shortcutsIn } from '../../lib/browser/shortcuts';
import { settings } from '../../lib/browser/state';
import { readUserData, replaceUserData } from '../../lib/browser/user-data';
import { CONCEPT_LANGUAGES } from '../../lib/search/concept-keys';
import { DEFAULT_SETTINGS } from '../../lib/settings/schema';
import { NO_DATA, restored, type UserData } from '../../lib/settings/user-data';
import { deleteShelves } from '../shared/own-shelves';
import { useShortcuts } from '../shared/use-shortcuts';
import { useStored } from '../shared/use-stored';
import { saveBackup, useRestore, useUsage } from './use-data';

/** A word that all is well goes after this, in milliseconds; one that can be undone stays. */
const NOTICE_MS = 2500;

const languages = CONCEPT_LANGUAGES.filter((code) => code !== 'en');

/** State and actions of the settings page. */
export function useOptions(library: OptionsState['library']): { state: OptionsState; actions: OptionsActs } {
  const chosen = useStored(settings) ?? DEFAULT_SETTINGS;
  const restore = useRestore();
  const papers = usePapers();
  const { notice, say, undo } = useNotice();

  const replace = async (next: UserData, done: string, withShelves = false) => {
    const before = await replaceUserData(next);
    if (!before.ok) return say(t('storageFull'));
    const shelvesBack = withShelves ? await deleteShelves() : undefined;
    say(done, async () => {
      await replaceUserData(before.value);
      await shelvesBack?.();
    });
  };
  const actions: OptionsActs = {
    change: (change) => void settings.update((now) => ({ ...now, ...change })).then(() => say(t('optKept'))),
    siteRemoved(list, site) {
      void settings
        .update((now) => ({ ...now, [list]: now[list].filter((one) => one !== site) }))
        .then(() =>
          say(t('removed', site), async () => {
            await settings.update((now) => ({ ...now, [list]: [...new Set([...now[list], site])] }));
          }),
        );
    },
    clearHistory: () => void clearHistory().then((putBack) => say(t('optCleared'), putBack)),
    openShortcuts: () => void openShortcutSettings(),
    backup: () => void saveBackup(new Date()).then(() => say(t('optBackedUp'))),
    chooseFile: (file) => void restore.choose(file),
    cancelRestore: restore.cancel,
    restore(how) {
      const { data } = restore;
      if (!data) return;
      void readUserData()
        .then((now) => replace(restored(now, data, how), t('optRestored')))
        .then(restore.cancel);
    },
    wipe: (withShelves) => void replace(NO_DATA, t('optWiped'), withShelves),
    undo,
  };
  const state: OptionsState = {
    settings: chosen,
    languages,
    shortcuts: useShortcuts(),
    shortcutsIn,
    data: useUsage(),
    restore: restore.side,
    library,
    about: { version: version(), papers, proofPage: ownPage('proof'), welcomePage: ownPage('welcome') },
    notice,
  };
  return { state, actions };
}

/** What was done last, and how to take it back. */
function useNotice() {
  const [notice, setNotice] = useState<OptionsState['notice']>(null);
  const takeBack = useRef<(() => Promise<void>) | undefined>(undefined);
  const turn = useRef(0);
  useEffect(() => {
    if (!notice || notice.undo) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const say = (text: string, back?: () => Promise<void>) => {
    takeBack.current = back;
    setNotice({ text, undo: !!back, turn: ++turn.current });
  };
  const undo = () => void takeBack.current?.().then(() => say(t('optUndone')));
  return { notice, say, undo };
}

/** How many papers are in the package; 0 until it is read. */
function usePapers(): number {
  const [papers, setPapers] = useState(0);
  useEffect(() => void readAbout().then((about) => setPapers(about.papers)), []);
  return papers;
}

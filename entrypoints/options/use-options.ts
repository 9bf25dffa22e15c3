import { useEffect, useState } from 'preact/hooks';
import type { OptionsActs, OptionsState } from '../../components/options/Options';
import { t } from '../../components/strings';
import { clearHistory } from '../../lib/browser/history-store';
import { ownPage, readAbout, version } from '../../lib/browser/package';
import { openShortcutSettings, shortcutsIn } from '../../lib/browser/shortcuts';
import { settings } from '../../lib/browser/state';
import { readUserData, replaceUserData } from '../../lib/browser/user-data';
import { CONCEPT_LANGUAGES } from '../../lib/search/concept-keys';
import { DEFAULT_SETTINGS } from '../../lib/settings/schema';
import { undone } from '../../lib/settings/undone';
import { NO_DATA, restored, type UserData } from '../../lib/settings/user-data';
import { ok } from '../../lib/util/result';
import { deleteShelves } from '../shared/own-shelves';
import { useShortcuts } from '../shared/use-shortcuts';
import { useStored } from '../shared/use-stored';
import { saveBackup, useRestore, useUsage } from './use-data';
import { useNotice } from './use-notice';

const languages = CONCEPT_LANGUAGES.filter((code) => code !== 'en');

/** State and actions of the settings page. */
export function useOptions(library: OptionsState['library']): { state: OptionsState; actions: OptionsActs } {
  const chosen = useStored(settings) ?? DEFAULT_SETTINGS;
  const restore = useRestore();
  const papers = usePapers();
  const { notice, offer, say, offerBack, undo } = useNotice();

  const replace = async (next: UserData, done: string, withShelves = false) => {
    const before = await replaceUserData(next);
    if (!before.ok) return say(t('storageFull'));
    const shelvesBack = withShelves ? await deleteShelves() : undefined;
    offerBack(done, async () => {
      const back = await replaceUserData(undone(before.value, next, await readUserData()));
      if (back.ok) await shelvesBack?.();
      return back;
    });
  };
  const actions: OptionsActs = {
    change: (change) => void settings.update((now) => ({ ...now, ...change })).then(() => say(t('optKept'))),
    siteRemoved(list, site) {
      void settings
        .update((now) => ({ ...now, [list]: now[list].filter((one) => one !== site) }))
        .then(() =>
          offerBack(t('removed', site), async () =>
            ok(await settings.update((now) => ({ ...now, [list]: [...new Set([...now[list], site])] }))),
          ),
        );
    },
    clearHistory: () => void clearHistory().then((putBack) => offerBack(t('optCleared'), putBack)),
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
    offer,
  };
  return { state, actions };
}

/** How many papers are in the package; 0 until it is read. */
function usePapers(): number {
  const [papers, setPapers] = useState(0);
  useEffect(() => void readAbout().then((about) => setPapers(about.papers)), []);
  return papers;
}

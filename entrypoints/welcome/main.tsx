import '../../components/styles/pages.css';
import '../../components/styles/options.css';
import '../content/marks.css';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { Welcome } from '../../components/Welcome';
import { ownPage } from '../../lib/browser/package';
import { settings } from '../../lib/browser/state';
import { DEFAULT_SETTINGS } from '../../lib/settings/schema';
import { Card } from '../card/card';
import type { MakeCard } from '../content/lazy-card';
import { start } from '../content/start';
import { startPage } from '../shared/start';
import { useShortcuts } from '../shared/use-shortcuts';
import { useStored } from '../shared/use-stored';

function App() {
  const chosen = useStored(settings) ?? DEFAULT_SETTINGS;
  const shortcuts = useShortcuts();
  // Browsers run no content script in an extension's pages: the same code is started here, so that the demo is the real thing.
  useEffect(() => {
    const card: MakeCard = (marks, signal) => new Card(marks, signal);
    (globalThis as { sidelightCard?: MakeCard }).sidelightCard = card;
    start();
  }, []);
  return (
    <Welcome
      state={{ settings: chosen, shortcuts, optionsPage: ownPage('options'), proofPage: ownPage('proof') }}
      change={(change) => void settings.update((now) => ({ ...now, ...change }))}
    />
  );
}

render(<App />, startPage('welcomeTab'));

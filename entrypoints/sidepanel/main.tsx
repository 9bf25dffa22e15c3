import '../../components/styles/pages.css';
import { render } from 'preact';
import type { Tabs } from 'webextension-polyfill';
import { Panel } from '../../components/Panel';
import { activeTab } from '../../lib/browser/tabs';
import { LibraryPage } from '../shared/LibraryPage';
import { startPage } from '../shared/start';
import { usePanel } from './use-panel';

function App({ tab }: { tab: Tabs.Tab | undefined }) {
  return <Panel {...usePanel(tab)} library={() => <LibraryPage incognito={tab?.incognito} />} />;
}

const root = startPage();
void activeTab().then((tab) => render(<App tab={tab} />, root));

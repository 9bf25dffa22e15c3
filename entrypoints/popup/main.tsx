import '../../components/styles/pages.css';
import { render } from 'preact';
import type { Tabs } from 'webextension-polyfill';
import { Popup } from '../../components/Popup';
import { activeTab } from '../../lib/browser/tabs';
import { startPage } from '../shared/start';
import { usePopup } from './use-popup';

function App({ tab }: { tab: Tabs.Tab | undefined }) {
  return <Popup {...usePopup(tab)} />;
}

const root = startPage();
// The tab first: its window must be known when a click opens the panel.
void activeTab().then((tab) => render(<App tab={tab} />, root));

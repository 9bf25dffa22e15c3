import { openPanel } from '../../lib/browser/panel';
import { panelRequest } from '../../lib/browser/state';
import { openPanelTab } from '../../lib/browser/tabs';
import type { PanelRequest } from '../../lib/messages/protocol';

/** Opens the panel, tells it what to show, and closes the popup. Call it straight from a click or key: opening comes before anything else. */
export function showInPanel(windowId: number | undefined, request: PanelRequest): void {
  if (windowId === undefined) return;
  const opened = open(windowId);
  const told = panelRequest(windowId).set(request);
  void Promise.all([opened, told]).then(() => window.close());
}

/** A browser without a panel, or one that refuses it in full screen, shows the same page in a tab. */
function open(windowId: number): Promise<void> {
  try {
    return openPanel(windowId).catch(openPanelTab);
  } catch {
    return openPanelTab();
  }
}

import type { Page } from 'playwright-core';
import { closePanelWindow, openPopupWindow } from './in-worker';
import type { Sidelight } from './open';

/** The real popup over a page. */
export async function openPopup(s: Sidelight, page: Page): Promise<Page> {
  await page.bringToFront();
  await openPopupWindow(s);
  return popupOf(s);
}

async function popupOf(s: Sidelight): Promise<Page> {
  const popup = await s.surface('popup.html');
  s.network.follow(popup.context());
  await popup.getByRole('combobox').waitFor();
  return popup;
}

/** The real side panel, which something has just opened. */
export async function panelOf(s: Sidelight): Promise<Page> {
  const panel = await s.surface('sidepanel.html');
  s.network.follow(panel.context());
  await panel.getByRole('tab', { includeHidden: true }).first().waitFor({ state: 'attached' });
  return panel;
}

/** Opens the panel from the popup, at this page's papers. */
export async function openPanel(s: Sidelight, page: Page): Promise<Page> {
  const popup = await openPopup(s, page);
  await press(popup, () => popup.getByRole('button', { name: /panel/i }).click());
  return panelOf(s);
}

/** Does something that closes the popup. It may be gone before the key or button is let go. */
export async function press(popup: Page, act: () => Promise<void>): Promise<void> {
  const closed = popup.waitForEvent('close');
  await act().catch(() => undefined);
  await closed;
  await leave(popup);
}

export async function closePopup(popup: Page): Promise<void> {
  if (!popup.isClosed()) await press(popup, () => popup.close());
}

export async function closePanel(s: Sidelight, panel: Page): Promise<void> {
  await closePanelWindow(s);
  await leave(panel);
}

/** Ends the connection that a surface was reached by. */
async function leave(surface: Page): Promise<void> {
  await surface.context().browser()?.close();
}

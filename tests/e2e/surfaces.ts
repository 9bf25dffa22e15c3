import type { Page } from 'playwright-core';
import { SHOTS } from './built';
import { closePanelWindow, openPopupWindow } from './in-worker';
import type { Sidelight } from './open';

const surfaces = new Set<Page>();
const kept = new Set<Page>();

/** Leaves pages and surfaces open over several tests. Whoever keeps a panel closes it. */
export const keep = (...pages: Page[]) => pages.forEach((page) => void kept.add(page));

const TIMEOUT = 8000;

/** What was open when a test failed, for people. */
export async function photograph(s: Sidelight, test: string): Promise<void> {
  const name = test.replace(/\W+/g, '-').slice(0, 60);
  const open = [...s.context.pages().slice(1), ...surfaces].filter((page) => !page.isClosed());
  for (const [i, page] of open.entries()) {
    await page.screenshot({ path: `${SHOTS}/failed-${name}-${i}.png`, timeout: 3000 }).catch(() => undefined);
  }
}

/** After each test: its tabs, and what it left open if it failed. The first tab stays, or the browser would end. */
export async function closeAll(s: Sidelight): Promise<void> {
  for (const surface of surfaces) {
    if (kept.has(surface)) continue;
    if (surface.url().includes('popup')) await closePopup(surface);
    else await closePanel(s, surface);
  }
  const [, ...tabs] = s.context.pages();
  await Promise.all(tabs.filter((page) => !kept.has(page)).map((page) => page.close()));
}

/** The real popup over a page. */
export async function openPopup(s: Sidelight, page: Page): Promise<Page> {
  await page.bringToFront();
  await openPopupWindow(s);
  return popupOf(s);
}

async function popupOf(s: Sidelight): Promise<Page> {
  const popup = await s.surface('popup.html');
  popup.setDefaultTimeout(TIMEOUT);
  surfaces.add(popup);
  s.network.follow(popup.context());
  await popup.getByRole('combobox').waitFor();
  return popup;
}

/** The real side panel, which something has just opened. */
export async function panelOf(s: Sidelight): Promise<Page> {
  const panel = await s.surface('sidepanel.html');
  panel.setDefaultTimeout(TIMEOUT);
  surfaces.add(panel);
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

/** Until the list answers what is in the box: before that it shows what the query before it found, or the page's papers. */
export async function answered(surface: Page): Promise<void> {
  await surface.locator('[role="listbox"][aria-busy="false"]').waitFor({ state: 'attached' });
}

/** Asks in the box of popup or panel, and waits for the answer. */
export async function ask(surface: Page, query: string): Promise<void> {
  await surface.getByRole('combobox').fill(query);
  await answered(surface);
}

/** Does something that closes the popup. It may be gone before the key or button is let go. */
export async function press(popup: Page, act: () => Promise<void>): Promise<void> {
  const closed = popup.waitForEvent('close');
  await act().catch(() => undefined);
  await closed;
  await leave(popup);
}

export async function closePopup(popup: Page): Promise<void> {
  await popup.close().catch(() => undefined);
  await leave(popup);
}

export async function closePanel(s: Sidelight, panel: Page): Promise<void> {
  const closed = panel.isClosed() || panel.waitForEvent('close');
  await closePanelWindow(s);
  await closed;
  await leave(panel);
}

/** Ends the connection that a surface was reached by. */
async function leave(surface: Page): Promise<void> {
  surfaces.delete(surface);
  await surface.context().browser()?.close();
}

// What nobody would type or select, and somebody does.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { menu, omniboxEnter, omniboxSuggestions, panelRequests, stopWorker } from './in-worker';
import { closingChecks, open } from './open';
import { html } from './pages';
import { ask, closePanel, closePopup, openPanel, openPopup } from './surfaces';

const QUERIES: Record<string, string> = {
  'white space': '   \t  ',
  'one letter': 'x',
  'one sign': '?',
  'ten thousand characters': 'cross-lingual transfer of instruction tuning '.repeat(223).slice(0, 10_000),
  'ten thousand letters without a space': 'x'.repeat(10_000),
  'control characters': 'code\u0000-\u0007swit\u001bching\u007f',
  'direction marks': '\u202ecode-switching\u202c \u200f\u2067',
  'half a surrogate pair': 'code-switching \ud83d',
  'many accents': `x${'\u0301'.repeat(3000)}`,
  HTML: '<img src=x onerror="document.title=1"><b>code</b>-switching',
  'a regular expression': '(((a+)+)+)+$ [[ \\ ** ?? {1,99999}',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(50),
  'words of objects': '__proto__ constructor toString hasOwnProperty',
};

const s = await open({
  pages: {
    '/empty.html': html('<p>The gardener watered the roses.</p>'),
    '/page.html': html('<p id="long"></p><script>long.textContent = "code-switching ".repeat(700)</script>'),
  },
});

const msOf = async (act: () => Promise<unknown>) => {
  const began = Date.now();
  await act();
  return Date.now() - began;
};

/** Whether the popup or panel still answers an ordinary question. */
async function stillAnswers(surface: Page): Promise<void> {
  await ask(surface, 'xgqa');
  expect(await surface.getByRole('option').first().innerText()).toContain('xGQA: Cross-Lingual');
}

/** So many times as long as an ordinary question asked just before it an odd one may take: the machine was as busy then. */
const TIMES_AT_MOST = 15;

test('odd queries in the popup: each is answered nearly as soon as an ordinary one, and that one after it', async () => {
  const popup = await openPopup(s, await s.visit('/empty.html?popup'));
  const nothingAsked = popup.getByText('No known papers on this page');
  const answer = popup.getByRole('option').or(popup.getByText('Nothing in your papers matches')).first();
  const wrong: string[] = [];
  for (const [name, query] of Object.entries(QUERIES)) {
    const ordinary = await msOf(() => stillAnswers(popup));
    await popup.getByRole('combobox').fill('');
    await nothingAsked.waitFor();
    const odd = await msOf(async () => {
      await popup.getByRole('combobox').fill(query);
      await (query.trim() ? answer : nothingAsked).waitFor().catch(() => wrong.push(`${name}: no answer`));
    });
    if (odd > TIMES_AT_MOST * ordinary) wrong.push(`${name}: ${odd} ms, an ordinary one ${ordinary} ms`);
    expect(await popup.getByRole('combobox').evaluate((input) => input === document.activeElement), name).toBe(true);
    expect(await popup.title(), name).toBe('Sidelight');
    expect(await popup.locator('img').count(), name).toBe(0);
  }
  await stillAnswers(popup);
  expect(wrong).toEqual([]);
  await closePopup(popup);
});

test('a question in the popup after the worker has ended is answered nearly as soon as any message that wakes it', async () => {
  const popup = await openPopup(s, await s.visit('/empty.html?ended'));
  await stopWorker(s);
  // What any message costs that wakes the worker, on this machine and as busy as it is.
  const woken = await msOf(() => popup.evaluate(() => chrome.runtime.sendMessage({})));
  await stopWorker(s);
  const answered = await msOf(() => stillAnswers(popup));
  expect(answered / woken).toBeLessThan(10);
  await closePopup(popup);
});

test('Enter on an empty list does nothing', async () => {
  const popup = await openPopup(s, await s.visit('/empty.html'));
  await popup.keyboard.press('Enter');
  await popup.keyboard.type('sourdough bread baking');
  await popup.getByText(/Nothing in your papers matches/).waitFor();
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Enter');
  await popup.keyboard.press('Alt+Enter');
  await popup.waitForTimeout(300);
  expect(popup.isClosed()).toBe(false);
  await closePopup(popup);
});

test('a page of which everything is selected does not fill the box', async () => {
  const page = await s.visit('/page.html?all');
  await page.keyboard.press('Control+A');
  const popup = await openPopup(s, page);
  await popup.waitForTimeout(400);
  expect((await popup.getByRole('combobox').inputValue()).length).toBeLessThanOrEqual(1000);
  await stillAnswers(popup);
  await closePopup(popup);
});

describe('from the menu and the address bar', () => {
  test('odd selections reach the panel as searches, and do it no harm', async () => {
    const page = await s.visit('/page.html?menu');
    const panel = await openPanel(s, page);
    for (const [name, query] of Object.entries(QUERIES)) {
      await menu(s, page, { menuItemId: 'look-up', selectionText: query });
      await expect.poll(() => panelRequests(s), { message: name }).toEqual([]);
    }
    await panel.getByRole('tab', { name: /^Search/ }).click();
    await stillAnswers(panel);
    await closePanel(s, panel);
  });

  test('odd words in the address bar', async () => {
    for (const [name, query] of Object.entries(QUERIES)) {
      const all = await omniboxSuggestions(s, query);
      // Chromium reads these as XML, and refuses the whole list for one that is not.
      for (const { description } of all) expect(description, name).not.toMatch(/<|&(?!amp;|lt;|gt;|quot;|apos;)/);
      await omniboxEnter(s, query);
    }
    await expect.poll(() => panelRequests(s)).toEqual([{ view: 'search', query: QUERIES['words of objects'] }]);
  });
});

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

closingChecks(s);

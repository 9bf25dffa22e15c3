// What is painted on a page, read by the page itself, and the pointer on it.
import type { Page } from 'playwright-core';

export interface Place {
  x: number;
  y: number;
  left: number;
  right: number;
}

/** The texts of all marks of papers, known ones too: titles and identifiers first, then names. White space is made plain. */
export async function marked(
  page: Page,
  names: readonly string[] = ['sl-1', 'sl-4', 'sl-2', 'sl-5'],
): Promise<string[]> {
  const texts = await page.evaluate(
    (names) => names.flatMap((name) => [...(CSS.highlights.get(name) ?? [])].map(String)),
    names,
  );
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Where a phrase stands, scrolled into view. It may run over several text nodes. */
export async function placeOf(page: Page, phrase: string): Promise<Place> {
  const place = await page.evaluate((phrase) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(phrase);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + phrase.length);
      node.parentElement!.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = range.getClientRects()[0]!;
      return { left, right, x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    return null;
  }, phrase);
  if (!place) throw new Error(`no “${phrase}” on the page`);
  return place;
}

/** Rests the pointer on a phrase. */
export async function hover(page: Page, phrase: string): Promise<Place> {
  const place = await placeOf(page, phrase);
  await page.mouse.move(place.x, place.y, { steps: 3 });
  return place;
}

/** Selects a phrase that stands on one line, with the pointer. */
export async function drag(page: Page, phrase: string): Promise<void> {
  const { left, right, y } = await placeOf(page, phrase);
  await page.mouse.move(left + 0.5, y);
  await page.mouse.down();
  await page.mouse.move(right - 0.5, y, { steps: 4 });
  await page.mouse.up();
}

export const selected = (page: Page): Promise<string> => page.evaluate(() => String(getSelection()));

// The interface in the languages of public/_locales: the browser is started anew in each. Pictures for people.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { counting } from '../../lib/util/counting';
import { objections } from './axe';
import { shown } from './card-window';
import { badgeTitleOf, papersOn } from './in-worker';
import { hover } from './marks';
import { during, type Sidelight } from './open';
import { DEMO_PAPERS, paper } from './pages';
import { picture } from './picture';
import { closePanel, openPopup, panelOf, press } from './surfaces';

/** The language of the browser, the folder that its strings come from, and whether all its surfaces are looked at. */
const LANGUAGES = [
  { language: 'ar', folder: 'ar', dir: 'rtl', because: 'right to left' },
  { language: 'de', folder: 'de', dir: 'ltr', because: 'long words' },
  { language: 'fr', folder: 'fr', dir: 'ltr', because: 'long labels' },
  { language: 'ru', folder: 'ru', dir: 'ltr', because: 'long words, four plural forms' },
  { language: 'hi', folder: 'hi', dir: 'ltr', because: 'tall letters' },
  { language: 'ja', folder: 'ja', dir: 'ltr', because: 'no spaces' },
] as const;

const FALLBACKS = [
  { language: 'pt-PT', folder: 'pt_PT', because: 'it has one of its own' },
  { language: 'es-419', folder: 'es', because: 'the language without the country' },
  { language: 'he', folder: 'en', because: 'no translation: English, which runs left to right in any browser' },
] as const;

type Messages = Record<string, { message: string } | undefined>;

/** The strings as the extension under test has them. */
function stringsOf(folder: string) {
  const messages: Messages = JSON.parse(
    readFileSync(join(inject('built'), `_locales/${folder}/messages.json`), 'utf8'),
  );
  const say = (key: string, values: string[] = []) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => values[Number(n) - 1]!);
  return { say, count: counting(say, say('language')) };
}

/** The browser's language, and what the root of a page of ours says of itself. */
const root = async (surface: Page) => ({
  browser: await surface.evaluate<string>('chrome.i18n.getUILanguage()'),
  ...(await surface.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }))),
});

/** Own words that do not fit where they stand, and whatever sticks out at the side. Texts of papers may end in an ellipsis. */
const cutOff = (surface: Page) =>
  surface.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) => element.checkVisibility() && !element.closest('svg, input, .hidden, .byline-venue, .toast-text'),
      )
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const { overflowX, display, clipPath } = getComputedStyle(element);
        // For who listens only.
        if (clipPath === 'inset(50%)') return false;
        const spills = display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
        return (
          left < -1 ||
          right > wide + 1 ||
          (spills && (overflowX !== 'visible' || element.matches('button, .segment span')))
        );
      })
      .map((element) => `${element.localName}.${element.className}: ${element.textContent.slice(0, 60)}`);
  });

async function look(surface: Page, name: string): Promise<void> {
  await picture(surface, `language-${name}`);
  // Tabs are fitted to a new width in the frame after.
  await expect.poll(() => cutOff(surface), { message: name }).toEqual([]);
}

async function expectNothingFromAxe(surface: Page, name: string): Promise<void> {
  expect.soft(await objections(surface), name).toEqual([]);
}

async function visitDemo(s: Sidelight): Promise<Page> {
  const page = await s.visit('/demo.html');
  await expect.poll(() => papersOn(s, page)).toHaveLength(DEMO_PAPERS.length);
  return page;
}

/** A browser for each language takes its time: right to left in every run, with two fallbacks, the others in thorough ones. */
const EVERY_RUN: readonly string[] = ['ar', 'pt-PT', 'he'];
const inThisRun = ({ language }: { language: string }) =>
  process.env['SIDELIGHT_THOROUGH'] !== undefined || EVERY_RUN.includes(language);

test.each(LANGUAGES.filter(inThisRun))(
  '$language: $because',
  async ({ language, folder, dir }) => {
    const { say, count } = stringsOf(folder);
    await during({ language }, async (s) => {
      const page = await visitDemo(s);
      await expect.poll(() => badgeTitleOf(s, page)).toBe(count('badge', DEMO_PAPERS.length));

      await hover(page, 'XLS-R');
      await expect.poll(async () => (await shown(page))?.text).toContain(say('openInPanel'));
      await picture(page, `language-${language}-card`);
      await page.keyboard.press('Escape');

      const popup = await openPopup(s, page);
      // Debian has these languages in chromium-l10n.
      expect(await root(popup), `a browser in ${language}`).toEqual({ browser: language, lang: language, dir });
      await popup.getByRole('heading', { name: count('papersOnPage', DEMO_PAPERS.length) }).waitFor();
      await popup.getByText('Hu et al. 2020').waitFor();
      await look(popup, `${language}-popup`);
      await expectNothingFromAxe(popup, 'popup');
      await press(popup, () => popup.getByRole('button', { name: say('openPanel') }).click());

      const panel = await panelOf(s);
      expect(await root(panel)).toMatchObject({ lang: language, dir });
      const tab = (key: string) => panel.getByRole('tab', { name: new RegExp(`^${say(key)}`) });
      await panel.getByText('Hu et al. 2020').waitFor();
      await look(panel, `${language}-panel`);
      await expectNothingFromAxe(panel, 'panel');
      await panel.setViewportSize({ width: 280, height: 700 });
      await look(panel, `${language}-panel-280`);
      await tab('tabSaved').click();
      await panel.getByText(say('savedEmpty')).waitFor();
      await look(panel, `${language}-panel-280-saved`);
      await tab('tabSearch').click();
      await panel.getByRole('combobox').fill('sourdough bread baking');
      await panel.getByText(say('noMatch')).waitFor();
      await look(panel, `${language}-panel-280-nothing`);
      await panel.getByRole('combobox').fill('xgqa');
      await panel.getByRole('option').filter({ hasText: 'xGQA: Cross' }).click();
      await panel.getByRole('heading', { level: 1, name: paper('pfeiffer-2022-xgqa').title }).waitFor();
      await panel.getByRole('button', { name: say('back') }).waitFor();
      await look(panel, `${language}-panel-280-reading`);
      await expectNothingFromAxe(panel, 'reading');
      await closePanel(s, panel);

      // The browser gives the real popup its own size; here its page is in a tab, which it cannot read.
      const narrow = await s.context.newPage();
      await narrow.setViewportSize({ width: 280, height: 700 });
      await narrow.goto(s.url('popup.html'));
      await narrow.getByText(say('restricted')).first().waitFor();
      await look(narrow, `${language}-popup-280`);
    });
  },
  120_000,
);

test.each(FALLBACKS.filter(inThisRun))(
  '$language has the strings of $folder: $because',
  async ({ language, folder }) => {
    const { say } = stringsOf(folder);
    await during({ language }, async (s) => {
      const popup = await s.context.newPage();
      await popup.goto(s.url('popup.html'));
      await popup.getByRole('combobox').waitFor();
      expect(await root(popup), `a browser in ${language}`).toEqual({
        browser: language,
        lang: say('language'),
        dir: 'ltr',
      });
      expect(await popup.getByRole('combobox').getAttribute('placeholder')).toBe(say('searchPlaceholder'));
    });
  },
);

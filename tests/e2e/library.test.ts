// The reader's own shelves, in the real browser: imported, found on pages and by searching, updated, switched off, deleted, and all that goes wrong on the way.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../lib/lookup/answer';
import type { Result } from '../../lib/util/result';
import { examine } from './examine';
import { papersOn, read, stateOf, write } from './in-worker';
import { marked } from './marks';
import { closingChecks, open } from './open';
import { html } from './pages';
import { picture } from './picture';
import { ask, closePopup, keep, openPopup } from './surfaces';

const BIB = 'tests/fixtures/shelves/made-up.bib';
const LANTERN = 'LanternBench: Measuring How Slowly Libraries Forget Their Readers';
const s = await open({
  pages: {
    '/own.html': html(`<p>Last week we read “${LANTERN}” and liked it. LanternBench is small.</p>`),
  },
});

let settings: Page;
let region: Locator;
let file: Locator;
async function openSettings(): Promise<void> {
  settings = await s.context.newPage();
  keep(settings);
  await settings.goto(s.url('options.html'));
  region = settings.locator('.library');
  file = region.locator('input[type=file]');
}
await openSettings();
afterAll(() => settings.close());
const heading = (name: RegExp | string) => region.getByRole('heading', { name });
const button = (name: RegExp | string) => region.getByRole('button', { name });
const shelf = (name: string) => region.getByRole('listitem').filter({ hasText: name });

async function importFile(path: string | { name: string; mimeType: string; buffer: Buffer }, name?: string) {
  await file.setInputFiles(path);
  await button(/^Add \d|^Update the shelf/).waitFor();
  if (name) await region.getByRole('textbox', { name: 'Name of the shelf' }).fill(name);
  await button(/^Add \d|^Update the shelf/).click();
  await heading(/is on your shelf/).waitFor();
  await button('Add more papers').click();
}

/** The box follows what is stored. */
async function turn(box: Locator, on: boolean): Promise<void> {
  await box.click();
  await expect.poll(() => box.isChecked()).toBe(on);
}

const found = async (popup: Page, query: string, title: RegExp) => {
  await ask(popup, query);
  await popup.getByRole('option').filter({ hasText: title }).first().waitFor();
};

/** What a page mentions, once it has been read to its end. */
const papersRead = async (page: Page) => {
  const state = await stateOf(s, page);
  return state?.progress === 'done' ? papersOn(s, page) : null;
};

/** The stored word table of the only shelf, byte by byte; with `bytes`, those are stored in its place. */
const wordTable = (page: Page, bytes?: number[]): Promise<number[]> =>
  page.evaluate(async (bytes) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('sidelight-library'));
    const [{ generation }] = await done(database.transaction('shelves').objectStore('shelves').getAll());
    const key = [generation, 0, 'words'];
    if (bytes) {
      const store = database.transaction('tables', 'readwrite').objectStore('tables');
      const record = await done(store.get(key));
      await done(store.put({ ...record, buffer: new Blob([Uint8Array.from(bytes)]) }));
    }
    const { buffer } = await done(database.transaction('tables').objectStore('tables').get(key));
    database.close();
    return [...new Uint8Array(await buffer.arrayBuffer())];
  }, bytes);

describe('a file of references', () => {
  test('is shown before anything is stored: papers, problems with their lines, doubles', async () => {
    await file.setInputFiles(BIB);
    await button('Add 3 papers').waitFor();
    await expect.poll(() => region.getByText('Twice in the file').count()).toBe(1);
    await region.getByText(/^\d problems?$/).click();
    await region.getByText(/^Line 27/).waitFor();
    await picture(settings, 'library-preview');
    await button('Cancel').click();
    await button('Choose a file').waitFor();
    await expect.poll(() => region.getByRole('checkbox').count()).toBe(1);
  });

  test('of a table asks which column holds the titles, where its names are in another language', async () => {
    const text = 'Überschrift;Wer\nBuoys and Lanterns;Ann Lee\nA Second Paper of the Table;Bo Xu\n';
    await file.setInputFiles({ name: 'leseliste.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await region.getByRole('combobox', { name: /^Title/ }).selectOption({ label: 'Überschrift' });
    expect(await region.getByText('Buoys and Lanterns').isVisible()).toBe(true);
    expect(await region.getByRole('checkbox', { name: 'The first row names the columns' }).isChecked()).toBe(true);
    await button('Go on').click();
    await button('Add 2 papers').waitFor();
    await button('Cancel').click();
  });

  test('becomes a shelf: open pages are marked, popup and topics find its papers', async () => {
    const page = await s.visit('/own.html');
    await expect.poll(() => papersRead(page)).toEqual([]);
    expect(await marked(page)).toEqual([]);
    await importFile(BIB, 'Made up');
    await shelf('Made up').getByText('3 papers').waitFor();
    const again = await s.visit('/own.html?again');
    await expect.poll(() => papersOn(s, again)).toHaveLength(1);
    expect((await marked(again)).join(' | ')).toContain('How Slowly Libraries Forget');
    const popup = await openPopup(s, again);
    await found(popup, 'lanternbench', /LanternBench/);
    await found(popup, 'tidal gradients', /Tidal Gradients/);
    // The concept in another language finds the reader's paper too.
    await found(popup, 'Kodewechsel beim Frühstück', /Spoons/);
    await closePopup(popup);
  });

  test('is still there after the worker was killed', async () => {
    const page = await s.visit('/own.html');
    await expect.poll(() => papersOn(s, page)).toHaveLength(1);
    const popup = await openPopup(s, page);
    await s.stopWorker();
    await found(popup, 'lanternbench', /LanternBench/);
    await closePopup(popup);
  });

  test('answers with a damaged table too, which is built anew beside', async () => {
    const before = await wordTable(settings);
    await wordTable(settings, before.with(-5, before.at(-5)! ^ 1));
    expect(await wordTable(settings)).not.toEqual(before);
    const popup = await openPopup(s, await s.visit('/own.html'));
    await s.stopWorker();
    await found(popup, 'lanternbench', /LanternBench/);
    await expect.poll(() => wordTable(settings), { timeout: 10_000 }).toEqual(before);
    await found(popup, 'tidal gradients', /Tidal Gradients/);
    await closePopup(popup);
  });

  test('packed and imported again says what is new, changed and gone, and then changes it', async () => {
    const text = readFileSync(BIB, 'utf8')
      .replace('a wet floor', 'a wet carpet')
      .replace(
        /@inproceedings\{peck2022code[\s\S]*$/,
        '@misc{new, title = {A Paper Nobody Wrote Before Today}, year = 2026}',
      );
    await shelf('Made up').getByRole('button', { name: 'Update' }).click();
    await file.setInputFiles({ name: 'newer.bib.gz', mimeType: 'application/gzip', buffer: gzipSync(text) });
    await button('Update the shelf').waitFor();
    const facts = await region.locator('dl').innerText();
    expect(facts.replace(/\s+/g, ' ')).toMatch(/New 1 Changed 1 No longer in it 1/);
    await button('Update the shelf').click();
    await heading(/is on your shelf/).waitFor();
    await button('Add more papers').click();
    const popup = await openPopup(s, await s.visit('/own.html'));
    await found(popup, 'nobody wrote before today', /Nobody Wrote/);
    await closePopup(popup);
  });
});

describe('a shelf', () => {
  test('switched off is not looked in, and its papers are not marked; switched on it is back', async () => {
    await turn(shelf('Made up').getByRole('checkbox'), false);
    const page = await s.visit('/own.html?off');
    await expect.poll(() => papersRead(page)).toEqual([]);
    await turn(shelf('Made up').getByRole('checkbox'), true);
    await expect.poll(() => papersOn(s, page)).toHaveLength(1);
  });

  test('is renamed, exported whole, deleted and taken back', async () => {
    await shelf('Made up').getByRole('button', { name: 'Rename' }).click();
    await region.getByRole('textbox', { name: 'Name of the shelf' }).fill('Inventions');
    await settings.keyboard.press('Enter');
    await shelf('Inventions').waitFor();
    // The field is gone; the focus is still at the shelf.
    await expect
      .poll(() => settings.evaluate(() => document.activeElement?.closest('li')?.textContent))
      .toContain('Inventions');
    // What is handed to the browser as a file is read here: where that puts it is its own affair.
    const handed = settings.evaluate(
      () =>
        new Promise<string>((done) => {
          const make = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (file) => {
            void (file as Blob).text().then(done);
            URL.createObjectURL = make;
            return make(file);
          };
        }),
    );
    const [download] = await Promise.all([
      settings.waitForEvent('download'),
      shelf('Inventions').getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Inventions.bib');
    const text = await handed;
    expect(text.match(/^@/gm)).toHaveLength(3);
    await shelf('Inventions').getByRole('button', { name: 'Delete' }).click();
    await button('Undo').waitFor();
    await expect.poll(() => shelf('Inventions').count()).toBe(0);
    await button('Undo').click();
    await shelf('Inventions').waitFor();
  });

  test('the shipped one can be switched off too', async () => {
    await turn(region.getByRole('checkbox').first(), false);
    const page = await s.visit('/demo.html?without');
    await expect.poll(() => papersRead(page)).toEqual([]);
    await turn(region.getByRole('checkbox').first(), true);
    await expect.poll(async () => (await papersOn(s, page)).length).toBeGreaterThan(5);
  });
});

describe('deleting everything', () => {
  const data = settings.locator('[data-row="data"]');
  const wipe = async (withShelves: boolean) => {
    await data.getByRole('button', { name: 'Delete', exact: true }).click();
    await data.getByRole('checkbox', { name: 'Also delete my own shelves (1)' }).setChecked(withShelves);
    await data.getByRole('button', { name: 'Delete everything' }).click();
    await settings.getByText('Everything was deleted').waitFor();
  };
  const undo = async () => {
    await settings.locator('.opt-notice').getByRole('button', { name: 'Undo' }).click();
    await settings.getByText('Undone').waitFor();
  };
  /** Papers in the database, those of deleted shelves too. */
  const stored = () =>
    settings.evaluate(
      () =>
        new Promise<number>((done, fail) => {
          const opening = indexedDB.open('sidelight-library');
          opening.onerror = fail;
          opening.onsuccess = () => {
            const all = opening.result.transaction('batches').objectStore('batches').getAll();
            all.onsuccess = () => {
              opening.result.close();
              done(all.result.reduce((sum, { papers }) => sum + papers.length, 0));
            };
          };
        }),
    );

  test('says what of the reader’s own a backup leaves out, and leaves shelves where that is wished', async () => {
    await data.getByText('Own shelves: 1').waitFor();
    await data.getByText('Your own shelves are not in it').waitFor();
    await wipe(false);
    expect(await shelf('Inventions').count()).toBe(1);
    await undo();
  });

  test('takes the shelves too; undo brings them back though a library was opened meanwhile; else they leave the disk', async () => {
    await wipe(true);
    await expect.poll(() => shelf('Inventions').count()).toBe(0);
    const other = await s.context.newPage();
    await other.goto(s.url('options.html'));
    await other.locator('.library').getByText('119 papers').waitFor();
    expect(await other.locator('.library').getByText('Inventions').count()).toBe(0);
    await other.close();
    await undo();
    await shelf('Inventions').waitFor();
    const page = await s.visit('/own.html?back');
    await expect.poll(() => papersOn(s, page)).toHaveLength(1);
    await wipe(true);
    await settings.reload();
    await expect.poll(stored).toBe(0);
    expect(await shelf('Inventions').count()).toBe(0);
  });
});

describe('what cannot be read says why, and changes nothing', () => {
  test.each([
    { name: 'page.html', text: '<!doctype html><html><body>No references here</body></html>', says: /web page|HTML/i },
    { name: 'empty.bib', text: '', says: /empty|nothing/i },
    { name: 'cut.bib.gz', bytes: gzipSync(readFileSync(BIB)).subarray(0, 300), says: /damaged|cut|gzip/i },
    { name: 'picture.bib', text: '\u0089PNG\u0000\u0000\u0001'.repeat(50), says: /text/i },
  ])('$name', async ({ name, text, bytes, says }) => {
    const before = await region.getByRole('checkbox').count();
    await file.setInputFiles({ name, mimeType: 'text/plain', buffer: bytes ? Buffer.from(bytes) : Buffer.from(text!) });
    const alert = region.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(says);
    expect(await alert.innerText()).toContain('Nothing was changed.');
    await button('Try another file').click();
    expect(await region.getByRole('checkbox').count()).toBe(before);
  });
});

/** So many papers that an import lasts; in a file, which the browser reads by itself. */
const folder = mkdtempSync(join(tmpdir(), 'sidelight-rivers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const RIVERS = join(folder, 'rivers.ndjson');
writeFileSync(
  RIVERS,
  Array.from({ length: 14_000 }, (_, i) =>
    JSON.stringify({
      title: `Study number ${i} of rivers, roads and rain in region ${i % 97}`,
      abstract: `In study ${i} we follow the water ${'from the hills to the sea '.repeat(12)} and count ${i * 7} drops.`,
      authors: [`Writer ${i % 500}`],
      year: 1990 + (i % 35),
    }),
  ).join('\n'),
);

/** What the reader's database holds: shelves and imports by their records, and how much is really there of each. */
async function stock(page: Page): Promise<Stock> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('sidelight-library'));
    const store = (name: string) => database.transaction(name).objectStore(name);
    const countIn = (batches: { papers: unknown[] }[]) => batches.reduce((sum, { papers }) => sum + papers.length, 0);
    const there = async (generation: string) => {
      const all = IDBKeyRange.bound([generation], [generation, []]);
      return {
        stored: countIn(await done(store('batches').getAll(all))),
        tables: await done(store('tables').count(all)),
      };
    };
    const shelves = await done(store('shelves').getAll());
    const imports = await done(store('imports').getAll());
    const found = {
      shelves: await Promise.all(
        shelves.map(async ({ name, generation, papers, parts }) => ({
          name,
          papers,
          parts,
          ...(await there(generation)),
        })),
      ),
      imports: await Promise.all(
        imports.map(async ({ id, shelf: { name }, papers, parts }) => ({ name, papers, parts, ...(await there(id)) })),
      ),
      papers: countIn(await done(store('batches').getAll())),
    };
    database.close();
    return found;
  });
}
interface Held {
  name: string;
  papers: number;
  parts: number;
  stored: number;
  tables: number;
}
interface Stock {
  shelves: Held[];
  imports: Held[];
  /** All that are stored. */
  papers: number;
}

/** Runs in the page: waits until so many papers of an import are written, and lets no more be written as long as the page lives. */
async function untilWritten(papers: number): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('sidelight-library'));
  for (;;) {
    // Whoever writes the next part waits for the end of this.
    const imports = database.transaction('imports', 'readwrite').objectStore('imports');
    const [begun] = await done(imports.getAll());
    if (begun && begun.papers >= papers) {
      const hold = () => void (imports.count().onsuccess = hold);
      hold();
      return;
    }
    await new Promise((again) => setTimeout(again, 10));
  }
}

/** Three tables a part. */
const isWhole = ({ papers, parts, stored, tables }: Held) => stored === papers && tables === 3 * parts;

/** All answers of some lookups, with scores and evidence. */
const answersTo = (page: Page, queries: readonly string[]) =>
  page.evaluate(
    (queries) =>
      Promise.all(
        queries.map((query) => chrome.runtime.sendMessage({ type: 'lookup.search', input: { query, limit: 20 } })),
      ),
    queries,
  );

describe('a large import', () => {
  const done = async () => Number((await region.locator('progress').getAttribute('value')) ?? 0);
  const start = async () => {
    await file.setInputFiles(RIVERS);
    await button(/^Add 14,000/).click({ timeout: 60_000 });
    await region.getByText(/of 14,000 papers/).waitFor();
  };
  /** As if another page were joining parts: this one leaves them as they are. */
  const alone = () =>
    settings.evaluate(() => void navigator.locks.request('sidelight merge', () => new Promise(() => {})));
  /** The process dies, with page, import worker and service worker: nobody is told, nothing is tidied up. What is there is whole. */
  const kill = async (): Promise<Stock> => {
    const session = await s.context.newCDPSession(settings);
    const crashed = settings.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await settings.close();
    await openSettings();
    await alone();
    const found = await stock(settings);
    expect([...found.shelves, ...found.imports].filter((one) => !isWhole(one))).toEqual([]);
    return found;
  };

  test('cancelled in the middle, or killed while the file is read, changes nothing', async () => {
    const before = await stock(settings);
    const boxes = await region.getByRole('checkbox').count();
    await file.setInputFiles(RIVERS);
    await heading(/^Reading/).waitFor();
    expect(await kill()).toEqual(before);
    await button('Choose a file').waitFor();
    await start();
    await button('Cancel').click();
    await button('Choose a file').waitFor();
    expect(await region.getByRole('checkbox').count()).toBe(boxes);
    expect(await stock(settings)).toEqual(before);
  }, 180_000);

  test('cut off by closing the page, and killed while it is written and at its end, it goes on', async () => {
    const before = await stock(settings);
    await start();
    await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(8200);
    await settings.reload();
    await heading(/was interrupted/).waitFor();
    // Given up and taken back: nothing of it is lost.
    const begun = await stock(settings);
    await button('Throw it away').click();
    await button('Choose a file').waitFor();
    await button('Undo').click();
    await heading(/was interrupted/).waitFor();
    expect(await stock(settings)).toEqual(begun);
    await button('Go on').click();
    // Its first part is written, its second on the way.
    await settings.evaluate(untilWritten, 8192);
    let now = await kill();
    expect(now).toMatchObject({ shelves: before.shelves, imports: [{ name: 'rivers', papers: 8192 }] });
    await heading(/was interrupted/).waitFor();
    await button('Go on').click();
    const atEnd = async () =>
      (await heading(/is on your shelf/).count()) > 0 || (await done().catch(() => 0)) === 14_000;
    await expect.poll(atEnd, { timeout: 60_000, interval: 10 }).toBe(true);
    // Between the last paper and the shelf, or just after.
    now = await kill();
    if (now.imports.length) {
      expect(now.shelves).toEqual(before.shelves);
      await button('Go on').click();
      await heading(/is on your shelf/).waitFor({ timeout: 60_000 });
      await button('Add more papers').click();
    }
    await shelf('rivers').getByText('14,000 papers').waitFor();
    now = await stock(settings);
    expect(now.imports).toEqual([]);
    expect(now.papers).toBe(before.papers + 14_000);
    const popup = await openPopup(s, await s.visit('/own.html'));
    await found(popup, 'study number 13123', /13123/);
    await closePopup(popup);
  }, 180_000);

  test('its parts are joined once a page is left alone; every answer stays the same, with scores and evidence', async () => {
    const rivers = async () => (await stock(settings)).shelves.find(({ name }) => name === 'rivers')!;
    expect(await rivers()).toMatchObject({ parts: 2, papers: 14_000 });
    expect(await rivers()).toSatisfy(isWhole);
    // Of both parts, of none, of the other shelves; by title, by author's words, by topic.
    const QUERIES = [
      'study number 13123',
      'study number 17',
      'rivers roads and rain',
      'count 91861 drops',
      'water from the hills',
      'xgqa',
      'lanternbench',
      'Codewechsel',
      'no such thing anywhere',
    ];
    await s.stopWorker();
    const before = await answersTo(settings, QUERIES);
    expect(before[0]?.ok && before[0].value.hits[0]?.paper.title).toMatch(/^Study number 13123 of rivers/);
    // A page that was killed before it told of its import: the next one does.
    const told = await read(s, 'local', 'library');
    expect(told).toMatchObject({ shelves: (await stock(settings)).shelves.length });
    await write(s, 'local', { library: { shelves: 0 } });
    await settings.reload();
    await expect.poll(() => read(s, 'local', 'library')).toMatchObject(told as object);
    await expect.poll(async () => (await rivers()).parts, { timeout: 30_000 }).toBe(1);
    expect(await rivers()).toMatchObject({ papers: 14_000 });
    expect(await rivers()).toSatisfy(isWhole);
    // Whoever opened it before, and whoever opens it now.
    expect(await answersTo(settings, QUERIES)).toEqual(before);
    await s.stopWorker();
    expect(await answersTo(settings, QUERIES)).toEqual(before);
  }, 120_000);
});

test('to be looked at: axe, 280 pixels, right to left', async () => {
  await examine(settings, 'library');
});

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<Result<Answer> | undefined> } };

closingChecks(s);

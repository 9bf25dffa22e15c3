import { readdirSync, readFileSync } from 'node:fs';
import type { Made } from '../tools/serve.mjs';

const FOLDER = 'tests/hostile';

/** What must hold on a page that works against us: expected.json beside its page.html. */
export interface Expected {
  /** The attack, in a sentence. */
  why: string;
  /** Ids of the papers found, in page order. */
  papers: string[];
  /** The same in Firefox, where it lays less of the page out than Chromium does. */
  papersInFirefox?: string[];
  /** Read to the end unless it says "partial" (only in part) or "any". */
  progress?: 'partial' | 'any';
  /** The pointer is rested on the mark "xGQA". */
  then?: 'hover';
  /** How many windows of ours are open at the end: one after hovering, else none. */
  windows?: number;
  /** It takes half a minute: tried in thorough runs only. */
  slow?: boolean;
  /** The page's own function `look` tells what it saw of us. */
  probe?: boolean;
  /** Response headers of the page. */
  headers?: Record<string, string>;
}

export interface Case extends Expected {
  name: string;
  path: string;
}

export const cases: Case[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    path: `/hostile/${name}.html`,
    ...(JSON.parse(readFileSync(`${FOLDER}/${name}/expected.json`, 'utf8')) as Expected),
  }))
  .filter(({ slow }) => !slow || process.env['SIDELIGHT_THOROUGH'] !== undefined);

/** The pages as the test server takes them. */
export const hostilePages: Record<string, Made> = Object.fromEntries(
  cases.map(({ name, path, headers = {} }) => [
    path,
    { headers, body: readFileSync(`${FOLDER}/${name}/page.html`, 'utf8') },
  ]),
);

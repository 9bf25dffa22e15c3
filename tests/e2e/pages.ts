import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Paper } from '../../lib/papers/paper';

/** The shipped papers, as the extension under test has them. */
export const papers: Paper[] = JSON.parse(readFileSync(join(inject('built'), 'corpus/papers.json'), 'utf8'));

export function paper(id: string): Paper {
  const found = papers.find((one) => one.id === id);
  if (!found) throw new Error(`no paper ${id}`);
  return found;
}

export function html(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

export const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Prose that mentions nothing. */
export const PLAIN_BODY = '<h1>A garden in spring</h1><p>The gardener walked along the path and watered the roses.</p>';

/** The demo page's papers in page order. */
export const DEMO_PAPERS = [
  'hu-2020-xtreme',
  'artetxe-2020-cross-lingual',
  'babu-2021-xls-r',
  'adelani-2022-masakhaner',
  'adelani-2024-sib-200',
  'xie-2025-switchlingua',
  'kew-2024-turning',
  'shaham-2024-multilingual',
  'upadhayay-2024-taco',
  'pfeiffer-2022-xgqa',
  'vamvas-2020-x-stance',
  'ebrahimi-2022-americasnli',
  'artetxe-2020-translation',
  'litschko-2022-parameter-efficient',
  'hammerl-2024-understanding',
  'dang-2024-rlhf',
];

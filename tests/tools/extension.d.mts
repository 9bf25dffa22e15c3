import type { BrowserContext, Page, Worker } from 'playwright-core';

export interface OpenedExtension {
  context: BrowserContext;
  id: string;
  worker: Worker;
  /** The browser's profile folder. */
  profile: string;
  /** The address of a page of the extension. */
  url(path: string): string;
  /** The real side panel or popup. */
  surface(path: string): Promise<Page>;
  /** Stops the service worker, as the browser does when it was idle. */
  stopWorker(): Promise<void>;
  /** The worker as it is now; wakes it if it was stopped. */
  currentWorker(): Promise<Worker>;
  close(): Promise<void>;
}
export interface OpenOptions {
  executablePath: string;
  headless?: boolean;
  profile?: string;
  folder?: string;
  args?: string[];
  viewport?: { width: number; height: number } | null;
  keepsPages?: boolean;
  language?: string;
}
export function openExtension(options: OpenOptions): Promise<OpenedExtension>;

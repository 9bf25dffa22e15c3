import type { BrowserContext, Page, Worker } from 'playwright-core';

/** Types of the plain-JavaScript tools, which run before TypeScript is installed. */
declare module '*/browsers.mjs' {
  export function findChromium(): string | undefined;
  export function needChromium(): string;
  export function installWithApt(packages: string[]): boolean;
}
declare module '*/serve.mjs' {
  export interface Made {
    status?: number;
    headers?: Record<string, string>;
    body: string | Buffer;
  }
  export function serve(
    folder: string,
    answer?: (path: string) => Made | undefined,
  ): Promise<{ origin: string; requests: string[]; close(): Promise<void> }>;
}
declare module '*/extension.mjs' {
  export interface OpenedExtension {
    context: BrowserContext;
    id: string;
    worker: Worker;
    url(path: string): string;
    surface(path: string): Promise<Page>;
    stopWorker(): Promise<void>;
    currentWorker(): Promise<Worker>;
    close(): Promise<void>;
  }
  export function openExtension(options: {
    executablePath: string;
    headless?: boolean;
    profile?: string;
    folder?: string;
    args?: string[];
    viewport?: { width: number; height: number } | null;
  }): Promise<OpenedExtension>;
}

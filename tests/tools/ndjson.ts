import { createInterface } from 'node:readline';

/** The JSON objects of standard input, a line each. A line that is none is an error that names it. */
export async function* readNdjson(): AsyncGenerator<Record<string, unknown>> {
  let line = 0;
  for await (const text of createInterface({ input: process.stdin })) {
    line++;
    if (!text.trim()) continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new UsageError(`standard input, line ${line}: not JSON`);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new UsageError(`standard input, line ${line}: not an object`);
    yield value as Record<string, unknown>;
  }
}

/** What the caller of a tool did wrong: printed with the usage, exit code 2. */
export class UsageError extends Error {}

/** Runs a tool's body; a UsageError becomes the usage and exit code 2. */
export async function withUsage(usage: string, body: () => Promise<number>): Promise<number> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message ? `${error.message}\n\n${usage}` : usage);
    return 2;
  }
}

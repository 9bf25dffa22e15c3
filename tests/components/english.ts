import { cleanup } from '@testing-library/preact';
import { afterEach, beforeAll } from 'vitest';
import { setStrings } from '../../components/strings';
import messages from '../../public/_locales/en/messages.json';

const english: Record<string, { message: string } | undefined> = messages;

/** Draws components with the English strings, as the browser would give them, and clears them away after each test. */
export function inEnglish(): void {
  beforeAll(() => {
    setStrings(
      (key, values) => (english[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => values?.[Number(n) - 1] ?? ''),
      'en',
    );
  });
  afterEach(cleanup);
}

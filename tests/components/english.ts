import { cleanup } from '@testing-library/preact';
import { afterEach, beforeAll } from 'vitest';
import { setStrings } from '../../components/strings';
import messages from '../../public/_locales/en/messages.json';

type Messages = Record<string, { message: string } | undefined>;

/** Has the components say their strings as the browser would give them. */
export function speak(messages: Messages, language: string): void {
  setStrings(
    (key, values) => (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => values?.[Number(n) - 1] ?? ''),
    language,
  );
}

export const speakEnglish = (): void => speak(messages, 'en');

/** Draws components with the English strings, and clears them away after each test. */
export function inEnglish(): void {
  beforeAll(speakEnglish);
  afterEach(cleanup);
}

import { sendPatiently } from '../messages/patiently';
import type { Input, Output, ToBackground, ToContent } from '../messages/protocol';
import { fail, ok, type Result } from '../util/result';

/**
 * The browser as a content script needs it, without webextension-polyfill: its 10 kB would be in every page, and all target browsers
 * answer these calls with promises themselves.
 */
interface PageSideApi {
  runtime: {
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: { addListener(listener: MessageListener): void; removeListener(listener: MessageListener): void };
  };
  storage: {
    local: { get(keys: string[]): Promise<Record<string, unknown>> };
    onChanged: { addListener(listener: ChangeListener): void; removeListener(listener: ChangeListener): void };
  };
  i18n: { getMessage(key: string, substitutions?: string[]): string };
}
type MessageListener = (
  message: unknown,
  sender: { id?: string },
  respond: (reply: unknown) => void,
) => boolean | undefined;
type ChangeListener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

const globals = globalThis as unknown as { browser?: PageSideApi; chrome: PageSideApi };
export const api: PageSideApi = globals.browser?.runtime?.id ? globals.browser : globals.chrome;

let gone: (() => void) | undefined;
/** Calls back when an answer is wanted and the extension has left the browser. */
export function onGone(listener: () => void): void {
  gone = listener;
}

/** Asks the background. Never throws. After an update of the extension the code is `gone`. */
export async function askBackground<K extends keyof ToBackground>(
  type: K,
  input: Input<ToBackground, K>,
): Promise<Result<Output<ToBackground, K>>> {
  const reply = await sendPatiently<Output<ToBackground, K>>(
    () => api.runtime.sendMessage({ type, input }),
    () => !api.runtime.id,
  );
  if (!reply.ok && reply.error.code === 'gone') gone?.();
  return reply;
}

type Handlers = {
  [K in keyof ToContent]: (input: Input<ToContent, K>) => Output<ToContent, K> | Promise<Output<ToContent, K>>;
};

/** Answers the extension's messages to this page until the signal ends. */
export function answerMessages(handlers: Handlers, signal: AbortSignal): void {
  const listener: MessageListener = (message, sender, respond) => {
    if (sender.id !== api.runtime.id || typeof message !== 'object' || message === null) return undefined;
    const { type, input } = message as { type: keyof ToContent; input: never };
    if (!Object.hasOwn(handlers, type)) return undefined;
    Promise.resolve(handlers[type](input)).then(
      (value) => respond(ok(value)),
      (error) => respond(fail({ code: 'failed', message: String(error) })),
    );
    return true;
  };
  api.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => api.runtime.id && api.runtime.onMessage.removeListener(listener));
}

/** Calls back with values of storage.local, now and whenever one of them changes. */
export async function followLocal(
  keys: string[],
  listener: (values: Record<string, unknown>) => void,
  signal: AbortSignal,
): Promise<void> {
  const values = await api.storage.local.get(keys);
  if (signal.aborted) return;
  followChanges((changes) => {
    if (!keys.some((key) => key in changes)) return;
    for (const key of keys) if (key in changes) values[key] = changes[key]!.newValue;
    listener({ ...values });
  }, signal);
  listener({ ...values });
}

/** Calls back with the changes of storage.local. */
export function followChanges(listener: (changes: Parameters<ChangeListener>[0]) => void, signal: AbortSignal): void {
  const onChanged: ChangeListener = (changes, area) => area === 'local' && listener(changes);
  api.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => api.runtime.id && api.storage.onChanged.removeListener(onChanged));
}

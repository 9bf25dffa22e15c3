import browser, { type Runtime } from 'webextension-polyfill';
import { keepReport } from '../../lib/browser/frame-reports';
import { knownOf, sawPaper } from '../../lib/browser/history-store';
import { metIn } from '../../lib/browser/met';
import { isPanelOpen, openPanel, panelKeys } from '../../lib/browser/panel';
import { addSaved, removeSaved } from '../../lib/browser/saved-store';
import { panelRequest, settings, waitingRequest } from '../../lib/browser/state';
import { Allowance, costOf } from '../../lib/messages/allowance';
import { joinFrames } from '../../lib/messages/frames';
import { type Checked, checkMessage } from '../../lib/messages/guards';
import type { Input, Output, ToBackground } from '../../lib/messages/protocol';
import { fail, ok, type Result } from '../../lib/util/result';
import { showBadge } from './badge';
import { conceptNames, library, libraryChanged, matchPage, publishFilter } from './lookup';

type Handler<K extends keyof ToBackground> = (
  input: Input<ToBackground, K>,
  sender: Runtime.MessageSender,
) => Promise<Output<ToBackground, K>> | Output<ToBackground, K>;

const HANDLERS: { [K in keyof ToBackground]: Handler<K> } = {
  'filter.get': () => publishFilter(),
  'page.match': async ({ blocks }) => {
    const matches = await matchPage(blocks);
    return { ...matches, ...(await knownOf(matches.papers.map(({ id }) => id))) };
  },
  'page.report': async ({ state }, { tab, frameId = 0 }) => {
    if (tab?.id === undefined) return null;
    const { before, now } = await keepReport(tab.id, frameId, state);
    // The browser takes the badge off with the document, and with its address.
    const known = before[frameId];
    const stands = known?.document === state.document && known.url === state.url;
    await showBadge(tab.id, joinFrames(now), stands ? joinFrames(before) : null);
    return null;
  },
  'lookup.search': async ({ query, limit, context }) => {
    const [all, { offLanguages }] = await Promise.all([library(), settings.get()]);
    return all.search(query, limit, context, offLanguages);
  },
  'paper.get': async ({ id }) => (await library()).get(id),
  'term.get': async ({ id }) => (await library()).term(id, await conceptNames()),
  'page.related': async ({ text, without }) => (await library()).like(text, without),
  'marks.style': async (_, { tab, frameId }) => {
    if (tab?.id === undefined) return null;
    const target = { tabId: tab.id, frameIds: [frameId ?? 0] };
    await browser.scripting.insertCSS({ target, files: ['/content-scripts/content.css'] });
    return null;
  },
  'card.load': async (_, { tab, frameId }) => {
    if (tab?.id === undefined) return null;
    await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId ?? 0] }, files: ['/card.js'] });
    return null;
  },
  'panel.open': async ({ request }, { tab }) => {
    if (tab?.windowId === undefined) return { opened: false, keys: '' };
    const { windowId } = tab;
    // Opened before anything is awaited: the reader's click does not outlast an await.
    const opening = openPanel(windowId).then(
      () => true,
      () => isPanelOpen(windowId),
    );
    await panelRequest(windowId).set(request);
    const opened = await opening;
    await waitingRequest(windowId).set(opened ? null : { request, at: Date.now() });
    return { opened, keys: opened ? '' : await panelKeys() };
  },
  'card.save': async ({ id, saved }, { tab }) => {
    const view = await (await library()).get(id);
    if (!view) return { stored: false };
    if (!saved) {
      await removeSaved([id]);
      return { stored: true };
    }
    return { stored: (await addSaved(view.paper, metIn(tab))).ok };
  },
  'library.changed': async (_, sender) => {
    // Pages have no say in what is on the shelves.
    if (isOwnPage(sender)) await libraryChanged();
    return null;
  },
  'card.seen': async ({ id }, { tab }) => {
    if (tab && (await (await library()).has(id))) await sawPaper(id, tab);
    return null;
  },
};

/** What the content scripts of each tab may ask for; the extension's own pages ask for what the reader does. */
const allowance = new Allowance();
const isOwnPage = ({ url }: Runtime.MessageSender) => !!url?.startsWith(browser.runtime.getURL(''));

export function onMessages(): void {
  browser.runtime.onMessage.addListener(((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const checked = checkMessage(message);
    if (checked && sender.tab?.id !== undefined && !isOwnPage(sender)) {
      const cost = costOf(checked);
      if (!allowance.take(sender.tab.id, cost, Date.now()))
        return Promise.resolve(fail({ code: 'too-many', message: 'this tab asks too much' }));
    }
    return Promise.resolve(
      checked ? answer(checked, sender) : fail({ code: 'bad-message', message: 'not a message of Sidelight' }),
    );
  }) as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
}

async function answer({ type, input }: Checked, sender: Runtime.MessageSender): Promise<Result<unknown>> {
  try {
    return ok(await (HANDLERS[type] as Handler<typeof type>)(input as never, sender));
  } catch (error) {
    return fail({ code: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

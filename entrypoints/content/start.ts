import { answerMessages, askBackground, followLocal, onGone } from '../../lib/browser/page-side';
import { Filter, type FilterData } from '../../lib/match/filter';
import { pageText } from '../../lib/page/about';
import { documentId } from '../../lib/page/document-id';
import { Marks } from '../../lib/page/marks';
import { readSelection } from '../../lib/page/selection';
import { loaded } from '../../lib/page/slices';
import { isOn, readSettings, type Settings, siteOf } from '../../lib/settings/schema';
import { onHover } from './hover';
import { followKnown } from './known';
import { LazyCard } from './lazy-card';
import { onSelection } from './offer';
import { Pickup } from './pickup';

/** What runs in a page: pickup, marks, card, selection. All of it ends where the extension is gone, or a newer script has come after an update. */
export function start(): void {
  const left = new AbortController();
  const ended = left.signal;
  // Removed or switched off in the browser: nobody would answer, so nothing stays.
  onGone(() => left.abort());
  const marks = new Marks(() => void askBackground('marks.style', {}));
  const card = new LazyCard(marks, ended);
  let pickup: Pickup | undefined;
  // What is on now; switching off ends it all and leaves nothing behind.
  let running: AbortController | undefined;
  let filter: FilterData | undefined;
  /** What is running now, in words. */
  let kept = '';

  const begin = (offer?: Settings) => {
    if (running) return;
    running = new AbortController();
    const signal = AbortSignal.any([ended, running.signal]);
    pickup = new Pickup(marks, filter ? new Filter(filter) : undefined, signal);
    onHover(marks, card, signal);
    followKnown(marks, signal);
    if (offer) {
      pickup.start();
      onSelection(card, offer, signal);
    }
  };
  const end = () => {
    pickup?.takeBack();
    running?.abort();
    running = pickup = undefined;
    marks.clear();
    card.loaded?.close();
  };

  // By an event, which is all that two scripts share after an update; under a name that no page can know, listen for, or send.
  let met = '';
  const meet = (name: unknown) => {
    if (typeof name !== 'string' || !name || name === met) return;
    met = name;
    document.dispatchEvent(new Event(name));
    document.addEventListener(name, () => left.abort(), { signal: ended });
  };

  let before = '';
  const follow = (values: Record<string, unknown>) => {
    meet(values['handshake']);
    const settings = readSettings(values['settings']);
    filter = values['filter'] as FilterData | undefined;
    if (!filter) void askBackground('filter.get', {}); // it comes back through storage
    // Written anew, but the same: an open card stays.
    const now = JSON.stringify([settings, filter?.version]);
    if (now === before) return;
    before = now;
    marks.show(settings.marks, settings.dimKnown);
    // The look of the card is read when it opens.
    card.loaded?.close();
    const on = filter && isOn(settings, siteOf(location.href));
    const { onlyWhenAsked, trigger, triggerKey } = settings;
    const wanted = on ? JSON.stringify([filter?.version, onlyWhenAsked, trigger, triggerKey]) : '';
    if (wanted === kept && running) return;
    kept = wanted;
    end();
    if (on) begin(onlyWhenAsked ? undefined : settings);
  };
  void loaded(ended).then(() => {
    if (!ended.aborted) void followLocal(['settings', 'filter', 'handshake'], follow, ended);
  });
  ended.addEventListener('abort', end);

  answerMessages(
    {
      'page.state': () => pickup?.state() ?? null,
      'page.text': () => pageText(),
      'selection.get': () => {
        const selection = readSelection();
        return { text: selection?.text ?? '', context: selection?.context ?? '', document: documentId };
      },
      'selection.lookUp': () => {
        const selection = isReadersFrame() ? readSelection() : undefined;
        if (selection) void card.load().then((it) => it?.showSelection(selection));
        return null;
      },
      'mark.show': ({ index }) => {
        const mark = marks.all[index];
        if (mark) void card.load().then((it) => it?.showMark(mark, { scroll: true }));
        return null;
      },
      'mark.step': ({ by }) => {
        if (marks.all.length) void card.load().then((it) => it?.step(by));
        return null;
      },
      'page.scanAll': () => {
        if (!running) begin();
        pickup?.scanAll();
        return null;
      },
    },
    ended,
  );
}

/** Whether the reader is in this very frame: what was selected in another before is selected there still. */
function isReadersFrame(): boolean {
  if (document.activeElement instanceof HTMLIFrameElement) return false;
  return window === window.top || document.hasFocus();
}

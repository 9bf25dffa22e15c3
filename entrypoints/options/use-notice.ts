import { useEffect, useRef, useState } from 'preact/hooks';
import type { Notice } from '../../components/options/Options';
import { t } from '../../components/strings';
import type { Result } from '../../lib/util/result';

/** A word that all is well goes after this, in milliseconds; what can be undone stays. */
const NOTICE_MS = 2500;

interface Offer extends Notice {
  takeBack: () => Promise<Result<unknown>>;
}

/** What was done last, and what can be taken back. They are two things: a word that comes takes no Undo away. */
export function useNotice() {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  // A second press comes before the button is drawn anew.
  const open = useRef(offers);
  const turn = useRef(0);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const setOpen = (next: readonly Offer[]) => {
    open.current = next;
    setOffers(next);
  };
  const say = (text: string) => setNotice({ text, turn: ++turn.current });
  const offerBack = (text: string, takeBack: Offer['takeBack']) => {
    setNotice(null);
    setOpen([...open.current, { text, turn: ++turn.current, takeBack }]);
  };
  /** Takes the last back; the one before it is then offered again. */
  const undo = () => {
    const last = open.current.at(-1);
    if (!last) return;
    setOpen(open.current.slice(0, -1));
    const failed = () => {
      // Nothing was changed, so it can be tried again.
      setOpen([...open.current, last]);
      say(t('storageFull'));
    };
    void last.takeBack().then((back) => (back.ok ? say(t('optUndone')) : failed()), failed);
  };
  return { notice, offer: offers.at(-1) ?? null, say, offerBack, undo };
}

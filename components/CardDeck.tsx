import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons';
import { type CardActs, PaperCard, type PaperCardProps } from './PaperCard';
import { t } from './strings';

/** A card counts as read after this long, in milliseconds (as Wikipedia's previews count). */
const SEEN_AFTER = 1000;

type Card = Omit<PaperCardProps, 'saved' | 'seen' | 'actions' | 'pager' | 'whole'>;

interface Props {
  cards: readonly Card[];
  isSaved: (id: string) => boolean;
  isSeen?: (id: string) => boolean;
  /** A card was in view long enough to be read. */
  onSeen?: (id: string) => void;
  actions: CardActs;
  /** Whole abstracts, to be read in the card. */
  whole?: boolean;
}

/** Several papers for one phrase: one card with a way to the next. */
export function CardDeck({ cards, isSaved, isSeen, onSeen, actions, whole }: Props) {
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, cards.length - 1);
  const card = cards[at];
  const id = card?.paper.id;
  useEffect(() => {
    if (!id || !onSeen) return;
    const timer = setTimeout(() => onSeen(id), SEEN_AFTER);
    return () => clearTimeout(timer);
  }, [id]);
  if (!card) return null;
  const step = (by: number) => setChosen((at + by + cards.length) % cards.length);
  const pager = cards.length > 1 && (
    <div class="pager">
      <button
        type="button"
        class="icon-button"
        aria-label={t('previousPaper')}
        title={t('previousPaper')}
        onClick={() => step(-1)}
      >
        <Icon name="back" />
      </button>
      <output class="pager-at">{t('nOfM', at + 1, cards.length)}</output>
      <button
        type="button"
        class="icon-button"
        aria-label={t('nextPaper')}
        title={t('nextPaper')}
        onClick={() => step(1)}
      >
        <Icon name="forward" />
      </button>
    </div>
  );
  return (
    <PaperCard
      {...card}
      saved={isSaved(card.paper.id)}
      seen={!!isSeen?.(card.paper.id)}
      actions={actions}
      pager={pager}
      whole={whole}
    />
  );
}

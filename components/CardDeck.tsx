import { useState } from 'preact/hooks';
import { Icon } from './icons';
import { type CardActs, PaperCard, type PaperCardProps } from './PaperCard';
import { t } from './strings';

type Card = Omit<PaperCardProps, 'saved' | 'actions' | 'pager' | 'whole'>;

interface Props {
  cards: readonly Card[];
  isSaved: (id: string) => boolean;
  actions: CardActs;
  /** Whole abstracts, to be read in the card. */
  whole?: boolean;
}

/** Several papers for one phrase: one card with a way to the next. */
export function CardDeck({ cards, isSaved, actions, whole }: Props) {
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, cards.length - 1);
  const card = cards[at];
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
  const { id } = card.paper;
  return <PaperCard key={id} {...card} saved={isSaved(id)} actions={actions} pager={pager} whole={whole} />;
}

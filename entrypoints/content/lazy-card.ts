import { askBackground } from '../../lib/browser/page-side';
import type { Marks } from '../../lib/page/marks';
import type { Card } from '../card/card';

export type MakeCard = (marks: Marks, signal: AbortSignal) => Card;

/** The card, brought into the page when it is first used. */
export class LazyCard {
  private card: Card | undefined;
  private loading: Promise<Card | undefined> | undefined;

  constructor(
    private readonly marks: Marks,
    private readonly signal: AbortSignal,
  ) {}

  /** The card if it is here already: what only concerns an open card need not bring one. */
  get loaded(): Card | undefined {
    return this.card;
  }

  /** Brings the card if need be; undefined where the extension has gone or was updated meanwhile. */
  load(): Promise<Card | undefined> {
    this.loading ??= this.bring().finally(() => {
      if (!this.card) this.loading = undefined;
    });
    return this.loading;
  }

  private async bring(): Promise<Card | undefined> {
    const maker = () => (globalThis as { sidelightCard?: MakeCard }).sidelightCard;
    // A page of our own has it already.
    const here = location.protocol.endsWith('-extension:') && maker() !== undefined;
    const ready = here || (await askBackground('card.load', {})).ok;
    const make = maker();
    if (ready && make && !this.signal.aborted) this.card = make(this.marks, this.signal);
    return this.card;
  }
}

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { MakeCard } from '../content/lazy-card';
import { Card } from './card';

// The card is half of what could ever be needed in a page, and most pages never need it: the background puts this script beside the
// content script when a mark is first hovered or a selection has an answer. Both share the isolated world, where this leaves its maker.
export default defineUnlistedScript(() => {
  (globalThis as { sidelightCard?: MakeCard }).sidelightCard = (marks, signal) => new Card(marks, signal);
});

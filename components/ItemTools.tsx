import type { Item } from './items';
import { PaperActions, type PaperActs } from './PaperActions';
import { t } from './strings';

interface Props {
  item: Item;
  saved: boolean;
  actions: PaperActs;
}

/** What can be done with the row of a list that the arrows have reached. A topic has nothing of the kind. */
export function ItemTools({ item, saved, actions }: Props) {
  if (!item.paper) return null;
  return (
    <section class="item-tools" aria-label={t('toolsFor', item.title)}>
      <PaperActions key={item.id} paper={item.paper} saved={saved} actions={actions} />
    </section>
  );
}

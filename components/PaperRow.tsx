import { useContext } from 'preact/hooks';
import { Byline } from './Byline';
import { Evidence } from './Evidence';
import { Icon } from './icons';
import type { Item } from './items';
import { KnownPapers } from './known';
import { Marked } from './marked';
import { shorten } from './shorten';
import { count, t } from './strings';

const EXCERPT_CHARACTERS = 160;

interface Props {
  item: Item;
  /** With the first lines of the abstract. */
  roomy?: boolean;
}

/** A paper in a list. It holds text only, so that a button, a link or an option can be put around it. */
export function PaperRow({ item, roomy }: Props) {
  const several = item.count !== undefined && item.count > 1;
  return (
    <span class="row">
      <span class="row-title" dir="auto">
        <Marked text={item.title} terms={item.terms} />
      </span>
      <span class="row-line">
        {item.paper && <Byline paper={item.paper} />}
        {item.kind === 'paper' && <RowState id={item.id} />}
      </span>
      {(item.writtenAs || several) && (
        <span class="row-notes">
          <WrittenAs item={item} />
          {several && <span class="row-note">{count('places', item.count!)}</span>}
        </span>
      )}
      <Evidence why={item.why} />
      {roomy && item.excerpt && (
        <span class="row-excerpt" dir="auto">
          <Marked text={shorten(item.excerpt, EXCERPT_CHARACTERS)} terms={item.terms} />
        </span>
      )}
    </span>
  );
}

/** What the page writes for a paper, where that is not its title. */
export function WrittenAs({ item }: { item: Item }) {
  if (!item.writtenAs) return null;
  return (
    <span class="row-note">
      <bdi>{t(item.byIdentifier ? 'byIdentifier' : 'writtenAs', item.writtenAs)}</bdi>
    </span>
  );
}

/** Whether the paper is saved, or was opened before: a sign for the eye, a word for the ear. */
function RowState({ id }: { id: string }) {
  const { isSaved, isSeen } = useContext(KnownPapers);
  if (isSaved(id))
    return (
      <span class="row-state row-saved" title={t('savedBefore')}>
        <Icon name="save" filled />
        <span class="hidden">{t('savedBefore')}</span>
      </span>
    );
  if (!isSeen(id)) return null;
  return (
    <span class="row-state" title={t('seenBefore')}>
      <Icon name="seen" />
      <span class="hidden">{t('seenBefore')}</span>
    </span>
  );
}

import type { Found } from '../lib/messages/protocol';
import type { PaperHead } from '../lib/papers/paper';
import { type Heads, itemOfFound } from './items';
import { Occurrences } from './Occurrences';
import { PaperList } from './PaperList';
import { PaperRow } from './PaperRow';
import { t } from './strings';

interface Props {
  found: readonly Found[];
  heads: Heads;
  /** Papers near to those found. */
  related: readonly PaperHead[];
  onPaper: (id: string) => void;
  onTopic: (name: string) => void;
  onJump: (mark: number) => void;
}

/** What the page mentions, in its order: papers, then topics; below them what is related. */
export function PageList({ found, heads, related, onPaper, onTopic, onJump }: Props) {
  const topics = found.filter((one) => one.kind === 'term');
  const row = (one: Found, open: () => void) => {
    const { count: _, ...item } = itemOfFound(one, heads);
    return (
      <li key={one.id} class="list-row">
        <button type="button" class="row-button" data-id={one.id} onClick={open}>
          <PaperRow item={item} />
        </button>
        <Occurrences marks={one.marks} title={one.title} onJump={onJump} />
      </li>
    );
  };
  return (
    <>
      <ul class="list">{found.filter((one) => one.kind !== 'term').map((one) => row(one, () => onPaper(one.id)))}</ul>
      {topics.length > 0 && (
        <section class="section">
          <h2 class="section-title">{t('topics')}</h2>
          <ul class="list list-topics">{topics.map((one) => row(one, () => onTopic(one.title)))}</ul>
        </section>
      )}
      <PaperList title={t('related')} papers={related} onPaper={onPaper} />
    </>
  );
}

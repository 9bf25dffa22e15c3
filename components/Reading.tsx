import type { PaperView, Why } from '../lib/lookup/answer';
import type { SavedEntry } from '../lib/saved/entry';
import { Abstract } from './Abstract';
import { Authors } from './Authors';
import { Evidence } from './Evidence';
import { Marked } from './marked';
import { type NoteActs, Notes } from './Notes';
import { PaperActions, type PaperActs } from './PaperActions';
import { PaperLinks } from './PaperLinks';
import { PaperList } from './PaperList';
import { t } from './strings';
import { TermChips } from './TermChips';
import { useArrival } from './use-arrival';

interface Props {
  view: PaperView;
  terms: readonly string[];
  why: readonly Why[];
  /** As it stands on the reading list. */
  entry: SavedEntry | undefined;
  /** Tags in use. */
  tags: readonly string[];
  actions: PaperActs & NoteActs;
  onPaper: (id: string) => void;
  onTerm: (id: string) => void;
}

/** One paper to be read: title, authors, where it appeared, why it is here, abstract, ways on. */
export function Reading({
  view: { paper, related, concepts },
  terms,
  why,
  entry,
  tags,
  actions,
  onPaper,
  onTerm,
}: Props) {
  const heading = useArrival(paper.id);
  return (
    <article class="reading">
      <h1 class="reading-title" dir="auto" tabIndex={-1} ref={heading}>
        <Marked text={paper.title} terms={terms} />
      </h1>
      <Authors key={paper.id} authors={paper.authors} />
      {(paper.venue || paper.year) && (
        <p class="reading-venue" dir="auto">
          {[paper.venue, paper.venue?.includes(String(paper.year)) ? undefined : paper.year].filter(Boolean).join(', ')}
        </p>
      )}
      <Evidence why={why} />
      <PaperActions key={`actions ${paper.id}`} paper={paper} saved={!!entry} actions={actions} />
      {entry && <Notes key={`notes ${paper.id}`} entry={entry} known={tags} actions={actions} />}
      <Abstract text={paper.abstract} terms={terms} sentences />
      <PaperLinks paper={paper} />
      {concepts.length > 0 && (
        <section class="section">
          <h2 class="section-title">{t('about')}</h2>
          <TermChips key={paper.id} terms={concepts} label={t('about')} onTerm={onTerm} />
        </section>
      )}
      <PaperList title={t('related')} papers={related} onPaper={onPaper} />
    </article>
  );
}

import type { PaperView, Why } from '../lib/lookup/answer';
import { Abstract } from './Abstract';
import { Authors } from './Authors';
import { Evidence } from './Evidence';
import { Marked } from './marked';
import { PaperActions, type PaperActs } from './PaperActions';
import { PaperLinks } from './PaperLinks';
import { PaperList } from './PaperList';
import { t } from './strings';
import { useArrival } from './use-arrival';

interface Props {
  view: PaperView;
  terms: readonly string[];
  why: readonly Why[];
  saved: boolean;
  actions: PaperActs;
  onPaper: (id: string) => void;
}

/** One paper to be read: title, authors, where it appeared, why it is here, abstract, ways on. */
export function Reading({ view: { paper, related }, terms, why, saved, actions, onPaper }: Props) {
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
      <PaperActions key={`actions ${paper.id}`} paper={paper} saved={saved} actions={actions} />
      <Abstract text={paper.abstract} terms={terms} />
      <PaperLinks paper={paper} />
      <PaperList title={t('related')} papers={related} onPaper={onPaper} />
    </article>
  );
}

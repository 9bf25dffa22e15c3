import type { PaperHead } from '../lib/papers/paper';
import { itemOfPaper } from './items';
import { PaperRow } from './PaperRow';
import { PickButton } from './PickButton';

interface Props {
  title: string;
  papers: readonly PaperHead[];
  onPaper: (id: string) => void;
}

/** A headed list of papers, each a button. Draws nothing where there are none. */
export function PaperList({ title, papers, onPaper }: Props) {
  if (!papers.length) return null;
  return (
    <section class="section">
      <h2 class="section-title">{title}</h2>
      <ul class="list">
        {papers.map((paper) => (
          <li key={paper.id} class="list-row list-row-beside">
            <button type="button" class="row-button" data-id={paper.id} onClick={() => onPaper(paper.id)}>
              <PaperRow item={itemOfPaper(paper)} />
            </button>
            <PickButton paper={paper} />
          </li>
        ))}
      </ul>
    </section>
  );
}

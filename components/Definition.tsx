import type { TermView } from '../lib/lookup/answer';
import { byline } from '../lib/papers/paper';

interface Props {
  definition: NonNullable<TermView['definition']>;
  onPaper: (id: string) => void;
}

/** What a term is, in a paper's own words. */
export function Definition({ definition: { text, paper }, onPaper }: Props) {
  return (
    <figure class="definition">
      <blockquote dir="auto">{text}</blockquote>
      <figcaption>
        <button
          type="button"
          class="text-button"
          title={paper.title}
          data-id={paper.id}
          onClick={() => onPaper(paper.id)}
        >
          <bdi>{byline(paper) || paper.title}</bdi>
        </button>
      </figcaption>
    </figure>
  );
}

import { useState } from 'preact/hooks';
import { count, t } from './strings';

/** Author lists longer than this are folded: some papers have fifty. */
const SHOWN = 8;

/** The authors by their full names, the first of them where they are many. */
export function Authors({ authors }: { authors: readonly string[] }) {
  const [all, setAll] = useState(false);
  if (!authors.length) return null;
  const many = authors.length > SHOWN + 1;
  const folded = many && !all;
  const shown = folded ? authors.slice(0, SHOWN) : authors;
  return (
    <p class="authors" dir="auto">
      {shown.map((author, i) => (
        <span key={author}>
          {author}
          {i < shown.length - 1 || folded ? ', ' : ''}
        </span>
      ))}
      {many && !folded && ' '}
      {many && (
        <button type="button" class="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('showFewer') : count('moreAuthors', authors.length - SHOWN)}
        </button>
      )}
    </p>
  );
}

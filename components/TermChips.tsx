import { useState } from 'preact/hooks';
import { count, t } from './strings';

/** More terms than these are folded. */
const SHOWN = 12;

interface Props {
  terms: readonly { id: string; name: string }[];
  label: string;
  onTerm: (id: string) => void;
}

/** Terms by their names, side by side; each opens its own view. */
export function TermChips({ terms, label, onTerm }: Props) {
  const [all, setAll] = useState(false);
  const many = terms.length > SHOWN + 1;
  const shown = many && !all ? terms.slice(0, SHOWN) : terms;
  return (
    <div class="chips">
      <ul class="chip-list" aria-label={label}>
        {shown.map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="chip" data-id={id} onClick={() => onTerm(id)}>
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {many && (
        <button type="button" class="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('showFewer') : count('moreTerms', terms.length - SHOWN)}
        </button>
      )}
    </div>
  );
}

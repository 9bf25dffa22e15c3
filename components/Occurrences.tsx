import { useState } from 'preact/hooks';
import { Icon } from './icons';
import { count, t } from './strings';

interface Props {
  /** Numbers of the places among the page's marks. */
  marks: readonly number[];
  /** What is mentioned there, for the buttons' names. */
  title: string;
  onJump: (mark: number) => void;
}

/** Steps through the places where a page mentions a paper. */
export function Occurrences({ marks, title, onJump }: Props) {
  const [chosen, setChosen] = useState(-1);
  if (!marks.length) return null;
  // Marks can become fewer while the page changes.
  const at = Math.min(chosen, marks.length - 1);
  const go = (to: number) => {
    const next = (to + marks.length) % marks.length;
    setChosen(next);
    onJump(marks[next]!);
  };
  const several = marks.length > 1;
  return (
    <fieldset class="places" aria-label={t('placesOf', title)}>
      <button type="button" class="places-count" title={t('showPlace')} onClick={() => go(Math.max(at, 0))}>
        {at < 0 || !several ? count('places', marks.length) : t('nOfM', at + 1, marks.length)}
      </button>
      {several && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('previousPlace')}
          title={t('previousPlace')}
          onClick={() => go(at < 0 ? -1 : at - 1)}
        >
          <Icon name="up" />
        </button>
      )}
      {several && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('nextPlace')}
          title={t('nextPlace')}
          onClick={() => go(at + 1)}
        >
          <Icon name="down" />
        </button>
      )}
    </fieldset>
  );
}

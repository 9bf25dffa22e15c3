import { useId, useRef, useState } from 'preact/hooks';
import { readPattern, type SitePattern } from '../../lib/settings/sites';
import { Icon } from '../icons';
import { t } from '../strings';

interface Props {
  label: string;
  empty: string;
  sites: readonly SitePattern[];
  onChange: (sites: SitePattern[], removed?: SitePattern) => void;
}

/** A list of sites: write or paste one, take one off. */
export function SiteList({ label, empty, sites, onChange }: Props) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const pattern = readPattern(text);
    setWrong(!pattern);
    if (!pattern) return box.current?.focus();
    setText('');
    if (!sites.includes(pattern)) onChange([...sites, pattern]);
  };
  const remove = (site: SitePattern) => {
    onChange(
      sites.filter((one) => one !== site),
      site,
    );
    // The button that was pressed is gone.
    box.current?.focus();
  };
  return (
    <div class="sites">
      <form class="sites-add" onSubmit={add} noValidate>
        <label class="hidden" for={id}>
          {t('optSiteAdd', label)}
        </label>
        <input
          id={id}
          ref={box}
          class="field"
          type="text"
          inputMode="url"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder="example.org"
          value={text}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="button">
          {t('optAdd')}
        </button>
      </form>
      <p class="field-wrong" id={`${id}-wrong`} role="alert">
        {wrong && t('optSiteWrong')}
      </p>
      {sites.length ? (
        <ul class="chips" aria-label={label}>
          {sites.map((site) => (
            <li key={site} class="chip">
              <bdi dir="ltr">{site}</bdi>
              <button
                type="button"
                class="icon-button"
                aria-label={t('removeNamed', site)}
                title={t('unsave')}
                onClick={() => remove(site)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="opt-hint">{empty}</p>
      )}
    </div>
  );
}

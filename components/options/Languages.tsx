import { languageName, t } from '../strings';
import { useChosen } from '../use-chosen';

interface Props {
  /** All that names of concepts are known in, English apart. */
  languages: readonly string[];
  off: readonly string[];
  onChange: (off: string[]) => void;
}

/** Which languages a query may be in. English is always one: the papers are written in it. */
export function Languages({ languages, off: stored, onChange }: Props) {
  const [off, choose] = useChosen<readonly string[]>(stored, (next) => onChange([...next]));
  const named = languages
    .map((code) => ({ code, name: languageName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const toggle = (code: string, on: boolean) => choose(on ? off.filter((one) => one !== code) : [...off, code]);
  return (
    <div class="languages">
      <p class="languages-all">
        <button type="button" class="text-button" onClick={() => choose([])}>
          {t('optAll')}
        </button>
        <button type="button" class="text-button" onClick={() => choose(languages)}>
          {t('optNone')}
        </button>
      </p>
      <ul class="language-list">
        {named.map(({ code, name }) => (
          <li key={code}>
            <label class="check">
              <input
                type="checkbox"
                checked={!off.includes(code)}
                onChange={(event) => toggle(code, event.currentTarget.checked)}
              />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

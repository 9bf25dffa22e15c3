import { Marked } from './marked';
import { t } from './strings';

/** An abstract, whole or its beginning, with the words of the question marked. It brings its own writing direction. */
export function Abstract({ text, terms }: { text: string; terms?: readonly string[] | undefined }) {
  if (!text.trim()) return <p class="abstract abstract-none">{t('noAbstract')}</p>;
  return (
    <p class="abstract" dir="auto">
      <Marked text={text} terms={terms} />
    </p>
  );
}

import type { Settings } from '../../lib/settings/schema';
import { t } from '../strings';

const SHOWN: Record<Settings['marks'], readonly string[]> = {
  none: [],
  titles: ['title'],
  names: ['title', 'name'],
  all: ['title', 'name', 'term'],
};

/** A sentence marked as pages will be. */
export function Sample({ marks }: { marks: Settings['marks'] }) {
  const mark = (kind: string, text: string) => (
    <span class={SHOWN[marks].includes(kind) ? `sample-${kind}` : undefined}>{text}</span>
  );
  return (
    <p class="sample" lang="en" dir="ltr" aria-label={t('optSample')} role="img">
      … as in {mark('title', 'xGQA: Cross-Lingual Visual Question Answering')}. We compare with{' '}
      {mark('name', 'SIB-200')} on {mark('term', 'code-switching')} …
    </p>
  );
}

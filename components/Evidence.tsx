import type { Why } from '../lib/lookup/answer';
import { type MessageKey, t } from './strings';

const PLAIN: Record<Why['kind'], MessageKey> = {
  title: 'whyTitle',
  name: 'whyName',
  identifier: 'whyIdentifier',
  concept: 'whyConcept',
  words: 'whyWords',
  author: 'whyAuthor',
};

const PLACE: Record<NonNullable<Why['place']>, MessageKey> = { title: 'whyInTitle', abstract: 'whyInAbstract' };

/** One reason in a line: "name: xGQA", "title, 11 of 11 words", "concept: code-switching in the title, from Kodewechsel", "words: 3 of 4". */
export function reasonText(why: Why): string {
  const counted = why.matched !== undefined && why.of !== undefined;
  if (why.kind === 'title') return counted ? t('whyTitleCounted', why.matched!, why.of!) : t('whyTitle');
  if (why.kind === 'words' && counted) return t('whyWordsCounted', why.matched!, why.of!);
  const plain = t(PLAIN[why.kind], why.text);
  const reason = why.place ? t(PLACE[why.place], plain) : plain;
  return why.from && why.from.toLowerCase() !== why.text.toLowerCase() ? t('whyFrom', reason, why.from) : reason;
}

/** Why a paper was found, in words. Draws nothing where there is no reason to give. */
export function Evidence({ why }: { why: readonly Why[] | undefined }) {
  if (!why?.length) return null;
  return (
    <span class="evidence">
      <span class="hidden">{t('whyLabel')} </span>
      {why.map((reason) => (
        <span class="reason" key={`${reason.kind} ${reason.text}`}>
          <bdi>{reasonText(reason)}</bdi>
        </span>
      ))}
    </span>
  );
}

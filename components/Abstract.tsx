import { Marked } from './marked';
import { answeringSentences } from './sentences';
import { t } from './strings';

interface Props {
  text: string;
  /** Folded stems to be marked. */
  terms?: readonly string[] | undefined;
  /** Whole sentences that answer are marked too. */
  sentences?: boolean;
}

/** An abstract, whole or its beginning, with the words of the question marked. It brings its own writing direction. */
export function Abstract({ text, terms, sentences }: Props) {
  if (!text.trim()) return <p class="abstract abstract-none">{t('noAbstract')}</p>;
  if (!sentences || !terms?.length)
    return (
      <p class="abstract" dir="auto">
        <Marked text={text} terms={terms} />
      </p>
    );
  return (
    <p class="abstract" dir="auto">
      {answeringSentences(text, terms).map((one) =>
        one.answers ? (
          <>
            <span class="answering">
              <Marked text={one.text.trimEnd()} terms={terms} />
            </span>
            {one.text.slice(one.text.trimEnd().length)}
          </>
        ) : (
          <Marked text={one.text} terms={terms} />
        ),
      )}
    </p>
  );
}

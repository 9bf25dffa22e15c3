import { Byline } from './Byline';
import type { PreviewView } from './library-state';
import { numberOf } from './sizes';
import { count, languageName, t } from './strings';

/** Languages beyond the first few say little. */
const LANGUAGES = 4;

/** What a file holds, what is wrong with it, and what would change: before anything is written. */
export function ImportPreview({ preview }: { preview: PreviewView }) {
  const { papers, withAbstract, duplicates, languages, years, licence, problems, problemCount, changes, sample } =
    preview;
  const rows: [string, string | undefined][] = [
    [t('previewFormat'), preview.format],
    [t('previewPapers'), numberOf(papers)],
    [t('previewAbstracts'), papers ? numberOf(withAbstract) : undefined],
    [t('previewYears'), years && (years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`)],
    [
      t('previewLanguages'),
      languages
        .slice(0, LANGUAGES)
        .map(([code, n]) => `${languageName(code)} ${numberOf(n)}`)
        .join(', ') || undefined,
    ],
    [t('previewTwice'), duplicates.inFile ? numberOf(duplicates.inFile) : undefined],
    [t('previewKnown'), duplicates.inLibrary ? numberOf(duplicates.inLibrary) : undefined],
    [t('previewLicence'), licence],
    [t('previewAdded'), changes && numberOf(changes.added)],
    [t('previewChanged'), changes && numberOf(changes.changed)],
    [t('previewGone'), changes && numberOf(changes.gone)],
  ];
  const problemsTold = count('previewProblems', problemCount, numberOf(problemCount));
  return (
    <>
      {papers === 0 && <p class="state-hint">{t('previewNothing')}</p>}
      <dl class="preview-facts">
        {rows.map(
          ([label, value]) =>
            value !== undefined && (
              <div key={label}>
                <dt>{label}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {problemCount > 0 && (
        <details class="problems">
          <summary>{problemsTold}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where there are many, for who has no pointer too */}
          <ul tabIndex={0} aria-label={problemsTold}>
            {problems.map(({ line, message, remedy }, i) => (
              <li key={i}>
                {line !== undefined && <span class="problem-line">{t('previewLine', numberOf(line))}</span>} {message}{' '}
                <span class="fine">{remedy}</span>
              </li>
            ))}
            {problemCount > problems.length && (
              <li class="fine">{t('previewMore', numberOf(problemCount - problems.length))}</li>
            )}
          </ul>
        </details>
      )}
      {sample.length > 0 && (
        <details class="problems">
          <summary>{t('previewSample')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls too, for who has no pointer */}
          <ul tabIndex={0} aria-label={t('previewSample')}>
            {sample.map((paper) => (
              <li key={paper.id}>
                <span class="row-title" dir="auto">
                  {paper.title}
                </span>
                <Byline paper={paper} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
